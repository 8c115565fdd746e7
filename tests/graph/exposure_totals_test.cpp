#include "graph/exposure_totals.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"

using namespace jokbo;
using namespace jokbo::tests;

TEST_CASE("totals count a model once for what several of its foreign ancestors have in common", "[exposure]") {
    LittleGraph graph;
    graph.entity("Organization", "Korean", "KR");
    graph.entity("Organization", "Chinese", "CN");
    graph.entity("Licence", "Apache 2.0");
    graph.edge("K", "developed_by", "Korean");
    graph.edge("L", "developed_by", "Korean");
    graph.edge("K", "based_on", "Q2");
    graph.edge("Q2", "based_on", "Q1");
    graph.edge("Q2", "developed_by", "Chinese");
    graph.edge("Q1", "developed_by", "Chinese");
    graph.edge("Q1", "licensed_under", "Apache 2.0");
    const View view = graph.view();
    const Lexicon lexicon = Lexicon::load(Pack::embedded(), embedded_ontology());
    Exposures exposures(view, lexicon, "KR");
    ExposureTotals by_developer(view, "developer");
    ExposureTotals by_licence(view, "licence");
    for (const auto* name : {"K", "L"}) {
        const Exposure one = exposures.of(node_named(view, name));
        by_developer.add(one);
        by_licence.add(one);
    }
    CHECK(by_developer.of(Origin::foreign_weights) == 1);
    CHECK(by_developer.of(Origin::not_stated) == 1);
    CHECK(by_developer.of(Origin::disputed) == 0);
    CHECK(by_developer.groups() == std::map<std::string, std::size_t>{{"Chinese", 1}});
    CHECK(by_licence.groups() == std::map<std::string, std::size_t>{{"Apache 2.0", 1}, {"not stated", 1}});
}

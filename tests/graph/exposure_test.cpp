#include "graph/exposure.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"

using namespace jokbo;
using namespace jokbo::tests;

namespace {

const Lexicon& small_lexicon() {
    static const Lexicon lexicon = [] {
        const std::string header = "id\tnames\tcountry\tparent\tmaker\thomepage\n";
        Pack pack;
        for (const auto* stem : {"organizations", "people", "models", "datasets", "products", "programmes",
                                 "technologies", "licences", "places"}) {
            std::string rows = header;
            if (stem == std::string_view("models")) {
                rows += "known\tKnown\t\t\tmaker\t\n";
            } else if (stem == std::string_view("organizations")) {
                rows += "maker\tMaker\tFR\t\t\t\n";
            }
            const std::string name = std::string("schema/lexicon/") + stem + ".tsv";
            pack.add({name, rows, name});
        }
        return Lexicon::load(pack, embedded_ontology());
    }();
    return lexicon;
}

/// A Korean and a Chinese maker, a Chinese model.
LittleGraph two_makers() {
    LittleGraph graph;
    graph.entity("Organization", "Korean", "KR");
    graph.entity("Organization", "Chinese", "CN");
    graph.entity("Licence", "Apache 2.0");
    graph.edge("Q", "developed_by", "Chinese");
    graph.edge("Q", "licensed_under", "Apache 2.0");
    graph.edge("K", "developed_by", "Korean");
    return graph;
}

Qualifiers with_component(std::string component) {
    Qualifiers said;
    said.component = std::move(component);
    return said;
}

std::string origin(LittleGraph& graph, std::string_view model = "K", std::string_view home = "KR") {
    const View view = graph.view();
    return std::string(name_of(assess_exposure(view, node_named(view, model), small_lexicon(), home).origin));
}

} // namespace

TEST_CASE("a model that is made out of a foreign one rests on foreign weights", "[exposure]") {
    LittleGraph graph = two_makers();
    graph.edge("K", "based_on", "Q 2.5");
    graph.edge("Q 2.5", "version_of", "Q");
    const View view = graph.view();
    const Exposure exposure = assess_exposure(view, node_named(view, "K"), small_lexicon(), "KR");
    CHECK(exposure.origin == Origin::foreign_weights);
    REQUIRE(exposure.ancestors.size() == 2);
    const Ancestor& base = exposure.ancestors.front();
    CHECK(base.reached.node == node_named(view, "Q 2.5"));
    CHECK(base.home == Ancestor::Home::foreign);
    CHECK(base.countries.codes == std::vector<std::string>{"CN"});
    CHECK(base.countries.maker == Countries::Maker::stated);
    CHECK(base.licences == std::vector{node_named(view, "Apache 2.0")});
    CHECK(exposure.makers == std::vector{node_named(view, "Korean")});
}

TEST_CASE("a foreign part is told from foreign weights", "[exposure]") {
    LittleGraph graph = two_makers();
    graph.edge("K", "based_on", "Q", Status::asserted, 0.9, with_component("vision_encoder"));
    CHECK(origin(graph) == "foreign_component");
    LittleGraph both = two_makers();
    both.edge("K", "based_on", "Q", Status::asserted, 0.9, with_component("tokenizer"));
    both.edge("K", "based_on", "between");
    both.edge("between", "based_on", "Q", Status::asserted, 0.9, with_component("weights"));
    CHECK(origin(both) == "foreign_weights");
}

TEST_CASE("the three kinds of not knowing are kept apart", "[exposure][honest]") {
    LittleGraph silent = two_makers();
    CHECK(origin(silent) == "not_stated");
    LittleGraph scratch = two_makers();
    scratch.attribute("K", "from_scratch", true);
    CHECK(origin(scratch) == "says_from_scratch");
    LittleGraph mentioned = two_makers();
    mentioned.edge("other", "compared_with", "mentioned");
    CHECK(origin(mentioned, "mentioned") == "nothing_read");
}

TEST_CASE("a version says from scratch what its family says", "[exposure][honest]") {
    LittleGraph graph = two_makers();
    graph.edge("K Light", "version_of", "K");
    graph.attribute("K", "from_scratch", true);
    CHECK(origin(graph, "K Light") == "says_from_scratch");
}

TEST_CASE("claims against each other are disputed", "[exposure][status]") {
    LittleGraph against_scratch = two_makers();
    against_scratch.attribute("K", "from_scratch", true);
    against_scratch.edge("K", "based_on", "Q", Status::alleged);
    CHECK(origin(against_scratch) == "disputed");
    LittleGraph denied_scratch = two_makers();
    denied_scratch.attribute("K", "from_scratch", true);
    denied_scratch.attribute("K", "from_scratch", true, Status::denied);
    CHECK(origin(denied_scratch) == "disputed");
    LittleGraph denied_base = two_makers();
    denied_base.edge("K", "based_on", "Q");
    denied_base.edge("K", "based_on", "Q", Status::denied);
    CHECK(origin(denied_base) == "disputed");
    LittleGraph by_a_stranger = two_makers();
    by_a_stranger.attribute("K", "from_scratch", true);
    by_a_stranger.edge("K", "based_on", "of unknown country", Status::alleged);
    CHECK(origin(by_a_stranger) == "disputed");
    LittleGraph nobody_claims_it = two_makers();
    nobody_claims_it.attribute("K", "from_scratch", true, Status::denied);
    nobody_claims_it.edge("K", "based_on", "Q");
    CHECK(origin(nobody_claims_it) == "foreign_weights");
    LittleGraph only_alleged = two_makers();
    only_alleged.edge("K", "based_on", "Q", Status::alleged);
    CHECK(origin(only_alleged) == "disputed");
}

TEST_CASE("what is denied, planned or ended is no dependence", "[exposure][status][honest]") {
    LittleGraph denied = two_makers();
    denied.edge("K", "based_on", "Q", Status::denied);
    CHECK(origin(denied) == "not_stated");
    LittleGraph planned = two_makers();
    planned.edge("K", "based_on", "Q", Status::planned);
    CHECK(origin(planned) == "planned");
    LittleGraph ended = two_makers();
    ended.edge("K", "based_on", "Q", Status::ended);
    CHECK(origin(ended) == "not_stated");
    LittleGraph scratch = two_makers();
    scratch.edge("K", "based_on", "Q", Status::denied);
    scratch.attribute("K", "from_scratch", true);
    CHECK(origin(scratch) == "says_from_scratch");
}

TEST_CASE("countries come from the stated maker, else from the lexicon, and it is said which", "[exposure]") {
    LittleGraph graph = two_makers();
    graph.edge("K", "based_on", "known");
    graph.edge("K2", "based_on", "unknown");
    graph.edge("K2", "developed_by", "Korean");
    graph.edge("K3", "based_on", "K");
    graph.edge("K3", "developed_by", "Korean");
    const View view = graph.view();
    Exposures exposures(view, small_lexicon());
    const auto known = exposures.countries_of(node_named(view, "known"));
    CHECK(known.codes == std::vector<std::string>{"FR"});
    CHECK(known.maker == Countries::Maker::of_lexicon);
    CHECK(exposures.countries_of(node_named(view, "unknown")).codes.empty());
    const auto of = [&](std::string_view model) {
        return assess_exposure(view, node_named(view, model), small_lexicon(), "").origin;
    };
    CHECK(of("K") == Origin::foreign_weights);
    CHECK(of("K2") == Origin::unknown_base);
    CHECK(of("K3") == Origin::foreign_weights);
}

TEST_CASE("what rests on domestic models only does not count as foreign", "[exposure]") {
    LittleGraph graph = two_makers();
    graph.edge("K2", "based_on", "K");
    graph.edge("K2", "developed_by", "Korean");
    CHECK(origin(graph, "K2") == "domestic_base");
}

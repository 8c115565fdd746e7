#include "graph/view.hpp"

#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"

#include <random>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

std::string line(const View& view, EdgeId id) {
    const View::Edge edge = view.edge(id);
    return std::string(view.node(edge.subject).name) + " -" + view.ontology().predicate(edge.predicate).name + "-> " +
           std::string(view.node(edge.object).name) + " " + std::string(name_of(edge.status));
}

std::vector<std::string> lines(const View& view, View::EdgeRange range) {
    std::vector<std::string> all;
    for (const EdgeId edge : range) {
        all.push_back(line(view, edge));
    }
    return all;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a view numbers nodes by key and edges by subject, predicate, object, status", "[view]") {
    LittleGraph graph;
    graph.edge("B", "uses", "C");
    graph.edge("B", "based_on", "C", Status::denied);
    graph.edge("B", "based_on", "C", Status::asserted);
    graph.edge("B", "based_on", "A");
    graph.edge("A", "version_of", "C");
    const View view = graph.view();
    CHECK(view.node_count() == 3);
    CHECK(view.node({0}).name == "A");
    CHECK(view.node({2}).name == "C");
    CHECK(lines(view, view.edges()) == Lines{"A -version_of-> C asserted", "B -based_on-> A asserted",
                                             "B -based_on-> C asserted", "B -based_on-> C denied",
                                             "B -uses-> C asserted"});
    CHECK(lines(view, view.in(node_named(view, "C"))) == Lines{"A -version_of-> C asserted", "B -based_on-> C asserted",
                                                               "B -based_on-> C denied", "B -uses-> C asserted"});
    CHECK(view.out(node_named(view, "C")).empty());
    CHECK_FALSE(view.find_key("D").has_value());
}

TEST_CASE("qualifiers and details follow their edge and node through the renumbering", "[view]") {
    Qualifiers said;
    said.how = "distilled";
    LittleGraph graph;
    graph.edge("Z", "based_on", "Y", Status::asserted, 0.5, said);
    graph.edge("X", "based_on", "Y", Status::asserted, 0.25);
    graph.attribute("X", "from_scratch", true, Status::alleged);
    const View view = graph.view();
    const EdgeId of_z = *view.out(node_named(view, "Z")).begin();
    const EdgeId of_x = *view.out(node_named(view, "X")).begin();
    CHECK(view.qualifiers(of_z).how == "distilled");
    CHECK(view.edge(of_z).confidence == 0.5F);
    CHECK(view.qualifiers(of_x) == Qualifiers{});
    CHECK(view.edge(of_x).confidence == 0.25F);
    CHECK(view.attributes(node_named(view, "X")).size() == 1);
    CHECK(view.attributes(node_named(view, "Y")).empty());
    CHECK(view.names(node_named(view, "Y")) == std::vector<NodeName>{{"Y", ""}});
}

TEST_CASE("a view does not depend on the order in which it was built", "[view][determinism][same bytes]") {
    const auto build = [](unsigned seed) {
        std::vector<std::pair<int, int>> pairs;
        for (int i = 0; i < 200; ++i) {
            pairs.emplace_back((i * 37) % 50, (i * 11 + i / 50) % 50);
        }
        std::mt19937 random(seed);
        std::shuffle(pairs.begin(), pairs.end(), random);
        LittleGraph graph;
        for (const auto& [from, to] : pairs) {
            graph.edge(std::to_string(from), "based_on", std::to_string(to));
        }
        const View view = graph.view();
        return lines(view, view.edges());
    };
    CHECK(build(1) == build(2));
    CHECK(build(1).size() == 200);
}

TEST_CASE("a builder refuses two nodes of one key and edges to nowhere", "[view]") {
    View::Builder twice(embedded_ontology());
    twice.add_node({.key = "a", .type = {}, .name = "A"});
    twice.add_node({.key = "a", .type = {}, .name = "B"});
    CHECK_THROWS_AS(std::move(twice).build(), std::invalid_argument);
    View::Builder nowhere(embedded_ontology());
    nowhere.add_node({.key = "a", .type = {}, .name = "A"});
    CHECK_THROWS_AS(nowhere.add_edge({.subject = {0}, .predicate = {0}, .object = {1}}), std::invalid_argument);
}

TEST_CASE("an empty view is a view", "[view]") {
    const View view = View::Builder(embedded_ontology()).build();
    CHECK(view.node_count() == 0);
    CHECK(view.edges().empty());
}

#include "graph/match.hpp"

#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"
#include "tests/graph/random_graph.hpp"

#include <fstream>
#include <set>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

using Lines = std::vector<std::string>;

EdgeFilter facts() {
    EdgeFilter filter;
    filter.statuses = {Status::asserted};
    return filter;
}

/// The names of the entities of each match.
Lines matches(const View& view, std::string_view text, std::size_t limit = 1000) {
    Lines lines;
    for (const PatternMatch& match : find_matches(view, parse_pattern(text, view.ontology()), facts(), limit)) {
        std::string line;
        for (const NodeId node : match.nodes) {
            line += (line.empty() ? "" : ", ") + std::string(view.node(node).name);
        }
        lines.push_back(line);
    }
    return lines;
}

View little_world() {
    LittleGraph graph;
    graph.entity("Organization", "Alibaba", "CN");
    graph.entity("Organization", "SKT", "KR");
    graph.entity("Product", "A.");
    graph.edge("A.X 4.0", "based_on", "Qwen 2.5");
    graph.edge("A.X 4.0", "developed_by", "SKT");
    graph.edge("A.X 4.0 Light", "version_of", "A.X 4.0");
    graph.edge("Qwen 2.5", "version_of", "Qwen");
    graph.edge("Qwen 2.5", "developed_by", "Alibaba");
    graph.edge("A.", "uses", "A.X 4.0");
    graph.edge("A.", "uses", "rumoured", Status::alleged);
    graph.attribute("Qwen 2.5", "parameters", std::int64_t{72000000000});
    return graph.view();
}

} // namespace

TEST_CASE("every example of the grammar is understood or refused as it says", "[match][grammar]") {
    std::ifstream file(std::string(JOKBO_SOURCE_DIR) + "/graph/match.grammar");
    REQUIRE(file);
    int examples = 0;
    for (std::string line; std::getline(file, line);) {
        CAPTURE(line);
        if (line.starts_with("ok:")) {
            CHECK_NOTHROW(parse_pattern(line.substr(3), embedded_ontology()));
            ++examples;
        } else if (line.starts_with("no:")) {
            CHECK_THROWS_AS(parse_pattern(line.substr(3), embedded_ontology()), UsageError);
            ++examples;
        }
    }
    CHECK(examples >= 24);
}

TEST_CASE("a pattern finds the models that rest on a country", "[match]") {
    const View view = little_world();
    CHECK(matches(view, "(m:Model)-[based_on+]->(b:Model)-[developed_by]->(o:Organization {country: CN})") ==
          Lines{"A.X 4.0, Qwen 2.5, Alibaba"});
    CHECK(matches(view, "(m:Model)-[:based_on|version_of]->+(b {name: 'qwen-2.5'})") ==
          Lines{"A.X 4.0, Qwen 2.5", "A.X 4.0 Light, Qwen 2.5"});
    CHECK(matches(view, "(o {country: KR})<-[developed_by]-(m)<-[uses]-(p:Product)") == Lines{"SKT, A.X 4.0, A."});
    CHECK(matches(view, "(m {parameters: 72000000000})") == Lines{"Qwen 2.5"});
    CHECK(matches(view, "(m {parameters: 7})").empty());
    CHECK(matches(view, "(a)-[version_of*]->(b {key: Qwen})") == Lines{"Qwen, Qwen", "Qwen 2.5, Qwen"});
}

TEST_CASE("only what is asserted matches unless a status is asked for", "[match][status]") {
    const View view = little_world();
    CHECK(matches(view, "(p)-[uses]->(m)") == Lines{"A., A.X 4.0"});
    CHECK(matches(view, "(p)-[uses {status: alleged}]->(m)") == Lines{"A., rumoured"});
}

TEST_CASE("a match holds the edges that it rests on", "[match]") {
    const View view = little_world();
    const auto found = find_matches(
        view, parse_pattern("(l {name: \"A.X 4.0 Light\"})-[version_of|based_on{2,3}]->(b)", view.ontology()), facts());
    REQUIRE(found.size() == 2);
    CHECK(view.node(found[0].nodes[1]).name == "Qwen");
    REQUIRE(found[0].edges[0].size() == 3);
    CHECK(view.edge(found[0].edges[0][0]).subject == node_named(view, "A.X 4.0 Light"));
    CHECK(view.edge(found[0].edges[0][2]).object == node_named(view, "Qwen"));
}

TEST_CASE("the limit cuts off and the order stays", "[match]") {
    const View view = little_world();
    const Lines all = matches(view, "(a)-->(b)");
    CHECK(all.size() == 6);
    CHECK(matches(view, "(a)-->(b)", 2) == Lines{all[0], all[1]});
}

TEST_CASE("an error shows its place and what is understood", "[match][grammar]") {
    try {
        parse_pattern("(m:Modell)", embedded_ontology());
        FAIL("not refused");
    } catch (const UsageError& error) {
        const std::string what = error.what();
        CHECK(what.find("did you mean 'Model'?") != std::string::npos);
        CHECK(what.find("  (m:Modell)\n     ^\n") != std::string::npos);
        CHECK(what.find("no WHERE") != std::string::npos);
    }
}

namespace {

bool one_step(const View& view, const Pattern::Edge& wanted, NodeId a, NodeId b) {
    using Direction = Pattern::Edge::Direction;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        const bool relation =
            wanted.relations.empty() || std::ranges::find(wanted.relations, edge.predicate) != wanted.relations.end();
        const bool along = edge.subject == a && edge.object == b && wanted.direction != Direction::against;
        const bool against = edge.subject == b && edge.object == a && wanted.direction != Direction::along;
        if (relation && edge.status == Status::asserted && (along || against)) {
            return true;
        }
    }
    return false;
}

/// By counting walks of every length up to more than any needed.
bool holds(const View& view, const Pattern::Edge& wanted, NodeId a, NodeId b) {
    std::set<NodeId> at{a};
    const std::size_t most = std::min<std::size_t>(wanted.most, wanted.least + view.node_count());
    for (std::size_t steps = 0; steps <= most; ++steps) {
        if (steps >= wanted.least && at.contains(b)) {
            return true;
        }
        std::set<NodeId> next;
        for (const NodeId from : at) {
            for (std::uint32_t to = 0; to < view.node_count(); ++to) {
                if (one_step(view, wanted, from, {to})) {
                    next.insert({to});
                }
            }
        }
        at = std::move(next);
    }
    return false;
}

} // namespace

TEST_CASE("matches agree with trying every assignment on random graphs", "[match][oracle]") {
    Random random(37);
    const RandomGraph shape{.nodes = 6, .edges = 9, .statuses = {Status::asserted, Status::asserted, Status::denied}};
    const std::vector<std::string> edges = {
        "-[based_on]->", "<-[version_of]-",         "~[uses|based_on]~",       "-[based_on+]->", "<-[uses*]-",
        "-->",           "-[version_of|uses{2}]->", "-[based_on|uses{0,2}]->", "-[{2,}]->"};
    std::size_t found_in_all = 0;
    for (int round = 0; round < 150; ++round) {
        const View view = random_view(random, shape);
        const std::string text =
            "(a)" + random.pick(edges) + "(b)" + random.pick(edges) + (random.below(2) == 0 ? "(c)" : "(a)");
        CAPTURE(text);
        const Pattern pattern = parse_pattern(text, view.ontology());
        std::set<std::vector<NodeId>> expected;
        const auto count = static_cast<std::uint32_t>(view.node_count());
        const std::uint32_t last = pattern.nodes.size() == 3 ? count : 1;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = 0; b < count; ++b) {
                for (std::uint32_t c = 0; c < last; ++c) {
                    std::vector<NodeId> nodes{{a}, {b}, {c}};
                    nodes.resize(pattern.nodes.size());
                    if (std::ranges::all_of(pattern.edges, [&](const Pattern::Edge& edge) {
                            return holds(view, edge, nodes[edge.from], nodes[edge.to]);
                        })) {
                        expected.insert(nodes);
                    }
                }
            }
        }
        std::set<std::vector<NodeId>> found;
        for (const PatternMatch& match : find_matches(view, pattern, facts())) {
            REQUIRE(found.insert(match.nodes).second);
            for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
                const auto& edge = pattern.edges[i];
                if (edge.repeats()) {
                    REQUIRE(match.edges[i].size() >= edge.least);
                    REQUIRE(match.edges[i].size() <= edge.most);
                } else {
                    REQUIRE_FALSE(match.edges[i].empty());
                }
            }
        }
        REQUIRE(found == expected);
        found_in_all += found.size();
    }
    CHECK(found_in_all > 300);
}

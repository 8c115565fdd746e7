#include "graph/paths.hpp"

#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"
#include "tests/graph/random_graph.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

using Lines = std::vector<std::string>;

Lines ways(const View& view, std::string_view from, std::string_view to, std::size_t k, EdgeFilter filter = {}) {
    Lines lines;
    for (const Way& way : best_ways(view, node_named(view, from), node_named(view, to), k, filter)) {
        std::string line(from);
        for (const Way::Hop& hop : way.hops) {
            line += " " + view.ontology().predicate(view.edge(hop.edges.front()).predicate).name + " " +
                    std::string(view.node(hop.to).name);
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("ways go along edges of either direction, the shortest first, then the best believed", "[paths]") {
    LittleGraph graph;
    for (const auto* name : {"KT", "Microsoft", "OpenAI", "SKT"}) {
        graph.entity("Organization", name);
    }
    graph.edge("KT", "partners_with", "Microsoft", Status::asserted, 0.9);
    graph.edge("Microsoft", "invests_in", "OpenAI", Status::asserted, 0.9);
    graph.edge("SKT", "partners_with", "KT", Status::asserted, 0.9);
    graph.edge("OpenAI", "partners_with", "SKT", Status::asserted, 0.5);
    const View view = graph.view();
    CHECK(ways(view, "KT", "OpenAI", 5) ==
          Lines{"KT partners_with Microsoft invests_in OpenAI", "KT partners_with SKT partners_with OpenAI"});
    CHECK(ways(view, "KT", "OpenAI", 1).size() == 1);
    CHECK(ways(view, "KT", "KT", 3).empty());
    EdgeFilter sure;
    sure.min_confidence = 0.95;
    CHECK(ways(view, "KT", "OpenAI", 1, sure).empty());
}

TEST_CASE("a hop shows all edges between its two entities, the asserted and best believed first", "[paths]") {
    LittleGraph graph;
    graph.edge("a", "based_on", "b", Status::alleged, 0.9);
    graph.edge("a", "compared_with", "b", Status::asserted, 0.5);
    graph.edge("b", "uses", "a", Status::asserted, 0.7);
    const View view = graph.view();
    const auto found = best_ways(view, node_named(view, "a"), node_named(view, "b"), 1, {});
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].hops[0].edges.size() == 3);
    CHECK(view.ontology().predicate(view.edge(found[0].hops[0].edges[0]).predicate).name == "uses");
    CHECK(view.edge(found[0].hops[0].edges[2]).status == Status::alleged);
    CHECK(found[0].belief == Approx(0.7));
}

TEST_CASE("between ways of one length the one with fewer rumours comes first", "[paths][status]") {
    LittleGraph graph;
    graph.edge("a", "uses", "rumour", Status::alleged, 1.0);
    graph.edge("rumour", "uses", "z", Status::asserted, 1.0);
    graph.edge("a", "uses", "word", Status::asserted, 0.2);
    graph.edge("word", "uses", "z", Status::asserted, 0.2);
    const View view = graph.view();
    CHECK(ways(view, "a", "z", 2) == Lines{"a uses word uses z", "a uses rumour uses z"});
}

namespace {

/// Hops, unasserted hops, doubt as the algorithm counts it, then the nodes.
using Rank = std::tuple<std::size_t, std::size_t, long long, std::vector<NodeId>>;

std::pair<std::size_t, long long> hop_rank(const View& view, NodeId a, NodeId b) {
    std::pair<std::size_t, long long> best{9, 0};
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        if ((edge.subject == a && edge.object == b) || (edge.subject == b && edge.object == a)) {
            best = std::min(best, std::pair<std::size_t, long long>(
                                      edge.status == Status::asserted ? 0 : 1,
                                      std::llround(-std::log(static_cast<double>(edge.confidence)) * 1e9)));
        }
    }
    return best;
}

void every_way(const View& view, std::vector<NodeId>& nodes, std::size_t unasserted, long long doubt, NodeId to,
               std::set<Rank>& all) {
    if (nodes.back() == to) {
        all.emplace(nodes.size() - 1, unasserted, doubt, nodes);
        return;
    }
    for (std::uint32_t next = 0; next < view.node_count(); ++next) {
        const auto [rumours, more] = hop_rank(view, nodes.back(), {next});
        if (rumours < 9 && std::ranges::find(nodes, NodeId{next}) == nodes.end()) {
            nodes.push_back({next});
            every_way(view, nodes, unasserted + rumours, doubt + more, to, all);
            nodes.pop_back();
        }
    }
}

} // namespace

TEST_CASE("the k best ways agree with trying every way on random graphs", "[paths][oracle]") {
    Random random(5);
    const RandomGraph shape{.nodes = 7, .edges = 12, .statuses = {Status::asserted, Status::asserted, Status::alleged}};
    std::size_t compared = 0;
    for (int round = 0; round < 150; ++round) {
        const View view = random_view(random, shape);
        std::set<Rank> all;
        std::vector<NodeId> nodes{{0}};
        const NodeId to{1};
        every_way(view, nodes, 0, 0, to, all);
        const std::size_t k = 1 + random.below(8);
        const std::size_t depth = 1 + random.below(6);
        std::erase_if(all, [&](const Rank& rank) { return std::get<3>(rank).size() - 1 > depth; });
        const auto found = best_ways(view, {0}, to, k, {}, depth);
        REQUIRE(found.size() == std::min(k, all.size()));
        auto expected = all.begin();
        for (const Way& way : found) {
            std::vector<NodeId> route{{0}};
            for (const Way::Hop& hop : way.hops) {
                route.push_back(hop.to);
            }
            REQUIRE(route == std::get<3>(*expected++));
            ++compared;
        }
    }
    CHECK(compared > 200);
}

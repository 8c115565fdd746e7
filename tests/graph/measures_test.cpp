#include "graph/measures.hpp"

#include "graph/chokepoints.hpp"
#include "graph/reachability.hpp"
#include "graph/simple_graph.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"
#include "tests/graph/random_graph.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

using Pairs = std::vector<SimpleGraph::Edge>;

/// What `start` reaches over the pairs without passing `barred`.
std::set<std::uint32_t> reach(const Pairs& pairs, std::uint32_t start, std::uint32_t barred) {
    std::set<std::uint32_t> met;
    if (start == barred) {
        return met;
    }
    met.insert(start);
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& [from, to] : pairs) {
            grown = (met.contains(from) && to != barred && met.insert(to).second) || grown;
        }
    }
    return met;
}

constexpr std::uint32_t nobody = 1000000;

std::map<NodeId, double> by_node(const std::vector<Measured>& measured) {
    std::map<NodeId, double> values;
    for (const auto& [node, value] : measured) {
        values[node] = value;
    }
    return values;
}

const RandomGraph shape{.nodes = 9, .edges = 14};

} // namespace

TEST_CASE("reachability agrees with the fixed point on random graphs", "[reachability][oracle]") {
    Random random(7);
    for (int round = 0; round < 100; ++round) {
        const View view = random_view(random, shape);
        const SimpleGraph simple(view, {});
        Reachability reachability(view, {});
        for (std::uint32_t start = 0; start < simple.nodes; ++start) {
            auto expected = reach(simple.edges, start, nobody);
            expected.erase(start);
            std::set<std::uint32_t> found;
            for (const NodeId node : reachability.from({start}, LineageDirection::upstream)) {
                REQUIRE(found.insert(node.value).second);
            }
            REQUIRE(found == expected);
            for (const NodeId node : reachability.from({start}, LineageDirection::downstream)) {
                REQUIRE(reach(simple.edges, node.value, nobody).contains(start));
            }
        }
    }
}

TEST_CASE("pagerank agrees with its equation on random graphs", "[measures][oracle]") {
    Random random(11);
    for (int round = 0; round < 60; ++round) {
        const View view = random_view(random, shape);
        const SimpleGraph simple(view, {});
        const double nodes = simple.nodes;
        std::vector<double> outs(simple.nodes);
        for (const auto& edge : simple.edges) {
            ++outs[edge.first];
        }
        std::vector<double> ranks(simple.nodes, 1 / nodes);
        for (int step = 0; step < 300; ++step) {
            double dangling = 0;
            for (std::uint32_t node = 0; node < simple.nodes; ++node) {
                dangling += outs[node] > 0 ? 0 : ranks[node];
            }
            std::vector<double> next(simple.nodes, (0.15 + 0.85 * dangling) / nodes);
            for (const auto& [from, to] : simple.edges) {
                next[to] += 0.85 * ranks[from] / outs[from];
            }
            ranks = next;
        }
        double sum = 0;
        for (const auto& [node, value] : by_node(measure(view, Measure::pagerank, {}))) {
            REQUIRE(value == Approx(ranks[node.value]).epsilon(1e-8));
            sum += value;
        }
        REQUIRE(sum == Approx(1));
    }
}

TEST_CASE("betweenness agrees with counting all shortest ways on random graphs", "[measures][oracle]") {
    Random random(13);
    for (int round = 0; round < 60; ++round) {
        const View view = random_view(random, shape);
        const SimpleGraph simple(view, {});
        const auto count = simple.nodes;
        // Distances and numbers of shortest ways, by Floyd and Warshall.
        constexpr int far = 1000;
        std::vector<std::vector<int>> length(count, std::vector<int>(count, far));
        std::vector<std::vector<double>> ways(count, std::vector<double>(count));
        for (std::uint32_t node = 0; node < count; ++node) {
            length[node][node] = 0;
            ways[node][node] = 1;
        }
        for (int hops = 1; hops < static_cast<int>(count); ++hops) {
            for (std::uint32_t from = 0; from < count; ++from) {
                for (const auto& [at, to] : simple.edges) {
                    if (length[from][at] == hops - 1 && length[from][to] >= hops) {
                        length[from][to] = hops;
                        ways[from][to] += ways[from][at];
                    }
                }
            }
        }
        const auto measured = by_node(measure(view, Measure::betweenness, {}));
        for (std::uint32_t node = 0; node < count; ++node) {
            double sum = 0;
            for (std::uint32_t from = 0; from < count; ++from) {
                for (std::uint32_t to = 0; to < count; ++to) {
                    if (from != node && to != node && from != to && length[from][to] < far &&
                        length[from][node] + length[node][to] == length[from][to]) {
                        sum += ways[from][node] * ways[node][to] / ways[from][to];
                    }
                }
            }
            const double nodes = count;
            REQUIRE(measured.at({node}) == Approx(sum / ((nodes - 1) * (nodes - 2))).margin(1e-12));
        }
    }
}

TEST_CASE("degree counts neighbours once and downstream counts dependants", "[measures]") {
    LittleGraph graph;
    graph.edge("a", "based_on", "b");
    graph.edge("a", "uses", "b");
    graph.edge("b", "uses", "a");
    graph.edge("c", "based_on", "a");
    graph.edge("d", "based_on", "c", Status::planned);
    const View view = graph.view();
    const auto degrees = by_node(measure(view, Measure::degree, {}));
    CHECK(degrees.at(node_named(view, "a")) == 2);
    CHECK(degrees.at(node_named(view, "b")) == 1);
    EdgeFilter facts;
    facts.statuses = {Status::asserted};
    const auto downstream = by_node(measure(view, Measure::downstream, facts));
    CHECK(downstream.at(node_named(view, "a")) == 2);
    CHECK(downstream.at(node_named(view, "c")) == 0);
    CHECK(measure(view, Measure::degree, {}).front().node == node_named(view, "a"));
}

TEST_CASE("a chokepoint is what everything must come by", "[chokepoints]") {
    LittleGraph graph;
    for (const auto* name : {"M1", "M2", "M3"}) {
        graph.edge(name, "based_on", "base");
    }
    graph.edge("base", "trained_with", "chip A");
    graph.edge("base", "trained_with", "chip B");
    graph.edge("M3", "based_on", "other base");
    const View view = graph.view();
    const auto found = find_chokepoints(view, {});
    const auto& points = found.points;
    REQUIRE_FALSE(points.empty());
    CHECK(points.front().node == node_named(view, "base"));
    // M3 could rest on the other base, and the base on either chip.
    CHECK(points.front().dominates == 2);
    CHECK(found.dominated_by(points.front().node) == std::vector{node_named(view, "M1"), node_named(view, "M2")});
    CHECK(points.front().cut_off == 4);
}

TEST_CASE("a long chain is told in the time of its length", "[chokepoints]") {
    // A list for each entity of what it dominates would take two billion steps.
    constexpr std::uint32_t length = 60'000;
    LittleGraph graph;
    for (std::uint32_t i = 1; i < length; ++i) {
        graph.edge("M" + std::to_string(i), "based_on", "M" + std::to_string(i - 1));
    }
    const View view = graph.view();
    const auto found = find_chokepoints(view, {});
    REQUIRE(found.points.size() == length - 1);
    CHECK(found.points.front().node == node_named(view, "M0"));
    CHECK(found.points.front().dominates == length - 1);
    CHECK(found.dominated_by(node_named(view, "M59997")).size() == 2);
}

TEST_CASE("dominators and articulation points agree with taking nodes out on random graphs", "[chokepoints][oracle]") {
    Random random(17);
    std::size_t met = 0;
    for (int round = 0; round < 200; ++round) {
        const RandomGraph sparse{.nodes = 9, .edges = static_cast<std::size_t>(7 + round % 9)};
        const View view = random_view(random, sparse);
        const SimpleGraph simple(view, {});
        Pairs flow;
        for (const auto& [subject, object] : simple.edges) {
            flow.emplace_back(object, subject);
        }
        // The ground: what depends on nothing but what depends on it in turn.
        std::set<std::uint32_t> ground;
        for (std::uint32_t node = 0; node < simple.nodes; ++node) {
            const auto below = reach(simple.edges, node, nobody);
            if (std::ranges::all_of(
                    below, [&](std::uint32_t other) { return reach(simple.edges, other, nobody).contains(node); })) {
                ground.insert(node);
            }
        }
        const Chokepoints chokepoints = find_chokepoints(view, {});
        std::map<NodeId, Chokepoint> found;
        for (const Chokepoint& point : chokepoints.points) {
            found.emplace(point.node, point);
        }
        Pairs both = simple.undirected();
        for (const auto& [a, b] : simple.undirected()) {
            both.emplace_back(b, a);
        }
        for (std::uint32_t out = 0; out < simple.nodes; ++out) {
            std::set<std::uint32_t> standing;
            for (const std::uint32_t bottom : ground) {
                standing.merge(reach(flow, bottom, out));
            }
            std::vector<NodeId> dominated;
            for (std::uint32_t node = 0; node < simple.nodes; ++node) {
                if (node != out && !standing.contains(node)) {
                    dominated.push_back({node});
                }
            }
            // The parts that the component of `out` falls into.
            auto component = reach(both, out, nobody);
            component.erase(out);
            std::size_t largest = 0;
            for (const std::uint32_t node : component) {
                largest = std::max(largest, reach(both, node, out).size());
            }
            const std::size_t cut = component.size() - largest;
            const auto point = found.find({out});
            if (simple.edges.empty() || (dominated.empty() && cut == 0)) {
                REQUIRE(point == found.end());
                continue;
            }
            REQUIRE(point != found.end());
            REQUIRE(chokepoints.dominated_by({out}) == dominated);
            REQUIRE(point->second.dominates == dominated.size());
            REQUIRE(point->second.cut_off == cut);
            ++met;
        }
    }
    CHECK(met > 200);
}

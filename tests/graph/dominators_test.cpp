#include "graph/dominators.hpp"

#include "tests/catch.hpp"
#include "tests/graph/random_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// What Boost says, where the root and what is not reached have themselves.
std::vector<std::uint32_t> by_boost(std::uint32_t nodes, const Edges& edges, std::uint32_t root) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    const Graph graph(edges.begin(), edges.end(), nodes);
    std::vector<std::uint32_t> dominators(nodes);
    for (std::uint32_t node = 0; node < nodes; ++node) {
        dominators[node] = node;
    }
    boost::lengauer_tarjan_dominator_tree(
        graph, root, boost::make_iterator_property_map(dominators.begin(), boost::get(boost::vertex_index, graph)));
    return dominators;
}

} // namespace

TEST_CASE("dominators agree with Boost's on random graphs", "[dominators][oracle]") {
    Random random(23);
    for (std::uint32_t round = 0; round < 300; ++round) {
        const std::uint32_t nodes = 2 + round % 60;
        Edges edges;
        // Where an edge comes from what the root does not reach, Boost 1.74 errs.
        for (std::uint32_t node = 1; node < nodes; ++node) {
            edges.emplace_back(random.below(node), node);
        }
        for (std::size_t i = 0; i < nodes * (1 + round % 4); ++i) {
            edges.emplace_back(random.below(nodes), random.below(nodes));
        }
        REQUIRE(immediate_dominators(nodes, edges, 0) == by_boost(nodes, edges, 0));
    }
}

TEST_CASE("what the root does not reach dominates nothing and has itself", "[dominators]") {
    CHECK(immediate_dominators(5, {{0, 1}, {1, 2}, {3, 2}, {3, 4}}, 0) == std::vector<std::uint32_t>{0, 0, 1, 3, 4});
}

TEST_CASE("dominators of one knot of a million in a row need no stack", "[dominators]") {
    constexpr std::uint32_t nodes = 1'000'000;
    Edges edges;
    for (std::uint32_t node = 1; node < nodes; ++node) {
        edges.emplace_back(node - 1, node);
    }
    edges.emplace_back(nodes - 1, 1);
    const auto dominators = immediate_dominators(nodes, edges, 0);
    CHECK(dominators[1] == 0);
    CHECK(dominators[nodes / 2] == nodes / 2 - 1);
    CHECK(dominators[nodes - 1] == nodes - 2);
}

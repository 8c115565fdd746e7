#include "graph/simple_graph.hpp"

#include <algorithm>

namespace jokbo {

namespace {

void make_unique(std::vector<SimpleGraph::Edge>& edges) {
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

} // namespace

SimpleGraph::SimpleGraph(const View& view, const EdgeFilter& filter)
    : nodes(static_cast<std::uint32_t>(view.node_count())) {
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        if (edge.subject != edge.object && filter.admits(edge)) {
            edges.emplace_back(edge.subject.value, edge.object.value);
        }
    }
    make_unique(edges);
}

std::vector<SimpleGraph::Edge> SimpleGraph::undirected() const {
    std::vector<Edge> pairs = edges;
    for (auto& [a, b] : pairs) {
        if (a > b) {
            std::swap(a, b);
        }
    }
    make_unique(pairs);
    return pairs;
}

} // namespace jokbo

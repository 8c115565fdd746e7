#include "graph/knots.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace jokbo {

namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;

/// Some edges of a view on nodes numbered 0, 1, 2, … in the order of their ids.
struct Part {
    std::vector<NodeId> nodes;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; ///< as `edges`, by the first
    const std::vector<EdgeId>& edges;

    auto pairs_from(std::uint32_t node) const {
        return std::ranges::equal_range(pairs, node, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    }

    Part(const View& view, const std::vector<EdgeId>& some) : edges(some) {
        for (const EdgeId id : edges) {
            nodes.push_back(view.edge(id).subject);
            nodes.push_back(view.edge(id).object);
        }
        std::ranges::sort(nodes);
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        for (const EdgeId id : edges) {
            pairs.emplace_back(number(view.edge(id).subject), number(view.edge(id).object));
        }
    }

    std::uint32_t number(NodeId node) const {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
    }
};

/// Breadth first from `start` back to it, within its component.
std::vector<EdgeId> shortest_round(const Part& part, const std::vector<std::uint32_t>& component, std::uint32_t start) {
    std::map<std::uint32_t, std::size_t> reached_by; // node, position of the edge
    std::vector<std::uint32_t> queue{start};
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const std::uint32_t from = queue[next];
        for (const auto& pair : part.pairs_from(from)) {
            const std::uint32_t to = pair.second;
            const auto position = static_cast<std::size_t>(&pair - part.pairs.data());
            if (component[to] != component[start] || !reached_by.emplace(to, position).second) {
                continue;
            }
            if (to == start) {
                std::vector<EdgeId> round;
                std::uint32_t node = start;
                do {
                    const std::size_t edge = reached_by.at(node);
                    round.push_back(part.edges[edge]);
                    node = part.pairs[edge].first;
                } while (node != start);
                std::ranges::reverse(round);
                return round;
            }
            queue.push_back(to);
        }
    }
    return {};
}

} // namespace

std::vector<std::vector<EdgeId>> find_knots(const View& view, const std::vector<EdgeId>& edges) {
    const Part part(view, edges);
    const auto count = static_cast<std::uint32_t>(part.nodes.size());
    if (count == 0) {
        return {};
    }
    const Graph graph(boost::edges_are_unsorted_multi_pass, part.pairs.begin(), part.pairs.end(), count);
    std::vector<std::uint32_t> component(count);
    boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<std::uint32_t> sizes(count);
    for (const std::uint32_t number : component) {
        ++sizes[number];
    }
    std::vector<std::vector<EdgeId>> rounds;
    std::vector<bool> done(count);
    for (std::uint32_t node = 0; node < count; ++node) {
        const bool turns_on_itself =
            std::ranges::any_of(part.pairs_from(node), [&](const auto& pair) { return pair.second == node; });
        if ((sizes[component[node]] > 1 || turns_on_itself) && !done[component[node]]) {
            done[component[node]] = true;
            rounds.push_back(shortest_round(part, component, node));
        }
    }
    return rounds;
}

} // namespace jokbo

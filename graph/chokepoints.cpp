#include "graph/chokepoints.hpp"

#include "graph/dominators.hpp"
#include "graph/simple_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace jokbo {

namespace {

using Number = std::uint32_t;
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, Number, Number>;

template <class AnyGraph>
auto map_of(std::vector<Number>& values, const AnyGraph& graph) {
    return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

/// The immediate dominator of every node in the graph of dependencies turned round, with one root (numbered `nodes`) above
/// all that depends on nothing; the root for nodes that only the root dominates.
std::vector<Number> dominators_of(const SimpleGraph& simple) {
    const Number root = simple.nodes;
    std::vector<SimpleGraph::Edge> flow;
    flow.reserve(simple.edges.size());
    for (const auto& [subject, object] : simple.edges) {
        flow.emplace_back(object, subject);
    }
    // A knot of entities that depend on each other and on nothing else is entered at each of them.
    const Graph plain(boost::edges_are_unsorted_multi_pass, flow.begin(), flow.end(), root);
    std::vector<Number> component(root);
    boost::strong_components(plain, map_of(component, plain));
    std::vector<bool> rests_on_others(root);
    for (const auto& [from, to] : flow) {
        if (component[from] != component[to]) {
            rests_on_others[component[to]] = true;
        }
    }
    for (Number node = 0; node < root; ++node) {
        if (!rests_on_others[component[node]]) {
            flow.emplace_back(root, node);
        }
    }
    return immediate_dominators(root + 1, flow, root);
}

/// Lays the tree of immediate dominators out, without the root.
void lay_out(const std::vector<Number>& dominators, Chokepoints& chokepoints) {
    const auto root = static_cast<Number>(dominators.size() - 1);
    std::vector<Number> starts(dominators.size() + 1);
    for (Number node = 0; node < root; ++node) {
        ++starts[dominators[node] + 1];
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<Number> children(root);
    auto next = starts;
    for (Number node = 0; node < root; ++node) {
        children[next[dominators[node]]++] = node;
    }
    chokepoints.tree.reserve(root);
    chokepoints.place.resize(root);
    chokepoints.below.resize(root);
    std::vector<Number> waiting{root};
    while (!waiting.empty()) {
        const Number node = waiting.back();
        waiting.pop_back();
        if (node != root) {
            chokepoints.place[node] = static_cast<Number>(chokepoints.tree.size());
            chokepoints.tree.push_back({node});
        }
        waiting.insert(waiting.end(), children.begin() + starts[node], children.begin() + starts[node + 1]);
    }
    for (auto at = chokepoints.tree.rbegin(); at != chokepoints.tree.rend(); ++at) {
        if (const Number above = dominators[at->value]; above != root) {
            chokepoints.below[above] += chokepoints.below[at->value] + 1;
        }
    }
}

/// For every articulation point the number of nodes outside the largest part that its going leaves of its component.
std::map<Number, std::size_t> cut_off(const SimpleGraph& simple) {
    using EdgeNumber = boost::property<boost::edge_index_t, std::size_t>;
    using Undirected =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, EdgeNumber>;
    const auto pairs = simple.undirected();
    Undirected graph(simple.nodes);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        boost::add_edge(pairs[i].first, pairs[i].second, EdgeNumber(i), graph);
    }
    std::vector<std::size_t> block(pairs.size());
    std::vector<std::size_t> cuts;
    boost::biconnected_components(
        graph, boost::make_iterator_property_map(block.begin(), boost::get(boost::edge_index, graph)),
        std::back_inserter(cuts));
    std::ranges::sort(cuts);

    // The forest of blocks and cut points: nodes below `blocks` are blocks, the others cut points.
    const std::size_t blocks = block.empty() ? 0 : *std::ranges::max_element(block) + 1;
    std::vector<std::vector<std::size_t>> members(blocks);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        members[block[i]].push_back(pairs[i].first);
        members[block[i]].push_back(pairs[i].second);
    }
    std::vector<std::vector<std::size_t>> tree(blocks + cuts.size());
    std::vector<std::size_t> weight(tree.size()); // nodes that it stands for: a block's own ones, a cut point itself
    for (std::size_t b = 0; b < blocks; ++b) {
        std::ranges::sort(members[b]);
        members[b].erase(std::unique(members[b].begin(), members[b].end()), members[b].end());
        for (const std::size_t node : members[b]) {
            const auto found = std::ranges::lower_bound(cuts, node);
            if (found != cuts.end() && *found == node) {
                const std::size_t cut = blocks + static_cast<std::size_t>(found - cuts.begin());
                tree[b].push_back(cut);
                tree[cut].push_back(b);
            } else {
                ++weight[b];
            }
        }
    }
    std::fill(weight.begin() + static_cast<std::ptrdiff_t>(blocks), weight.end(), 1);

    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> parent(tree.size(), none);
    std::vector<std::size_t> size = weight;
    std::vector<std::size_t> whole(tree.size());
    std::vector<bool> met(tree.size());
    for (std::size_t start = 0; start < tree.size(); ++start) {
        if (met[start]) {
            continue;
        }
        std::vector<std::size_t> order{start};
        met[start] = true;
        for (std::size_t at = 0; at < order.size(); ++at) {
            for (const std::size_t next : tree[order[at]]) {
                if (!met[next]) {
                    met[next] = true;
                    parent[next] = order[at];
                    order.push_back(next);
                }
            }
        }
        for (auto at = order.rbegin(); at != order.rend(); ++at) {
            if (parent[*at] != none) {
                size[parent[*at]] += size[*at];
            }
        }
        for (const std::size_t at : order) {
            whole[at] = size[start];
        }
    }
    std::map<Number, std::size_t> lost;
    for (std::size_t cut = blocks; cut < tree.size(); ++cut) {
        std::size_t largest = whole[cut] - size[cut];
        for (const std::size_t next : tree[cut]) {
            if (next != parent[cut]) {
                largest = std::max(largest, size[next]);
            }
        }
        lost[static_cast<Number>(cuts[cut - blocks])] = whole[cut] - 1 - largest;
    }
    return lost;
}

} // namespace

std::vector<NodeId> Chokepoints::dominated_by(NodeId node) const {
    const auto first = tree.begin() + place.at(node.value) + 1;
    std::vector<NodeId> nodes(first, first + below.at(node.value));
    std::ranges::sort(nodes);
    return nodes;
}

Chokepoints find_chokepoints(const View& view, const EdgeFilter& filter) {
    const SimpleGraph simple(view, filter);
    Chokepoints found;
    if (simple.edges.empty()) {
        return found;
    }
    lay_out(dominators_of(simple), found);
    const auto lost = cut_off(simple);
    for (Number node = 0; node < simple.nodes; ++node) {
        const auto cut = lost.find(node);
        const Chokepoint point{{node}, found.below[node], cut == lost.end() ? 0 : cut->second};
        if (point.dominates > 0 || point.cut_off > 0) {
            found.points.push_back(point);
        }
    }
    std::ranges::stable_sort(found.points, [](const Chokepoint& a, const Chokepoint& b) {
        return std::tuple(a.dominates, a.cut_off) > std::tuple(b.dominates, b.cut_off);
    });
    return found;
}

} // namespace jokbo

#include "graph/communities.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace jokbo {

namespace {

using Number = std::uint32_t;
/// Confidences as whole numbers, so that sums do not depend on their order.
using Weight = std::int64_t;

/// An undirected graph with weights; `loops` counts each of them twice, as a degree does.
struct Weighted {
    std::vector<std::vector<std::pair<Number, Weight>>> neighbours;
    std::vector<Weight> loops;
    Weight total = 0; ///< sum of all degrees

    explicit Weighted(std::size_t nodes) : neighbours(nodes), loops(nodes) {}

    std::size_t size() const { return neighbours.size(); }
    Weight degree(Number node) const {
        Weight sum = loops[node];
        for (const auto& [other, weight] : neighbours[node]) {
            sum += weight;
        }
        return sum;
    }
};

Weighted weighted(const View& view, const EdgeFilter& filter) {
    std::map<std::pair<Number, Number>, Weight> best;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        if (edge.subject != edge.object && filter.admits(edge)) {
            const auto ends = std::minmax(edge.subject.value, edge.object.value);
            auto& weight = best[{ends.first, ends.second}];
            weight = std::max<Weight>({weight, 1, std::llround(static_cast<double>(edge.confidence) * 10000)});
        }
    }
    Weighted graph(view.node_count());
    for (const auto& [ends, weight] : best) {
        graph.neighbours[ends.first].emplace_back(ends.second, weight);
        graph.neighbours[ends.second].emplace_back(ends.first, weight);
        graph.total += 2 * weight;
    }
    return graph;
}

/// Moves nodes one by one to the neighbouring group that gains most, until none gains.
std::vector<Number> settle(const Weighted& graph) {
    std::vector<Number> group(graph.size());
    std::iota(group.begin(), group.end(), 0U);
    std::vector<Weight> degrees(graph.size());
    for (Number node = 0; node < graph.size(); ++node) {
        degrees[node] = graph.degree(node);
    }
    std::vector<Weight> sums = degrees;
    const auto total = static_cast<double>(graph.total);
    bool moved = true;
    constexpr int most_rounds = 100;
    for (int round = 0; moved && round < most_rounds; ++round) {
        moved = false;
        for (Number node = 0; node < graph.size(); ++node) {
            std::map<Number, Weight> towards;
            towards[group[node]];
            for (const auto& [other, weight] : graph.neighbours[node]) {
                towards[group[other]] += weight;
            }
            sums[group[node]] -= degrees[node];
            const auto gain = [&](Number target) {
                return static_cast<double>(towards[target]) -
                       static_cast<double>(sums[target]) * static_cast<double>(degrees[node]) / total;
            };
            Number best = group[node];
            double best_gain = gain(best);
            for (const auto& [target, weight] : towards) {
                if (const double more = gain(target); more > best_gain + 1e-7) {
                    best = target;
                    best_gain = more;
                }
            }
            sums[best] += degrees[node];
            moved = moved || best != group[node];
            group[node] = best;
        }
    }
    return group;
}

/// Groups numbered without gaps, in the order of their first node.
std::size_t renumber(std::vector<Number>& group) {
    std::unordered_map<Number, Number> fresh;
    for (Number& number : group) {
        number = fresh.emplace(number, static_cast<Number>(fresh.size())).first->second;
    }
    return fresh.size();
}

Weighted contracted(const Weighted& graph, const std::vector<Number>& group, std::size_t groups) {
    Weighted small(groups);
    small.total = graph.total;
    std::map<std::pair<Number, Number>, Weight> between;
    for (Number node = 0; node < graph.size(); ++node) {
        small.loops[group[node]] += graph.loops[node];
        for (const auto& [other, weight] : graph.neighbours[node]) {
            if (group[node] == group[other]) {
                small.loops[group[node]] += weight;
            } else {
                between[{group[node], group[other]}] += weight;
            }
        }
    }
    for (const auto& [ends, weight] : between) {
        small.neighbours[ends.first].emplace_back(ends.second, weight);
    }
    return small;
}

double modularity_of(const Weighted& graph) {
    double sum = 0;
    const auto total = static_cast<double>(graph.total);
    for (Number node = 0; node < graph.size(); ++node) {
        const double degree = static_cast<double>(graph.degree(node)) / total;
        sum += static_cast<double>(graph.loops[node]) / total - degree * degree;
    }
    return sum;
}

} // namespace

Communities find_communities(const View& view, const EdgeFilter& filter) {
    Weighted graph = weighted(view, filter);
    if (graph.total == 0) {
        return {};
    }
    std::vector<bool> connected(view.node_count());
    for (Number node = 0; node < graph.size(); ++node) {
        connected[node] = !graph.neighbours[node].empty();
    }
    std::vector<Number> group(view.node_count());
    std::iota(group.begin(), group.end(), 0U);
    for (;;) {
        auto next = settle(graph);
        const std::size_t groups = renumber(next);
        for (Number& number : group) {
            number = next[number];
        }
        const bool settled = groups == graph.size();
        graph = contracted(graph, next, groups);
        if (settled) {
            break;
        }
    }
    Communities communities;
    communities.groups.resize(graph.size());
    for (Number node = 0; node < group.size(); ++node) {
        if (connected[node]) {
            communities.groups[group[node]].push_back({node});
        }
    }
    std::erase_if(communities.groups, [](const auto& members) { return members.empty(); });
    std::ranges::stable_sort(communities.groups, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    communities.modularity = modularity_of(graph);
    return communities;
}

} // namespace jokbo

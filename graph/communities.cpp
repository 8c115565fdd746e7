#include "graph/communities.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>
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
    using Tie = std::tuple<Number, Number, Weight>;
    std::vector<Tie> ties;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        if (edge.subject != edge.object && filter.admits(edge)) {
            const auto ends = std::minmax(edge.subject.value, edge.object.value);
            ties.emplace_back(ends.first, ends.second,
                              std::max<Weight>(1, std::llround(static_cast<double>(edge.confidence) * 10000)));
        }
    }
    std::ranges::sort(ties);
    Weighted graph(view.node_count());
    for (std::size_t at = 0; at < ties.size(); ++at) {
        const auto& [a, b, weight] = ties[at];
        // The last of a pair is the best believed one.
        if (at + 1 < ties.size() && std::get<0>(ties[at + 1]) == a && std::get<1>(ties[at + 1]) == b) {
            continue;
        }
        graph.neighbours[a].emplace_back(b, weight);
        graph.neighbours[b].emplace_back(a, weight);
        graph.total += 2 * weight;
    }
    return graph;
}

/// Sums by number: an array that is as good as new after each use, since it knows where it was written.
class Sums {
public:
    explicit Sums(std::size_t size) : sums_(size), is_met_(size) {}

    void add(Number number, Weight weight) {
        if (!is_met_[number]) {
            is_met_[number] = true;
            met_.push_back(number);
        }
        sums_[number] += weight;
    }
    Weight operator[](Number number) const { return sums_[number]; }
    /// Those that something was added to, in the order in which it was.
    const std::vector<Number>& met() const { return met_; }
    void clear() {
        for (const Number number : met_) {
            sums_[number] = 0;
            is_met_[number] = false;
        }
        met_.clear();
    }

private:
    std::vector<Weight> sums_;
    std::vector<bool> is_met_;
    std::vector<Number> met_;
};

/// Moves nodes one by one to the neighbouring group that gains most, until none gains, or of very many hardly any.
std::vector<Number> settle(const Weighted& graph) {
    std::vector<Number> group(graph.size());
    std::iota(group.begin(), group.end(), 0U);
    std::vector<Weight> degrees(graph.size());
    for (Number node = 0; node < graph.size(); ++node) {
        degrees[node] = graph.degree(node);
    }
    std::vector<Weight> sums = degrees;
    const auto total = static_cast<double>(graph.total);
    Sums towards(graph.size());
    constexpr int most_rounds = 100;
    const std::size_t hardly_any = graph.size() / 1000;
    std::size_t moved = hardly_any + 1;
    for (int round = 0; moved > hardly_any && round < most_rounds; ++round) {
        moved = 0;
        for (Number node = 0; node < graph.size(); ++node) {
            towards.clear();
            towards.add(group[node], 0);
            for (const auto& [other, weight] : graph.neighbours[node]) {
                towards.add(group[other], weight);
            }
            sums[group[node]] -= degrees[node];
            const auto gain = [&](Number target) {
                return static_cast<double>(towards[target]) -
                       static_cast<double>(sums[target]) * static_cast<double>(degrees[node]) / total;
            };
            Number best = group[node];
            double best_gain = gain(best);
            for (const Number target : towards.met()) {
                // Of equal ones the first by number, unless it is well where it is.
                constexpr double equal = 1e-7;
                const double more = gain(target);
                if (more > best_gain + equal || (more > best_gain - equal && target < best && best != group[node])) {
                    best = target;
                    best_gain = more;
                }
            }
            sums[best] += degrees[node];
            moved += best != group[node] ? 1 : 0;
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
    std::vector<std::vector<Number>> members(groups);
    for (Number node = 0; node < graph.size(); ++node) {
        members[group[node]].push_back(node);
    }
    Sums towards(groups);
    for (Number from = 0; from < groups; ++from) {
        for (const Number node : members[from]) {
            small.loops[from] += graph.loops[node];
            for (const auto& [other, weight] : graph.neighbours[node]) {
                towards.add(group[other], weight);
            }
        }
        auto met = towards.met();
        std::ranges::sort(met);
        for (const Number to : met) {
            if (to == from) {
                small.loops[from] += towards[to];
            } else {
                small.neighbours[from].emplace_back(to, towards[to]);
            }
        }
        towards.clear();
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

#include "graph/paths.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <limits>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace jokbo {

namespace {

/// Adds up exactly, so that equal ways are equal whatever the order of their hops.
struct Cost {
    std::uint32_t hops = 0;
    std::uint32_t unasserted = 0;
    /// −ln of the belief, in billionths.
    std::uint64_t doubt = 0;

    Cost operator+(const Cost& other) const {
        return {hops + other.hops, unasserted + other.unasserted, doubt + other.doubt};
    }
    friend auto operator<=>(const Cost&, const Cost&) = default;
};

constexpr Cost endless{std::numeric_limits<std::uint32_t>::max() / 2, 0, 0};

Cost cost_of(const View::Edge& edge) {
    const double confidence = std::clamp(static_cast<double>(edge.confidence), 1e-6, 1.0);
    return {1, edge.status == Status::asserted ? 0U : 1U,
            static_cast<std::uint64_t>(std::llround(-std::log(confidence) * 1e9))};
}

/// The neighbours of a node with the best edge to each, by node.
class Streets {
public:
    struct Street {
        NodeId to;
        Cost cost;
    };

    Streets(const View& view, const EdgeFilter& filter) : view_(view), filter_(filter) {}

    const std::vector<Street>& from(NodeId node) {
        auto [found, is_new] = known_.try_emplace(node);
        if (is_new) {
            std::vector<Street>& streets = found->second;
            const auto add = [&](EdgeId id) {
                const View::Edge edge = view_.edge(id);
                if (edge.subject != edge.object && filter_.admits(edge)) {
                    streets.push_back({edge.subject == node ? edge.object : edge.subject, cost_of(edge)});
                }
            };
            std::ranges::for_each(view_.out(node), add);
            std::ranges::for_each(view_.in(node), add);
            std::ranges::sort(streets, {}, [](const Street& street) { return std::tuple(street.to, street.cost); });
            const auto same = [](const Street& a, const Street& b) { return a.to == b.to; };
            streets.erase(std::unique(streets.begin(), streets.end(), same), streets.end());
        }
        return found->second;
    }

private:
    const View& view_;
    const EdgeFilter& filter_;
    std::unordered_map<NodeId, std::vector<Street>> known_;
};

using Route = std::vector<NodeId>;

struct Candidate {
    Cost cost;
    Route route;

    friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// Yen's algorithm; each spur is found by A* with the distances to the end in the whole graph.
class Search {
public:
    Search(const View& view, NodeId from, NodeId to, const EdgeFilter& filter)
        : streets_(view, filter), from_(from), to_(to), ahead_(view.node_count(), endless) {
        measure_distances();
    }

    std::vector<Candidate> best(std::size_t k, std::size_t depth) {
        std::vector<Candidate> found;
        std::set<Candidate> waiting;
        if (from_ == to_ || k == 0) {
            return found;
        }
        if (auto first = spur({from_}, {}, {})) {
            waiting.insert(std::move(*first));
        }
        // The fewest hops come first: behind one that has too many all have.
        while (found.size() < k && !waiting.empty() && waiting.begin()->route.size() - 1 <= depth) {
            found.push_back(waiting.extract(waiting.begin()).value());
            const Route& last = found.back().route;
            Cost before{};
            for (std::size_t at = 0; at + 1 < last.size(); ++at) {
                const Route root(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(at) + 1);
                std::set<NodeId> taken;
                for (const Candidate& other : found) {
                    if (other.route.size() > at + 1 && std::equal(root.begin(), root.end(), other.route.begin())) {
                        taken.insert(other.route[at + 1]);
                    }
                }
                if (auto next = spur(root, before, taken)) {
                    waiting.insert(std::move(*next));
                }
                before = before + step(last[at], last[at + 1]);
            }
        }
        return found;
    }

private:
    Cost step(NodeId from, NodeId to) {
        for (const auto& street : streets_.from(from)) {
            if (street.to == to) {
                return street.cost;
            }
        }
        return endless;
    }

    /// From the end to all nodes.
    void measure_distances() {
        using Entry = std::pair<Cost, NodeId>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        ahead_.at(to_.value) = {};
        queue.emplace(Cost{}, to_);
        while (!queue.empty()) {
            const auto [cost, node] = queue.top();
            queue.pop();
            if (cost != ahead_[node.value]) {
                continue;
            }
            for (const auto& street : streets_.from(node)) {
                const Cost next = cost + street.cost;
                if (next < ahead_[street.to.value]) {
                    ahead_[street.to.value] = next;
                    queue.emplace(next, street.to);
                }
            }
        }
    }

    /// The best way that goes on from the end of `root` without touching `root` again, its first step not to one of `taken`;
    /// of equal ones the first by nodes.
    std::optional<Candidate> spur(Route root, const Cost& before, const std::set<NodeId>& taken) {
        const NodeId start = root.back();
        const std::set<NodeId> barred(root.begin(), root.end());
        const auto allowed = [&](NodeId at, NodeId to) {
            return !barred.contains(to) && !(at == start && taken.contains(to)) && ahead_[to.value].hops < endless.hops;
        };
        using Entry = std::pair<Cost, NodeId>; // estimated cost of the whole way
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        std::unordered_map<NodeId, Cost> behind{{start, {}}};
        std::set<NodeId> done;
        Cost limit = endless;
        queue.emplace(ahead_[start.value], start);
        while (!queue.empty() && queue.top().first <= limit) {
            const NodeId node = queue.top().second;
            queue.pop();
            if (!done.insert(node).second) {
                continue;
            }
            const Cost so_far = behind.at(node);
            if (node == to_) {
                limit = so_far;
                continue;
            }
            for (const auto& street : streets_.from(node)) {
                if (!allowed(node, street.to)) {
                    continue;
                }
                const Cost next = so_far + street.cost;
                const auto [known, is_new] = behind.try_emplace(street.to, next);
                if (is_new || next < known->second) {
                    known->second = next;
                    queue.emplace(next + ahead_[street.to.value], street.to);
                }
            }
        }
        if (limit == endless) {
            return std::nullopt;
        }
        // Nodes on a best way, from the end backwards; then the first by nodes, from the start forwards.
        std::set<NodeId> on_a_best_way{to_};
        Route open{to_};
        while (!open.empty()) {
            const NodeId node = open.back();
            open.pop_back();
            for (const auto& street : streets_.from(node)) {
                const NodeId previous = street.to;
                const auto known = behind.find(previous);
                if (known != behind.end() && done.contains(previous) && previous != to_ && allowed(previous, node) &&
                    known->second + street.cost == behind.at(node) && on_a_best_way.insert(previous).second) {
                    open.push_back(previous);
                }
            }
        }
        for (NodeId at = start; at != to_; at = root.back()) {
            for (const auto& street : streets_.from(at)) {
                const auto known = behind.find(street.to);
                if (on_a_best_way.contains(street.to) && allowed(at, street.to) && known != behind.end() &&
                    behind.at(at) + street.cost == known->second) {
                    root.push_back(street.to);
                    break;
                }
            }
        }
        return Candidate{before + limit, std::move(root)};
    }

    Streets streets_;
    NodeId from_;
    NodeId to_;
    std::vector<Cost> ahead_;
};

Way way_of(const View& view, const Route& route, const EdgeFilter& filter) {
    Way way;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        Way::Hop hop{route[i + 1], {}};
        const auto add_all = [&](NodeId subject, NodeId object) {
            for (const EdgeId id : view.out(subject)) {
                const View::Edge edge = view.edge(id);
                if (edge.object == object && filter.admits(edge)) {
                    hop.edges.push_back(id);
                }
            }
        };
        add_all(route[i], route[i + 1]);
        add_all(route[i + 1], route[i]);
        std::ranges::sort(hop.edges, {}, [&](EdgeId id) { return std::pair(cost_of(view.edge(id)), id); });
        way.belief *= static_cast<double>(view.edge(hop.edges.front()).confidence);
        way.hops.push_back(std::move(hop));
    }
    return way;
}

} // namespace

std::vector<Way> best_ways(const View& view, NodeId from, NodeId to, std::size_t k, const EdgeFilter& filter,
                           std::size_t depth) {
    std::vector<Way> ways;
    for (const Candidate& candidate : Search(view, from, to, filter).best(k, depth)) {
        ways.push_back(way_of(view, candidate.route, filter));
    }
    return ways;
}

} // namespace jokbo

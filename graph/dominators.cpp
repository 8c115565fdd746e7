#include "graph/dominators.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace jokbo {

namespace {

using Number = std::uint32_t;
using Edges = std::vector<std::pair<Number, Number>>;
constexpr Number none = std::numeric_limits<Number>::max();

/// For every node those at the other end of its edges.
class Neighbours {
public:
    enum class Side { from, to };

    Neighbours(Number nodes, const Edges& edges, Side side) : starts_(nodes + 2), others_(edges.size()) {
        const auto node = [&](const auto& edge) { return side == Side::from ? edge.first : edge.second; };
        for (const auto& edge : edges) {
            ++starts_[node(edge) + 2];
        }
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        // One place ahead: filling it moves each start to where it belongs.
        for (const auto& edge : edges) {
            others_[starts_[node(edge) + 1]++] = side == Side::from ? edge.second : edge.first;
        }
    }

    Number begin(Number node) const { return starts_[node]; }
    Number end(Number node) const { return starts_[node + 1]; }
    Number operator[](Number place) const { return others_[place]; }

private:
    std::vector<Number> starts_;
    std::vector<Number> others_;
};

/// A spanning tree, depth first. From here on nodes go by their place in its order.
struct Tree {
    std::vector<Number> node;   ///< by place
    std::vector<Number> place;  ///< by node; none: not reached
    std::vector<Number> parent; ///< by place

    Tree(Number nodes, const Edges& edges, Number root) : place(nodes, none) {
        const Neighbours next(nodes, edges, Neighbours::Side::from);
        struct Visit {
            Number place, edge;
        };
        std::vector<Visit> open;
        const auto enter = [&](Number entered, Number from) {
            place[entered] = static_cast<Number>(node.size());
            open.push_back({place[entered], next.begin(entered)});
            node.push_back(entered);
            parent.push_back(from);
        };
        enter(root, 0);
        while (!open.empty()) {
            Visit& visit = open.back();
            if (visit.edge == next.end(node[visit.place])) {
                open.pop_back();
            } else if (const Number to = next[visit.edge++]; place[to] == none) {
                enter(to, visit.place);
            }
        }
    }
};

/// What has been linked so far, with the least semidominator on the way up from a node; ways are shortened as they are gone.
class Forest {
public:
    Forest(Number size, const std::vector<Number>& semi) : semi_(semi), above_(size, none), least_(size) {
        std::iota(least_.begin(), least_.end(), 0U);
    }

    void link(Number parent, Number node) { above_[node] = parent; }

    Number least(Number node) {
        if (above_[node] == none) {
            return node;
        }
        way_.clear();
        for (Number at = node; above_[above_[at]] != none; at = above_[at]) {
            way_.push_back(at);
        }
        for (; !way_.empty(); way_.pop_back()) {
            const Number at = way_.back();
            const Number over = above_[at];
            if (semi_[least_[over]] < semi_[least_[at]]) {
                least_[at] = least_[over];
            }
            above_[at] = above_[over];
        }
        return least_[node];
    }

private:
    const std::vector<Number>& semi_;
    std::vector<Number> above_;
    std::vector<Number> least_;
    std::vector<Number> way_;
};

} // namespace

// Lengauer and Tarjan's. Boost.Graph has it too, but goes up the tree by recursion, for which the stack is too small where a
// knot of half a million entities depend on each other in a row.
std::vector<Number> immediate_dominators(Number nodes, const Edges& edges, Number root) {
    const Tree tree(nodes, edges, root);
    const Neighbours before(nodes, edges, Neighbours::Side::to);
    const auto size = static_cast<Number>(tree.node.size());
    std::vector<Number> semi(size);
    std::iota(semi.begin(), semi.end(), 0U);
    std::vector<Number> dominator(size);
    // The nodes of one semidominator, as a list in arrays.
    std::vector<Number> first(size, none);
    std::vector<Number> next(size, none);
    Forest forest(size, semi);
    for (Number at = size - 1; at > 0; --at) {
        const Number node = tree.node[at];
        for (Number edge = before.begin(node); edge < before.end(node); ++edge) {
            if (const Number from = tree.place[before[edge]]; from != none) {
                semi[at] = std::min(semi[at], semi[forest.least(from)]);
            }
        }
        next[at] = first[semi[at]];
        first[semi[at]] = at;
        const Number parent = tree.parent[at];
        forest.link(parent, at);
        for (Number one = first[parent]; one != none; one = next[one]) {
            const Number least = forest.least(one);
            dominator[one] = semi[least] < semi[one] ? least : parent;
        }
        first[parent] = none;
    }
    std::vector<Number> dominators(nodes);
    std::iota(dominators.begin(), dominators.end(), 0U);
    for (Number at = 1; at < size; ++at) {
        if (dominator[at] != semi[at]) {
            dominator[at] = dominator[dominator[at]];
        }
        dominators[tree.node[at]] = tree.node[dominator[at]];
    }
    return dominators;
}

} // namespace jokbo

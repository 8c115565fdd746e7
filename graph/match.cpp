#include "graph/match.hpp"

#include "schema/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace jokbo {

namespace {

using Way = std::vector<EdgeId>;
/// Where a repeating edge leads to, with a shortest way to each.
using Ends = std::map<NodeId, Way>;

class Matcher {
public:
    Matcher(const View& view, const Pattern& pattern, const EdgeFilter& filter, std::size_t limit)
        : view_(view), pattern_(pattern), filter_(filter), limit_(limit), bound_(pattern.nodes.size()),
          memory_(pattern.edges.size()) {
        for (const Pattern::Node& node : pattern.nodes) {
            folded_.push_back(fold(node.name));
        }
    }

    std::vector<PatternMatch> run() {
        extend(0);
        return std::move(matches_);
    }

private:
    using Edge = Pattern::Edge;

    bool fits(std::size_t index, NodeId id) const {
        const Pattern::Node& wanted = pattern_.nodes[index];
        const View::Node node = view_.node(id);
        if ((!wanted.types.empty() && !wanted.types.has(node.type)) ||
            (!wanted.key.empty() && wanted.key != node.key) ||
            (!wanted.country.empty() && wanted.country != node.country)) {
            return false;
        }
        if (!wanted.name.empty() && fold(node.name) != folded_[index]) {
            const auto names = view_.names(id);
            if (std::ranges::none_of(names, [&](const NodeName& name) { return fold(name.text) == folded_[index]; })) {
                return false;
            }
        }
        if (wanted.values.empty()) {
            return true;
        }
        const auto attributes = view_.attributes(id);
        return std::ranges::all_of(wanted.values, [&](const Pattern::Node::Value& value) {
            return std::ranges::any_of(attributes, [&](const Attribute& attribute) {
                return attribute.predicate == value.attribute && attribute.value == value.value &&
                       attribute.status == Status::asserted;
            });
        });
    }

    bool fits(const Edge& wanted, EdgeId id) const {
        View::Edge edge = view_.edge(id);
        if ((!wanted.relations.empty() &&
             std::ranges::find(wanted.relations, edge.predicate) == wanted.relations.end()) ||
            (!wanted.statuses.empty() && !wanted.statuses.has(edge.status))) {
            return false;
        }
        if (!wanted.statuses.empty()) {
            edge.status = first_status(); // the pattern's word counts, not the question's
        }
        if (!filter_.admits(edge)) {
            return false;
        }
        if (wanted.how.empty() && wanted.component.empty()) {
            return true;
        }
        const Qualifiers said = view_.qualifiers(id);
        return (wanted.how.empty() || wanted.how == said.how) &&
               (wanted.component.empty() || wanted.component == said.component);
    }

    Status first_status() const {
        for (const Status status :
             {Status::asserted, Status::planned, Status::alleged, Status::denied, Status::ended}) {
            if (filter_.statuses.has(status)) {
                return status;
            }
        }
        return Status::asserted;
    }

    enum class Side { left, right };

    /// Calls `visit(edge, other end)` for every edge at `node` that fits when one stands at that side of the pattern.
    template <class Visit>
    void for_each_step(const Edge& wanted, NodeId node, Side side, const Visit& visit) const {
        using Direction = Edge::Direction;
        const bool along =
            wanted.direction == Direction::either || (wanted.direction == Direction::along) == (side == Side::left);
        const bool against = wanted.direction == Direction::either || !along;
        if (along) {
            for (const EdgeId id : view_.out(node)) {
                if (fits(wanted, id)) {
                    visit(id, view_.edge(id).object);
                }
            }
        }
        if (against) {
            for (const EdgeId id : view_.in(node)) {
                // A loop has been met as an edge out.
                if (fits(wanted, id) && !(along && view_.edge(id).subject == node)) {
                    visit(id, view_.edge(id).subject);
                }
            }
        }
    }

    /// Breadth first over (entity, steps so far); steps beyond `least` are one where there is no most.
    Ends walk(const Edge& wanted, NodeId start, Side side) const {
        using State = std::pair<std::size_t, NodeId>;
        std::map<State, std::pair<State, EdgeId>> came_from;
        const bool endless = wanted.most == Edge::endless;
        const auto counted = [&](std::size_t steps) { return endless ? std::min(steps, wanted.least) : steps; };
        std::vector<State> queue{{0, start}};
        std::map<State, bool> met{{queue.front(), true}};
        Ends ends;
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const State state = queue[at];
            if (state.first >= wanted.least && !ends.contains(state.second)) {
                Way way;
                for (State back = state; came_from.contains(back);) {
                    const auto& [before, edge] = came_from.at(back);
                    way.push_back(edge);
                    back = before;
                }
                if (side == Side::left) {
                    std::ranges::reverse(way);
                }
                ends.emplace(state.second, std::move(way));
            }
            if (!endless && state.first == wanted.most) {
                continue;
            }
            for_each_step(wanted, state.second, side, [&](EdgeId edge, NodeId to) {
                const State next{counted(state.first + 1), to};
                if (met.emplace(next, true).second) {
                    came_from.emplace(next, std::pair(state, edge));
                    queue.push_back(next);
                }
            });
        }
        return ends;
    }

    const Ends& ends(std::size_t index, NodeId start, Side side) {
        auto& known = memory_[index][{start, side}];
        if (!known) {
            const Edge& wanted = pattern_.edges[index];
            known = wanted.repeats() ? walk(wanted, start, side) : steps(wanted, start, side);
        }
        return *known;
    }

    Ends steps(const Edge& wanted, NodeId start, Side side) const {
        Ends found;
        for_each_step(wanted, start, side, [&](EdgeId edge, NodeId to) { found[to].push_back(edge); });
        for (auto& [to, edges] : found) {
            std::ranges::sort(edges);
        }
        return found;
    }

    /// How much a node's own conditions narrow it down; the less, the more.
    int breadth(std::size_t index) const {
        const Pattern::Node& node = pattern_.nodes[index];
        return !node.key.empty()     ? 0
             : !node.name.empty()    ? 1
             : !node.country.empty() ? 2
             : !node.values.empty()  ? 3
             : !node.types.empty()   ? 4
                                     : 5;
    }

    void extend(std::size_t count) {
        if (matches_.size() >= limit_) {
            return;
        }
        if (count == pattern_.nodes.size()) {
            report();
            return;
        }
        // Next comes a node that hangs on bound ones, by an edge that does not repeat if possible.
        std::optional<std::pair<std::size_t, Side>> by;
        for (std::size_t i = 0; i < pattern_.edges.size(); ++i) {
            const Edge& edge = pattern_.edges[i];
            const bool left = bound_[edge.from].has_value();
            if (left != bound_[edge.to].has_value() &&
                (!by || (pattern_.edges[by->first].repeats() && !edge.repeats()))) {
                by = {i, left ? Side::left : Side::right};
            }
        }
        if (by) {
            const Edge& edge = pattern_.edges[by->first];
            const std::size_t next = by->second == Side::left ? edge.to : edge.from;
            const NodeId start = *bound_[by->second == Side::left ? edge.from : edge.to];
            for (const auto& [node, way] : ends(by->first, start, by->second)) {
                try_node(next, node, count);
            }
            return;
        }
        std::size_t next = pattern_.nodes.size();
        for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
            if (!bound_[i] && (next == pattern_.nodes.size() || breadth(i) < breadth(next))) {
                next = i;
            }
        }
        for (std::uint32_t node = 0; node < view_.node_count(); ++node) {
            try_node(next, {node}, count);
        }
    }

    void try_node(std::size_t index, NodeId node, std::size_t count) {
        if (matches_.size() >= limit_ || !fits(index, node)) {
            return;
        }
        bound_[index] = node;
        bool holds = true;
        for (std::size_t i = 0; holds && i < pattern_.edges.size(); ++i) {
            const Edge& edge = pattern_.edges[i];
            if ((edge.from == index || edge.to == index) && bound_[edge.from] && bound_[edge.to]) {
                holds = ends(i, *bound_[edge.from], Side::left).contains(*bound_[edge.to]);
            }
        }
        if (holds) {
            extend(count + 1);
        }
        bound_[index].reset();
    }

    void report() {
        PatternMatch match;
        for (const auto& node : bound_) {
            match.nodes.push_back(*node);
        }
        for (std::size_t i = 0; i < pattern_.edges.size(); ++i) {
            const Edge& edge = pattern_.edges[i];
            match.edges.push_back(ends(i, *bound_[edge.from], Side::left).at(*bound_[edge.to]));
        }
        matches_.push_back(std::move(match));
    }

    const View& view_;
    const Pattern& pattern_;
    const EdgeFilter& filter_;
    std::size_t limit_;
    std::vector<std::string> folded_;
    std::vector<std::optional<NodeId>> bound_;
    std::vector<std::map<std::pair<NodeId, Side>, std::optional<Ends>>> memory_;
    std::vector<PatternMatch> matches_;
};

} // namespace

std::vector<PatternMatch> find_matches(const View& view, const Pattern& pattern, const EdgeFilter& filter,
                                       std::size_t limit) {
    return Matcher(view, pattern, filter, limit).run();
}

} // namespace jokbo

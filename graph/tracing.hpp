#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace jokbo {

/// Which relations a walk follows, which way, and whether it goes on behind them.
class WalkRules {
public:
    enum class Step : std::uint8_t {
        no,
        end, ///< the entity is reached and nothing behind it
        on,
    };

    /// From subject to object.
    void set_along(PredicateId relation, Step step) { at(relation).along = step; }
    /// From object to subject.
    void set_against(PredicateId relation, Step step) { at(relation).against = step; }
    Step along(PredicateId relation) const {
        return relation.value < steps_.size() ? steps_[relation.value].along : Step::no;
    }
    Step against(PredicateId relation) const {
        return relation.value < steps_.size() ? steps_[relation.value].against : Step::no;
    }

private:
    struct Steps {
        Step along = Step::no;
        Step against = Step::no;
    };
    Steps& at(PredicateId relation) {
        if (relation.value >= steps_.size()) {
            steps_.resize(relation.value + 1);
        }
        return steps_[relation.value];
    }
    std::vector<Steps> steps_;
};

/// Which edges a walk takes for what they say.
struct WalkLimits {
    /// What lies behind an edge of these statuses is reached through it …
    StatusSet walked = {Status::asserted, Status::planned, Status::alleged};
    /// … while what an edge of these leads to is listed and nothing behind it: it is said not to hold, or no longer.
    StatusSet shown = {Status::ended, Status::denied};
    double min_confidence = 0;
    /// Where set, edges that it turns down are not there.
    std::function<bool(EdgeId)> passes;
    std::size_t depth = std::numeric_limits<std::size_t>::max();
};

/// An entity that a walk reaches, by its best path: that of the best standing, of those the one of fewest hops, of
/// those the one whose weakest edge is believed most, of those the first by ids.
struct Reached {
    NodeId node;
    /// From the start; each edge's other end is the next one's near end.
    std::vector<EdgeId> path;
    /// The least binding status on the path: only `asserted` is a fact.
    Status standing = Status::asserted;
    /// The least confidence on the path.
    float weakest = 1.0F;
    /// Whether a version takes over on this path what is stated of its family only (lineages).
    enum class Stated : std::uint8_t { of_itself, of_its_family } stated = Stated::of_itself;

    std::size_t hops() const { return path.size(); }
};

struct Trace {
    /// By hops, then standing, then node; without the start.
    std::vector<Reached> reached;
    /// Every edge that the walk met and that the limits let pass, in order.
    std::vector<EdgeId> edges;
    /// Those of them that it went on behind.
    std::vector<EdgeId> walked;
};

/// All that can be reached from `start`.
Trace trace(const View& view, NodeId start, const WalkRules& rules, const WalkLimits& limits);

/// All that can be reached from any of these, by its best path from one of them; without them.
Trace trace_all(const View& view, const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits);

} // namespace jokbo

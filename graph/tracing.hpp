#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <utility>
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
    void set_along(PredicateId relation, Step step) {
        at(relation).along = step;
        note(Way::along, step);
    }
    /// From object to subject.
    void set_against(PredicateId relation, Step step) {
        at(relation).against = step;
        note(Way::against, step);
    }
    Step along(PredicateId relation) const {
        return relation.value < steps_.size() ? steps_[relation.value].along : Step::no;
    }
    Step against(PredicateId relation) const {
        return relation.value < steps_.size() ? steps_[relation.value].against : Step::no;
    }

    /// Whether any relation may be followed that way, and whether any leads to an end: else there is no need to look.
    enum class Way : std::uint8_t { along, against };
    bool follow(Way way) const { return way == Way::along ? follow_along_ : follow_against_; }
    bool end_somewhere() const { return end_somewhere_; }

private:
    void note(Way way, Step step) {
        (way == Way::along ? follow_along_ : follow_against_) |= step != Step::no;
        end_somewhere_ |= step == Step::end;
    }
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
    bool follow_along_ = false;
    bool follow_against_ = false;
    bool end_somewhere_ = false;
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

/// A way, edge by edge; each edge's other end is the next one's near end. The paths of one trace share their beginnings, so that
/// all of them together take as much room as what is reached, however long they are.
class Path {
public:
    /// An edge and where in the list the step before it stands; the first step of a way stands before itself.
    struct Step {
        EdgeId edge;
        std::uint32_t before = 0;
    };
    using Steps = std::vector<Step>;

    Path(std::shared_ptr<const Steps> steps, std::uint32_t last, std::uint32_t size)
        : steps_(std::move(steps)), last_(last), size_(size) {}

    std::size_t size() const { return size_; }
    EdgeId back() const { return (*steps_)[last_].edge; }
    /// From the start.
    std::vector<EdgeId> edges() const { return last(size_); }
    /// The last of them, from the start.
    std::vector<EdgeId> last(std::size_t count) const;
    /// The same by steps of its own, which keep no others in memory.
    Path alone() const;
    /// Where in the list of steps it ends.
    std::uint32_t last_step() const { return last_; }

private:
    std::shared_ptr<const Steps> steps_;
    std::uint32_t last_;
    std::uint32_t size_;
};

/// An entity that a walk reaches, by its best path: that of the best standing, of those the one of fewest hops, of
/// those the one whose weakest edge is believed most, of those the first by ids.
struct Reached {
    NodeId node;
    NodeId start;
    Path path;
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
    /// Of all paths, each behind the one before it.
    std::shared_ptr<const Path::Steps> steps;
    /// Every edge that the walk met and that the limits let pass, in order.
    std::vector<EdgeId> edges;
    /// Those of them that it went on behind.
    std::vector<EdgeId> walked;
};

/// Walks through one view, one after another: each costs what it reaches, since what they need is kept between them.
class Tracer {
public:
    /// The view must outlive it.
    explicit Tracer(const View& view);
    ~Tracer();
    Tracer(Tracer&&) noexcept;

    /// All that can be reached from any of `starts`, by its best path from one of them; without them.
    Trace trace(const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits);

private:
    struct Marks;
    const View& view_;
    std::unique_ptr<Marks> marks_;
};

/// All that can be reached from `start`.
Trace trace(const View& view, NodeId start, const WalkRules& rules, const WalkLimits& limits);

/// All that can be reached from any of these, by its best path from one of them; without them.
Trace trace_all(const View& view, const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits);

} // namespace jokbo

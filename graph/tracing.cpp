#include "graph/tracing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace jokbo {

namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::array by_weakness = {Status::asserted, Status::planned, Status::alleged, Status::ended, Status::denied};

struct Label {
    std::uint32_t hops = unreached;
    float weakest = 1.0F;
    EdgeId by;
    NodeId from;
    NodeId start;
    std::uint32_t step = none; ///< in the list of steps, once some path needs it
};

bool better(const Label& a, const Label& b) { return a.hops < b.hops || (a.hops == b.hops && a.weakest > b.weakest); }

} // namespace

/// By node; between two walks all are as they were made.
struct Tracer::Marks {
    std::vector<Label> labels;
    std::vector<bool> settled;
};

namespace {

class Walk {
public:
    Walk(const View& view, const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits,
         std::vector<Label>& labels, std::vector<bool>& settled)
        : view_(view), starts_(starts), rules_(rules), limits_(limits), labels_(labels), settled_(settled) {}

    Trace run() {
        for (const NodeId start : starts_) {
            settled_.at(start.value) = true;
        }
        StatusSet level;
        bool walked = false;
        for (const Status status : by_weakness) {
            if (!limits_.walked.has(status)) {
                continue;
            }
            level.add(status);
            // A level of which no edge was met adds nothing to the one before.
            if (!walked || met_.has(status)) {
                walk(level);
                settle(status, level);
                walked = true;
            }
        }
        if (!walked) {
            walk({});
        }
        for (const Status status : by_weakness) {
            if (!limits_.walked.has(status) && limits_.shown.has(status)) {
                settle_ends(status, ends(StatusSet{status}, Which::all_steps));
            }
        }
        collect_edges();
        forget();
        trace_.steps = steps_;
        std::ranges::sort(trace_.reached, {}, [](const Reached& reached) {
            return std::tuple(reached.hops(), weakness(reached.standing), reached.node);
        });
        return std::move(trace_);
    }

private:
    using Step = WalkRules::Step;

    /// Calls `visit(id, edge, far end, step)` for every edge at `node` that the rules and limits admit; statuses aside.
    template <class Visit>
    void for_each_step(NodeId node, const Visit& visit) const {
        const auto look = [&](EdgeId id, bool along) {
            const View::Edge edge = view_.edge(id);
            const Step step = along ? rules_.along(edge.predicate) : rules_.against(edge.predicate);
            if (step != Step::no && static_cast<double>(edge.confidence) >= limits_.min_confidence &&
                (!limits_.passes || limits_.passes(id))) {
                visit(id, edge, along ? edge.object : edge.subject, step);
            }
        };
        if (rules_.follow(WalkRules::Way::along)) {
            for (const EdgeId id : view_.out(node)) {
                look(id, true);
            }
        }
        if (rules_.follow(WalkRules::Way::against)) {
            for (const EdgeId id : view_.in(node)) {
                look(id, false);
            }
        }
    }

    /// Breadth first over edges of these statuses behind which it goes on; fewest hops, then the best believed weakest edge.
    void walk(StatusSet level) {
        for (const NodeId node : order_) {
            labels_[node.value] = {};
        }
        for (const NodeId start : starts_) {
            labels_.at(start.value).hops = 0;
            labels_.at(start.value).start = start;
        }
        order_ = starts_;
        std::vector<NodeId> frontier = starts_;
        for (std::uint32_t hops = 0; !frontier.empty() && hops < limits_.depth; ++hops) {
            std::vector<NodeId> next;
            for (const NodeId node : frontier) {
                for_each_step(node, [&](EdgeId id, const View::Edge& edge, NodeId to, Step step) {
                    met_.add(edge.status);
                    if (!level.has(edge.status) || step != Step::on) {
                        return;
                    }
                    Label& label = labels_[to.value];
                    const Label& before = labels_[node.value];
                    const Label found{hops + 1, std::min(before.weakest, edge.confidence), id, node, before.start};
                    if (label.hops == unreached) {
                        next.push_back(to);
                    }
                    if (better(found, label)) {
                        label = found;
                    }
                });
            }
            std::ranges::sort(next);
            order_.insert(order_.end(), next.begin(), next.end());
            frontier = std::move(next);
        }
    }

    enum class Which { ends_only, all_steps };

    /// The best ways to unsettled entities whose last edge is one behind which the walk does not go on.
    std::map<NodeId, Label> ends(StatusSet statuses, Which which) const {
        std::map<NodeId, Label> best;
        if (which == Which::ends_only && !rules_.end_somewhere()) {
            return best;
        }
        for (const NodeId node : order_) {
            const Label& label = labels_[node.value];
            if (label.hops >= limits_.depth) {
                continue;
            }
            for_each_step(node, [&](EdgeId id, const View::Edge& edge, NodeId to, Step step) {
                if (!statuses.has(edge.status) || settled_[to.value] ||
                    (which == Which::ends_only && step != Step::end)) {
                    return;
                }
                const Label found{label.hops + 1, std::min(label.weakest, edge.confidence), id, node, label.start};
                Label& known = best[to];
                if (better(found, known)) {
                    known = found;
                }
            });
        }
        return best;
    }

    void settle(Status status, StatusSet level) {
        auto ended = ends(level, Which::ends_only);
        for (const NodeId node : order_) {
            const Label& label = labels_[node.value];
            const auto found = ended.find(node);
            if (!settled_[node.value] && (found == ended.end() || !better(found->second, label))) {
                add(node, label, step_to(node), status);
            }
        }
        settle_ends(status, ended);
    }

    void settle_ends(Status status, const std::map<NodeId, Label>& ended) {
        for (const auto& [node, label] : ended) {
            if (!settled_[node.value]) {
                add(node, label, new_step(label.by, step_to(label.from)), status);
            }
        }
    }

    void add(NodeId node, const Label& label, std::uint32_t step, Status standing) {
        settled_[node.value] = true;
        trace_.reached.push_back({node, label.start, Path(steps_, step, label.hops), standing, label.weakest, {}});
    }

    /// The step by which the last walk came to the node; none to a start.
    std::uint32_t step_to(NodeId node) {
        std::vector<NodeId> missing;
        while (labels_[node.value].hops > 0 && labels_[node.value].step == none) {
            missing.push_back(node);
            node = labels_[node.value].from;
        }
        for (std::uint32_t before = labels_[node.value].step; !missing.empty(); missing.pop_back()) {
            Label& label = labels_[missing.back().value];
            before = label.step = new_step(label.by, before);
            node = missing.back();
        }
        return labels_[node.value].step;
    }

    std::uint32_t new_step(EdgeId edge, std::uint32_t before) {
        const auto number = static_cast<std::uint32_t>(steps_->size());
        steps_->push_back({edge, before == none ? number : before});
        return number;
    }

    void forget() {
        for (const NodeId node : order_) {
            labels_[node.value] = {};
        }
        for (const Reached& reached : trace_.reached) {
            settled_[reached.node.value] = false;
        }
        for (const NodeId start : starts_) {
            settled_[start.value] = false;
        }
    }

    void collect_edges() {
        for (const NodeId node : order_) {
            if (labels_[node.value].hops >= limits_.depth) {
                continue;
            }
            for_each_step(node, [&](EdgeId id, const View::Edge& edge, NodeId, Step step) {
                if (limits_.walked.has(edge.status)) {
                    trace_.edges.push_back(id);
                    if (step == Step::on) {
                        trace_.walked.push_back(id);
                    }
                } else if (limits_.shown.has(edge.status)) {
                    trace_.edges.push_back(id);
                }
            });
        }
        for (auto* edges : {&trace_.edges, &trace_.walked}) {
            std::ranges::sort(*edges);
            edges->erase(std::unique(edges->begin(), edges->end()), edges->end());
        }
    }

    const View& view_;
    const std::vector<NodeId>& starts_;
    const WalkRules& rules_;
    const WalkLimits& limits_;
    std::vector<Label>& labels_; ///< of the last walk
    std::vector<bool>& settled_;
    std::vector<NodeId> order_; ///< that the last walk went through, by hops, then id
    StatusSet met_;
    std::shared_ptr<Path::Steps> steps_ = std::make_shared<Path::Steps>();
    Trace trace_;
};

} // namespace

std::vector<EdgeId> Path::last(std::size_t count) const {
    std::vector<EdgeId> edges(std::min<std::size_t>(count, size_));
    std::uint32_t step = last_;
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
        *edge = (*steps_)[step].edge;
        step = (*steps_)[step].before;
    }
    return edges;
}

Path Path::alone() const {
    auto own = std::make_shared<Steps>();
    for (const EdgeId edge : edges()) {
        const auto number = static_cast<std::uint32_t>(own->size());
        own->push_back({edge, number == 0 ? 0 : number - 1});
    }
    return {std::move(own), size_ - 1, size_};
}

Tracer::Tracer(const View& view)
    : view_(view), marks_(std::make_unique<Marks>(
                       Marks{std::vector<Label>(view.node_count()), std::vector<bool>(view.node_count())})) {}
Tracer::~Tracer() = default;
Tracer::Tracer(Tracer&&) noexcept = default;

Trace Tracer::trace(const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits) {
    return Walk(view_, starts, rules, limits, marks_->labels, marks_->settled).run();
}

Trace trace(const View& view, NodeId start, const WalkRules& rules, const WalkLimits& limits) {
    return trace_all(view, std::vector{start}, rules, limits);
}

Trace trace_all(const View& view, const std::vector<NodeId>& starts, const WalkRules& rules, const WalkLimits& limits) {
    return Tracer(view).trace(starts, rules, limits);
}

} // namespace jokbo

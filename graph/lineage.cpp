#include "graph/lineage.hpp"

#include "graph/knots.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace jokbo {

namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

struct Label {
    std::uint32_t hops = unreached;
    float weakest = 1.0F;
    EdgeId by;
};

class Tracer {
public:
    Tracer(const View& view, NodeId start, const LineageQuestion& question)
        : view_(view), start_(start), question_(question) {
        relations_.set_relations(question.relations.empty() ? lineage_relations(view.ontology()) : question.relations);
        lineage_.start = start;
        lineage_.direction = question.direction;
    }

    Lineage trace() {
        settled_.assign(view_.node_count(), false);
        settled_.at(start_.value) = true;
        StatusSet level;
        for (const Status status : by_weakness()) {
            if (question_.walked.has(status)) {
                level.add(status);
                // A level of which no edge was met adds nothing to the one before.
                if (labels_.empty() || met_.has(status)) {
                    walk(level);
                    settle(status);
                }
            }
        }
        if (labels_.empty()) {
            walk({});
        }
        show();
        collect_edges();
        lineage_.cycles = find_knots(view_, walked_edges_);
        std::ranges::sort(lineage_.reached, {}, [](const Reached& reached) {
            return std::tuple(reached.hops(), weakness(reached.standing), reached.node);
        });
        return std::move(lineage_);
    }

private:
    static std::array<Status, 5> by_weakness() {
        return {Status::asserted, Status::planned, Status::alleged, Status::ended, Status::denied};
    }

    View::EdgeRange ahead(NodeId node) const {
        return question_.direction == LineageDirection::upstream ? view_.out(node) : view_.in(node);
    }
    NodeId far_end(const View::Edge& edge) const {
        return question_.direction == LineageDirection::upstream ? edge.object : edge.subject;
    }
    NodeId near_end(const View::Edge& edge) const {
        return question_.direction == LineageDirection::upstream ? edge.subject : edge.object;
    }
    bool counts(const View::Edge& edge) const {
        return relations_.admits(edge.predicate) && static_cast<double>(edge.confidence) >= question_.min_confidence;
    }

    /// Breadth first over edges of these statuses; fewest hops, then the best believed weakest edge.
    void walk(StatusSet level) {
        labels_.assign(view_.node_count(), {});
        labels_.at(start_.value).hops = 0;
        order_.assign(1, start_);
        std::vector<NodeId> frontier{start_};
        for (std::uint32_t hops = 0; !frontier.empty() && hops < question_.depth; ++hops) {
            std::vector<NodeId> next;
            for (const NodeId node : frontier) {
                for (const EdgeId id : ahead(node)) {
                    const View::Edge edge = view_.edge(id);
                    if (!counts(edge)) {
                        continue;
                    }
                    met_.add(edge.status);
                    if (!level.has(edge.status)) {
                        continue;
                    }
                    Label& label = labels_[far_end(edge).value];
                    const float weakest = std::min(labels_[node.value].weakest, edge.confidence);
                    if (label.hops == unreached) {
                        next.push_back(far_end(edge));
                        label = {hops + 1, weakest, id};
                    } else if (label.hops == hops + 1 && weakest > label.weakest) {
                        label.weakest = weakest;
                        label.by = id;
                    }
                }
            }
            std::ranges::sort(next);
            order_.insert(order_.end(), next.begin(), next.end());
            frontier = std::move(next);
        }
    }

    std::vector<EdgeId> path_to(NodeId node) const {
        std::vector<EdgeId> path(labels_[node.value].hops);
        for (auto step = path.rbegin(); step != path.rend(); ++step) {
            *step = labels_[node.value].by;
            node = near_end(view_.edge(*step));
        }
        return path;
    }

    void settle(Status status) {
        for (const NodeId node : order_) {
            if (!settled_[node.value]) {
                add(node, path_to(node), status, labels_[node.value].weakest);
            }
        }
    }

    void add(NodeId node, std::vector<EdgeId> path, Status standing, float weakest) {
        settled_[node.value] = true;
        const auto stated = stated_of(view_, path, question_.direction);
        lineage_.reached.push_back({node, std::move(path), standing, weakest, stated});
    }

    /// What only edges lead to that say that it is not so, or no longer.
    void show() {
        for (const Status status : by_weakness()) {
            if (question_.walked.has(status) || !question_.shown.has(status)) {
                continue;
            }
            std::map<NodeId, Reached> best;
            for (const NodeId node : order_) {
                const Label& label = labels_[node.value];
                for (const EdgeId id : ahead(node)) {
                    const View::Edge edge = view_.edge(id);
                    const NodeId to = far_end(edge);
                    if (label.hops >= question_.depth || edge.status != status || !counts(edge) || settled_[to.value]) {
                        continue;
                    }
                    const float weakest = std::min(label.weakest, edge.confidence);
                    const auto found = best.find(to);
                    if (found == best.end() || (label.hops + 1U == found->second.hops() && weakest > found->second.weakest)) {
                        auto path = path_to(node);
                        path.push_back(id);
                        best[to] = {to, std::move(path), status, weakest, {}};
                    }
                }
            }
            for (auto& [node, reached] : best) {
                add(node, std::move(reached.path), status, reached.weakest);
            }
        }
    }

    void collect_edges() {
        for (const NodeId node : order_) {
            if (labels_[node.value].hops >= question_.depth) {
                continue;
            }
            for (const EdgeId id : ahead(node)) {
                const View::Edge edge = view_.edge(id);
                if (!counts(edge)) {
                    continue;
                }
                if (question_.walked.has(edge.status)) {
                    walked_edges_.push_back(id);
                    lineage_.edges.push_back(id);
                } else if (question_.shown.has(edge.status)) {
                    lineage_.edges.push_back(id);
                }
            }
        }
        std::ranges::sort(lineage_.edges);
        std::ranges::sort(walked_edges_);
    }

    const View& view_;
    NodeId start_;
    const LineageQuestion& question_;
    EdgeFilter relations_;
    std::vector<bool> settled_;
    std::vector<Label> labels_; ///< of the last walk
    std::vector<NodeId> order_; ///< that the last walk reached, by hops, then id
    StatusSet met_;
    std::vector<EdgeId> walked_edges_;
    Lineage lineage_;
};

} // namespace

Lineage trace_lineage(const View& view, NodeId start, const LineageQuestion& question) {
    return Tracer(view, start, question).trace();
}

Reached::Stated stated_of(const View& view, const std::vector<EdgeId>& path, LineageDirection direction) {
    const auto version_of = view.ontology().find_predicate("version_of");
    if (!version_of) {
        return Reached::Stated::of_itself;
    }
    bool version = false;
    const auto inherits = [&](EdgeId id) {
        const bool is_version = view.edge(id).predicate == *version_of;
        if (version && !is_version) {
            return true;
        }
        version = version || is_version;
        return false;
    };
    const bool inherited = direction == LineageDirection::upstream ? std::any_of(path.begin(), path.end(), inherits)
                                                                   : std::any_of(path.rbegin(), path.rend(), inherits);
    return inherited ? Reached::Stated::of_its_family : Reached::Stated::of_itself;
}

} // namespace jokbo

#include "graph/reachability.hpp"

#include <algorithm>
#include <numeric>

namespace jokbo {

Reachability::Half Reachability::half(const View& view, const EdgeFilter& filter, LineageDirection direction) {
    const bool up = direction == LineageDirection::upstream;
    std::vector<std::uint32_t> starts(view.node_count() + 1);
    std::vector<std::pair<NodeId, NodeId>> pairs;
    pairs.reserve(view.edge_count());
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        if (filter.admits(edge)) {
            pairs.emplace_back(up ? edge.subject : edge.object, up ? edge.object : edge.subject);
            ++starts[pairs.back().first.value + 1];
        }
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<NodeId> ends(pairs.size());
    auto next = starts;
    for (const auto& [from, to] : pairs) {
        ends[next[from.value]++] = to;
    }
    return {std::move(starts), std::move(ends)};
}

Reachability::Reachability(const View& view, const EdgeFilter& filter)
    : upstream_(half(view, filter, LineageDirection::upstream)),
      downstream_(half(view, filter, LineageDirection::downstream)), met_(view.node_count()) {}

std::span<const NodeId> Reachability::from(NodeId start, LineageDirection direction) {
    const Half& half = direction == LineageDirection::upstream ? upstream_ : downstream_;
    if (++question_ == 0) {
        std::ranges::fill(met_, 0U);
        question_ = 1;
    }
    queue_.assign(1, start);
    met_.at(start.value) = question_;
    for (std::size_t at = 0; at < queue_.size(); ++at) {
        const std::uint32_t node = queue_[at].value;
        for (std::uint32_t edge = half.starts[node]; edge < half.starts[node + 1]; ++edge) {
            const NodeId to = half.ends[edge];
            if (met_[to.value] != question_) {
                met_[to.value] = question_;
                queue_.push_back(to);
            }
        }
    }
    return std::span<const NodeId>(queue_).subspan(1);
}

} // namespace jokbo

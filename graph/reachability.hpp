#pragma once

#include "graph/edge_filter.hpp"
#include "graph/lineage.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jokbo {

/// Answers many questions of what is reachable over one choice of edges. Made once in time linear in the view; an answer
/// then costs what it holds. One answer at a time: it keeps its marks between them.
class Reachability {
public:
    Reachability(const View& view, const EdgeFilter& filter);

    /// What can be reached from `start`, itself left out, nearest first. Valid until the next call.
    std::span<const NodeId> from(NodeId start, LineageDirection direction);

private:
    struct Half {
        std::vector<std::uint32_t> starts;
        std::vector<NodeId> ends;
    };
    static Half half(const View& view, const EdgeFilter& filter, LineageDirection direction);

    Half upstream_;
    Half downstream_;
    /// The number of the question that a node was last met by.
    std::vector<std::uint32_t> met_;
    std::uint32_t question_ = 0;
    std::vector<NodeId> queue_;
};

} // namespace jokbo

#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace jokbo {

/// What measures are taken on: between two entities at most one edge a direction, none from an entity to itself.
/// Nodes keep the numbers that they have in the view.
struct SimpleGraph {
    using Edge = std::pair<std::uint32_t, std::uint32_t>; ///< subject, object

    std::uint32_t nodes = 0;
    std::vector<Edge> edges; ///< sorted

    SimpleGraph(const View& view, const EdgeFilter& filter);

    /// Each pair once, the lesser number first, sorted.
    std::vector<Edge> undirected() const;
};

} // namespace jokbo

#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace jokbo {

/// A connection between two entities, whichever way its edges point, that passes no entity twice.
struct Way {
    struct Hop {
        NodeId to;
        /// All edges between the two entities that the filter admits, the one that counts first: asserted before others,
        /// then the best believed, then by id.
        std::vector<EdgeId> edges;
    };
    std::vector<Hop> hops;
    /// Product of the confidences of the hops' first edges.
    double belief = 1.0;
};

/// The `k` best connections (fewer where there are fewer): fewest hops, then fewest hops that are not asserted, then
/// greatest belief, then by nodes. None has more than `depth` hops.
std::vector<Way> best_ways(const View& view, NodeId from, NodeId to, std::size_t k, const EdgeFilter& filter,
                           std::size_t depth = std::numeric_limits<std::size_t>::max());

} // namespace jokbo

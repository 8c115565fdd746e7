#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// Entities that are more closely knit among themselves than with the rest.
struct Communities {
    /// The largest first, equal ones by their first member; members ascending. Entities without an edge are in none.
    std::vector<std::vector<NodeId>> groups;
    /// The part of edges within groups beyond what chance would put there, −0.5 to 1.
    double modularity = 0;
};

/// Louvain's method on the edges that the filter admits, their directions aside; an edge weighs as much as it is believed,
/// several between two entities as much as the best of them. The same view gives the same groups.
Communities find_communities(const View& view, const EdgeFilter& filter);

} // namespace jokbo

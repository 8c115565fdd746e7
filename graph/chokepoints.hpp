#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// An entity that others cannot do without.
struct Chokepoint {
    NodeId node;
    /// What rests on it whichever way its dependencies are followed down to what depends on nothing more: what it dominates
    /// in the graph of dependencies. Ascending.
    std::vector<NodeId> dominated;
    /// How many entities lose the connection with the rest (the largest part) of the network if it goes; 0 where it is no
    /// articulation point.
    std::size_t cut_off = 0;
};

/// Those that dominate or cut off something: by how many they dominate, then by how many they cut off, then by node.
/// `filter` says which edges count as dependencies.
std::vector<Chokepoint> find_chokepoints(const View& view, const EdgeFilter& filter);

} // namespace jokbo

#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// An entity that others cannot do without.
struct Chokepoint {
    NodeId node;
    /// How many rest on it whichever way their dependencies are followed down to what depends on nothing more: what it
    /// dominates in the graph of dependencies.
    std::size_t dominates = 0;
    /// How many entities lose the connection with the rest (the largest part) of the network if it goes; 0 where it is no
    /// articulation point.
    std::size_t cut_off = 0;
};

struct Chokepoints {
    /// Those that dominate or cut off something: by how many they dominate, then by how many they cut off, then by node.
    std::vector<Chokepoint> points;

    /// What one of them dominates, ascending.
    std::vector<NodeId> dominated_by(NodeId node) const;

    /// The dominator tree, each node before what it dominates, and where in it a node stands: on a chain of a million
    /// entities the lists of all of them would be half a trillion long.
    std::vector<NodeId> tree;
    std::vector<std::uint32_t> place;
    std::vector<std::uint32_t> below; ///< by node: how many follow it in `tree` that it dominates
};

/// `filter` says which edges count as dependencies.
Chokepoints find_chokepoints(const View& view, const EdgeFilter& filter);

} // namespace jokbo

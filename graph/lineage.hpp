#pragma once

#include "graph/tracing.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace jokbo {

/// Towards what a thing depends on, or towards what depends on it.
enum class LineageDirection : std::uint8_t { upstream, downstream };

struct LineageQuestion : WalkLimits {
    LineageDirection direction = LineageDirection::upstream;
    /// Relations walked; empty: those that the ontology calls lineage.
    std::vector<PredicateId> relations;
};

struct Lineage {
    NodeId start;
    LineageDirection direction = LineageDirection::upstream;
    /// By hops, then standing, then node; without the start.
    std::vector<Reached> reached;
    /// Every edge that the walk met, in order.
    std::vector<EdgeId> edges;
    /// One round for every knot of entities that depend on each other through walked edges.
    std::vector<std::vector<EdgeId>> cycles;
};

/// What `start` depends on, or what depends on it, over any number of hops.
Lineage trace_lineage(const View& view, NodeId start, const LineageQuestion& question);

} // namespace jokbo

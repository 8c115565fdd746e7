#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace jokbo {

/// Towards what a thing depends on, or towards what depends on it.
enum class LineageDirection : std::uint8_t { upstream, downstream };

struct LineageQuestion {
    LineageDirection direction = LineageDirection::upstream;
    /// Relations walked; empty: those that the ontology calls lineage.
    std::vector<PredicateId> relations;
    /// What lies behind an edge of these statuses is reached through it …
    StatusSet walked = {Status::asserted, Status::planned, Status::alleged};
    /// … while what an edge of these leads to is listed and nothing behind it: it is said not to hold, or no longer.
    StatusSet shown = {Status::ended, Status::denied};
    double min_confidence = 0;
    std::size_t depth = std::numeric_limits<std::size_t>::max();
};

/// An entity that a lineage reaches, by its best path: that of the best standing, of those the one of fewest hops, of
/// those the one whose weakest edge is believed most, of those the first by ids.
struct Reached {
    NodeId node;
    /// From the start; each edge's other end is the next one's near end.
    std::vector<EdgeId> path;
    /// The least binding status on the path: only `asserted` is a fact.
    Status standing = Status::asserted;
    /// The least confidence on the path.
    float weakest = 1.0F;
    /// Whether a version takes over on this path what is stated of its family only.
    enum class Stated : std::uint8_t { of_itself, of_its_family } stated = Stated::of_itself;

    std::size_t hops() const { return path.size(); }
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

/// Whether on this way from what depends to what it depends on a version takes over what its family states.
Reached::Stated stated_of(const View& view, const std::vector<EdgeId>& path, LineageDirection direction);

} // namespace jokbo

#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

enum class Measure : std::uint8_t {
    pagerank,    ///< who is pointed at by whom is pointed at; damping 0.85, sums to 1
    betweenness, ///< the part of all shortest ways (subject to object) that lead through; 0 to 1
    degree,      ///< entities that it has an edge with
    downstream,  ///< entities that reach it over any number of edges
};

std::string_view name_of(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

struct Measured {
    NodeId node;
    double value = 0;

    friend bool operator==(const Measured&, const Measured&) = default;
};

/// Every node's measure over the edges that the filter admits (several between two entities count once), the greatest
/// first, equal ones by node. Throws UsageError where betweenness would take hours.
std::vector<Measured> measure(const View& view, Measure measure, const EdgeFilter& filter);

} // namespace jokbo

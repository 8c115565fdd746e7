#pragma once

#include "graph/lineage.hpp"
#include "graph/store.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jokbo {

/// Which part of a store becomes a view.
struct Selection {
    QueryFilter filter;
    /// Empty: everything. Else these, what is connected with them over at most `depth` edges (of any direction that the filter
    /// admits), and every edge between those.
    std::vector<EntityId> around;
    std::size_t depth = 1;
};

/// The store must outlive the view, which reads names, attributes and evidence from it on demand.
/// Entities without an edge are part of it only where nothing is filtered out, or where it is read around them.
View read_view(const Store& store, const Selection& selection);

/// Only what a lineage of `start` can meet: costs what the lineage costs, not what the store holds.
View read_lineage(const Store& store, EntityId start, const LineageQuestion& question, const std::string& as_of = {});

/// The same view for several starts.
View read_lineage(const Store& store, const std::vector<EntityId>& starts, const LineageQuestion& question,
                  const std::string& as_of = {});

} // namespace jokbo

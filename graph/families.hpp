#pragma once

#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// The objects of asserted edges of `relation` out of an entity or, where it has none, out of the nearest of its families
/// (what it is a version of) that has. Ascending.
std::vector<NodeId> stated_of_family(const View& view, NodeId node, PredicateId relation);

/// The entity and all that it is a version of, however far, as asserted; nearest first.
std::vector<NodeId> with_families(const View& view, NodeId node);

} // namespace jokbo

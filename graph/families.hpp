#pragma once

#include "graph/view.hpp"

#include <cstdint>
#include <vector>

namespace jokbo {

/// The objects of asserted edges of `relation` out of an entity or, where it has none, out of the nearest of its families
/// (what it is a version of) that has. Ascending.
std::vector<NodeId> stated_of_family(const View& view, NodeId node, PredicateId relation);

/// The same for all entities of a view, by one pass over its edges.
class FamilyStatements {
public:
    FamilyStatements(const View& view, PredicateId relation);
    const std::vector<NodeId>& of(NodeId node) const { return lists_[list_of_[node.value]]; }

private:
    std::vector<std::uint32_t> list_of_;        ///< by node
    std::vector<std::vector<NodeId>> lists_{1}; ///< the first one is empty
};

/// The entity and all that it is a version of, however far, as asserted; nearest first.
std::vector<NodeId> with_families(const View& view, NodeId node);

} // namespace jokbo

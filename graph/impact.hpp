#pragma once

#include "graph/families.hpp"
#include "graph/tracing.hpp"
#include "graph/view.hpp"
#include "schema/pack.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// What may happen to an entity.
enum class Change : std::uint8_t { any, licence, withdrawn, sanctioned, acquired };

std::string_view name_of(Change change);
std::optional<Change> change_named(std::string_view name);

/// Who is hit by what.
struct ImpactRules {
    WalkRules walk;
    /// Relations of which another edge may serve in place of the one that is hit.
    std::vector<PredicateId> replaceable;
};

/// As `graph/impact.tsv` has it. Throws DataError where that does not hold together.
ImpactRules impact_rules(const Pack& pack, const Ontology& ontology, Change change);

/// One entity that is hit.
struct Hit {
    Reached reached;
    /// Who makes it: asserted developers of it or, where none is stated, of its family. Ascending.
    std::vector<NodeId> makers;
    /// Asserted edges of the last hop's relation, where that is replaceable, whose other end is not hit: what it could rest
    /// on instead.
    std::vector<EdgeId> substitutes;
};

/// What is hit if `start` changes: by hops, then standing, then node.
std::vector<Hit> assess_impact(const View& view, NodeId start, const ImpactRules& rules, const WalkLimits& limits);

/// The same if all of these change at once, as those of one country; without them.
std::vector<Hit> assess_impact_of_all(const View& view, const std::vector<NodeId>& starts, const ImpactRules& rules,
                                      const WalkLimits& limits);

} // namespace jokbo

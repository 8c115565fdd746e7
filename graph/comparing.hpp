#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// What two entities have with others, side by side.
struct Comparison {
    /// One relation seen from one end: `A based_on X` or `X based_on A`.
    struct Aspect {
        PredicateId relation;
        enum class End : std::uint8_t { subject, object } end = End::subject;
        /// Edges of both to the same entity, as pairs (a, b) by that entity; then those of one only, by the other end.
        std::vector<std::pair<EdgeId, EdgeId>> shared;
        std::vector<EdgeId> only_a;
        std::vector<EdgeId> only_b;
    };
    /// By relation, the subject's end first; symmetric relations have only that one.
    std::vector<Aspect> aspects;
    /// Edges between the two.
    std::vector<EdgeId> between;

    struct Values {
        PredicateId attribute;
        std::vector<Attribute> a;
        std::vector<Attribute> b;
    };
    std::vector<Values> values;
};

Comparison compare(const View& view, NodeId a, NodeId b, const EdgeFilter& filter);

} // namespace jokbo

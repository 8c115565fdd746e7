#pragma once

#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// Edges that cannot all be true.
struct Contradiction {
    enum class Kind : std::uint8_t {
        denied,  ///< asserted (or planned, or alleged) by some, denied by others
        several, ///< several asserted objects or values of what a thing has one of (graph/single.tsv)
    };
    Kind kind = Kind::denied;
    EntityId subject;
    PredicateId predicate;
    std::vector<Edge> sides; ///< the best believed first
};

/// How its sides differ: "alleged and denied", or "3 at once".
std::string words_of(const Contradiction& contradiction);

/// By the subject's key, then the predicate.
std::vector<Contradiction> contradictions(const Store& store, const Pack& pack, const QueryFilter& filter = {});

} // namespace jokbo

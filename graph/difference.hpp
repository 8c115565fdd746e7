#pragma once

#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// How a graph differs from another (or from itself at another date). Things are the same by key.
struct Difference {
    /// What is said of one subject, relation and object, in all statuses, before and after.
    struct Change {
        enum class Kind : std::uint8_t { came, went, changed } kind = Kind::came; ///< changed: other statuses
        std::string subject;                                                      ///< key
        PredicateId predicate;
        std::string object; ///< key, or value as text
        std::vector<Edge> before;
        std::vector<Edge> after;
    };
    std::vector<Entity> came; ///< by key
    std::vector<Entity> went;
    std::vector<Change> changes; ///< by subject, predicate, object
};

Difference difference(const Store& old_store, const QueryFilter& old_filter, const Store& new_store,
                      const QueryFilter& new_filter);

} // namespace jokbo

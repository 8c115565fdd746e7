#pragma once

#include "graph/edge_filter.hpp"
#include "graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// What graph/match.grammar describes, understood.
struct Pattern {
    struct Node {
        std::string variable; ///< empty where it has none
        TypeSet types;        ///< empty: any
        std::string name;     ///< compared folded with all names; empty: any
        std::string key;
        std::string country;
        struct Value {
            PredicateId attribute;
            jokbo::Value value;
        };
        std::vector<Value> values;
    };

    struct Edge {
        std::string variable;
        std::size_t from = 0; ///< index into `nodes`: the one that stands left
        std::size_t to = 0;
        enum class Direction : std::uint8_t { along, against, either } direction = Direction::along;
        std::vector<PredicateId> relations; ///< empty: any
        static constexpr std::size_t endless = std::numeric_limits<std::size_t>::max();
        std::size_t least = 1;
        std::size_t most = 1;
        StatusSet statuses; ///< empty: those of the question
        std::string how;
        std::string component;

        bool repeats() const { return least != 1 || most != 1; }
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// Throws UsageError, which shows the place and says what is understood.
Pattern parse_pattern(std::string_view text, const Ontology& ontology);

/// One way to give an entity to every node of a pattern.
struct PatternMatch {
    std::vector<NodeId> nodes;
    /// For every edge of the pattern: all edges that fit, or, where it repeats, those of a shortest way.
    std::vector<std::vector<EdgeId>> edges;
};

/// Matches, each once, at most `limit`; in the same order for the same view. Two nodes of a pattern may be one entity.
/// `filter` says which edges are there, and their statuses where the pattern does not.
std::vector<PatternMatch> find_matches(const View& view, const Pattern& pattern, const EdgeFilter& filter,
                                       std::size_t limit = std::numeric_limits<std::size_t>::max());

} // namespace jokbo

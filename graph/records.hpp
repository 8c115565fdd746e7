#pragma once

#include "schema/document.hpp"
#include "schema/statement.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jokbo {

/// Numbers of rows in one store; never shown, never exported: they depend on the order of ingestion, the keys do not.
using EntityId = Id<struct EntityTag>;
using StoredEdgeId = Id<struct StoredEdgeTag>;

/// A document together with what was read in it: what a store takes in.
struct ReadDocument {
    Document document;
    std::vector<Statement> statements;
};

/// Something that names stand for.
struct Entity {
    EntityId id;
    /// Stable and ASCII, the same whatever the order of ingestion: the lexicon's id, or the type and a hash of the name.
    std::string key;
    TypeId type;
    Naming naming = Naming::named;
    std::string name;    ///< the canonical one
    std::string country; ///< ISO 3166 alpha-2 from the lexicon, or empty
};

/// What an edge is without its texts: enough for a graph in memory.
struct Link {
    StoredEdgeId id;
    EntityId subject;
    EntityId object;
    PredicateId predicate;
    Status status = Status::asserted;
    float confidence = 0;
};

/// All that statements of one status say about one relation between two entities, or one value of an attribute of one.
struct Edge {
    StoredEdgeId id;
    EntityId subject;
    PredicateId predicate;
    std::variant<EntityId, Value> object;
    Status status = Status::asserted;
    double confidence = 0;
    std::string when;       ///< ISO date of the event as its statements give it, or empty
    std::string first_seen; ///< ISO date of the earliest document that says so, or empty
    std::string last_seen;
    std::string how;            ///< based_on: the distinct ones, sorted, separated by |
    std::string component;      ///< likewise
    std::vector<Money> amounts; ///< invests_in, acquires, partners_with: the distinct ones
    std::uint32_t statements = 0;
    std::uint32_t documents = 0;
    std::uint32_t sources = 0; ///< independent ones; see graph/belief.hpp
    /// What a person decided about it.
    enum class Review : std::uint8_t { none, accepted } review = Review::none;
};

/// One statement as it supports an edge.
struct Support {
    std::string statement; ///< stable key, 16 hexadecimal digits, by which decisions refer to it
    std::string document;
    std::string title;
    std::string published;
    std::string url;
    std::string publisher;
    Span span;
    std::size_t line = 0; ///< of the quote's first byte in the document, from 1
    std::string quote;
    Span characters;    ///< the same span counted in Unicode code points
    std::string prefix; ///< up to 32 code points before the quote
    std::string suffix; ///< and after it
    std::string frame;
    std::string subject; ///< as the document calls it
    std::string object;  ///< likewise; empty for attributes
    Status status = Status::asserted;
    Qualifiers qualifiers;
    double confidence = 0;    ///< of the reading
    double reliability = 0;   ///< of the frame
    std::uint32_t source = 0; ///< supports of one edge with the same number are one source; counted from 0
};

/// Which part of the graph a question is about.
struct QueryFilter {
    /// Only what documents published up to this ISO date say (undated ones count as known all along); empty: all.
    std::string as_of;
    std::vector<Status> statuses;       ///< empty: all
    std::vector<PredicateId> relations; ///< empty: all
    double min_confidence = 0;
};

} // namespace jokbo

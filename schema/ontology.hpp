#pragma once

#include "schema/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

class Pack;

using TypeId = Id<struct TypeTag>;
using PredicateId = Id<struct PredicateTag>;

/// A set of entity types.
class TypeSet {
public:
    void add(TypeId type) { bits_ |= 1U << type.value; }
    bool has(TypeId type) const { return (bits_ >> type.value & 1U) != 0; }
    bool empty() const { return bits_ == 0; }
    TypeSet operator&(TypeSet other) const {
        other.bits_ &= bits_;
        return other;
    }
    TypeSet operator|(TypeSet other) const {
        other.bits_ |= bits_;
        return other;
    }
    static TypeSet all() {
        TypeSet set;
        set.bits_ = ~0U;
        return set;
    }
    static TypeSet of(TypeId type) {
        TypeSet set;
        set.add(type);
        return set;
    }

    friend bool operator==(const TypeSet&, const TypeSet&) = default;

private:
    std::uint32_t bits_ = 0;
};

/// A published term that one of ours is aligned with.
struct Alignment {
    enum class Direction : std::uint8_t { same, inverse };
    std::string term; ///< prefixed, as `schema:isBasedOn`
    Direction direction = Direction::same;
};

struct EntityType {
    TypeId id;
    std::string name;
    std::string label_en;
    std::string label_ko;
    std::vector<Alignment> published;
};

/// A relation between two entities or an attribute of one.
struct Predicate {
    enum class Kind : std::uint8_t { relation, attribute };
    enum class Symmetry : std::uint8_t { directed, symmetric };
    /// Whether it points from a thing that depends to the thing that it depends on.
    enum class Lineage : std::uint8_t { no, yes };
    enum class ValueKind : std::uint8_t { none, count, truth, date, money };

    PredicateId id;
    std::string name;
    Kind kind = Kind::relation;
    TypeSet subjects;
    TypeSet objects; ///< empty for attributes
    /// Whether subject and object must be of one type (competes_with).
    enum class Pairing : std::uint8_t { any, same_type } pairing = Pairing::any;
    Symmetry symmetry = Symmetry::directed;
    Lineage lineage = Lineage::no;
    ValueKind value = ValueKind::none;
    /// Whether money that a sentence names may be what changed hands.
    enum class Amount : std::uint8_t { no, yes } amount = Amount::no;
    std::string label_en;
    std::string label_ko;
    std::vector<Alignment> published; ///< super-properties: asserted edges are written under these as well
};

/// The vocabulary of the graph, read from `schema/types.tsv`, `schema/relations.tsv` and `schema/attributes.tsv`.
/// Ids count in file order, so a table of one pack must not be used with ids of another.
class Ontology {
public:
    /// Throws DataError where a line is malformed, a name stands twice or an unknown type is named.
    static Ontology load(const Pack& pack);

    const std::vector<EntityType>& types() const { return types_; }
    const std::vector<Predicate>& predicates() const { return predicates_; }
    const EntityType& type(TypeId id) const { return types_.at(id.value); }
    const Predicate& predicate(PredicateId id) const { return predicates_.at(id.value); }

    std::optional<TypeId> find_type(std::string_view name) const;
    std::optional<PredicateId> find_predicate(std::string_view name) const;

    /// The same, for callers to whom the name is a matter of course; throw NotFound with the nearest known name.
    TypeId type_named(std::string_view name) const;
    PredicateId predicate_named(std::string_view name) const;

    /// Whether a relation may hold between these types.
    bool allows(PredicateId relation, TypeId subject, TypeId object) const;

private:
    std::vector<EntityType> types_;
    std::vector<Predicate> predicates_;
};

} // namespace jokbo

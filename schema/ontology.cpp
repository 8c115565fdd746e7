#include "schema/ontology.hpp"

#include "schema/table.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t most_types = 32; // TypeSet's bits

std::vector<Alignment> alignments(std::string_view field) {
    std::vector<Alignment> found;
    for (auto term : split(field, '|')) {
        const bool inverse = term.starts_with('^');
        found.push_back({std::string(term.substr(inverse ? 1 : 0)),
                         inverse ? Alignment::Direction::inverse : Alignment::Direction::same});
    }
    return found;
}

template <class Things>
auto find(const Things& things, std::string_view name) -> std::optional<decltype(things.front().id)> {
    const auto found =
        std::ranges::find(things, name, [](const auto& thing) -> std::string_view { return thing.name; });
    if (found == things.end()) {
        return std::nullopt;
    }
    return found->id;
}

template <class Things>
auto demand(const Things& things, std::string_view kind, std::string_view name) {
    if (const auto id = find(things, name)) {
        return *id;
    }
    std::vector<std::string_view> names;
    for (const auto& thing : things) {
        names.push_back(thing.name);
    }
    const auto near = nearest(name, names);
    throw NotFound(near.empty() ? fmt::format("there is no {} '{}'", kind, name)
                                : fmt::format("there is no {} '{}'; did you mean '{}'?", kind, name, near));
}

TypeSet types_in(const Ontology& ontology, const Row& row, std::size_t field) {
    TypeSet set;
    for (auto name : split(row[field], '|')) {
        const auto type = ontology.find_type(name);
        if (!type) {
            throw row.error(field, fmt::format("there is no type '{}'", name),
                            static_cast<std::size_t>(name.data() - row[field].data()));
        }
        set.add(*type);
    }
    return set;
}

Predicate::ValueKind value_kind(const Row& row, std::size_t field) {
    using enum Predicate::ValueKind;
    const auto name = row[field];
    if (name == "count") {
        return count;
    }
    if (name == "truth") {
        return truth;
    }
    if (name == "date") {
        return date;
    }
    if (name == "money") {
        return money;
    }
    throw row.error(field, "a value is count, truth, date or money");
}

void read_traits(const Row& row, std::size_t field, Predicate& predicate) {
    for (auto trait : split(row[field], '|')) {
        if (trait == "symmetric") {
            predicate.symmetry = Predicate::Symmetry::symmetric;
        } else if (trait == "lineage") {
            predicate.lineage = Predicate::Lineage::yes;
        } else if (trait == "same_type") {
            predicate.pairing = Predicate::Pairing::same_type;
        } else if (trait == "amount") {
            predicate.amount = Predicate::Amount::yes;
        } else {
            throw row.error(field, "a trait is symmetric, lineage, same_type or amount",
                            static_cast<std::size_t>(trait.data() - row[field].data()));
        }
    }
}

} // namespace

Ontology Ontology::load(const Pack& pack) {
    Ontology ontology;
    for (const auto& row : read_table(pack.file("schema/types.tsv"), {"name", "label_en", "label_ko", "published"})) {
        if (ontology.find_type(row[0])) {
            throw row.error(0, "this type stands here twice");
        }
        if (ontology.types_.size() == most_types) {
            throw row.error(0, "more than 32 types");
        }
        ontology.types_.push_back({{static_cast<std::uint32_t>(ontology.types_.size())},
                                   std::string(row[0]),
                                   std::string(row[1]),
                                   std::string(row[2]),
                                   alignments(row[3])});
    }
    const auto add = [&](const Row& row, Predicate predicate) {
        if (ontology.find_predicate(row[0])) {
            throw row.error(0, "this predicate stands here twice");
        }
        predicate.id = {static_cast<std::uint32_t>(ontology.predicates_.size())};
        predicate.name = std::string(row[0]);
        predicate.subjects = types_in(ontology, row, 1);
        ontology.predicates_.push_back(std::move(predicate));
    };
    for (const auto& row : read_table(pack.file("schema/relations.tsv"),
                                      {"name", "subjects", "objects", "traits", "label_en", "label_ko", "published"})) {
        Predicate relation;
        relation.objects = types_in(ontology, row, 2);
        read_traits(row, 3, relation);
        relation.label_en = std::string(row[4]);
        relation.label_ko = std::string(row[5]);
        relation.published = alignments(row[6]);
        add(row, std::move(relation));
    }
    for (const auto& row :
         read_table(pack.file("schema/attributes.tsv"), {"name", "subjects", "value", "label_en", "label_ko"})) {
        Predicate attribute;
        attribute.kind = Predicate::Kind::attribute;
        attribute.value = value_kind(row, 2);
        attribute.label_en = std::string(row[3]);
        attribute.label_ko = std::string(row[4]);
        add(row, std::move(attribute));
    }
    return ontology;
}

std::optional<TypeId> Ontology::find_type(std::string_view name) const { return find(types_, name); }

std::optional<PredicateId> Ontology::find_predicate(std::string_view name) const { return find(predicates_, name); }

TypeId Ontology::type_named(std::string_view name) const { return demand(types_, "type", name); }

PredicateId Ontology::predicate_named(std::string_view name) const {
    return demand(predicates_, "relation or attribute", name);
}

bool Ontology::allows(PredicateId relation, TypeId subject, TypeId object) const {
    const auto& rule = predicate(relation);
    return rule.kind == Predicate::Kind::relation && rule.subjects.has(subject) && rule.objects.has(object) &&
           (rule.pairing == Predicate::Pairing::any || subject == object);
}

} // namespace jokbo

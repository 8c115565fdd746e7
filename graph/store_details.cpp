#include "graph/store_details.hpp"

#include "graph/places.hpp"
#include "graph/qualifiers.hpp"
#include "graph/store_engine.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace jokbo {

std::string_view language_of_name(std::string_view name) {
    bool latin = false;
    bool other = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x80U) {
            latin = latin || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
            continue;
        }
        if (byte >= 0xEAU && byte <= 0xEDU && i + 1 < name.size()) {
            const auto second = static_cast<unsigned char>(name[i + 1]);
            const bool hangul = (byte == 0xEAU && second >= 0xB0U) || byte == 0xEBU || byte == 0xECU ||
                                (byte == 0xEDU && second <= 0x9EU);
            if (hangul) {
                return "ko";
            }
        }
        other = true;
    }
    return latin && !other ? "en" : "";
}

StoreDetails::StoreDetails(const Store& store, QueryFilter filter) : store_(store), attributes_(std::move(filter)) {
    attributes_.relations.clear();
    for (const Predicate& predicate : store.ontology().predicates()) {
        if (predicate.kind == Predicate::Kind::attribute) {
            attributes_.relations.push_back(predicate.id);
        }
    }
}

std::vector<NodeName> StoreDetails::names(std::uint32_t source) const {
    std::vector<NodeName> names;
    for (std::string& name : store_.names(EntityId{source})) {
        const std::string language(language_of_name(name));
        names.push_back({std::move(name), language});
    }
    return names;
}

std::vector<Attribute> StoreDetails::attributes(std::uint32_t source) const {
    std::vector<Attribute> attributes;
    for (Edge& edge : store_.edges_of(EntityId{source}, attributes_)) {
        if (auto* value = std::get_if<Value>(&edge.object)) {
            attributes.push_back({.predicate = edge.predicate,
                                  .value = std::move(*value),
                                  .status = edge.status,
                                  .qualifiers = qualifiers(edge.id.value),
                                  .confidence = edge.confidence,
                                  .evidence = evidence(edge.id.value)});
        }
    }
    return attributes;
}

std::vector<Testimony> StoreDetails::evidence(std::uint32_t source) const {
    const Store::Engine& engine = store_.engine();
    return engine.guarded([&] {
        std::vector<Testimony> all;
        const auto rows = engine.query(
            "SELECT d.name, d.title, d.url, d.publisher, d.published, d.text, c.quote_begin, c.quote_end, c.frame, "
            "c.qualifiers, c.confidence FROM support u JOIN statement c ON c.id = u.statement "
            "JOIN document d ON d.id = c.id / 1048576 "
            "WHERE u.edge = ?1 AND d.name IS NOT NULL AND (?2 = '' OR d.published < ?2 || '~')");
        rows->with(source, std::string_view(attributes_.as_of));
        while (rows->next()) {
            const Span span{rows->number(6), rows->number(7)};
            Place place = place_in(rows->text(5), span);
            all.push_back({.document = rows->string(0),
                           .title = rows->string(1),
                           .url = rows->string(2),
                           .publisher = rows->string(3),
                           .published = rows->string(4),
                           .evidence = {span, std::move(place.quote), engine.terms.text(rows->number(8))},
                           .characters = place.characters,
                           .prefix = std::move(place.prefix),
                           .suffix = std::move(place.suffix),
                           .qualifiers = qualifiers_from_json(rows->text(9)),
                           .confidence = rows->real(10)});
        }
        std::ranges::sort(all, {}, [](const Testimony& testimony) {
            return std::tie(testimony.published, testimony.document, testimony.evidence.span, testimony.evidence.frame);
        });
        return all;
    });
}

Qualifiers StoreDetails::qualifiers(std::uint32_t source) const {
    const Store::Engine& engine = store_.engine();
    return engine.guarded([&] {
        Qualifiers said;
        constexpr std::array texts = {&Qualifiers::when, &Qualifiers::how,     &Qualifiers::component,
                                      &Qualifiers::role, &Qualifiers::product, &Qualifiers::attributed_to};
        const auto rows = engine.query(
            "SELECT c.qualifiers FROM support u JOIN statement c ON c.id = u.statement "
            "JOIN document d ON d.id = c.id / 1048576 WHERE u.edge = ?1 AND c.qualifiers IS NOT NULL AND d.name IS "
            "NOT NULL AND (?2 = '' OR d.published < ?2 || '~') ORDER BY c.confidence DESC, d.name, c.id");
        rows->with(source, std::string_view(attributes_.as_of));
        while (rows->next()) {
            Qualifiers more = qualifiers_from_json(rows->text(0));
            for (const auto field : texts) {
                if ((said.*field).empty()) {
                    said.*field = std::move(more.*field);
                }
            }
            if (!said.amount) {
                said.amount = std::move(more.amount);
            }
        }
        return said;
    });
}

} // namespace jokbo

#include "graph/store_details.hpp"

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
    std::vector<Testimony> all;
    for (Support& support : store_.supports(StoredEdgeId{source}, attributes_.as_of)) {
        all.push_back({.document = std::move(support.document),
                       .title = std::move(support.title),
                       .url = std::move(support.url),
                       .publisher = std::move(support.publisher),
                       .published = std::move(support.published),
                       .evidence = {support.span, std::move(support.quote), std::move(support.frame)},
                       .characters = support.characters,
                       .prefix = std::move(support.prefix),
                       .suffix = std::move(support.suffix),
                       .qualifiers = std::move(support.qualifiers),
                       .confidence = support.confidence});
    }
    std::ranges::sort(all, {}, [](const Testimony& testimony) {
        return std::tie(testimony.published, testimony.document, testimony.evidence.span, testimony.evidence.frame);
    });
    return all;
}

Qualifiers StoreDetails::qualifiers(std::uint32_t source) const {
    auto supports = store_.supports(StoredEdgeId{source}, attributes_.as_of);
    std::ranges::stable_sort(supports, [](const Support& a, const Support& b) { return a.confidence > b.confidence; });
    Qualifiers said;
    constexpr std::array texts = {&Qualifiers::when, &Qualifiers::how,     &Qualifiers::component,
                                  &Qualifiers::role, &Qualifiers::product, &Qualifiers::attributed_to};
    for (Support& support : supports) {
        for (const auto field : texts) {
            if ((said.*field).empty()) {
                said.*field = std::move(support.qualifiers.*field);
            }
        }
        if (!said.amount) {
            said.amount = std::move(support.qualifiers.amount);
        }
    }
    return said;
}

} // namespace jokbo

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
                                  .evidence = evidence(edge.id.value, Detail::surroundings)});
        }
    }
    return attributes;
}

const std::vector<StoreDetails::Said>& StoreDetails::said_of(std::uint32_t edge) const {
    if (last_edge_ != edge) {
        last_edge_.reset();
        last_said_.clear();
        const auto rows =
            store_.engine().query("SELECT c.id, c.quote_begin, c.quote_end, c.frame, c.confidence, c.qualifiers "
                                  "FROM support u JOIN statement c ON c.id = u.statement WHERE u.edge = ?");
        rows->with(edge);
        while (rows->next()) {
            last_said_.push_back({rows->integer(0),
                                  {rows->number(1), rows->number(2)},
                                  rows->number(3),
                                  rows->real(4),
                                  rows->string(5)});
        }
        last_edge_ = edge;
    }
    return last_said_;
}

const StoreDetails::Page& StoreDetails::page_of(const Said& said) const {
    constexpr std::size_t most_bytes = 1U << 22U;
    const std::int64_t id = said.statement / statements_per_document;
    if (const auto known = pages_.find(id); known != pages_.end()) {
        return known->second;
    }
    if (page_bytes_ > most_bytes) {
        pages_.clear();
        page_bytes_ = 0;
    }
    Page& page = pages_[id];
    const auto row =
        store_.engine().query("SELECT name, title, url, publisher, published, text FROM document WHERE id = ?");
    if (row->with(id).next()) {
        page = {row->string(0), row->string(1), row->string(2), row->string(3), row->string(4), row->string(5)};
        page_bytes_ += page.text.size();
    }
    return page;
}

bool StoreDetails::counts(const Page& page) const {
    return !page.name.empty() && (attributes_.as_of.empty() || page.published < attributes_.as_of + "~");
}

std::vector<Testimony> StoreDetails::evidence(std::uint32_t source, Detail detail) const {
    const Store::Engine& engine = store_.engine();
    return engine.guarded([&] {
        std::vector<Testimony> all;
        for (const Said& said : said_of(source)) {
            const Page& page = page_of(said);
            if (!counts(page)) {
                continue;
            }
            Testimony testimony{.document = page.name,
                                .title = page.title,
                                .url = page.url,
                                .publisher = page.publisher,
                                .published = page.published,
                                .evidence = {said.span, {}, engine.terms.text(said.frame)},
                                .characters = {},
                                .prefix = {},
                                .suffix = {},
                                .qualifiers = qualifiers_from_json(said.qualifiers),
                                .confidence = said.confidence};
            if (detail == Detail::quote) {
                testimony.evidence.quote = quote_in(page.text, said.span);
            } else {
                Place place = place_in(page.text, said.span);
                testimony.evidence.quote = std::move(place.quote);
                testimony.characters = place.characters;
                testimony.prefix = std::move(place.prefix);
                testimony.suffix = std::move(place.suffix);
            }
            all.push_back(std::move(testimony));
        }
        std::ranges::sort(all, {}, [](const Testimony& testimony) {
            return std::tie(testimony.published, testimony.document, testimony.evidence.span, testimony.evidence.frame);
        });
        return all;
    });
}

Qualifiers StoreDetails::qualifiers(std::uint32_t source) const {
    return store_.engine().guarded([&] {
        /// The best believed first, then by document and place.
        std::vector<std::tuple<double, std::string, std::int64_t, const Said*>> telling;
        for (const Said& said : said_of(source)) {
            if (said.qualifiers.empty()) {
                continue;
            }
            if (const Page& page = page_of(said); counts(page)) {
                telling.emplace_back(-said.confidence, page.name, said.statement, &said);
            }
        }
        std::ranges::sort(telling, {}, [](const auto& one) {
            return std::tie(std::get<0>(one), std::get<1>(one), std::get<2>(one));
        });
        constexpr std::array texts = {&Qualifiers::when, &Qualifiers::how,     &Qualifiers::component,
                                      &Qualifiers::role, &Qualifiers::product, &Qualifiers::attributed_to};
        Qualifiers best;
        for (const auto& [rank, document, number, said] : telling) {
            Qualifiers more = qualifiers_from_json(said->qualifiers);
            for (const auto field : texts) {
                if ((best.*field).empty()) {
                    best.*field = std::move(more.*field);
                }
            }
            if (!best.amount) {
                best.amount = std::move(more.amount);
            }
        }
        return best;
    });
}

} // namespace jokbo

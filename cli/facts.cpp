#include "cli/facts.hpp"

#include "cli/hops.hpp"
#include "graph/qualifiers.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace jokbo::cli {

namespace {

constexpr std::array qualifier_fields = {
    std::pair("when", &Qualifiers::when),           std::pair("how", &Qualifiers::how),
    std::pair("component", &Qualifiers::component), std::pair("role", &Qualifiers::role),
    std::pair("product", &Qualifiers::product),     std::pair("attributed_to", &Qualifiers::attributed_to)};

Style style_of(Status status) {
    switch (status) {
    case Status::planned:
    case Status::alleged: return Style::yellow;
    case Status::denied: return Style::red;
    case Status::ended: return Style::dim;
    case Status::asserted: break;
    }
    return Style::plain;
}

std::string with_commas(std::int64_t number) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

} // namespace

std::string status_words(Status status, const Terminal& terminal) {
    return status == Status::asserted ? std::string() : terminal.styled(name_of(status), style_of(status));
}

std::string place_words(const Support& support) {
    std::string words;
    for (const auto* part : {&support.published, &support.publisher, &support.document}) {
        if (!part->empty()) {
            words += (words.empty() ? "" : " · ") + one_line(*part);
        }
    }
    return fmt::format("{}, line {}", words, support.line);
}

std::string when_words(std::string_view date) {
    constexpr std::size_t of_a_day = 10; // characters of 2025-07-03
    return date.empty() ? std::string() : (date.size() == of_a_day ? "on " : "in ") + std::string(date);
}

std::string value_words(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        return with_commas(*count);
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return fmt::format("{} {}", with_commas(money->value), money->currency);
    }
    return value_text(value);
}

std::string object_words(const Store& store, const Edge& edge) {
    if (const auto* value = std::get_if<Value>(&edge.object)) {
        return value_words(*value);
    }
    const auto object = store.entity(std::get<EntityId>(edge.object));
    return object ? one_line(object->name) : "?";
}

std::string edge_words(const Store& store, const Edge& edge, const Terminal& terminal) {
    const auto subject = store.entity(edge.subject);
    auto words = fmt::format("{} -{}-> {}", terminal.styled(subject ? one_line(subject->name) : "?", Style::bold),
                             store.ontology().predicate(edge.predicate).name,
                             terminal.styled(object_words(store, edge), Style::bold));
    if (edge.status != Status::asserted) {
        words += " [" + status_words(edge.status, terminal) + "]";
    }
    return words;
}

void write_entity(JsonWriter& json, const Store& store, const Entity& entity) {
    json.begin_object()
        .field("key", entity.key)
        .field("type", store.ontology().type(entity.type).name)
        .field("name", entity.name);
    if (!entity.country.empty()) {
        json.field("country", entity.country);
    }
    json.field("named", entity.naming == Naming::named).end_object();
}

void write_value(JsonWriter& json, const Value& value) {
    struct Writer {
        JsonWriter& json;
        void operator()(std::int64_t count) const { json.value(count); }
        void operator()(bool truth) const { json.value(truth); }
        void operator()(const std::string& text) const { json.value(text); }
        void operator()(const Money& money) const {
            json.begin_object().field("value", money.value).field("currency", money.currency).end_object();
        }
    };
    std::visit(Writer{json}, value);
}

void write_support(JsonWriter& json, const Support& support) {
    json.begin_object().field("statement", support.statement).field("document", support.document);
    for (const auto& [name, text] : {std::pair("title", &Support::title), std::pair("published", &Support::published),
                                     std::pair("publisher", &Support::publisher), std::pair("url", &Support::url)}) {
        if (!(support.*text).empty()) {
            json.field(name, support.*text);
        }
    }
    json.field("line", std::uint64_t{support.line}).field("start", support.span.begin).field("end", support.span.end);
    json.field("quote", support.quote).field("frame", support.frame).field("subject", support.subject);
    if (!support.object.empty()) {
        json.field("object", support.object);
    }
    for (const auto& [name, text] : qualifier_fields) {
        if (!(support.qualifiers.*text).empty()) {
            json.field(name, support.qualifiers.*text);
        }
    }
    if (support.qualifiers.amount) {
        json.key("amount");
        write_value(json, *support.qualifiers.amount);
    }
    json.key("reading");
    write_confidence(json, support.confidence);
    json.key("reliability");
    write_confidence(json, support.reliability);
    json.field("source", support.source + 1).end_object();
}

void write_fact(JsonWriter& json, const Store& store, const Edge& edge, EvidenceShown shown, std::string_view as_of) {
    json.begin_object().key("subject");
    write_entity(json, store, store.entity(edge.subject).value());
    const auto& predicate = store.ontology().predicate(edge.predicate).name;
    if (const auto* value = std::get_if<Value>(&edge.object)) {
        json.field("attribute", predicate).key("value");
        write_value(json, *value);
    } else {
        json.field("relation", predicate).key("object");
        write_entity(json, store, store.entity(std::get<EntityId>(edge.object)).value());
    }
    json.field("status", name_of(edge.status)).key("confidence");
    write_confidence(json, edge.confidence);
    json.field("statements", edge.statements).field("documents", edge.documents).field("sources", edge.sources);
    for (const auto& [name, text] :
         {std::pair("when", &Edge::when), std::pair("how", &Edge::how), std::pair("component", &Edge::component),
          std::pair("first_seen", &Edge::first_seen), std::pair("last_seen", &Edge::last_seen)}) {
        if (!(edge.*text).empty()) {
            json.field(name, edge.*text);
        }
    }
    if (!edge.amounts.empty()) {
        json.key("amounts").begin_array();
        for (const auto& amount : edge.amounts) {
            write_value(json, amount);
        }
        json.end_array();
    }
    if (edge.review == Edge::Review::accepted) {
        json.field("accepted", true);
    }
    if (shown != EvidenceShown::none) {
        json.key("evidence").begin_array();
        for (const auto& support : store.supports(edge.id, as_of)) {
            write_support(json, support);
            if (shown == EvidenceShown::first) {
                break;
            }
        }
        json.end_array();
    }
    json.end_object();
}

std::vector<Edge> edges_named(const Store& store, const std::string& subject, const std::string& relation,
                              const std::string& object, const QueryFilter& filter) {
    const auto& predicate = store.ontology().predicate(store.ontology().predicate_named(relation));
    const auto from = store.entity_named(subject);
    auto edges = store.edges_of(from.id, filter);
    std::erase_if(edges, [&](const Edge& edge) { return edge.predicate != predicate.id; });
    std::vector<Edge> found;
    if (predicate.kind == Predicate::Kind::relation) {
        const auto to = store.entity_named(object);
        for (const auto& edge : edges) {
            const auto other = std::get<EntityId>(edge.object);
            if ((edge.subject == from.id && other == to.id) ||
                (predicate.symmetry == Predicate::Symmetry::symmetric && edge.subject == to.id && other == from.id)) {
                found.push_back(edge);
            }
        }
    } else {
        std::string bare = object;
        std::erase(bare, ',');
        for (const auto& edge : edges) {
            if (object.empty() || value_text(std::get<Value>(edge.object)) == bare ||
                value_words(std::get<Value>(edge.object)) == object) {
                found.push_back(edge);
            }
        }
    }
    if (found.empty()) {
        auto message = fmt::format("no text read says: {} {} {}", from.name, relation, object);
        std::erase_if(edges, [&](const Edge& edge) { return edge.subject != from.id; });
        for (std::size_t i = 0; i < edges.size() && i < 5; ++i) {
            message += fmt::format("\n  it does say: {}", edge_words(store, edges[i], Terminal{}));
        }
        throw NotFound(message);
    }
    return found;
}

} // namespace jokbo::cli

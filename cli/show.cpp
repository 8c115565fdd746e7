#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string qualifier_words(const Edge& edge) {
    std::string amounts;
    for (const auto& amount : edge.amounts) {
        amounts += (amounts.empty() ? "" : " | ") + value_words(amount);
    }
    std::string words;
    for (const auto& part : {edge.how, edge.component, amounts, when_words(edge.when)}) {
        if (!part.empty()) {
            words += (words.empty() ? "" : ", ") + part;
        }
    }
    return words;
}

std::string seen_words(const Edge& edge) {
    return edge.first_seen == edge.last_seen ? edge.first_seen : edge.first_seen + " to " + edge.last_seen;
}

void print_human(Session& session, const Store& store, const Entity& entity, const std::vector<Edge>& edges) {
    const auto& terminal = session.terminal();
    auto& out = session.out();
    out << terminal.styled(one_line(entity.name), Style::bold) << "  " << store.ontology().type(entity.type).name
        << (entity.country.empty() ? "" : ", " + entity.country)
        << (entity.naming == Naming::described ? ", described, not named" : "") << '\n';
    const auto names = store.names(entity.id);
    if (names.size() > 1) {
        out << "also ";
        for (std::size_t i = 1; i < names.size(); ++i) {
            out << (i > 1 ? ", " : "") << one_line(names[i]);
        }
        out << '\n';
    }
    out << "key  " << entity.key << '\n';
    const auto print = [&](std::string_view heading, auto belongs, auto other_end) {
        Table table({{"", Column::Align::left, Column::Fit::keep},
                     {"", Column::Align::left, Column::Fit::shrink},
                     {"status"},
                     {"belief", Column::Align::right},
                     {"sources", Column::Align::right},
                     {"seen"},
                     {"", Column::Align::left, Column::Fit::shrink}});
        for (const auto& edge : edges) {
            if (belongs(edge)) {
                table.add({store.ontology().predicate(edge.predicate).name, Cell(other_end(edge), Style::bold),
                           std::string(name_of(edge.status)), confidence_words(edge.confidence),
                           std::to_string(edge.sources), seen_words(edge), qualifier_words(edge)});
            }
        }
        if (!table.empty()) {
            out << '\n' << heading << '\n';
            table.print(out, terminal);
        }
    };
    const auto is_attribute = [](const Edge& edge) { return std::holds_alternative<Value>(edge.object); };
    print("What it is", is_attribute, [&](const Edge& edge) { return object_words(store, edge); });
    print(
        "What it does", [&](const Edge& edge) { return !is_attribute(edge) && edge.subject == entity.id; },
        [&](const Edge& edge) { return object_words(store, edge); });
    print(
        "What others do with it", [&](const Edge& edge) { return !is_attribute(edge) && edge.subject != entity.id; },
        [&](const Edge& edge) { return one_line(store.entity(edge.subject).value().name); });
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto filter = filter_of(session);
    const auto entity = store.entity_named(session.arguments().positional("NAME"));
    auto edges = store.edges_of(entity.id, filter);
    const auto key = [&](const Edge& edge) {
        const auto* object = std::get_if<EntityId>(&edge.object);
        const auto other = object == nullptr ? object_words(store, edge)
                                             : store.entity(*object == entity.id ? edge.subject : *object).value().key;
        return std::tuple(edge.predicate, other, edge.status);
    };
    std::ranges::sort(edges, {}, key);
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_object().key("entity");
        write_entity(json, store, entity);
        json.key("names").begin_array();
        for (const auto& name : store.names(entity.id)) {
            json.value(name);
        }
        json.end_array().key("edges").begin_array();
        for (const auto& edge : edges) {
            write_fact(json, store, edge, evidence_shown(session), filter.as_of);
        }
        json.end_array().end_object();
        session.out() << text << '\n';
    } else {
        print_human(session, store, entity, edges);
    }
    return Exit::ok;
}

} // namespace

Command show_command() {
    return {.name = "show",
            .group = Group::questions,
            .summary = "what is known of an entity: names, values, relations",
            .positionals = {{"NAME", "a name or key of the entity, or Type:name"}},
            .options = question_options(),
            .notes = "jokbo why SUBJECT RELATION OBJECT shows where a line stands written.",
            .example = "jokbo show \"A.X 4.0\"\njokbo show Organization:SKT --json",
            .run = run};
}

} // namespace jokbo::cli

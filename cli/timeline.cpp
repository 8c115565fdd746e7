#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

struct Event {
    std::string date;
    enum class Basis { happened, published } basis = Basis::happened;
    Edge edge;
    std::string words;
};

std::vector<Event> events_of(const Store& store, EntityId entity, const QueryFilter& filter) {
    std::vector<Event> events;
    for (const auto& edge : store.edges_of(entity, filter)) {
        const auto words = edge_words(store, edge, Terminal{});
        if (const auto* date = std::get_if<Value>(&edge.object);
            date != nullptr && store.ontology().predicate(edge.predicate).value == Predicate::ValueKind::date) {
            events.push_back({value_words(*date), Event::Basis::happened, edge, words});
        } else if (!edge.when.empty()) {
            events.push_back({edge.when, Event::Basis::happened, edge, words});
        } else {
            events.push_back({edge.first_seen, Event::Basis::published, edge, words});
        }
    }
    std::ranges::sort(events, [](const Event& a, const Event& b) {
        // What has no date comes last.
        return std::tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.words)) <
               std::tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.words));
    });
    return events;
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto filter = filter_of(session);
    const auto entity = store.entity_named(session.arguments().positional("NAME"));
    const auto events = events_of(store, entity.id, filter);
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& event : events) {
            json.begin_object()
                .field("date", event.date)
                .field("basis", event.basis == Event::Basis::happened ? "happened" : "published")
                .key("edge");
            write_fact(json, store, event.edge, evidence_shown(session), filter.as_of);
            json.end_object();
        }
        json.end_array();
        session.out() << text << '\n';
        return Exit::ok;
    }
    Table table({{"date"},
                 {"what", Column::Align::left, Column::Fit::shrink},
                 {"belief", Column::Align::right},
                 {"seen"},
                 {"document", Column::Align::left, Column::Fit::shrink}});
    for (const auto& event : events) {
        const auto supports = store.supports(event.edge.id, filter.as_of);
        table.add({event.date.empty()                      ? "no date"
                   : event.basis == Event::Basis::happened ? event.date
                                                           : "(" + event.date + ")",
                   event.words, confidence_words(event.edge.confidence),
                   event.edge.first_seen == event.edge.last_seen
                       ? event.edge.first_seen
                       : event.edge.first_seen + " to " + event.edge.last_seen,
                   supports.empty() ? "" : supports.front().document});
    }
    table.print(session.out(), session.terminal());
    return Exit::ok;
}

} // namespace

Command timeline_command() {
    return {.name = "timeline",
            .group = Group::questions,
            .summary = "what is known of an entity, by date",
            .positionals = {{"NAME", "a name or key of the entity, or Type:name"}},
            .options = question_options(),
            .notes = "The date is that of the event where a text gives it; in parentheses, that of the first document "
                     "that says so.",
            .example = "jokbo timeline Cohere",
            .run = run};
}

} // namespace jokbo::cli

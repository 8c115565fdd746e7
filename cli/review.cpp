#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/agenda.hpp"

#include <ostream>

namespace jokbo::cli {

namespace {

std::string words_of(const Store& store, const AgendaItem& item, const Terminal& terminal) {
    switch (item.kind) {
    case AgendaItem::Kind::doubtful_edge: return edge_words(store, *item.edge, terminal);
    case AgendaItem::Kind::contradiction: return edge_words(store, *item.edge, terminal);
    case AgendaItem::Kind::conflict:
        return item.conflict->type + " “" + one_line(item.conflict->a) + "” = “" + one_line(item.conflict->b) + "”";
    case AgendaItem::Kind::new_name: break;
    }
    return store.ontology().type(item.entity->type).name + " " + one_line(item.entity->name);
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto items = agenda(store, session.pack(), session.arguments().number("top", 1));
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& item : items) {
            json.begin_object().field("kind", name_of(item.kind)).field("why", item.why).key("worth");
            write_confidence(json, item.worth);
            if (item.edge) {
                json.key("edge");
                write_fact(json, store, *item.edge, EvidenceShown::first);
            }
            if (item.entity) {
                json.key("entity");
                write_entity(json, store, *item.entity);
            }
            if (item.conflict) {
                json.field("a", item.conflict->a).field("b", item.conflict->b);
            }
            json.end_object();
        }
        json.end_array();
        session.out() << text << '\n';
    } else {
        Table table({{"kind"},
                     {"what", Column::Align::left, Column::Fit::shrink},
                     {"why", Column::Align::left, Column::Fit::shrink}});
        for (const auto& item : items) {
            table.add({std::string(name_of(item.kind)), words_of(store, item, Terminal{}), item.why});
        }
        if (!table.empty()) {
            table.print(session.out(), session.terminal());
            session.out() << "\njokbo why shows the evidence, jokbo decide settles it\n";
        }
    }
    if (items.empty()) {
        session.warn("nothing needs a look");
        return Exit::nothing;
    }
    return Exit::ok;
}

} // namespace

Command review_command() {
    return {.name = "review",
            .group = Group::curation,
            .summary = "what is most worth a person's look",
            .options = {{.name = "top", .metavar = "N", .help = "only the first N", .fallback = "30"}},
            .notes = "Edges of low belief on which many depend, contradictions, names in conflict, and names that no "
                     "lexicon holds and many\n"
                     "texts use. Edges that a person accepted do not come up again.",
            .example = "jokbo review --top 10",
            .run = run};
}

} // namespace jokbo::cli

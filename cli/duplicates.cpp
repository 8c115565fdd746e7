#include "graph/duplicates.hpp"
#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

std::string_view name_of(Duplicate::Reason reason) {
    return reason == Duplicate::Reason::spelling ? "spelling" : "transliteration";
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    auto found = duplicates(store, session.pack(), session.arguments().decimal("least"));
    if (found.size() > session.arguments().number("top", 1)) {
        found.resize(session.arguments().number("top", 1));
    }
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& one : found) {
            json.begin_object().key("score");
            write_confidence(json, one.score);
            json.field("reason", name_of(one.reason)).field("shared_neighbours", std::uint64_t{one.shared}).key("a");
            write_entity(json, store, one.a);
            json.key("b");
            write_entity(json, store, one.b);
            json.field("a_name", one.a_name).field("b_name", one.b_name).end_object();
        }
        json.end_array();
        session.out() << text << '\n';
    } else {
        Table table({{"score", Column::Align::right},
                     {"type"},
                     {"one", Column::Align::left, Column::Fit::shrink},
                     {"other", Column::Align::left, Column::Fit::shrink},
                     {"reason"},
                     {"shared", Column::Align::right}});
        for (const auto& one : found) {
            table.add({confidence_words(one.score), store.ontology().type(one.a.type).name,
                       Cell(one_line(one.a_name), Style::bold), Cell(one_line(one.b_name), Style::bold),
                       std::string(name_of(one.reason)), std::to_string(one.shared)});
        }
        if (!table.empty()) {
            table.print(session.out(), session.terminal());
            session.out() << "\nto make two one: jokbo decide merge \"ONE\" \"OTHER\" --why …\n";
        }
    }
    if (found.empty()) {
        session.warn("no two names are alike enough");
        return Exit::nothing;
    }
    return Exit::ok;
}

} // namespace

Command duplicates_command() {
    return {.name = "duplicates",
            .group = Group::curation,
            .summary = "entities that may be one; nothing is merged",
            .options = {{.name = "least",
                         .metavar = "SCORE",
                         .help = "only those with at least this score",
                         .fallback = "0.6"},
                        {.name = "top", .metavar = "N", .help = "only the first N", .fallback = "50"}},
            .notes = "Compared are names of one type: spelling variants, Hangul against Latin letters by sound, and "
                     "what neighbours they\n"
                     "share. Versions of one thing are never proposed.",
            .example = "jokbo duplicates --least 0.4",
            .run = run};
}

} // namespace jokbo::cli

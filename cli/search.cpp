#include "cli/facts.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"

#include <ostream>

namespace jokbo::cli {

namespace {

std::string_view name_of(Match match) {
    switch (match) {
    case Match::exact: return "exact";
    case Match::folded: return "spelling";
    case Match::within: break;
    }
    return "part";
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto found = store.search(session.arguments().positional("WORDS"), session.arguments().number("top", 1));
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& one : found) {
            json.begin_object().key("entity");
            write_entity(json, store, one.entity);
            json.field("name", one.name).field("match", name_of(one.match)).end_object();
        }
        json.end_array();
        session.out() << text << '\n';
    } else {
        Table table({{"name", Column::Align::left, Column::Fit::shrink},
                     {"type"},
                     {"found as", Column::Align::left, Column::Fit::shrink},
                     {"match"},
                     {"key"}});
        for (const auto& one : found) {
            table.add({Cell(one_line(one.entity.name), Style::bold), store.ontology().type(one.entity.type).name,
                       one_line(one.name), std::string(name_of(one.match)), one.entity.key});
        }
        if (!table.empty()) {
            table.print(session.out(), session.terminal());
        }
    }
    if (found.empty()) {
        const auto near = store.nearest_name(session.arguments().positional("WORDS"));
        session.warn("no name contains that" + (near.empty() ? std::string() : "; did you mean '" + near + "'?"));
        return Exit::nothing;
    }
    return Exit::ok;
}

} // namespace

Command search_command() {
    return {.name = "search",
            .group = Group::questions,
            .summary = "find entities by any part of any of their names",
            .positionals = {{"WORDS", "part of a name, in any spelling"}},
            .options = {{.name = "top", .metavar = "N", .help = "only the first N", .fallback = "20"}},
            .notes = "First the names that are just that, then those spelt otherwise, then those that begin with it or "
                     "contain it.",
            .example = "jokbo search 텔레콤",
            .run = run};
}

} // namespace jokbo::cli

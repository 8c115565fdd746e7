#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    auto store =
        Store::open(session.store_path(), Store::Mode::write, session.pack(), session.ontology(), session.lexicon());
    AddReport report;
    for (const auto& other : session.arguments().positionals("STORE")) {
        report += store.merge(other);
    }
    const auto folded = store.fold();
    store.index_names();
    for (const auto& refused : report.refused) {
        session.warn(refused);
    }
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text);
        json.begin_object();
        const auto count = [&](std::string_view name, std::size_t number) { json.field(name, std::uint64_t{number}); };
        count("new", report.added);
        count("changed", report.replaced);
        count("unchanged", report.unchanged);
        count("statements", report.statements);
        count("refused", report.refused.size());
        count("new_entities", folded.new_entities);
        count("new_edges", folded.new_edges);
        json.end_object();
        session.out() << text << '\n';
    } else if (!session.quiet()) {
        session.out() << fmt::format(
            "documents   {} new, {} changed, {} unchanged\nstatements  {} taken over\ngraph       {} and {} are new\n",
            report.added, report.replaced, report.unchanged, report.statements,
            counted(folded.new_entities, "entity", "entities"), counted(folded.new_edges, "edge", "edges"));
    }
    return Exit::ok;
}

} // namespace

Command merge_command() {
    return {.name = "merge",
            .group = Group::store,
            .summary = "take in all that other stores hold",
            .positionals = {{"STORE", "stores made elsewhere", Positional::Count::many}},
            .notes = "The result is that of one ingest of everything, whatever the order, and merging again changes "
                     "nothing. Of two versions\n"
                     "of one document the later published one stays. Decisions come along.",
            .example = "jokbo merge monday.db tuesday.db --db week.db",
            .run = run};
}

} // namespace jokbo::cli

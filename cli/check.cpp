#include "cli/question.hpp"
#include "cli/session.hpp"
#include "graph/integrity.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto known = store.statistics();
    const auto faults = faults_of(store, session.pack());
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_object()
            .field("whole", faults.empty())
            .field("waiting", std::uint64_t{known.waiting})
            .key("faults")
            .begin_array();
        for (const auto& fault : faults) {
            json.value(fault);
        }
        json.end_array().end_object();
        session.out() << text << '\n';
    } else if (faults.empty()) {
        session.out() << fmt::format("{} documents, {} statements, {} entities, {} edges: whole\n", known.documents,
                                     known.statements, known.entities, known.edges);
        if (known.waiting > 0) {
            session.out() << fmt::format(
                "{} documents wait to be put into the graph, by the next command that writes\n", known.waiting);
        }
    } else {
        for (const auto& fault : faults) {
            session.out() << fault << '\n';
        }
    }
    return faults.empty() ? Exit::ok : Exit::broken;
}

} // namespace

Command check_command() {
    return {.name = "check",
            .group = Group::store,
            .summary = "whether a store is whole: evidence, quotes, and the graph made anew",
            .notes = "Looks at SQLite's own integrity; whether every edge has evidence and every quote stands in its "
                     "text; and whether the\n"
                     "graph made anew from all statements and decisions equals the one that is held. Exit code 3 where "
                     "something is wrong.",
            .example = "jokbo check --db jokbo.db",
            .run = run};
}

} // namespace jokbo::cli

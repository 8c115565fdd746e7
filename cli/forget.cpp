#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"
#include "schema/error.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    // Mode::write would make a store of a mistyped path.
    Store::open(session.store_path(), Store::Mode::read, session.pack(), session.ontology(), session.lexicon());
    auto store =
        Store::open(session.store_path(), Store::Mode::write, session.pack(), session.ontology(), session.lexicon());
    std::size_t forgotten = 0;
    auto exit = Exit::ok;
    for (const auto& document : session.arguments().positionals("DOCUMENT")) {
        if (store.forget(document)) {
            ++forgotten;
        } else {
            session.warn(
                fmt::format("there is no document '{}' (its id is its file's name without the suffix)", document));
            exit = Exit::nothing;
        }
    }
    const auto folded = store.fold();
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text);
        json.begin_object()
            .field("documents", std::uint64_t{forgotten})
            .field("gone_entities", std::uint64_t{folded.gone_entities});
        json.field("gone_edges", std::uint64_t{folded.gone_edges}).end_object();
        session.out() << text << '\n';
    } else if (!session.quiet()) {
        session.out() << fmt::format("documents   {} forgotten\ngraph       {} and {} are gone\n", forgotten,
                                     counted(folded.gone_entities, "entity", "entities"),
                                     counted(folded.gone_edges, "edge", "edges"));
    }
    return exit;
}

} // namespace

Command forget_command() {
    return {.name = "forget",
            .group = Group::store,
            .summary = "take documents out again, with what only they said",
            .positionals = {{"DOCUMENT", "ids, as jokbo why shows them", Positional::Count::many}},
            .example = "jokbo forget 2025-07-skt-ax-4",
            .run = run};
}

} // namespace jokbo::cli

#include "cli/question.hpp"
#include "cli/session.hpp"
#include "schema/json.hpp"

#include <ostream>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    const auto& to = session.arguments().positional("FILE");
    open_for_reading(session).backup(to);
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter(text).begin_object().field("backup", to).end_object();
        session.out() << text << '\n';
    } else if (!session.quiet()) {
        session.out() << "backup      " << to << '\n';
    }
    return Exit::ok;
}

} // namespace

Command backup_command() {
    return {.name = "backup",
            .group = Group::store,
            .summary = "make a consistent copy of a store, also while it is written to",
            .positionals = {{"FILE", "where to; must not be there yet"}},
            .example = "jokbo backup 2025-07.db",
            .run = run};
}

} // namespace jokbo::cli

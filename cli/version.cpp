#include "cli/version.hpp"
#include "cli/session.hpp"

#include <ostream>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    if (session.output() == Session::Output::json) {
        session.out() << "{\"version\":\"" << program_version() << "\"}\n";
    } else {
        session.out() << "jokbo " << program_version() << '\n';
    }
    return Exit::ok;
}

} // namespace

std::string_view program_version() { return JOKBO_VERSION; }

Command version_command() {
    return {.name = "version",
            .group = Group::other,
            .summary = "print the version",
            .example = "jokbo version",
            .run = run};
}

} // namespace jokbo::cli

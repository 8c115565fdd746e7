#pragma once

#include <string_view>
#include <vector>

namespace jokbo::cli {

class Session;

/// What the shell gets to see.
enum class Exit : int {
    ok = 0,
    nothing = 1, ///< no such thing, nothing found
    usage = 2,   ///< asked in a form that we do not understand
    broken = 3,  ///< bad input, broken data file or store
};

/// An option of a command: `--name`, or `--name METAVAR` where it takes a value.
struct Option {
    std::string_view name;
    /// Empty for a flag.
    std::string_view metavar;
    std::string_view help;
    /// What holds where it is not given; shown in the help.
    std::string_view fallback = {};
    /// The one-letter form, as 'o' for -o.
    char letter = 0;
    /// Where not empty, the only values allowed.
    std::vector<std::string_view> choices = {};
};

/// An argument without a name, known by its place.
struct Positional {
    enum class Count { one, optional, many, any };

    std::string_view name; ///< as the help shows it: NAME, PATH
    std::string_view help;
    Count count = Count::one; ///< `many` and `any` only for the last
};

/// One row of the table of commands.
///
/// To add a command `foo`: write `cli/foo.cpp` with `Command foo_command()`, and put the row `COMMAND(foo)` into
/// `cli/commands.def`. The build, the help, the parser and the did-you-mean follow from there:
///
///     #include "cli/session.hpp"
///
///     namespace jokbo::cli {
///     namespace {
///     Exit run(Session& session) {
///         session.out() << session.arguments().positional("NAME") << '\n';
///         return Exit::ok;
///     }
///     } // namespace
///
///     Command foo_command() {
///         return {.name = "foo", .group = Group::questions, .summary = "say a name",
///                 .positionals = {{"NAME", "whose name to say"}},
///                 .example = "jokbo foo \"A.X 4.0\"", .run = run};
///     }
///     } // namespace jokbo::cli
///
/// `run` throws what goes wrong (schema/error.hpp); `main` turns it into a message and an exit code.
struct Command {
    /// The heading under which the overview lists it.
    enum class Group { reading, questions, dependencies, curation, store, export_, other };

    std::string_view name;
    Group group = Group::other;
    /// One line, lower case, no full stop.
    std::string_view summary;
    std::vector<Positional> positionals = {};
    std::vector<Option> options = {};
    /// More to know, in whole paragraphs; may be empty.
    std::string_view notes = {};
    /// One or more command lines, one a line.
    std::string_view example;
    Exit (*run)(Session&) = nullptr;
};

using Group = Command::Group;

/// The options that every command takes.
const std::vector<Option>& global_options();

/// All commands, in the order of the overview.
const std::vector<Command>& commands();

/// Throws UsageError with the nearest known name.
const Command& command_named(std::string_view name);

} // namespace jokbo::cli

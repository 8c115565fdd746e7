#include "cli/command.hpp"

#include "schema/error.hpp"
#include "schema/text.hpp"

#include <algorithm>

namespace jokbo::cli {

#define COMMAND(name) Command name##_command();
#include "cli/commands.def"
#undef COMMAND

const std::vector<Command>& commands() {
    static const std::vector<Command> table = [] {
        std::vector<Command> rows = {
#define COMMAND(name) name##_command(),
#include "cli/commands.def"
#undef COMMAND
        };
        std::ranges::stable_sort(rows, {}, &Command::group);
        return rows;
    }();
    return table;
}

const std::vector<Option>& global_options() {
    static const std::vector<Option> options = {
        {.name = "db", .metavar = "FILE", .help = "the store (environment: JOKBO_DB)", .fallback = "jokbo.db"},
        {.name = "pack", .metavar = "DIR", .help = "a folder of data files that add to or override the built-in ones"},
        {.name = "json", .metavar = "", .help = "print JSON"},
        {.name = "quiet", .metavar = "", .help = "no progress, no summaries", .letter = 'q'},
        {.name = "help", .metavar = "", .help = "show this help", .letter = 'h'},
    };
    return options;
}

const Command& command_named(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Command& command : commands()) {
        if (command.name == name) {
            return command;
        }
        names.push_back(command.name);
    }
    std::string message = "there is no command '" + std::string(name) + "'";
    if (const auto near = nearest(name, names); !near.empty()) {
        message += "; did you mean '" + std::string(near) + "'?";
    }
    throw UsageError(message + "\n       jokbo help lists them all");
}

} // namespace jokbo::cli

#include "cli/help.hpp"

#include "cli/session.hpp"
#include "schema/table.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string_view heading_of(Group group) {
    switch (group) {
    case Group::reading: return "Reading";
    case Group::questions: return "Questions";
    case Group::dependencies: return "Dependencies";
    case Group::curation: return "Curation";
    case Group::store: return "The store";
    case Group::export_: return "Export";
    case Group::other: break;
    }
    return "Other";
}

std::string shown(const Positional& positional) {
    const std::string name(positional.name);
    switch (positional.count) {
    case Positional::Count::one: return name;
    case Positional::Count::optional: return "[" + name + "]";
    case Positional::Count::many: return name + "…";
    case Positional::Count::any: break;
    }
    return "[" + name + "…]";
}

std::string shown(const Option& option) {
    const std::string letter = option.letter != 0 ? fmt::format("-{}, ", option.letter) : "";
    return fmt::format("{}--{}{}{}", letter, option.name, option.metavar.empty() ? "" : " ", option.metavar);
}

/// `left` and, behind it or where there is no room below it, `right`.
void print_pair(std::ostream& out, std::string_view left, std::string_view right, std::size_t column) {
    if (text_width(left) + 4 > column) {
        out << "  " << left << '\n' << std::string(column, ' ') << right << '\n';
    } else {
        out << "  " << padded(left, column - 2) << right << '\n';
    }
}

void print_options(std::ostream& out, const std::vector<Option>& options) {
    for (const Option& option : options) {
        std::string text(option.help);
        if (!option.choices.empty()) {
            text += fmt::format(" ({})", fmt::join(option.choices, ", "));
        }
        if (!option.fallback.empty()) {
            text += fmt::format(" [{}]", option.fallback);
        }
        print_pair(out, shown(option), text, 26);
    }
}

Exit run(Session& session) {
    const auto& name = session.arguments().positional("COMMAND");
    if (name.empty()) {
        print_overview(session.out(), session.terminal());
    } else {
        print_help(session.out(), command_named(name), session.terminal());
    }
    return Exit::ok;
}

} // namespace

void print_overview(std::ostream& out, const Terminal& terminal) {
    out << "jokbo: who builds on whom in the AI industry, read out of what people publish\n\n"
           "usage: jokbo COMMAND [OPTIONS] …\n";
    auto last = static_cast<Group>(-1);
    for (const Command& command : commands()) {
        if (command.group != last) {
            out << '\n' << terminal.styled(heading_of(command.group), Style::bold) << '\n';
            last = command.group;
        }
        print_pair(out, command.name, command.summary, 16);
    }
    out << "\nEvery command tells more, with an example: jokbo COMMAND --help\n";
}

void print_help(std::ostream& out, const Command& command, const Terminal& terminal) {
    out << "jokbo " << command.name << ": " << command.summary << "\n\nusage: jokbo " << command.name;
    for (const Positional& positional : command.positionals) {
        out << ' ' << shown(positional);
    }
    out << " [OPTIONS]\n";
    if (!command.positionals.empty()) {
        out << '\n';
        for (const Positional& positional : command.positionals) {
            print_pair(out, positional.name, positional.help, 26);
        }
    }
    if (!command.options.empty()) {
        out << '\n' << terminal.styled("Options", Style::bold) << '\n';
        print_options(out, command.options);
    }
    out << '\n' << terminal.styled("Options of every command", Style::bold) << '\n';
    print_options(out, global_options());
    if (!command.notes.empty()) {
        out << '\n' << command.notes << '\n';
    }
    out << '\n'
        << terminal.styled(command.example.find('\n') == std::string_view::npos ? "Example" : "Examples", Style::bold)
        << '\n';
    for (const auto line : split(command.example, '\n')) {
        out << "  " << line << '\n';
    }
}

Command help_command() {
    return {.name = "help",
            .group = Group::other,
            .summary = "list the commands, or explain one",
            .positionals = {{"COMMAND", "the command to explain", Positional::Count::optional}},
            .example = "jokbo help ingest",
            .run = run};
}

} // namespace jokbo::cli

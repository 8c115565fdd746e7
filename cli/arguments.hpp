#pragma once

#include "cli/command.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo::cli {

/// What a command line said, checked against what a command declares.
/// Asking for an option or positional that is not declared is a bug and throws std::logic_error.
class Arguments {
public:
    /// `words` are the command line without the program's and the command's name; global options are taken as well.
    /// Throws UsageError.
    static Arguments parse(const Command& command, const std::vector<std::string>& words);

    /// Whether the option stands on the command line.
    bool has(std::string_view option) const;

    /// The (last) value given, or the fallback.
    const std::string& value(std::string_view option) const;

    /// All values given, in order, without the fallback.
    const std::vector<std::string>& values(std::string_view option) const;

    /// The value as a whole number, at least `least`; throws UsageError.
    std::size_t number(std::string_view option, std::size_t least = 0) const;

    /// The value as a decimal number; throws UsageError.
    double decimal(std::string_view option) const;

    /// The value as an ISO date of any precision (2025, 2025-07, 2025-07-10), or empty where neither given nor
    /// defaulted; throws UsageError.
    const std::string& date(std::string_view option) const;

    /// The positional of that name, empty where it is optional and not given.
    const std::string& positional(std::string_view name) const;

    /// All words of a repeated positional.
    const std::vector<std::string>& positionals(std::string_view name) const;

private:
    struct Given {
        std::string fallback;
        std::vector<std::string> values;
        bool present = false;
    };
    const Given& given(std::string_view option) const;

    std::map<std::string, Given, std::less<>> options_;
    std::map<std::string, std::vector<std::string>, std::less<>> positionals_;
};

/// A command line cut in two: the name of the command ("" where there is none) and the other words.
struct CommandLine {
    std::string command;
    std::vector<std::string> words;
};

/// Finds the command's name behind any global options.
CommandLine split_command_line(const std::vector<std::string>& words);

} // namespace jokbo::cli

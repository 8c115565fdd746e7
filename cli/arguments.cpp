#include "cli/arguments.hpp"

#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace jokbo::cli {

namespace {

std::vector<const Option*> options_of(const Command& command) {
    std::vector<const Option*> all;
    for (const Option& option : command.options) {
        all.push_back(&option);
    }
    for (const Option& option : global_options()) {
        all.push_back(&option);
    }
    return all;
}

const Option& long_option(const Command& command, std::string_view name) {
    std::vector<std::string_view> names;
    for (const Option* option : options_of(command)) {
        if (option->name == name) {
            return *option;
        }
        names.push_back(option->name);
    }
    const auto near = nearest(name, names);
    throw UsageError(near.empty() ? fmt::format("there is no option --{}", name)
                                  : fmt::format("there is no option --{}; did you mean --{}?", name, near));
}

const Option& short_option(const Command& command, char letter) {
    for (const Option* option : options_of(command)) {
        if (option->letter == letter) {
            return *option;
        }
    }
    throw UsageError(fmt::format("there is no option -{}", letter));
}

void check_choice(const Option& option, std::string_view value) {
    if (option.choices.empty() || std::ranges::find(option.choices, value) != option.choices.end()) {
        return;
    }
    const auto near = nearest(value, option.choices);
    throw UsageError(fmt::format("--{} cannot be '{}'{}; it is one of {}", option.name, value,
                                 near.empty() ? std::string() : fmt::format(" (did you mean '{}'?)", near),
                                 fmt::join(option.choices, ", ")));
}

bool is_repeated(const Positional& positional) {
    return positional.count == Positional::Count::many || positional.count == Positional::Count::any;
}

/// One word as the shell gave it, seen as an option.
struct OptionWord {
    const Option* option = nullptr;
    /// What follows = or the letter.
    std::string_view attached;
    bool has_attached = false;
};

OptionWord read_option(const Command& command, std::string_view word) {
    if (!word.starts_with("--")) {
        const Option& option = short_option(command, word[1]);
        return {&option, word.substr(2), word.size() > 2};
    }
    const auto equals = word.find('=');
    const Option& option = long_option(command, word.substr(2, equals == std::string_view::npos ? equals : equals - 2));
    return equals == std::string_view::npos ? OptionWord{&option, {}, false}
                                            : OptionWord{&option, word.substr(equals + 1), true};
}

bool looks_like_option(std::string_view word) { return word.size() > 1 && word[0] == '-'; }

bool is_date(std::string_view text) {
    static constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !digit : text[i] != '-') {
            return false;
        }
    }
    const auto in_range = [&](std::size_t at, int most) {
        const int number = text.size() > at ? (text[at] - '0') * 10 + (text[at + 1] - '0') : 1;
        return number >= 1 && number <= most;
    };
    return in_range(5, 12) && in_range(8, 31);
}

} // namespace

Arguments Arguments::parse(const Command& command, const std::vector<std::string>& words) {
    Arguments parsed;
    for (const Option* option : options_of(command)) {
        parsed.options_[std::string(option->name)].fallback = option->fallback;
    }
    std::vector<std::string> plain;
    bool only_plain = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (only_plain || !looks_like_option(word)) {
            plain.push_back(word);
            continue;
        }
        if (word == "--") {
            only_plain = true;
            continue;
        }
        const OptionWord read = read_option(command, word);
        Given& given = parsed.options_[std::string(read.option->name)];
        given.present = true;
        if (read.option->metavar.empty()) {
            if (read.has_attached) {
                throw UsageError(fmt::format("--{} takes no value", read.option->name));
            }
            continue;
        }
        if (!read.has_attached && i + 1 == words.size()) {
            throw UsageError(
                fmt::format("--{} needs a value: --{} {}", read.option->name, read.option->name, read.option->metavar));
        }
        given.values.push_back(read.has_attached ? std::string(read.attached) : words[++i]);
        check_choice(*read.option, given.values.back());
    }

    std::size_t next = 0;
    for (const Positional& positional : command.positionals) {
        auto& taken = parsed.positionals_[std::string(positional.name)];
        const std::size_t most = is_repeated(positional) ? plain.size() : 1;
        while (next < plain.size() && taken.size() < most) {
            taken.push_back(plain[next++]);
        }
        const bool demanded = positional.count == Positional::Count::one || positional.count == Positional::Count::many;
        if (taken.empty() && demanded && !parsed.has("help")) {
            throw UsageError(fmt::format("{} needs {} ({})", command.name, positional.name, positional.help));
        }
    }
    if (next < plain.size() && !parsed.has("help")) {
        throw UsageError(
            fmt::format("'{}' is one word too many for {}; names with spaces go in quotes", plain[next], command.name));
    }
    return parsed;
}

const Arguments::Given& Arguments::given(std::string_view option) const {
    const auto found = options_.find(option);
    if (found == options_.end()) {
        throw std::logic_error(fmt::format("option --{} is not declared", option));
    }
    return found->second;
}

bool Arguments::has(std::string_view option) const { return given(option).present; }

const std::string& Arguments::value(std::string_view option) const {
    const Given& found = given(option);
    return found.values.empty() ? found.fallback : found.values.back();
}

const std::vector<std::string>& Arguments::values(std::string_view option) const { return given(option).values; }

std::size_t Arguments::number(std::string_view option, std::size_t least) const {
    const std::string& text = value(option);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least) {
        throw UsageError(fmt::format("--{} takes a whole number from {} up, not '{}'", option, least, text));
    }
    return number;
}

double Arguments::decimal(std::string_view option) const {
    const std::string& text = value(option);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw UsageError(fmt::format("--{} takes a number, not '{}'", option, text));
    }
    return number;
}

const std::string& Arguments::date(std::string_view option) const {
    const std::string& text = value(option);
    if (!text.empty() && !is_date(text)) {
        throw UsageError(fmt::format("--{} takes a date as 2025, 2025-07 or 2025-07-10, not '{}'", option, text));
    }
    return text;
}

const std::string& Arguments::positional(std::string_view name) const {
    static const std::string none;
    const auto& words = positionals(name);
    return words.empty() ? none : words.front();
}

const std::vector<std::string>& Arguments::positionals(std::string_view name) const {
    const auto found = positionals_.find(name);
    if (found == positionals_.end()) {
        throw std::logic_error(fmt::format("positional {} is not declared", name));
    }
    return found->second;
}

CommandLine split_command_line(const std::vector<std::string>& words) {
    static const Command none{.name = "jokbo", .summary = "", .example = ""};
    CommandLine line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!looks_like_option(words[i])) {
            line.command = words[i];
            line.words.insert(line.words.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            return line;
        }
        line.words.push_back(words[i]);
        const OptionWord read = read_option(none, words[i]);
        if (!read.option->metavar.empty() && !read.has_attached && i + 1 < words.size()) {
            line.words.push_back(words[++i]);
        }
    }
    return line;
}

} // namespace jokbo::cli

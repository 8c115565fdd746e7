#include "extract/cards/card_cells.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <cmath>

namespace jokbo {

namespace {

bool is_letter(std::string_view text, std::size_t at) {
    return is_ascii_letter(text[at]) || is_hangul(text, at) || is_other_letter(text, at) ||
           (static_cast<unsigned char>(text[at]) >= 0xC3U && static_cast<unsigned char>(text[at]) <= 0xC9U);
}

bool equal_lower(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() &&
           std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

/// 5-shot, pass@1, EM: how a benchmark was measured.
bool is_measure(const CardWords& words, std::string_view word) {
    return word.find('@') != std::string_view::npos || word.ends_with("-shot") || word.ends_with("-Shot") ||
           word == "†" || words.is("measure", CardWords::folded(word));
}

bool is_footnote(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    return rest.starts_with("¹") || rest.starts_with("²") || rest.starts_with("³") || rest.starts_with("†") ||
           rest.starts_with("‡") || rest.starts_with("*");
}

} // namespace

Span bare_cell(std::string_view text, Span cell) {
    auto [begin, end] = cell;
    while (begin < end) {
        const auto c = text[begin];
        if (is_letter(text, begin) || is_digit(c) || c == '(' || c == '<' || c == '$') {
            break;
        }
        begin += static_cast<std::uint32_t>(character_length(c));
    }
    begin = std::min(begin, end);
    // The last character that belongs to a name.
    std::uint32_t last = begin;
    for (auto at = begin; at < end; at += static_cast<std::uint32_t>(character_length(text[at]))) {
        const auto c = text[at];
        if (is_letter(text, at) || is_digit(c) || c == ')' || c == '+' || c == '%' || c == '.' || c == '>' ||
            (c == ']' && at > begin)) {
            if (!is_footnote(text, at)) {
                last = at + static_cast<std::uint32_t>(character_length(c));
            }
        }
    }
    end = std::min(last, cell.end);
    if (end > begin && text[end - 1] == ']') { // a footnote: HyperCLOVA[1]
        const auto open = text.substr(begin, end - begin).rfind('[');
        end = open == std::string_view::npos || open == 0 ? end : begin + static_cast<std::uint32_t>(open);
    }
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) {
        --end;
    }
    return {begin, std::max(begin, end)};
}

Span note_of(std::string_view text, Span name) {
    const auto whole = name.of(text);
    if (whole.empty() || whole.back() != ')') {
        return {};
    }
    const auto open = whole.rfind('(');
    if (open == std::string_view::npos || open == 0) {
        return {};
    }
    return {name.begin + static_cast<std::uint32_t>(open) + 1, name.end - 1};
}

Span without_note(std::string_view text, Span name) {
    const auto note = note_of(text, name);
    return note.empty() ? name : bare_cell(text, {name.begin, note.begin - 1});
}

Span benchmark_name(const CardWords& words, std::string_view text, Span name) {
    name = bare_cell(text, name);
    for (auto shorter = without_note(text, name); shorter != name; shorter = without_note(text, name)) {
        name = shorter;
    }
    for (;;) {
        const auto whole = name.of(text);
        const auto space = whole.rfind(' ');
        if (space == std::string_view::npos || space == 0 || !is_measure(words, whole.substr(space + 1))) {
            return name;
        }
        name = bare_cell(text, {name.begin, name.begin + static_cast<std::uint32_t>(space)});
    }
}

std::vector<Span> listed(std::string_view text, Span cell) {
    std::vector<Span> parts;
    auto begin = cell.begin;
    int depth = 0;
    const auto close = [&](std::uint32_t end, std::uint32_t next) {
        if (const auto part = bare_cell(text, {begin, end}); !part.empty()) {
            parts.push_back(part);
        }
        begin = next;
    };
    for (auto at = cell.begin; at < cell.end; ++at) {
        const auto rest = text.substr(at, cell.end - at);
        depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
        if (depth > 0) {
            continue;
        }
        if (text[at] == ',' || text[at] == ';' || text[at] == '\n') {
            close(at, at + 1);
        } else if (rest.starts_with(" / ") || rest.starts_with(" & ")) {
            close(at, at + 3);
        } else if (rest.starts_with(" and ")) {
            close(at, at + 5);
        } else if (rest.starts_with("·") || rest.starts_with("•")) {
            close(at, at + static_cast<std::uint32_t>(character_length(text[at])));
        }
    }
    close(cell.end, cell.end);
    return parts;
}

bool is_score(std::string_view cell) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const auto c = cell[at];
        if (is_digit(c)) {
            ++digits;
        } else if (is_ascii_letter(c)) {
            return false;
        } else if (is_hangul(cell, at) || is_other_letter(cell, at)) {
            return false;
        }
    }
    return digits > 0;
}

std::vector<CellCount> cell_counts(std::string_view text, Span cell) {
    std::vector<CellCount> counts;
    auto at = cell.begin;
    const auto end = cell.end;
    while (at < end) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        // A version or a part of a name is no count: Qwen2, x3, Q4.
        const bool part_of_name = at > cell.begin && (is_ascii_letter(text[at - 1]) || text[at - 1] == '_');
        const bool active_mark =
            part_of_name && text[at - 1] == 'A' && (at - 1 == cell.begin || !is_ascii_letter(text[at - 2]));
        CellCount count;
        count.span.begin = at;
        double value = 0;
        double place = 0;
        for (; at < end; ++at) {
            const auto c = text[at];
            const bool inner = (c == ',' || c == '.') && at + 1 < end && is_digit(text[at + 1]);
            if (is_digit(c)) {
                value = place == 0 ? value * 10 + (c - '0') : value + (c - '0') * place;
                place /= 10;
            } else if (inner && c == '.') {
                place = 0.1;
            } else if (!inner || at + 3 >= end || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) {
                break;
            }
        }
        auto word = at;
        while (word < end && (text[word] == ' ' || text[word] == '-')) {
            ++word;
        }
        auto word_end = word;
        while (word_end < end && is_ascii_letter(text[word_end])) {
            ++word_end;
        }
        const auto unit = text.substr(word, word_end - word);
        double times = 1;
        if (unit == "B" || unit == "b" || equal_lower(unit, "billion") || unit == "bn") {
            times = 1e9;
        } else if (unit == "M" || unit == "m" || equal_lower(unit, "million")) {
            times = 1e6;
        } else if (unit == "K" || unit == "k" || equal_lower(unit, "thousand")) {
            times = 1e3;
        } else if (unit == "T" || unit == "t" || equal_lower(unit, "trillion")) {
            times = 1e12;
        } else if (unit == "GB" || unit == "GiB" || unit == "MB" || unit == "MiB" || unit == "TB" || unit == "KB") {
            return {};
        } else if (text.substr(at, end - at).starts_with("억") || text.substr(at, end - at).starts_with("조")) {
            times = text.substr(at, end - at).starts_with("억") ? 1e8 : 1e12;
            word_end = at + 3;
        }
        if (times != 1) {
            count.scale = CellCount::Scale::named;
            at = word_end;
        }
        const bool multiple = at < end && text[at] == 'x'; // 8x7B
        auto after = at;
        while (after < end && (text[after] == ' ' || text[after] == '(' || text[after] == '+')) {
            ++after;
        }
        const auto follows = text.substr(after, end - after);
        count.active = active_mark || follows.starts_with("active") || follows.starts_with("Active") ||
                       follows.starts_with("activated") || follows.starts_with("Activated");
        count.span.end = at;
        if (multiple) {
            ++at;
            while (at < end && text[at] != ' ') {
                ++at;
            }
        } else if ((!part_of_name || active_mark) && value * times < 9e15) {
            count.value = static_cast<std::int64_t>(std::llround(value * times));
            counts.push_back(count);
        }
    }
    return counts;
}

bool has_size(std::string_view name) {
    for (std::size_t at = 1; at < name.size(); ++at) {
        const auto c = name[at];
        if ((c == 'B' || c == 'b' || c == 'M') && is_digit(name[at - 1]) &&
            (at + 1 == name.size() || !(is_ascii_letter(name[at + 1]) || is_digit(name[at + 1])))) {
            return true;
        }
    }
    return false;
}

bool is_mere_size(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size() && (is_digit(name[at]) || name[at] == '.')) {
        ++at;
    }
    // The size must be all of its first word.
    return at > 0 && at < name.size() && (name[at] == 'B' || name[at] == 'b' || name[at] == 'M') &&
           (at + 1 == name.size() || !(is_letter(name, at + 1) || is_digit(name[at + 1])));
}

bool is_name_like(std::string_view name) {
    if (name.size() < 2 || name.size() > 80) {
        return false;
    }
    std::size_t letters = 0;
    std::size_t spaces = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        letters += is_letter(name, at) ? 1U : 0U;
        spaces += name[at] == ' ' ? 1U : 0U;
        if (name[at] == '=' || name[at] == '\n' || name[at] == '?' || name[at] == '!' ||
            name.substr(at).starts_with("://")) {
            return false;
        }
    }
    return letters > 0 && spaces <= 6;
}

} // namespace jokbo

#include "extract/layout/front_matter.hpp"

#include "extract/layout/layout_cues.hpp"

#include <algorithm>
#include <cstring>

namespace jokbo {

namespace {

using Entry = FrontMatter::Entry;

constexpr std::size_t longest_front_matter = std::size_t{256} * 1024;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct Line {
    std::size_t begin;
    std::size_t end;
    std::size_t next;
};

Line line_at(std::string_view text, std::size_t at) {
    const auto newline = std::min(text.find('\n', at), text.size());
    auto begin = at;
    auto end = newline;
    while (end > begin && is_space(text[end - 1])) {
        --end;
    }
    return {begin, end, std::min(newline + 1, text.size())};
}

bool is_fence(std::string_view text, Line line) { return text.substr(line.begin, line.end - line.begin) == "---"; }

/// The colon after a key that begins at `at`, or npos.
std::size_t key_colon(std::string_view text, std::size_t at, std::size_t end) {
    auto i = at;
    while (i < end &&
           (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || std::strchr("_-. :/", text[i]) != nullptr)) {
        if (text[i] == ':' && (i + 1 == end || is_space(text[i + 1]))) {
            return i > at ? i : std::string_view::npos;
        }
        ++i;
    }
    return std::string_view::npos;
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text[begin])) {
        ++begin;
    }
    while (end > begin && is_space(text[end - 1])) {
        --end;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void unquote(std::string_view text, Entry& entry) {
    if (entry.pieces.empty()) {
        return;
    }
    Span& first = entry.pieces.front();
    Span& last = entry.pieces.back();
    const char quote = first.empty() ? ' ' : text[first.begin];
    if ((quote != '"' && quote != '\'') || last.empty() || text[last.end - 1] != quote ||
        (entry.pieces.size() == 1 && first.size() < 2)) {
        return;
    }
    ++first.begin;
    --last.end;
    entry.quotes = quote == '"' ? Entry::Quotes::twofold : Entry::Quotes::single;
}

/// `[a, "b, c"]` as one entry an item.
void add_flow_list(std::string_view text, Entry entry, std::vector<Entry>& entries) {
    const Span all = entry.pieces.front();
    auto begin = all.begin + 1;
    char quote = 0;
    for (auto i = begin; i < all.end; ++i) {
        const char c = text[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && trimmed(text, begin, i).empty()) {
            quote = c;
        } else if (c == ',' || i + 1 == all.end) {
            Entry item{entry.key, {trimmed(text, begin, i)}, Entry::Quotes::none};
            unquote(text, item);
            if (!item.pieces.front().empty()) {
                entries.push_back(std::move(item));
            }
            begin = i + 1;
        }
    }
}

void finish(std::string_view text, Entry& entry, std::vector<Entry>& entries) {
    if (entry.pieces.empty()) {
        return;
    }
    const Span first = entry.pieces.front();
    if (entry.pieces.size() == 1 && first.size() >= 2 && text[first.begin] == '[' && text[first.end - 1] == ']') {
        add_flow_list(text, entry, entries);
    } else {
        unquote(text, entry);
        entries.push_back(entry);
    }
    entry.pieces.clear();
}

void append_escape(std::string_view value, std::size_t& at, std::string& out, const Html& html) {
    const char c = value[at + 1];
    ++at;
    if (c == 'u' || c == 'x') {
        const auto digits = value.substr(at + 1, c == 'u' ? 4 : 2);
        std::string buffer;
        std::size_t length = 0;
        const auto reference = "&#x" + std::string(digits) + ";";
        out += html.entity(reference, 0, length, buffer);
        at += digits.size();
    } else if (c == 'n' || c == 't' || c == '_' || c == 'r') {
        out += ' ';
    } else {
        out += c;
    }
}

} // namespace

FrontMatter read_front_matter(std::string_view text) {
    FrontMatter found;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    auto line = line_at(text, at);
    while (line.begin == line.end && line.next < text.size() && line.next - at < 16) {
        line = line_at(text, line.next);
    }
    if (!is_fence(text, line)) {
        return found;
    }
    found.begin = static_cast<std::uint32_t>(line.begin);
    Entry entry;
    bool key_seen = false;
    bool block_scalar = false;
    bool nested = false; // below a key whose value is a map: not read
    for (at = line.next; at < std::min(text.size(), longest_front_matter); at = line.next) {
        line = line_at(text, at);
        if (is_fence(text, line)) {
            finish(text, entry, found.entries);
            found.end = static_cast<std::uint32_t>(line.next);
            return key_seen ? found : FrontMatter{};
        }
        if (line.begin == line.end || text[line.begin] == '#') {
            continue;
        }
        const bool indented = is_space(text[line.begin]);
        const auto body = trimmed(text, line.begin, line.end);
        const bool item = text[body.begin] == '-' && (body.size() == 1 || is_space(text[body.begin + 1]));
        const auto colon = indented || item ? std::string_view::npos : key_colon(text, line.begin, line.end);
        if (colon != std::string_view::npos) {
            finish(text, entry, found.entries);
            entry = {text.substr(line.begin, colon - line.begin), {}, Entry::Quotes::none};
            key_seen = true;
            nested = false;
            const auto value = trimmed(text, colon + 1, line.end);
            block_scalar =
                !value.empty() && (text[value.begin] == '>' || text[value.begin] == '|') && value.size() <= 3;
            if (!value.empty() && !block_scalar) {
                entry.pieces.push_back(value);
            }
        } else if (!key_seen) {
            return {};
        } else if (item && !block_scalar) {
            finish(text, entry, found.entries);
            const auto value = trimmed(text, body.begin + 1, body.end);
            nested = value.empty() || key_colon(text, value.begin, value.end) != std::string_view::npos;
            if (!nested) {
                entry.pieces.push_back(value);
            }
        } else if (!nested && (block_scalar || !entry.pieces.empty() ||
                               key_colon(text, body.begin, body.end) == std::string_view::npos)) {
            entry.pieces.push_back(body);
        } else {
            nested = true;
        }
    }
    return {};
}

std::string value_of(std::string_view text, const FrontMatter::Entry& entry, const Html& html) {
    std::string joined;
    for (const Span piece : entry.pieces) {
        joined += joined.empty() ? "" : " ";
        joined += piece.of(text);
    }
    std::string out;
    std::string buffer;
    for (std::size_t at = 0; at < joined.size(); ++at) {
        const char c = joined[at];
        std::size_t length = 0;
        if (c == '&') {
            const auto characters = html.entity(joined, at, length, buffer);
            if (!characters.empty()) {
                out += characters;
                at += length - 1;
                continue;
            }
        } else if (c == '\\' && entry.quotes == Entry::Quotes::twofold && at + 1 < joined.size()) {
            append_escape(joined, at, out, html);
            continue;
        } else if (c == '\'' && entry.quotes == Entry::Quotes::single && at + 1 < joined.size() &&
                   joined[at + 1] == '\'') {
            ++at;
        }
        out += c;
    }
    return out;
}

} // namespace jokbo

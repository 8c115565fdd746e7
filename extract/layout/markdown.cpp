#include "extract/layout/front_matter.hpp"
#include "extract/layout/markup.hpp"

#include <algorithm>
#include <cstring>

namespace jokbo {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Marks that open an item of a list when a space follows.
constexpr std::string_view bullets[] = {"-", "*", "+", "•", "‣", "◦", "●", "○", "∙", "ㆍ"};

/// `| --- | :-: |`
bool is_delimiter_row(std::string_view line) {
    bool dash = false;
    bool bar = false;
    for (const char c : line) {
        if (c == '-') {
            dash = true;
        } else if (c == '|') {
            bar = true;
        } else if (!is_blank(c) && c != ':') {
            return false;
        }
    }
    return dash && bar;
}

bool ends_like_a_sentence(std::string_view text) {
    constexpr std::string_view ends[] = {".", "!", "?", "…", "。", ":", ";", ",", "”", "’", "\"", "'", ")"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

} // namespace

Reading MarkupReader::read(std::vector<BlockNote>& notes) {
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    read_front_matter_fields(at);
    while (at < text_.size()) {
        at = read_line(line_at(at));
    }
    return out_.take(text_.size(), notes);
}

void MarkupReader::read_front_matter_fields(std::size_t& at) {
    const auto matter = read_front_matter(text_);
    if (matter.end == 0) {
        return;
    }
    for (const auto& entry : matter.entries) {
        out_.start(Block::Kind::metadata, 0, entry.pieces.front().begin);
        for (const Span piece : entry.pieces) {
            // Entities are decoded, markup is none here.
            out_.space(piece.begin);
            for (std::size_t i = piece.begin; i < piece.end;) {
                const auto next = std::min<std::size_t>(text_.substr(0, piece.end).find('&', i), piece.end);
                mode_ = Mode::literal;
                read_inline(i, next);
                mode_ = Mode::markup;
                i = next < piece.end ? read_entity(next) : next;
            }
        }
        if (out_.has_text()) {
            out_.add_field(entry.key, {out_.size() - static_cast<std::uint32_t>(out_.current().size()), out_.size()});
        }
    }
    at = matter.end;
    out_.start(Block::Kind::paragraph, 0, at);
}

MarkupReader::Line MarkupReader::line_at(std::size_t at) const {
    const auto newline = text_.find('\n', at);
    const auto end = newline == npos ? text_.size() : newline;
    auto first = at;
    while (first < end && is_blank(text_[first])) {
        ++first;
    }
    return {at, end, first};
}

std::size_t MarkupReader::read_line(Line line) {
    const auto next = std::min(line.end + 1, text_.size());
    mode_ = Mode::markup;
    if (line.first == line.end) {
        if (container_ == Block::Kind::paragraph || container_ == Block::Kind::list_item) {
            // A blank line ends an item, unless its tag is still open.
            out_.start(container_, container_depth_, line.begin);
            in_list_ = false;
        } else {
            out_.space(line.begin);
        }
        strong_open_ = emphasis_open_ = underscore_open_ = false;
        return next;
    }
    std::size_t behind = next;
    if (!out_.in_table() && container_ != Block::Kind::code) {
        if (read_fence(line, behind) || read_pipe_table(line, behind)) {
            return behind;
        }
        if (is_rule(line)) {
            const auto mark = text_[line.first];
            if ((mark == '=' || mark == '-') && !in_list_ && out_.kind() == Block::Kind::paragraph && out_.has_text() &&
                out_.length() < 200 && !ends_like_a_sentence(out_.current())) {
                out_.set_kind(Block::Kind::heading, mark == '=' ? 1 : 2);
            }
            start_container(Block::Kind::paragraph, 0, line.begin);
            return next;
        }
        const bool heading = starts_block(line);
        behind = read_rest(line.first, line.end);
        if (heading) {
            out_.start(container_, container_depth_, line.end);
            return behind;
        }
    } else {
        behind = read_rest(line.first, line.end);
    }
    end_line(line, behind);
    return behind;
}

/// Reads to the end of a line; of a later one where a tag reaches across.
std::size_t MarkupReader::read_rest(std::size_t at, std::size_t end) {
    for (;;) {
        at = read_inline(at, end);
        if (at <= end) {
            return std::min(end + 1, text_.size());
        }
        const auto newline = text_.find('\n', at);
        end = newline == npos ? text_.size() : newline;
        if (at >= text_.size()) {
            return text_.size();
        }
    }
}

void MarkupReader::end_line(Line line, std::size_t next) {
    if (!out_.has_text() || out_.in_table()) {
        out_.space(line.end);
        return;
    }
    auto last = next > 0 && next <= text_.size() && text_[next - 1] == '\n' ? next - 1 : next;
    last -= last > line.begin && text_[last - 1] == '\r' ? 1 : 0;
    const bool two_spaces = last >= line.begin + 3 && text_[last - 1] == ' ' && text_[last - 2] == ' ' &&
                            container_ == Block::Kind::paragraph;
    const bool backslash = last > line.begin && text_[last - 1] == '\\';
    // A short line before a much longer one stands for itself: a headline, a name.
    const auto follower = line_at(next);
    const auto length = line.end - line.first;
    const auto follower_length = follower.end - follower.first;
    const bool stands_alone =
        length < 150 && follower_length > 2 * length + 60 && !ends_like_a_sentence(out_.current());
    if (mends_hyphen(follower.first < follower.end ? text_[follower.first] : ' ')) {
        return;
    }
    if (two_spaces || backslash || (stands_alone && container_ == Block::Kind::paragraph)) {
        out_.start(out_.kind(), 0, line.end, BlockNote::Before::line_break);
    } else {
        out_.space(line.end);
    }
}

/// A word that the line's end cut at a hyphen goes on without a space; without the hyphen, too, where that is the cut's.
bool MarkupReader::mends_hyphen(char next) {
    const auto text = out_.current();
    if (text.size() < 3 || !text.ends_with('-')) {
        return false;
    }
    const char before = text[text.size() - 2];
    const bool word =
        std::isalnum(static_cast<unsigned char>(before)) != 0 && std::isalnum(static_cast<unsigned char>(next)) != 0;
    if (!word) {
        return false;
    }
    const auto start = text.find_last_of(" (", text.size() - 2);
    const auto last_word = text.substr(start == npos ? 0 : start + 1);
    const bool lower = before >= 'a' && before <= 'z' && next >= 'a' && next <= 'z';
    if (lower && last_word.find('-') + 1 == last_word.size()) {
        out_.drop_last();
    }
    return true;
}

/// What opens the line (a heading's or item's mark) is passed over; true for a heading of one line.
bool MarkupReader::starts_block(Line& line) {
    while (line.first < line.end && text_[line.first] == '>') {
        ++line.first;
        while (line.first < line.end && is_blank(text_[line.first])) {
            ++line.first;
        }
    }
    if (line.first < line.end && text_[line.first] == '#') {
        auto after = line.first;
        while (after < line.end && text_[after] == '#') {
            ++after;
        }
        const auto depth = after - line.first;
        if (depth <= 6 && after < line.end && is_blank(text_[after])) {
            out_.start(Block::Kind::heading, static_cast<std::uint8_t>(depth), line.begin);
            container_ = navigation_depth_ > 0 ? Block::Kind::navigation : Block::Kind::paragraph;
            container_depth_ = 0;
            in_list_ = false;
            line.first = after;
            while (line.end > after && (is_blank(text_[line.end - 1]) || text_[line.end - 1] == '#')) {
                --line.end;
            }
            return true;
        }
    }
    return starts_list_item(line) && false;
}

bool MarkupReader::starts_list_item(Line& line) {
    std::size_t after = line.first;
    for (const auto bullet : bullets) {
        if (text_.compare(line.first, bullet.size(), bullet) == 0) {
            after = line.first + bullet.size();
            // `*emphasis*` and `-5` are no items; a printed bullet needs no space.
            if (bullet.size() == 1 && (after >= line.end || !is_blank(text_[after]))) {
                return false;
            }
            break;
        }
    }
    if (after == line.first) {
        auto digits = line.first;
        while (digits < line.end && digits < line.first + 3 && is_digit(text_[digits])) {
            ++digits;
        }
        if (digits == line.first || digits + 1 >= line.end || (text_[digits] != '.' && text_[digits] != ')') ||
            !is_blank(text_[digits + 1])) {
            return false;
        }
        after = digits + 1;
    }
    out_.start(navigation_depth_ > 0 ? Block::Kind::navigation : Block::Kind::list_item, 0, line.begin);
    in_list_ = true;
    line.first = after;
    while (line.first < line.end && is_blank(text_[line.first])) {
        ++line.first;
    }
    // `- [ ] task`
    if (text_.compare(line.first, 4, "[ ] ") == 0 || text_.compare(line.first, 4, "[x] ") == 0) {
        line.first = std::min(line.first + 4, line.end);
    }
    return true;
}

bool MarkupReader::is_rule(Line line) const {
    const char mark = text_[line.first];
    if (mark == '-' || mark == '*' || mark == '_' || mark == '=') {
        std::size_t count = 0;
        for (auto i = line.first; i < line.end; ++i) {
            if (text_[i] == mark) {
                ++count;
            } else if (!is_blank(text_[i])) {
                return false;
            }
        }
        return count >= 3;
    }
    for (const std::string_view bar : {"━", "─", "═", "—"}) {
        if (text_.compare(line.first, bar.size(), bar) == 0) {
            auto i = line.first;
            while (text_.compare(i, bar.size(), bar) == 0) {
                i += bar.size();
            }
            while (i < line.end && is_blank(text_[i])) {
                ++i;
            }
            return i >= line.end;
        }
    }
    return false;
}

bool MarkupReader::read_fence(Line line, std::size_t& next) {
    const char mark = text_[line.first];
    if ((mark != '`' && mark != '~') || line.end - line.first < 3 || text_[line.first + 1] != mark ||
        text_[line.first + 2] != mark) {
        return false;
    }
    const std::string_view fence = mark == '`' ? "```" : "~~~";
    if (no_fence_[mark == '~'] || text_.substr(line.first + 3, line.end - line.first - 3).find(mark) != npos) {
        return false;
    }
    for (auto at = std::min(line.end + 1, text_.size()); at < text_.size();) {
        const auto inner = line_at(at);
        if (text_.compare(inner.first, 3, fence) == 0) {
            out_.start(Block::Kind::code, 0, line.begin);
            // Code is kept for the eye; nothing in it is markup.
            for (auto i = line.end + 1; i < inner.begin;) {
                const auto code = line_at(i);
                mode_ = Mode::literal;
                read_inline(code.first, code.end);
                out_.space(code.end);
                i = code.end + 1;
            }
            mode_ = Mode::markup;
            out_.start(container_, container_depth_, inner.end);
            next = std::min(inner.end + 1, text_.size());
            return true;
        }
        at = inner.end + 1;
    }
    no_fence_[mark == '~'] = true;
    return false;
}

bool MarkupReader::read_pipe_table(Line line, std::size_t& next) {
    if (line.end >= text_.size()) {
        return false;
    }
    const auto delimiter = line_at(line.end + 1);
    const char first = delimiter.first < delimiter.end ? text_[delimiter.first] : ' ';
    if ((first != '|' && first != '-' && first != ':') ||
        !is_delimiter_row(text_.substr(delimiter.first, delimiter.end - delimiter.first)) ||
        text_.substr(line.first, line.end - line.first).find('|') == npos) {
        return false;
    }
    out_.start_table(line.begin);
    read_pipe_row(line);
    auto at = std::min(delimiter.end + 1, text_.size());
    while (at < text_.size()) {
        const auto row = line_at(at);
        if (row.first == row.end || text_.substr(row.first, row.end - row.first).find('|') == npos) {
            break;
        }
        read_pipe_row(row);
        at = std::min(row.end + 1, text_.size());
    }
    out_.end_table(at);
    next = at;
    return true;
}

void MarkupReader::read_pipe_row(Line line) {
    while (line.end > line.first && is_blank(text_[line.end - 1])) {
        --line.end;
    }
    auto at = line.first + (text_[line.first] == '|' ? 1U : 0U);
    const auto end = line.end - (line.end > at && text_[line.end - 1] == '|' ? 1U : 0U);
    out_.start_row(line.begin);
    while (at <= end) {
        auto stop = at;
        bool code = false;
        while (stop < end && (text_[stop] != '|' || code || text_[stop - 1] == '\\')) {
            code = text_[stop] == '`' ? !code : code;
            ++stop;
        }
        out_.start_cell(at, 1, 1);
        mode_ = Mode::markup;
        strong_open_ = emphasis_open_ = underscore_open_ = false;
        while (at < stop && is_blank(text_[at])) {
            ++at;
        }
        read_inline(at, stop);
        out_.end_cell();
        at = stop + 1;
    }
}

} // namespace jokbo

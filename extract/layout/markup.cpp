#include "extract/layout/markup.hpp"

#include "extract/intake/utf8.hpp"
#include "schema/text.hpp"

#include <cstring>

namespace jokbo {

namespace {

/// two to four: characters of so many bytes, to be passed over at once.
enum Class : std::uint8_t { special, ordinary, two, three, four, blank, lead };

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_alphanumeric(unsigned char c) {
    return c >= 0x80U || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_space(unsigned char c) { return c <= ' '; }

/// A space or an invisible character that begins with one of the bytes C2, E2, E3, EF; its length, or 0.
struct Invisible {
    std::size_t length = 0;
    enum class Kind : std::uint8_t { space, nothing } kind = Kind::space;
};

Invisible invisible_at(std::string_view text, std::size_t at) {
    using Kind = Invisible::Kind;
    const auto first = byte_at(text, at);
    const auto second = byte_at(text, at + 1);
    const auto third = byte_at(text, at + 2);
    if (first == 0xC2U) {
        return second == 0xA0U ? Invisible{2, Kind::space}
             : second == 0xADU ? Invisible{2, Kind::nothing}
                               : Invisible{};
    }
    if (first == 0xE2U && second == 0x80U) {
        if (third <= 0x8AU || third == 0xA8U || third == 0xA9U || third == 0xAFU) {
            return {3, Kind::space};
        }
        return third <= 0x8FU || (third >= 0xAAU && third <= 0xAEU) ? Invisible{3, Kind::nothing} : Invisible{};
    }
    if (first == 0xE2U && second == 0x81U && (third == 0x9FU || third == 0xA0U)) {
        return {3, third == 0x9FU ? Kind::space : Kind::nothing};
    }
    if (first == 0xE3U && second == 0x80U && third == 0x80U) {
        return {3, Kind::space};
    }
    return first == 0xEFU && second == 0xBBU && third == 0xBFU ? Invisible{3, Kind::nothing} : Invisible{};
}

} // namespace

MarkupReader::MarkupReader(std::string_view text, const Html& html)
    : text_(text), html_(html), out_(text), valid_(is_utf8(text)), close_at_(html.tag_count(), 0) {
    for (std::size_t c = '!'; c < 0x7F; ++c) {
        plain_[c] = ordinary;
    }
    plain_[' '] = blank;
    if (valid_) {
        for (std::size_t c = 0x80; c < 0x100; ++c) {
            plain_[c] = c < 0xC0 ? ordinary : c < 0xE0 ? two : c < 0xF0 ? three : four;
        }
        for (const std::size_t c : {0xC2U, 0xE2U, 0xE3U, 0xEFU}) {
            plain_[c] = lead;
        }
    }
    markup_ = plain_;
    for (const char c : std::string_view("&<*_`~[]!\\{")) {
        markup_[static_cast<unsigned char>(c)] = special;
    }
    plain_['`'] = special;
}

std::size_t MarkupReader::read_inline(std::size_t at, std::size_t end) {
    while (at < end) {
        const Classes& classes = mode_ == Mode::markup ? markup_ : plain_;
        const auto begin = at;
        while (at < end) {
            const auto kind = classes[static_cast<unsigned char>(text_[at])];
            if (kind >= ordinary && kind <= four) {
                at += kind;
            } else if (kind == blank) {
                if (at + 1 >= end || byte_at(text_, at + 1) <= ' ') {
                    break;
                }
                ++at;
            } else if (kind == lead && invisible_at(text_, at).length == 0) {
                at += byte_at(text_, at) == 0xC2U ? 2 : 3;
            } else {
                break;
            }
        }
        // A space that opens the block is not text.
        const auto shift = begin < at && text_[begin] == ' ' ? 1U : 0U;
        if (shift != 0) {
            out_.space(begin);
        }
        out_.verbatim(begin + shift, at);
        if (at < end) {
            at = read_special(at, end);
        }
    }
    return at;
}

std::size_t MarkupReader::read_special(std::size_t at, std::size_t end) {
    const auto c = byte_at(text_, at);
    if (c == '\f' && mode_ != Mode::literal) {
        out_.start(container_, container_depth_, at, BlockNote::Before::page_break);
        return at + 1;
    }
    if (is_space(c) || c == 0x7FU) {
        out_.space(at);
        do {
            ++at;
        } while (at < end && is_space(byte_at(text_, at)) && text_[at] != '\f');
        return at;
    }
    if (c >= 0x80U) {
        return read_character(at, end);
    }
    switch (c) {
    case '&': return read_entity(at);
    case '<': return read_tag(at, end);
    case '`': return read_code_span(at, end);
    case '[':
    case ']':
    case '!': return read_bracket(at, end);
    case '\\':
        // An escaped mark is text, the backslash is none.
        if (at + 1 < end && std::strchr("\\`*_{}[]()#+-.!|~<>\"'$&", text_[at + 1]) != nullptr) {
            out_.verbatim(at + 1, at + 2);
            return at + 2;
        }
        break;
    case '{':
        // `{{< figure … >}}`: a page generator's, not the author's.
        if (text_.compare(at, 3, "{{<") == 0 || text_.compare(at, 3, "{{%") == 0) {
            if (later_braces_ < at) {
                later_braces_ = text_.find("}}", at);
            }
            if (later_braces_ < end) {
                return later_braces_ + 2;
            }
        }
        break;
    case '~':
        if (byte_at(text_, at + 1) == '~') {
            return at + 2;
        }
        break;
    default: return read_emphasis(at, end);
    }
    out_.verbatim(at, at + 1);
    return at + 1;
}

std::size_t MarkupReader::read_character(std::size_t at, std::size_t end) {
    if (const auto invisible = invisible_at(text_, at); invisible.length != 0) {
        if (invisible.kind == Invisible::Kind::space) {
            out_.space(at);
        }
        return at + invisible.length;
    }
    const int length = utf8_length(text_, at);
    if (length > 0) {
        const auto next = std::min(at + static_cast<std::size_t>(length), std::max(end, at + 1));
        out_.verbatim(at, next);
        return next;
    }
    const auto broken = static_cast<std::size_t>(-length);
    out_.made("\xEF\xBF\xBD", at, std::min(at + broken, text_.size()));
    out_.count_broken();
    return std::min(at + broken, text_.size());
}

std::size_t MarkupReader::read_entity(std::size_t at) {
    std::size_t length = 0;
    auto characters = html_.entity(text_, at, length, buffer_);
    if (characters.empty()) {
        out_.verbatim(at, at + 1);
        return at + 1;
    }
    // What was encoded twice on its way (`&amp;quot;`) is decoded twice.
    if (characters == "&" && length > 1) {
        std::size_t inner = 0;
        std::string rest(1, '&');
        rest += text_.substr(at + length, 34);
        std::string inner_buffer;
        const auto twice = html_.entity(rest, 0, inner, inner_buffer);
        if (!twice.empty() && inner > 1) {
            buffer_ = std::string(twice);
            characters = buffer_;
            length += inner - 1;
        }
    }
    if (characters.size() == 1 && is_space(static_cast<unsigned char>(characters[0]))) {
        out_.space(at);
    } else if (const auto invisible = invisible_at(characters, 0); invisible.length != 0) {
        if (invisible.kind == Invisible::Kind::space) {
            out_.space(at);
        }
    } else {
        out_.made(characters, at, at + length);
    }
    return at + length;
}

bool MarkupReader::occurs_later(char c, std::size_t at, std::size_t& known) {
    if (known < at) {
        known = text_.find(c, at);
    }
    return known != npos;
}

std::size_t MarkupReader::read_emphasis(std::size_t at, std::size_t end) {
    const char mark = text_[at];
    auto after = at;
    while (after < end && text_[after] == mark) {
        ++after;
    }
    const auto count = after - at;
    const auto before_mark = at == 0 ? static_cast<unsigned char>(' ') : byte_at(text_, at - 1);
    const auto after_mark = after < end ? byte_at(text_, after) : static_cast<unsigned char>(' ');
    bool drop = false;
    if (mark == '*' && count <= 3) {
        bool& open = count == 1 ? emphasis_open_ : strong_open_;
        const bool between_digits = std::isdigit(before_mark) != 0 && std::isdigit(after_mark) != 0;
        if (open) {
            drop = !is_space(before_mark) || !is_space(after_mark);
            open = !drop;
        } else {
            drop = !is_space(after_mark) && !between_digits && occurs_later('*', after, later_star_);
            open = drop;
        }
    } else if (mark == '_') {
        if (underscore_open_) {
            drop = !is_alphanumeric(after_mark);
            underscore_open_ = !drop;
        } else {
            drop = !is_alphanumeric(before_mark) && is_alphanumeric(after_mark) &&
                   occurs_later('_', after, later_underscore_);
            underscore_open_ = drop;
        }
    }
    if (!drop) {
        out_.verbatim(at, after);
    }
    return after;
}

std::size_t MarkupReader::read_code_span(std::size_t at, std::size_t end) {
    auto after = at;
    while (after < end && text_[after] == '`') {
        ++after;
    }
    if (mode_ == Mode::literal) {
        out_.verbatim(at, after);
    } else if (mode_ == Mode::code_span) {
        mode_ = Mode::markup;
    } else if (occurs_later('`', after, later_tick_) && later_tick_ < end) {
        mode_ = Mode::code_span;
    }
    return after;
}

std::size_t MarkupReader::link_target_end(std::size_t at, std::size_t end) const {
    constexpr std::size_t longest = 2000;
    const auto stop = std::min(end, at + longest);
    const auto first = byte_at(text_, at);
    if (first >= 0x80U) {
        return npos;
    }
    bool looks_like_target = first == '#' || first == ')' || first == '<';
    constexpr std::size_t shortest_file_name = 6; // `LICENSE`, and not `[photo](AP)`
    int depth = 1;
    for (auto i = at; i < stop; ++i) {
        const char c = text_[i];
        if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return looks_like_target || i - at >= shortest_file_name ? i + 1 : npos;
        } else if (c == '.' || c == '/' || c == ':') {
            looks_like_target = true;
        } else if (static_cast<unsigned char>(c) >= 0x80U && !looks_like_target) {
            return npos;
        } else if (is_space(static_cast<unsigned char>(c))) {
            // Only a title in quotes may follow.
            const auto quote = byte_at(text_, i + 1);
            if (quote != '"' && quote != '\'' && quote != ')') {
                return npos;
            }
            const auto close = text_.substr(0, stop).find(')', i + 1);
            return close == npos || !looks_like_target ? npos : close + 1;
        }
    }
    return npos;
}

std::size_t MarkupReader::read_bracket(std::size_t at, std::size_t end) {
    if (text_[at] == ']') {
        if (at == link_.close && link_.end != npos) {
            out_.link_end();
            return link_.end;
        }
        out_.verbatim(at, at + 1);
        return at + 1;
    }
    const bool image = text_[at] == '!';
    const auto open = image ? at + 1 : at;
    if (byte_at(text_, open) != '[') {
        out_.verbatim(at, at + 1);
        return at + 1;
    }
    // A picture that is a link: all of it is left out.
    if (!image && byte_at(text_, open + 1) == '!' && byte_at(text_, open + 2) == '[') {
        return at + 1;
    }
    if (link_.searched != end && (link_.close == npos || link_.close < open)) {
        link_.close = text_.substr(0, end).find("](", open);
        link_.open = npos;
        link_.end = npos;
        if (link_.close == npos) {
            link_.searched = end;
        } else {
            int depth = 1;
            for (auto i = link_.close; i-- > open && depth > 0;) {
                depth += text_[i] == ']' ? 1 : text_[i] == '[' ? -1 : 0;
                link_.open = i;
            }
            link_.open = depth == 0 ? link_.open : npos;
            link_.end = link_target_end(link_.close + 2, end);
        }
    }
    if (open == link_.open && link_.end != npos && link_.close > open) {
        if (image) {
            // What follows a picture within a link is the link's own end.
            if (text_.substr(link_.end, 2) == "](") {
                const auto outer = link_target_end(link_.end + 2, end);
                return outer == npos ? link_.end : outer;
            }
            return link_.end;
        }
        out_.link_start();
        return at + 1;
    }
    out_.verbatim(at, open + 1);
    return open + 1;
}

} // namespace jokbo

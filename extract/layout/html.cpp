#include "extract/layout/markup.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace jokbo {

namespace {

constexpr std::size_t longest_address = 1000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

bool equal_folded(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::ranges::equal(a, b, [](char x, char y) {
               const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
               return lower(x) == lower(y);
           });
}

/// The number that an attribute holds, 1 where there is none.
std::uint32_t number_of(std::string_view attributes, std::string_view name) {
    const auto found = attributes.find(name);
    if (found == std::string_view::npos) {
        return 1;
    }
    const auto digit = attributes.find_first_of("0123456789", found);
    std::uint32_t value = 1;
    if (digit != std::string_view::npos && digit < found + name.size() + 4) {
        std::from_chars(attributes.data() + digit, attributes.data() + attributes.size(), value);
    }
    return std::clamp<std::uint32_t>(value, 1, 200);
}

} // namespace

/// Behind the `>` of the tag that begins at `at`; npos where it is none.
std::size_t MarkupReader::tag_end(std::size_t at) {
    constexpr std::size_t longest = 4096;
    if (at < literal_tags_until_) {
        return npos;
    }
    const auto stop = std::min(text_.size(), at + longest);
    char quote = 0;
    for (auto i = at + 1; i < stop; ++i) {
        const char c = text_[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '>') {
            return i + 1;
        } else if (c == '<') {
            return npos;
        } else if ((c == '"' || c == '\'') && text_[i - 1] == '=') {
            quote = c;
        }
    }
    literal_tags_until_ = stop;
    return npos;
}

std::size_t MarkupReader::find_close(std::string_view name, const TagEffect& effect, std::size_t at) {
    auto& known = close_at_[effect.number];
    if (known >= at && known != 0) {
        return known;
    }
    for (auto found = text_.find("</", at); found != npos; found = text_.find("</", found + 2)) {
        const auto after = found + 2 + name.size();
        if (after < text_.size() && equal_folded(text_.substr(found + 2, name.size()), name) &&
            !is_name(text_[after])) {
            return known = found;
        }
    }
    return known = npos;
}

std::size_t MarkupReader::read_tag(std::size_t at, std::size_t end) {
    const auto literal = [&] {
        out_.verbatim(at, at + 1);
        return at + 1;
    };
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    if (next == '!' || next == '?') {
        if (text_.compare(at, 4, "<!--") == 0 && !no_comment_end_) {
            const auto close = text_.find("-->", at + 4);
            no_comment_end_ = close == npos;
            return close == npos ? at + 4 : close + 3;
        }
        const auto close = is_letter(at + 2 < text_.size() ? text_[at + 2] : ' ') ? tag_end(at) : npos;
        return close == npos ? literal() : close;
    }
    const bool closing = next == '/';
    const auto name_begin = at + (closing ? 2U : 1U);
    auto name_end = name_begin;
    while (name_end < text_.size() && name_end < name_begin + 16 && is_name(text_[name_end])) {
        ++name_end;
    }
    const auto name = text_.substr(name_begin, name_end - name_begin);
    if (name.empty() || !is_letter(name[0])) {
        return literal();
    }
    if (const auto scheme = text_.substr(name_end, 3); scheme == "://" && !closing) {
        const auto close = text_.substr(0, std::min(end, name_end + longest_address)).find('>', name_end);
        if (close != npos) {
            out_.verbatim(name_begin, close);
            return close + 1;
        }
    }
    // An address in angle brackets.
    if (!closing && text_.substr(name_begin, 64).find('@') != npos) {
        const auto address = text_.substr(name_begin, 80);
        const auto close = address.find_first_of("<> \n");
        if (close != npos && address[close] == '>' && address.substr(0, close).find('@') != npos) {
            out_.verbatim(name_begin, name_begin + close);
            return name_begin + close + 1;
        }
    }
    const TagEffect* effect = html_.tag(name);
    const char after = name_end < text_.size() ? text_[name_end] : ' ';
    const bool attributes_follow = static_cast<unsigned char>(after) <= ' ' && name_end + 1 < text_.size() &&
                                   static_cast<signed char>(text_[name_end + 1]) > 0 && text_[name_end + 1] != '<';
    if (effect == nullptr || (after != '>' && after != '/' && !attributes_follow)) {
        return literal();
    }
    const auto close = tag_end(at);
    if (close == npos) {
        return literal();
    }
    if (closing) {
        close_tag(*effect, name, at);
        return close;
    }
    if (effect->kind == TagEffect::Kind::skip) {
        const auto content_end = text_[close - 2] == '/' ? npos : find_close(name, *effect, close);
        out_.space(at);
        if (content_end == npos) {
            return close;
        }
        const auto behind = text_.find('>', content_end);
        return behind == npos ? text_.size() : behind + 1;
    }
    open_tag(*effect, name, text_.substr(name_end, close - name_end - 1), at);
    return close;
}

void MarkupReader::start_container(Block::Kind kind, std::uint8_t depth, std::size_t at) {
    if (navigation_depth_ > 0) {
        kind = Block::Kind::navigation;
        depth = 0;
    }
    container_ = kind;
    container_depth_ = depth;
    out_.start(kind, depth, at);
}

void MarkupReader::open_tag(const TagEffect& effect, std::string_view name, std::string_view attributes,
                            std::size_t at) {
    using Kind = TagEffect::Kind;
    switch (effect.kind) {
    case Kind::plain:
        if (name.size() == 1 && (name[0] == 'a' || name[0] == 'A')) {
            out_.link_start();
        }
        break;
    case Kind::block:
        if (name.size() == 2 && (name[0] == 'b' || name[0] == 'B')) {
            out_.start(container_, container_depth_, at, BlockNote::Before::line_break);
        } else {
            out_.start(container_, container_depth_, at);
        }
        break;
    case Kind::heading: start_container(Block::Kind::heading, effect.depth, at); break;
    case Kind::list_item: start_container(Block::Kind::list_item, 0, at); break;
    case Kind::caption: start_container(Block::Kind::caption, 0, at); break;
    case Kind::byline: start_container(Block::Kind::byline, 0, at); break;
    case Kind::code:
        if (find_close(name, effect, at) != npos) {
            start_container(Block::Kind::code, 0, at);
        }
        break;
    case Kind::navigation:
        if (find_close(name, effect, at) != npos) {
            ++navigation_depth_;
            start_container(Block::Kind::navigation, 0, at);
        }
        break;
    case Kind::table: out_.start_table(at); break;
    case Kind::row:
        if (out_.in_table()) {
            out_.start_row(at);
        }
        break;
    case Kind::cell:
        if (out_.in_table()) {
            out_.start_cell(at, number_of(attributes, "colspan"), number_of(attributes, "rowspan"));
        }
        break;
    case Kind::skip: break;
    }
}

void MarkupReader::close_tag(const TagEffect& effect, std::string_view name, std::size_t at) {
    using Kind = TagEffect::Kind;
    switch (effect.kind) {
    case Kind::plain:
        if (name.size() == 1 && (name[0] == 'a' || name[0] == 'A')) {
            out_.link_end();
        }
        break;
    case Kind::block:
        if (name == "ul" || name == "ol") {
            start_container(Block::Kind::paragraph, 0, at);
        } else {
            out_.start(container_, container_depth_, at);
        }
        break;
    case Kind::navigation:
        navigation_depth_ -= navigation_depth_ > 0 ? 1 : 0;
        start_container(Block::Kind::paragraph, 0, at);
        break;
    case Kind::table: out_.end_table(at); break;
    case Kind::cell: out_.end_cell(); break;
    case Kind::row:
    case Kind::skip: break;
    default: start_container(Block::Kind::paragraph, 0, at); break;
    }
}

} // namespace jokbo

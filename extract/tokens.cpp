#include "extract/tokens.hpp"

#include "extract/characters.hpp"

namespace jokbo {

namespace {

bool is_joint(char c) { return c == '.' || c == '&' || c == '_'; }

/// A letter of the Latin script at `at`: its length in bytes, or 0.
std::size_t latin_length(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (is_ascii_letter(text[at])) {
        return 1;
    }
    const bool extended = c >= 0xC3U && c <= 0xC9U && at + 1 < text.size();
    return extended ? 2 : 0;
}

std::size_t end_of_latin(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
        if (is_ascii_letter(text[at])) {
            ++at;
        } else if (const auto length = latin_length(text, at); length != 0) {
            at += length;
        } else if (is_digit(text[at])) {
            ++at;
        } else if (is_joint(text[at]) && at + 1 < end && (is_digit(text[at + 1]) || is_ascii_letter(text[at + 1]))) {
            ++at;
        } else if (text[at] == '+' && (at + 1 == end || !is_digit(text[at + 1]))) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

/// Behind the syllables that begin at `at`. Bytes EB and EC begin nothing else; they begin most.
std::size_t end_of_hangul(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
        const auto first = static_cast<unsigned char>(text[at]);
        const bool syllable = (first == 0xEBU || first == 0xECU) && at + 2 < text.size();
        if (!syllable && !is_hangul(text, at)) {
            break;
        }
        at += 3;
    }
    return at;
}

std::size_t end_of_number(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
        const bool joint = (text[at] == '.' || text[at] == ',') && at + 1 < end && is_digit(text[at + 1]);
        if (!is_digit(text[at]) && !joint) {
            break;
        }
        ++at;
    }
    return at;
}

/// 's and ’s at the end of a word.
std::size_t possessive_length(std::string_view text, std::size_t at, std::size_t end) {
    const auto rest = text.substr(at, end - at);
    for (const std::string_view mark : {"'s", "’s", "'S", "’S"}) {
        if (rest.starts_with(mark)) {
            const auto after = at + mark.size();
            return after == end || latin_length(text, after) == 0 ? mark.size() : 0;
        }
    }
    return 0;
}

Token::Case case_of(std::string_view word) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    for (const char c : word) {
        upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
        lower += c >= 'a' && c <= 'z' ? 1U : 0U;
    }
    if (upper == 0) {
        return static_cast<unsigned char>(word.front()) == 0xC3U ? Token::Case::capital : Token::Case::lower;
    }
    if (lower == 0) {
        return Token::Case::upper;
    }
    return upper == 1 && word.front() >= 'A' && word.front() <= 'Z' ? Token::Case::capital : Token::Case::mixed;
}

} // namespace

void tokenize(std::string_view text, Span sentence, std::vector<Token>& tokens) {
    std::size_t at = sentence.begin;
    const std::size_t end = sentence.end;
    auto gap = Token::Gap::space;
    const auto take = [&](std::size_t to, Token::Kind kind) {
        Token token{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(to)}, kind, gap};
        if (kind == Token::Kind::latin) {
            token.letter_case = case_of(text.substr(at, to - at));
        }
        tokens.push_back(token);
        at = to;
        gap = Token::Gap::glued;
    };
    while (at < end) {
        const char first = text[at];
        if (is_ascii_letter(first)) {
            take(end_of_latin(text, at, end), Token::Kind::latin);
        } else if (first == '\xEB' || first == '\xEC') {
            const auto to = end_of_hangul(text, at, end);
            take(to > at ? to : std::min(at + 3, end), to > at ? Token::Kind::hangul : Token::Kind::symbol);
        } else if (const auto space = space_length(text, at); space != 0) {
            at += space;
            gap = Token::Gap::space;
        } else if (gap == Token::Gap::glued && !tokens.empty() && tokens.back().kind != Token::Kind::punctuation &&
                   possessive_length(text, at, end) != 0) {
            take(at + possessive_length(text, at, end), Token::Kind::latin);
        } else if (latin_length(text, at) != 0) {
            take(end_of_latin(text, at, end), Token::Kind::latin);
        } else if (is_digit(text[at])) {
            take(end_of_number(text, at, end), Token::Kind::number);
        } else if (is_hangul(text, at)) {
            take(end_of_hangul(text, at, end), Token::Kind::hangul);
        } else if (is_other_letter(text, at)) {
            auto to = at;
            while (to < end && is_other_letter(text, to)) {
                to += character_length(text[to]);
            }
            take(std::min(to, end), Token::Kind::han);
        } else {
            const auto kind = is_punctuation(text, at) ? Token::Kind::punctuation : Token::Kind::symbol;
            take(std::min(at + character_length(text[at]), end), kind);
        }
    }
}

} // namespace jokbo

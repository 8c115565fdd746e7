#pragma once

#include <cstddef>
#include <string_view>

namespace jokbo {

// What a reader of UTF-8 needs to know of single characters; all look at the bytes at `at`, which must be a character's first.

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Length of the character that begins with this byte; 1 for a byte that begins none.
inline std::size_t character_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

/// The code point of a character of three bytes, 0 where there is none.
inline unsigned code_point3(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || (static_cast<unsigned char>(text[at]) & 0xF0U) != 0xE0U) {
        return 0;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + i])); };
    return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

/// A syllable (가 to 힣) or a compatibility letter (ㄱ to ㅣ).
inline bool is_hangul(std::string_view text, std::size_t at) {
    const auto code = code_point3(text, at);
    return (code >= 0xAC00U && code <= 0xD7A3U) || (code >= 0x3131U && code <= 0x3163U);
}

/// Chinese characters, kana, Greek, Cyrillic and other letters that are neither Latin nor Hangul.
inline bool is_other_letter(std::string_view text, std::size_t at) {
    const auto code = code_point3(text, at);
    if (code != 0) {
        return (code >= 0x3040U && code <= 0x30FFU && code != 0x30FBU) || (code >= 0x3400U && code <= 0x9FFFU) ||
               (code >= 0xF900U && code <= 0xFAFFU) || (code >= 0x0900U && code <= 0x1FFFU);
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xCAU && byte <= 0xDFU && at + 1 < text.size();
}

/// Length of the white space at `at`, 0 if none: space, tab, line ends, no-break and ideographic space.
inline std::size_t space_length(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\f':
    case '\v': return 1;
    case '\xC2': return at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
    case '\xE3': return code_point3(text, at) == 0x3000U ? 3 : 0;
    case '\xE2': {
        const auto code = code_point3(text, at);
        return (code >= 0x2000U && code <= 0x200BU) || code == 0x202FU || code == 0x2028U ? 3 : 0;
    }
    default: return 0;
    }
}

/// ASCII and general punctuation, CJK brackets, full-width forms, the middle dots · and ㆍ.
inline bool is_punctuation(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80U) {
        return std::string_view("$+<=>^`|~%").find(text[at]) == std::string_view::npos;
    }
    if (c == 0xC2U) {
        return at + 1 < text.size() && (text[at + 1] == '\xB7' || text[at + 1] == '\xAB' || text[at + 1] == '\xBB');
    }
    const auto code = code_point3(text, at);
    return (code >= 0x2010U && code <= 0x2027U) || (code >= 0x2030U && code <= 0x205EU) ||
           (code >= 0x3001U && code <= 0x303FU) || code == 0x30FBU || code == 0x318DU ||
           (code >= 0xFF01U && code <= 0xFF20U);
}

} // namespace jokbo

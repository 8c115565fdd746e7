#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// The marks that the sentence splitter watches. Its own namespace: the names are short.

namespace jokbo::signs {

inline unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

inline bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
inline bool is_letter(unsigned char c) { return is_upper(c) || is_lower(c); }

/// The code point of the three bytes at `at` where they are a Hangul syllable, else 0.
inline std::uint32_t hangul_at(std::string_view text, std::size_t at) {
    const auto first = byte_at(text, at);
    if (first < 0xEAU || first > 0xEDU || at + 2 >= text.size()) {
        return 0;
    }
    const std::uint32_t code =
        (first & 0x0FU) << 12U | (byte_at(text, at + 1) & 0x3FU) << 6U | (byte_at(text, at + 2) & 0x3FU);
    return code >= 0xAC00U && code <= 0xD7A3U ? code : 0;
}

/// Whether characters of three bytes begin with it, all syllables and a few others that are no signs.
inline bool is_lead_of_hangul(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xEAU && byte <= 0xEDU;
}

inline std::uint32_t hangul_before(std::string_view text, std::size_t at) {
    return at >= 3 ? hangul_at(text, at - 3) : 0;
}

inline std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && byte_at(text, at) <= ' ') {
        ++at;
    }
    return at;
}

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

enum class Byte : std::uint8_t { ordinary, end, straight_quote, apostrophe, open, close, high };

constexpr std::array<Byte, 256> byte_table() {
    std::array<Byte, 256> table{};
    for (const char c : {'.', '!', '?'}) {
        table[static_cast<unsigned char>(c)] = Byte::end;
    }
    table['\''] = Byte::apostrophe;
    table['"'] = Byte::straight_quote;
    table['('] = table['['] = Byte::open;
    table[')'] = table[']'] = Byte::close;
    table[0xE2] = table[0xE3] = table[0xEF] = Byte::high;
    return table;
}

inline constexpr auto bytes = byte_table();

/// What a three-byte character is to the splitter.
enum class Sign : std::uint8_t {
    none,
    open_quote,
    close_quote,
    open_bracket,
    close_bracket,
    full_stop,
    ellipsis,
    head
};

inline Sign sign_at(std::string_view text, std::size_t at) {
    const auto second = byte_at(text, at + 1);
    const auto third = byte_at(text, at + 2);
    if (byte_at(text, at) == 0xE2U) {
        if (second == 0x80U) {
            switch (third) {
            case 0x9C: return Sign::open_quote;
            case 0x9D: return Sign::close_quote;
            case 0xA6: return Sign::ellipsis;
            default: return Sign::none;
            }
        }
        // ◆ ◇ ■ □ ▶ ▷ ◈ ◎ ● ☞ open a head of their own; ▲ △ ○ are items within a sentence.
        if (second == 0x96U) {
            return third == 0xA0U || third == 0xA1U || third == 0xB6U || third == 0xB7U ? Sign::head : Sign::none;
        }
        if (second == 0x97U) {
            return third == 0x86U || third == 0x87U || third == 0x88U || third == 0x8EU ? Sign::head : Sign::none;
        }
        return second == 0x98U && third == 0x9EU ? Sign::head : Sign::none;
    }
    if (byte_at(text, at) == 0xE3U && second == 0x80U) {
        switch (third) {
        case 0x82: return Sign::full_stop;
        case 0x88:
        case 0x8A:
        case 0x8C:
        case 0x8E:
        case 0x90: return Sign::open_bracket;
        case 0x89:
        case 0x8B:
        case 0x8D:
        case 0x8F:
        case 0x91: return Sign::close_bracket;
        default: return Sign::none;
        }
    }
    if (byte_at(text, at) == 0xEFU && second == 0xBCU && (third == 0x81U || third == 0x9FU || third == 0x8EU)) {
        return third == 0x8EU && hangul_before(text, at) == 0 ? Sign::none : Sign::full_stop;
    }
    return Sign::none;
}

} // namespace jokbo::signs

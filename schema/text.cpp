#include "schema/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace jokbo {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the well-formed character at `at`, or 0 and in `broken` the length of the part that is not.
std::size_t character_length(std::string_view text, std::size_t at, std::size_t& broken) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned lead = byte(0);
    broken = 1;
    if (lead < 0x80U) {
        return 1;
    }
    const std::size_t length = lead >= 0xC2U && lead <= 0xDFU ? 2
                             : (lead & 0xF0U) == 0xE0U        ? 3
                             : lead >= 0xF0U && lead <= 0xF4U ? 4
                                                              : 0;
    if (length == 0) {
        return 0;
    }
    const unsigned low = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
    if (byte(1) < low || byte(1) > high) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            broken = i;
            return 0;
        }
    }
    return length;
}

/// Hangul and most of CJK: three bytes without the borders that need care, of at least four that follow.
bool is_plain_of_three(std::string_view text, std::size_t at) {
    std::uint32_t four = 0;
    std::memcpy(&four, text.data() + at, sizeof four);
    const auto first = four & 0xFFU;
    return (four & 0x00C0C0F0U) == 0x008080E0U && first != 0xE0U && first != 0xEDU;
}

/// A syllable, 가 to 힣, at `at`.
bool is_syllable(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    return at + 2 < text.size() && text.substr(at, 3) >= "가" && text.substr(at, 3) <= "힣" &&
           (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U;
}

/// Letters, digits and symbols of ASCII: what names are told apart by.
bool is_kept_ascii(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("$+<=>^`|~").find(c) != std::string_view::npos;
}

/// `fold` for names of ASCII and Hangul syllables, which nothing needs to be composed or decomposed for: nearly all.
std::optional<std::string> fold_plain(std::string_view name) {
    std::string kept;
    kept.reserve(name.size());
    for (std::size_t at = 0; at < name.size();) {
        const char c = name[at];
        if (static_cast<signed char>(c) < 0) {
            if (!is_syllable(name, at)) {
                return std::nullopt;
            }
            kept.append(name, at, 3);
            at += 3;
            continue;
        }
        const bool point =
            c == '.' && at > 0 && at + 1 < name.size() && is_digit(name[at - 1]) && is_digit(name[at + 1]);
        if (point || is_kept_ascii(c)) {
            kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        ++at;
    }
    return kept;
}

std::string normalized(std::string_view name, int options) {
    utf8proc_uint8_t* out = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()),
                     &out, static_cast<utf8proc_option_t>(options));
    if (length < 0) {
        return std::string(name);
    }
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

bool is_kept(utf8proc_int32_t character) {
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return true;
    default: return false;
    }
}

} // namespace

bool is_utf8(std::string_view text) {
    static_assert(std::endian::native == std::endian::little);
    std::size_t broken = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text.size() - at >= 8) {
            // ASCII: eight bytes at a time.
            if (static_cast<signed char>(text[at]) >= 0) {
                std::uint64_t eight = 0;
                std::memcpy(&eight, text.data() + at, sizeof eight);
                const auto high = eight & 0x8080808080808080ULL;
                at += high == 0 ? sizeof eight : static_cast<std::size_t>(std::countr_zero(high)) / 8;
                continue;
            }
            if (is_plain_of_three(text, at)) {
                at += 3;
                continue;
            }
        }
        const auto length = character_length(text, at, broken);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string repaired(std::string_view text) {
    if (is_utf8(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    std::size_t broken = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_length(text, at, broken);
        if (length == 0) {
            out += replacement;
            at += std::min(broken, text.size() - at);
        } else {
            out.append(text, at, length);
            at += length;
        }
    }
    return out;
}

std::string fold(std::string_view name) {
    if (auto plain = fold_plain(name)) {
        return *std::move(plain);
    }
    const auto form =
        normalized(normalized(name, UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_STABLE), UTF8PROC_CASEFOLD);
    std::string kept;
    kept.reserve(form.size());
    for (std::size_t at = 0; at < form.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(form.data() + at),
                                             static_cast<utf8proc_ssize_t>(form.size() - at), &character);
        if (length <= 0) {
            ++at;
            continue;
        }
        const bool point =
            character == '.' && at > 0 && at + 1 < form.size() && is_digit(form[at - 1]) && is_digit(form[at + 1]);
        if (point || is_kept(character)) {
            kept.append(form, at, static_cast<std::size_t>(length));
        }
        at += static_cast<std::size_t>(length);
    }
    return kept;
}

namespace {

constexpr std::size_t longest_target = 2048; // bytes of a link's address

/// The end of the tag, link target or reference that begins at `at` and is not shown, with what is shown in its place.
std::size_t skipped(std::string_view text, std::size_t at, std::string& out) {
    const auto rest = text.substr(at);
    if (rest[0] == '<' && rest.size() > 1 &&
        (rest[1] == '/' || rest[1] == '!' || ((rest[1] | 0x20) >= 'a' && (rest[1] | 0x20) <= 'z'))) {
        const auto end = rest.find('>');
        return end == std::string_view::npos ? text.size() : at + end + 1; // a quote may end inside a tag
    }
    if (rest.starts_with("](")) {
        const auto end = rest.substr(0, longest_target).find_first_of(") \n");
        return end == std::string_view::npos || rest[end] != ')' ? at : at + end + 1;
    }
    if (rest[0] == '&') {
        static constexpr std::pair<std::string_view, std::string_view> named[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}};
        for (const auto& [reference, character] : named) {
            if (rest.starts_with(reference)) {
                out += character;
                return at + reference.size();
            }
        }
        const bool hexadecimal = rest.starts_with("&#x") || rest.starts_with("&#X");
        if (!rest.starts_with("&#")) {
            return at;
        }
        const auto* const begin = rest.data() + (hexadecimal ? 3 : 2);
        std::uint32_t code = 0;
        const auto [end, failure] = std::from_chars(begin, rest.data() + rest.size(), code, hexadecimal ? 16 : 10);
        if (failure == std::errc{} && end != rest.data() + rest.size() && *end == ';' &&
            utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(code)) && code != 0) {
            utf8proc_uint8_t bytes[4];
            const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
            out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
            return at + static_cast<std::size_t>(end - rest.data()) + 1;
        }
    }
    return at;
}

} // namespace

std::string as_shown(std::string_view quote) {
    std::string out;
    out.reserve(quote.size());
    std::size_t link = std::string::npos; // where the bracket of a link stands in `out`
    for (std::size_t at = 0; at < quote.size();) {
        const auto next = skipped(quote, at, out);
        if (next != at) {
            if (quote[at] == ']' && link != std::string::npos) {
                out.erase(link, 1);
                link = std::string::npos;
            }
            at = next;
            continue;
        }
        if (quote[at] == '[') {
            link = out.size();
        }
        out += quote[at++];
    }
    return out;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    std::size_t best_distance = word.size() / 3 + 1;
    for (const auto candidate : candidates) {
        std::vector<std::size_t> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), 0);
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0]++;
            for (std::size_t j = 1; j <= candidate.size(); ++j) {
                const auto above = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        if (row.back() < best_distance || (row.back() == best_distance && best.empty())) {
            best_distance = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace jokbo

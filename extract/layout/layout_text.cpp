#include "extract/layout/layout_text.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <cstring>

namespace jokbo {

bool is_mail(char c) { return is_ascii_letter(c) || is_digit(c) || std::strchr("@._-+=/()[]|,*&:;#", c) != nullptr; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

bool holds_hangul(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= 0xEAU && static_cast<unsigned char>(c) <= 0xEDU; });
}

bool holds_date(std::string_view text) {
    for (std::size_t i = 0; i + 9 < text.size(); ++i) {
        const auto digits = [&](std::size_t from, std::size_t count) {
            return std::ranges::all_of(text.substr(from, count), is_digit);
        };
        if (digits(i, 4) && (text[i + 4] == '-' || text[i + 4] == '.' || text[i + 4] == '/') && digits(i + 5, 2) &&
            text[i + 7] == text[i + 4] && digits(i + 8, 2)) {
            return true;
        }
    }
    return false;
}

bool holds_clock(std::string_view text) {
    for (std::size_t i = 1; i + 2 < text.size(); ++i) {
        if (text[i] == ':' && is_digit(text[i - 1]) && is_digit(text[i + 1]) && is_digit(text[i + 2])) {
            return true;
        }
    }
    return false;
}

std::size_t last_sentence_end(std::string_view text, std::size_t from, std::size_t at) {
    constexpr std::size_t farthest = 700;
    from = std::max(from, at > farthest ? at - farthest : 0);
    for (auto i = at; i-- > from;) {
        const char c = text[i];
        if (c == '!' || c == '?' ||
            (c == '.' && !(i + 1 < text.size() && is_digit(text[i + 1]) && i > 0 && is_digit(text[i - 1])))) {
            auto end = i + 1;
            // A straight single quote that text follows opens the next sentence.
            const auto closes = [&](std::size_t place) {
                return text[place] == '"' || text[place] == ')' ||
                       (text[place] == '\'' && (place + 1 >= at || is_space(text[place + 1]))) ||
                       text.compare(place, 3, "”") == 0 || text.compare(place, 3, "’") == 0;
            };
            while (end < at && closes(end)) {
                end += static_cast<unsigned char>(text[end]) >= 0x80U ? 3 : 1;
            }
            return end;
        }
    }
    return from;
}

} // namespace jokbo

#include "graph/places.hpp"

#include "schema/text.hpp"

#include <algorithm>
#include <cstdint>

namespace jokbo {

namespace {

constexpr std::size_t context_characters = 32;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::uint32_t characters(std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

std::string_view last_characters(std::string_view text, std::size_t count) {
    std::size_t begin = text.size();
    for (; begin > 0 && count > 0; --count) {
        do {
            --begin;
        } while (begin > 0 && continues(text[begin]));
    }
    return text.substr(begin);
}

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; end < text.size() && count > 0; --count) {
        do {
            ++end;
        } while (end < text.size() && continues(text[end]));
    }
    return text.substr(0, end);
}

} // namespace

std::string quote_in(std::string_view text, Span span) { return repaired(span.of(text)); }

Place place_in(std::string_view text, Span span) {
    const auto before = text.substr(0, span.begin);
    Place place;
    place.quote = quote_in(text, span);
    place.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    const auto begin = is_utf8(before) ? characters(before) : characters(repaired(before));
    place.characters = {begin, begin + characters(place.quote)};
    place.prefix = repaired(last_characters(before, context_characters));
    place.suffix = repaired(first_characters(text.substr(span.end), context_characters));
    return place;
}

} // namespace jokbo

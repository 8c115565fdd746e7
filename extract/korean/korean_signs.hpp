#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace jokbo {

inline constexpr std::size_t syllable = 3; // bytes of a Hangul syllable

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, text) != list.end();
}

inline bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::ranges::any_of(list, [&](std::string_view tail) { return text.ends_with(tail); });
}

inline bool is_year(std::string_view number) {
    return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

} // namespace jokbo

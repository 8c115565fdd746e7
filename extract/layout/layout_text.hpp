#pragma once

#include <cstddef>
#include <string_view>

namespace jokbo {

// What telling the parts of a page apart needs to know of a stretch of text.

inline bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

/// Whether the character occurs in addresses, or in what stands around and between them.
bool is_mail(char c);

std::string_view trimmed(std::string_view text);

bool holds_hangul(std::string_view text);

/// `2026-01-04`, `2026.01.04`
bool holds_date(std::string_view text);
/// 11:48
bool holds_clock(std::string_view text);

/// Where the last sentence that ends before `at` ends; `from`, or the farthest that is looked at, where there is none.
std::size_t last_sentence_end(std::string_view text, std::size_t from, std::size_t at);

} // namespace jokbo

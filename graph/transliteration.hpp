#pragma once

#include <string>
#include <string_view>

namespace jokbo {

/// A folded name in Latin letters, Hangul syllables by the letters that Korean writes foreign names with: 코히어 → kohieo.
std::string latin_of(std::string_view folded);

/// What stays of a name's sound when spelling varies: consonants in classes, digits, no vowels. kohieo and cohere are both kh.
std::string sound_of(std::string_view latin);

/// From 0 to 1: how alike two Latin spellings are, vowels counting half.
double likeness(std::string_view latin, std::string_view other);

} // namespace jokbo

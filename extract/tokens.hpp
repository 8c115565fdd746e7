#pragma once

#include "schema/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jokbo {

struct EnglishWord;
struct KoreanCard;

/// A run of characters of one script: the unit that mentions, phrases and frames count in.
/// `GPT-4o를` is GPT, -, 4, o, 를; `A.X`, `AT&T`, `Qwen2.5` and `U+` hold together; `Lumen's` is Lumen, 's.
struct Token {
    enum class Kind : std::uint8_t {
        latin,       ///< begins with a letter; digits may follow, and . & _ between letters or digits
        hangul,      ///< an eojeol, or what of it stands between other scripts
        number,      ///< digits with inner , and . : 4.0, 1,000, 2025
        han,         ///< other letters: Chinese characters, kana, Cyrillic …
        punctuation, ///< one character
        symbol,      ///< one character: $ % ▲ …
    };
    Span span;
    Kind kind = Kind::punctuation;
    /// Whether a space (or the sentence's begin) stands before it.
    enum class Gap : std::uint8_t { glued, space } gap = Gap::space;
    /// Latin only; digits do not count.
    enum class Case : std::uint8_t { lower, capital, upper, mixed } letter_case = Case::lower;
    /// What is known of the word by itself (extract/korean/korean_cards.hpp); Korean sentences only.
    const KoreanCard* card = nullptr;
    /// What the vocabulary knows of it; English sentences only.
    const EnglishWord* word = nullptr;
};

/// Appends the tokens of `sentence` to `tokens`. Linear.
void tokenize(std::string_view text, Span sentence, std::vector<Token>& tokens);

} // namespace jokbo

#include "graph/transliteration.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace jokbo {

namespace {

constexpr std::array<std::string_view, 19> initials = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                                       "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<std::string_view, 21> vowels = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                                     "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                                     "wo", "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<std::string_view, 28> finals = {"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                                     "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                                     "t", "ng", "t", "t", "k", "t", "p", "t"};
constexpr std::uint32_t first_syllable = 0xAC00;
constexpr std::uint32_t past_syllables = 0xD7A4;

bool is_vowel(char letter) { return std::string_view("aeiouyw").find(letter) != std::string_view::npos; }

/// Consonants that Korean does not tell apart, or writes now so and now so.
char class_of(char letter) {
    switch (letter) {
    case 'b':
    case 'p':
    case 'f':
    case 'v': return 'p';
    case 'c':
    case 'g':
    case 'k':
    case 'q':
    case 'x': return 'k';
    case 'd':
    case 't': return 't';
    case 'j':
    case 's':
    case 'z': return 's';
    case 'l':
    case 'r': return 'l';
    default: return letter;
    }
}

} // namespace

std::string latin_of(std::string_view folded) {
    std::string latin;
    for (std::size_t i = 0; i < folded.size();) {
        const auto byte = [&](std::size_t k) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(folded[i + k]));
        };
        if (byte(0) < 0xE0U || i + 2 >= folded.size()) {
            latin += folded[i++];
            continue;
        }
        const auto character = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        if (character < first_syllable || character >= past_syllables) {
            latin += folded[i++];
            continue;
        }
        const auto index = character - first_syllable;
        latin += initials[index / 588];
        latin += vowels[index % 588 / 28];
        latin += finals[index % 28];
        i += 3;
    }
    return latin;
}

std::string sound_of(std::string_view latin) {
    std::string sound;
    for (std::size_t i = 0; i < latin.size(); ++i) {
        const char letter = latin[i];
        // An h behind a consonant, and the r that Korean drops: before a consonant, at the end, before a mute e.
        const bool behind_consonant = i > 0 && !is_vowel(latin[i - 1]);
        const auto rest = latin.substr(i + 1);
        const bool dropped_r =
            letter == 'r' && i > 0 && !behind_consonant && (rest.empty() || rest == "e" || !is_vowel(rest.front()));
        if (is_vowel(letter) || (letter == 'h' && behind_consonant) || dropped_r) {
            continue;
        }
        const char one = class_of(letter);
        if (sound.empty() || sound.back() != one) {
            sound += one;
        }
    }
    return sound;
}

double likeness(std::string_view latin, std::string_view other) {
    const auto weight = [](char letter) { return is_vowel(letter) ? 0.5 : 1.0; };
    std::vector<double> row(other.size() + 1, 0);
    double total = 0;
    for (std::size_t j = 1; j <= other.size(); ++j) {
        row[j] = row[j - 1] + weight(other[j - 1]);
    }
    double all_other = row.back();
    for (const char letter : latin) {
        double diagonal = row[0];
        row[0] += weight(letter);
        total += weight(letter);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const double above = row[j];
            const double change = letter == other[j - 1]                     ? 0
                                : class_of(letter) == class_of(other[j - 1]) ? 0.2
                                : is_vowel(letter) && is_vowel(other[j - 1]) ? 0.2
                                                                             : 1.0;
            row[j] = std::min({above + weight(letter), row[j - 1] + weight(other[j - 1]), diagonal + change});
            diagonal = above;
        }
    }
    const double longest = std::max(total, all_other);
    return longest == 0 ? 0 : 1 - row.back() / longest;
}

} // namespace jokbo

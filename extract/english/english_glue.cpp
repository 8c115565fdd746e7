#include "extract/english/english.hpp"

#include "extract/characters.hpp"

namespace jokbo {

namespace {

constexpr std::size_t shortest_left = 4; // letters; iPhone, xAI and tvOS are names

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Where a small letter meets a capital that a small one follows, or a word of one letter; the word's size where there is no such
/// place.
std::size_t seam(std::string_view word) {
    for (std::size_t at = shortest_left; at < word.size(); ++at) {
        const bool alone = at + 1 == word.size() && (word[at] == 'A' || word[at] == 'I'); // there's a catchA brief look
        if (is_upper(word[at]) && is_lower(word[at - 1]) &&
            (alone || (at + 1 < word.size() && is_lower(word[at + 1])))) {
            return at;
        }
    }
    return word.size();
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

} // namespace

std::vector<std::uint32_t> EnglishReader::glued_sentences(std::string_view text,
                                                          const std::vector<Token>& tokens) const {
    std::vector<std::uint32_t> begins;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Kind::latin || tokens[i].letter_case == Token::Case::lower) {
            continue;
        }
        const auto word = tokens[i].span.of(text);
        if (tokens[i].letter_case == Token::Case::mixed) {
            const auto at = seam(word);
            const auto rest = word.substr(at);
            // ImagesThe; LinkedIn is a name
            const bool opens = is_lower(word.front()) || vocabulary_.word(rest).is(EnglishClass::determiner) ||
                               vocabulary_.word(rest).is(EnglishClass::possessive);
            if (at < word.size() && opens && vocabulary_.word(word.substr(0, at)).classes != 0) {
                begins.push_back(tokens[i].span.begin + static_cast<std::uint32_t>(at));
            }
        } else if (i > 0 && tokens[i].gap == Token::Gap::glued && tokens[i - 1].kind == Token::Kind::number &&
                   is_upper(word.front()) && word.size() >= shortest_left && is_year(tokens[i - 1].span.of(text))) {
            begins.push_back(tokens[i].span.begin);
        }
    }
    return begins;
}

} // namespace jokbo

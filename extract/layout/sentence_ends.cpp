#include "extract/layout/sentence_ends.hpp"

#include "extract/layout/sentence_signs.hpp"

#include <array>

namespace jokbo {

using namespace signs;

namespace {

/// `…to the public.Nvidia said`, `….A free year`, `….NASA's`, `…."Last year,`: a sentence that no space parts from the one before.
/// `scale.AI` is none.
bool begins_glued(std::string_view text, std::size_t at) {
    if (byte_at(text, at) == '"' || sign_at(text, at) == Sign::open_quote) {
        at += byte_at(text, at) == '"' ? 1 : 3;
        return is_upper(byte_at(text, at));
    }
    const auto first = byte_at(text, at);
    const auto second = byte_at(text, at + 1);
    const bool word = is_lower(second) || (second == ' ' && (first == 'A' || first == 'I'));
    const bool capitals = is_upper(second) && is_upper(byte_at(text, at + 2)) && is_upper(byte_at(text, at + 3));
    return is_upper(first) && (word || capitals);
}

} // namespace

bool SentenceEnds::quotes_on(std::size_t behind) const {
    if (hangul_at(text_, behind) == 0) {
        return false;
    }
    auto end = behind;
    while (hangul_at(text_, end) != 0 && end < behind + 15) {
        end += 3;
    }
    // The whole eojeol or its longest beginning that quotes; `고` begins too much else to count unless all of it.
    const auto word = text_.substr(behind, end - behind);
    if (words_.quotatives.contains(word)) {
        return true;
    }
    for (auto length = word.size(); length >= 6; length -= 3) {
        if (words_.quotatives.contains(word.substr(0, length))) {
            return true;
        }
    }
    return false;
}

bool SentenceEnds::abbreviates(std::size_t begin, std::size_t mark, std::size_t next) const {
    auto first = mark;
    while (first > begin && mark - first < 8 &&
           (is_letter(byte_at(text_, first - 1)) || byte_at(text_, first - 1) == '.')) {
        --first;
    }
    if (first == mark || (first > 0 && (is_digit(byte_at(text_, first - 1)) || byte_at(text_, first - 1) >= 0x80U))) {
        return false;
    }
    std::array<char, 8> folded{};
    std::size_t length = 0;
    for (auto i = first; i < mark; ++i) {
        folded[length++] = lower(text_[i]);
    }
    const std::string_view word(folded.data(), length);
    if (words_.titles.contains(word)) {
        return true;
    }
    // `J. Smith`, `J.D. Power`
    bool initial = length % 2 == 1;
    for (std::size_t i = 0; i < length; ++i) {
        initial = initial && (i % 2 == 0 ? is_upper(byte_at(text_, first + i)) : word[i] == '.');
    }
    if (!initial && !words_.abbreviations.contains(word)) {
        return false;
    }
    // `… in the U.S. The company …`
    std::array<char, 12> opener{};
    std::size_t size = 0;
    for (auto i = next; i < text_.size() && is_letter(byte_at(text_, i)) && size < opener.size(); ++i) {
        opener[size++] = lower(text_[i]);
    }
    const bool opens = is_upper(byte_at(text_, next)) && words_.openers.contains(std::string_view(opener.data(), size));
    return initial ? !opens || size == 1 : !opens;
}

bool SentenceEnds::point_ends(std::size_t begin, std::size_t mark, std::size_t behind) const {
    const unsigned char before = mark > begin ? byte_at(text_, mark - 1) : 0;
    const auto after = byte_at(text_, behind);
    if (behind >= text_.size()) {
        return true;
    }
    if (after <= ' ') {
        const auto next = skip_spaces(text_, behind);
        const auto first = byte_at(text_, next);
        if (is_lower(first) && hangul_before(text_, mark) == 0) {
            return false;
        }
        // `1. Item`, `2. 항목` at the beginning of a sentence.
        if (is_digit(before)) {
            auto digits = mark;
            while (digits > begin && is_digit(byte_at(text_, digits - 1))) {
                --digits;
            }
            if (skip_spaces(text_, begin) == digits) {
                return false;
            }
            // `2026. 1. 5.`: a date in parts.
            if (is_digit(first) && mark - digits <= 4 && before != 0) {
                return mark - digits == 3;
            }
            // The last part of one.
            if (digits > begin + 3 && byte_at(text_, digits - 1) == ' ' && byte_at(text_, digits - 2) == '.' &&
                is_digit(byte_at(text_, digits - 3))) {
                return false;
            }
        }
        return !(is_letter(before) && abbreviates(begin, mark, next));
    }
    // No space behind: glued sentences. Hangul before the point is the sign, `3.1`, `A.X`, `e.g.`, `x.com` are not.
    if (hangul_before(text_, mark) != 0) {
        return !is_digit(after) || hangul_before(text_, mark) == 0xB2E4U;
    }
    if (before == ')' || before == '"' || before == '%' || before == 0x9DU || before == 0x99U) {
        return hangul_at(text_, behind) != 0 || after >= 0x80U || is_upper(after);
    }
    if (hangul_at(text_, behind) != 0) {
        return is_digit(before) || is_letter(before);
    }
    if (mark < begin + 2) {
        return false;
    }
    const auto second = byte_at(text_, mark - 2);
    // `… the age of AI.You need`; no scale.AI, no U.S.Army
    const bool capitals = is_upper(before) && is_upper(second) && is_upper(after) &&
                          is_lower(byte_at(text_, behind + 1)) && is_lower(byte_at(text_, behind + 2));
    return capitals || (is_lower(before) && is_lower(second) && begins_glued(text_, behind));
}

bool SentenceEnds::is_end(std::size_t begin, std::size_t mark, std::size_t behind) const {
    const auto c = byte_at(text_, mark);
    if (c == '.') {
        return point_ends(begin, mark, behind);
    }
    if (c == '!' || c == '?') {
        const auto after = byte_at(text_, behind);
        return behind >= text_.size() || after <= ' ' ? !is_lower(byte_at(text_, skip_spaces(text_, behind)))
                                                      : after >= 0x80U || is_upper(after);
    }
    return true;
}

} // namespace jokbo

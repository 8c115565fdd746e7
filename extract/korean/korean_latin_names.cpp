#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_latin_name = 5;

} // namespace

/// Where the Latin name that begins at `token` ends: capital words, versions.
std::uint32_t KoreanDiscovery::end_of_latin_name(std::uint32_t token) const {
    auto end = token + 1;
    while (end < sentence_.tokens.size() && end < token + longest_latin_name && is_free(end)) {
        const auto& t = sentence_.tokens[end];
        const bool capital = t.kind == Token::Kind::latin && t.letter_case != Token::Case::lower && word(end) != "’s" &&
                             word(end) != "'s";
        const bool joint = (word(end) == "-" || word(end) == "'") && t.gap == Token::Gap::glued &&
                           end + 1 < sentence_.tokens.size() && sentence_.tokens[end + 1].gap == Token::Gap::glued &&
                           sentence_.tokens[end + 1].kind == Token::Kind::latin && is_free(end + 1);
        if (joint) {
            end += 2;
        } else if (capital && !cues_at(end).has(reader_.classes_.title)) {
            ++end;
        } else {
            break;
        }
    }
    return std::max(end, end_of_version(end));
}

/// 웜GPT, 뤼튼X: strange syllables glued before the letters belong to the name.
std::uint32_t KoreanDiscovery::begin_of_mixed_name(std::uint32_t latin) const {
    constexpr std::size_t longest = 4 * syllable;
    if (latin == 0 || sentence_.tokens[latin].gap != Token::Gap::glued || !is_free(latin - 1)) {
        return latin;
    }
    const auto& before = sentence_.tokens[latin - 1];
    const bool strange = before.kind == Token::Kind::hangul && before.gap == Token::Gap::space &&
                         before.span.size() <= longest && !is_common_at(latin - 1) && !is_rare_noun(word(latin - 1)) &&
                         !reader_.words_.looks_like_verb(word(latin - 1));
    return strange ? latin - 1 : latin;
}

void KoreanDiscovery::find_latin() {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        if (sentence_.tokens[i].kind != Token::Kind::latin) {
            continue;
        }
        const auto found = candidate(i);
        if (!found || !cues_at(i).empty() || word(i).size() < 3) {
            continue;
        }
        auto end = end_of_latin_name(i);
        const bool yearly = end < sentence_.tokens.size() && is_year(word(end)) &&
                            sentence_.tokens[end].gap == Token::Gap::space &&
                            (end + 1 >= sentence_.tokens.size() || !word(end + 1).starts_with("년"));
        if (yearly) { // WITS 2025
            ++end;
        }
        const auto begin = begin_of_mixed_name(i);
        const Candidate name{{begin, end}, {sentence_.tokens[begin].span.begin, sentence_.tokens[end - 1].span.end}};
        const auto type = class_behind(end);
        const auto before = class_before(begin);
        const bool version = end > i + 1 && sentence_.tokens[end - 1].kind == Token::Kind::number;
        TypeSet types = any_name();
        if (yearly) {
            types = TypeSet::of(reader_.programme_);
        } else if (type || before) {
            types = TypeSet::of(before ? *before : *type);
        } else if (is_dealt_with(end)) {
            types = TypeSet::of(reader_.organization_);
        } else if (version) {
            types = TypeSet::of(reader_.model_);
            types.add(reader_.product_);
        } else {
            types.add(reader_.technology_);
        }
        add(name, types);
        i = end - 1;
    }
}

} // namespace jokbo

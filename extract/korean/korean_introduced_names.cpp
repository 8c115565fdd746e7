#include "extract/korean/korean_names.hpp"

#include <algorithm>

namespace jokbo {

void KoreanDiscovery::find_introduced() {
    const auto& kinds = reader_.classes_.kinds;
    if (std::ranges::none_of(kinds, [&](const auto& kind) { return held_.has(kind.first); })) {
        return;
    }
    for (std::uint32_t i = 1; i < sentence_.tokens.size(); ++i) {
        const auto found = candidate(i);
        if (!found || sentence_.tokens[i].gap == Token::Gap::glued) {
            continue;
        }
        const auto type = class_before(i);
        if (!type) {
            continue;
        }
        const bool hangul = sentence_.tokens[i].kind == Token::Kind::hangul;
        // a bare Hangul word behind a class noun is a name where a particle or a parenthesis shows its end
        if (hangul) {
            const bool aliased = i + 1 < sentence_.tokens.size() && word(i + 1) == "(";
            // 기업 프로틴테크(Proteintech): what another script spells anew is a name, whatever words it is made of
            const bool spelt = aliased && i + 2 < sentence_.tokens.size() &&
                               sentence_.tokens[i + 2].kind == Token::Kind::latin &&
                               sentence_.tokens[i + 2].letter_case != Token::Case::lower &&
                               !cues_at(i + 2).has(reader_.classes_.stop_latin);
            const bool ends = found->span.end < sentence_.tokens[i].span.end || aliased;
            if (!ends || (!spelt && !may_be_introduced(*found)) ||
                (*type != reader_.organization_ && *type != reader_.product_ && *type != reader_.model_)) {
                continue;
            }
            add(*found, TypeSet::of(*type));
            continue;
        }
        const auto end = end_of_latin_name(i);
        add({{i, end}, {found->span.begin, sentence_.tokens[end - 1].span.end}}, TypeSet::of(*type));
    }
}

} // namespace jokbo

#include "extract/korean/korean_names.hpp"

namespace jokbo {

/// 소서릭스는 … 소서릭스에 … 소서릭스 대표: no sentence says what it is, the document does.
void KoreanDiscovery::see_strange_words(StrangeWords& words) const {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        const auto& token = sentence_.tokens[i];
        if (token.kind != Token::Kind::hangul || token.gap == Token::Gap::glued) {
            continue;
        }
        const auto found = candidate(i);
        if (!found || looks_like_person(i)) {
            continue;
        }
        StrangeWords::Place place;
        place.stem = found->span.of(text_);
        if (found->span.end < token.span.end) {
            reader_.words_.particle_size(token.span.of(text_), place.particle);
        } else if (is_title(i + 1) && sentence_.tokens[i + 1].gap == Token::Gap::space) {
            place.hint.add(reader_.organization_);
        }
        const auto before = class_before(i);
        if (before && place.hint.empty()) {
            place.hint.add(*before);
        }
        if (place.hint.empty() && class_at(i) == std::nullopt && is_institution(place.stem)) {
            place.hint.add(reader_.organization_);
        }
        if (place.hint.empty() && !may_be_introduced(*found)) {
            continue;
        }
        if (i > 0 && !before && is_free(i - 1) && sentence_.tokens[i - 1].kind == Token::Kind::hangul &&
            !is_title(i - 1) && reader_.may_be_noun(word(i - 1))) {
            place.with =
                text_.substr(sentence_.tokens[i - 1].span.begin, found->span.end - sentence_.tokens[i - 1].span.begin);
        }
        words.see(place);
    }
}

} // namespace jokbo

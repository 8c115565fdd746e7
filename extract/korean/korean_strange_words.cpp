#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

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

/// Whether the particle of a word can be nothing else: 뒤늦은, 숨쉬는 and 부딪치거나 end as nouns do, too.
bool KoreanDiscovery::is_marked_as_noun(std::uint32_t token) const {
    switch (sentence_.tokens[token].card->particle) {
    case Particle::subject:
    case Particle::object:
    case Particle::genitive:
    case Particle::at:
    case Particle::to:
    case Particle::from:
    case Particle::with:
    case Particle::with_of: return true;
    case Particle::topic: return token == 0;
    default: return false;
    }
}

/// 옐로우 저지 테라퓨틱스, 메타 플랫폼스: a bare strange word or another's name right before it makes it the end of a name. A place does not.
bool KoreanDiscovery::ends_longer_name(std::uint32_t token) const {
    if (token == 0 || sentence_.tokens[token - 1].kind == Token::Kind::punctuation) {
        return false;
    }
    if (const auto before = mention_ending_before(token); before != none) {
        const auto& mention = sentence_.mentions[before];
        return mention.span.end == sentence_.tokens[token - 1].span.end && mention.types != TypeSet::of(reader_.place_);
    }
    const auto found = candidate(token - 1);
    return found && found->span == sentence_.tokens[token - 1].span;
}

std::string_view KoreanDiscovery::strange_word(std::uint32_t token) const {
    constexpr std::size_t shortest = 3 * syllable; // many of two syllables are rare nouns
    const auto& t = sentence_.tokens[token];
    const bool may_be = t.kind == Token::Kind::hangul && t.gap != Token::Gap::glued && t.card != nullptr &&
                        t.card->name_size >= shortest && t.card->name_size < t.span.size() && is_marked_as_noun(token);
    const auto found = may_be ? candidate(token) : std::nullopt;
    if (!found || ends_longer_name(token)) {
        return {};
    }
    const auto stem = found->span.of(text_);
    const bool kind = reader_.cues_.suffix(stem, reader_.classes_.name_stop) != 0 ||
                      reader_.cues_.suffix(stem, reader_.classes_.other_kind) != 0 || is_class_noun(stem);
    return kind || looks_like_family_name(stem) || !may_be_introduced(*found) || is_title(token) ? std::string_view()
                                                                                                 : stem;
}

} // namespace jokbo

#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_signs.hpp"

namespace jokbo {

/// Who issues news: 텐마인즈, CES 2026서 … 공개 · 비글즈 이희정 대표 · 인디제이는 … 밝혔다.
void KoreanDiscovery::find_speaking_organizations() {
    const auto organization = TypeSet::of(reader_.organization_);
    const auto size = static_cast<std::uint32_t>(sentence_.tokens.size());
    if (sentence_.block == Block::Kind::heading && size > 3) {
        const auto found = candidate(0);
        if (found && word(1) == "," && found->span == sentence_.tokens[0].span && !looks_like_person(0)) {
            add(*found, organization);
        }
    }
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
        const auto person = mention_at(i + 1);
        if (person != none && sentence_.mentions[person].types == TypeSet::of(reader_.person_) &&
            sentence_.tokens[i + 1].gap == Token::Gap::space && is_title(sentence_.mentions[person].tokens.end)) {
            const auto found = candidate(i);
            const bool connective = found && KoreanWords::ending(found->span.of(text_)) == Ending::connective &&
                                    ends_with_one_of(found->span.of(text_), {"면", "며", "고", "서", "니"});
            if (found && found->span == sentence_.tokens[i].span && sentence_.tokens[i].gap == Token::Gap::space &&
                !connective) {
                add(*found, organization);
            }
        }
    }
    // the subject of what is announced
    bool announces = false;
    for (auto i = size; i-- > 0 && size - i < 6;) {
        announces = announces || cues_at(i).has(reader_.classes_.announces);
    }
    if (announces) {
        const auto found = candidate(0);
        Particle particle{};
        if (found && sentence_.tokens[0].kind == Token::Kind::hangul &&
            found->span.end < sentence_.tokens[0].span.end && reader_.words_.particle_size(word(0), particle) != 0 &&
            (particle == Particle::topic || particle == Particle::subject)) {
            add(*found, organization);
        }
    }
}

void KoreanDiscovery::find_organizations_by_suffix() {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        const auto found = candidate(i);
        if (!found || sentence_.tokens[i].kind != Token::Kind::hangul) {
            continue;
        }
        const auto stem = found->span.of(text_);
        const auto suffix = reader_.cues_.suffix(stem, reader_.classes_.organization_suffix);
        const bool university =
            stem.ends_with("대") && stem.size() >= 3 * syllable && (is_title(i + 1) || is_title(i + 2));
        // 인공지능국 국장, 교통부 장관: the title says again what the word ends with
        const auto last = stem.substr(stem.size() - syllable);
        const auto next = i + 1 < sentence_.tokens.size() ? word(i + 1) : std::string_view{};
        const bool titled = found->span == sentence_.tokens[i].span && is_title(i + 1) && stem.size() >= 3 * syllable &&
                            ((next.starts_with(last) && next.substr(syllable).starts_with("장") &&
                              is_one_of(last, {"국", "청", "원", "처", "관"})) ||
                             (last == "부" && (next.starts_with("장관") || next.starts_with("차관"))));
        if (university || titled || (suffix >= 2 * syllable && stem.size() >= suffix + 2 * syllable)) {
            add(*found, TypeSet::of(reader_.organization_));
        }
    }
}

} // namespace jokbo

#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
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

/// 수소선박기술센터: an institution's word with something before it that tells which one; 데이터센터 is none.
bool KoreanDiscovery::is_institution(std::string_view stem) const {
    const auto tail = reader_.cues_.suffix(stem, reader_.classes_.institution);
    return tail != 0 && stem.size() >= tail + 2 * syllable && !is_class_noun(stem);
}

/// Whether a word is or ends with a class noun of more than its last two syllables: 데이터센터, AI데이터센터.
bool KoreanDiscovery::is_class_noun(std::string_view stem) const {
    return std::ranges::any_of(reader_.classes_.kinds, [&](const auto& kind) {
        return kind.second != reader_.organization_ && reader_.cues_.suffix(stem, kind.first) > 2 * syllable;
    });
}

/// Where the eojeol that ends with this token begins: IBK저축은행, 서울AI재단. What is known of its parts is no name of its own.
std::uint32_t KoreanDiscovery::begin_of_eojeol(std::uint32_t token) const {
    auto begin = token;
    while (begin > 0 && sentence_.tokens[begin].gap == Token::Gap::glued &&
           (sentence_.tokens[begin - 1].kind == Token::Kind::latin ||
            (sentence_.tokens[begin - 1].kind == Token::Kind::hangul && !is_free(begin - 1)))) {
        --begin;
    }
    return begin;
}

/// ‘슈나이더 일렉트릭’과 파트너십을, ORX에 지분을: whom one deals with and puts money into is a company.
bool KoreanDiscovery::is_dealt_with(std::uint32_t particle) const {
    constexpr std::uint32_t reach = 4; // tokens from the particle on
    const auto& tokens = sentence_.tokens;
    if (particle >= tokens.size() || tokens[particle].gap != Token::Gap::glued) {
        return false;
    }
    const bool with = is_one_of(word(particle), {"와", "과", "와의", "과의"});
    if (!with && word(particle) != "에") {
        return false;
    }
    const auto& words = with ? reader_.deal_words_ : reader_.stake_words_;
    for (auto at = particle + 1; at < tokens.size() && at <= particle + reach; ++at) {
        if (tokens[at].kind == Token::Kind::punctuation || !is_free(at)) {
            return false;
        }
        if (std::ranges::any_of(words, [&](std::string_view begin) { return word(at).starts_with(begin); })) {
            return true;
        }
    }
    return false;
}

/// 한전MCS, 나래AIX: letters glued to an organization's name make the name of another.
void KoreanDiscovery::lengthen_organizations() {
    const auto& tokens = sentence_.tokens;
    for (std::size_t m = 0; m < sentence_.mentions.size(); ++m) {
        auto& mention = sentence_.mentions[m];
        const auto at = mention.tokens.end;
        if (mention.types != TypeSet::of(reader_.organization_) || at >= tokens.size() || !is_free(at) ||
            tokens[at].gap != Token::Gap::glued || tokens[at].kind != Token::Kind::latin ||
            tokens[at].letter_case != Token::Case::upper || word(at).size() < 2 || !cues_at(at).empty() ||
            tokens[at - 1].kind != Token::Kind::hangul) {
            continue;
        }
        const bool goes_on = at + 1 < tokens.size() && tokens[at + 1].gap == Token::Gap::glued &&
                             tokens[at + 1].kind != Token::Kind::punctuation &&
                             tokens[at + 1].kind != Token::Kind::symbol && !reader_.words_.particle(word(at + 1));
        if (!goes_on) {
            mention.tokens.end = at + 1;
            mention.span.end = tokens[at].span.end;
            mention.entities.clear();
            taken_[at] = static_cast<std::uint32_t>(m);
        }
    }
}

/// NHN플레이아트: a strange word glued to an organization's letters.
void KoreanDiscovery::lengthen_by_strange_words() {
    const auto& tokens = sentence_.tokens;
    for (std::size_t m = 0; m < sentence_.mentions.size(); ++m) {
        auto& mention = sentence_.mentions[m];
        const auto at = mention.tokens.end;
        if (mention.types != TypeSet::of(reader_.organization_) || at >= tokens.size() ||
            tokens[at].gap != Token::Gap::glued || tokens[at].kind != Token::Kind::hangul ||
            tokens[at - 1].kind != Token::Kind::latin || mention.span.end != tokens[at - 1].span.end) {
            continue;
        }
        if (const auto found = candidate(at); found && may_be_introduced(*found) && !is_title(at)) {
            mention.tokens.end = at + 1;
            mention.span.end = found->span.end;
            mention.entities.clear();
            taken_[at] = static_cast<std::uint32_t>(m);
        }
    }
}

/// ㈜하늘마루, 주식회사 하늘마루는, 하늘마루(주)를: the name that the form belongs to, whatever words it is made of.
std::optional<KoreanDiscovery::Candidate> KoreanDiscovery::bearer_of_legal_form(TokenRange form) const {
    const auto& tokens = sentence_.tokens;
    const bool glued = form.begin > 0 && tokens[form.begin].gap == Token::Gap::glued;
    if (glued && is_free(form.begin - 1) && tokens[form.begin - 1].kind == Token::Kind::hangul) {
        return Candidate{{form.begin - 1, form.begin}, tokens[form.begin - 1].span};
    }
    const auto at = form.end;
    const bool behind = !glued && at < tokens.size() && is_free(at);
    if (behind && tokens[at].kind == Token::Kind::latin && tokens[at].letter_case != Token::Case::lower) {
        const auto end = end_of_latin_name(at);
        return Candidate{{at, end}, {tokens[at].span.begin, tokens[end - 1].span.end}};
    }
    if (!behind || tokens[at].kind != Token::Kind::hangul || class_at(at) || !cues_at(at).empty()) {
        return std::nullopt;
    }
    Particle particle{};
    const auto size = word(at).size() - reader_.words_.particle_size(word(at), particle);
    const bool spelt = tokens[form.begin].kind == Token::Kind::hangul; // 주식회사 설립을
    if (size < 2 * syllable || (spelt && is_common(word(at).substr(0, size)))) {
        return std::nullopt;
    }
    const auto begin = tokens[at].span.begin;
    return Candidate{{at, at + 1}, {begin, begin + static_cast<std::uint32_t>(size)}};
}

void KoreanDiscovery::find_behind_legal_forms() {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        const auto hit = reader_.longest_cue(text_, sentence_.tokens, i);
        if (!hit.classes.has(reader_.classes_.legal_form)) {
            continue;
        }
        if (const auto bearer = bearer_of_legal_form({i, i + hit.tokens})) {
            add(*bearer, TypeSet::of(reader_.organization_));
        }
    }
}

void KoreanDiscovery::find_organizations_by_suffix() {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        const auto begin = begin_of_eojeol(i);
        if (begin < i && is_free(i) && sentence_.tokens[i].kind == Token::Kind::hangul &&
            sentence_.tokens[begin].letter_case != Token::Case::lower) {
            Particle particle{};
            const auto stem = word(i).substr(0, word(i).size() - reader_.words_.particle_size(word(i), particle));
            const auto first = taken_[begin];
            const bool whole = first == none || sentence_.mentions[first].tokens.begin == begin;
            if (whole && reader_.cues_.suffix(stem, reader_.classes_.organization_suffix) >= 2 * syllable) {
                if (first != none) {
                    std::erase_if(sentence_.mentions,
                                  [&](const EntityMention& m) { return m.tokens.begin >= begin && m.tokens.end <= i; });
                    take_anew();
                }
                const auto from = sentence_.tokens[begin].span.begin;
                add({{begin, i + 1}, {from, sentence_.tokens[i].span.begin + static_cast<std::uint32_t>(stem.size())}},
                    TypeSet::of(reader_.organization_));
                continue;
            }
        }
        const auto found = sentence_.tokens[i].kind == Token::Kind::hangul ? candidate(i) : std::nullopt;
        if (!found) {
            continue;
        }
        const auto stem = found->span.of(text_);
        const auto* card = sentence_.tokens[i].card;
        const auto suffix = card != nullptr ? card->organization_suffix
                                            : reader_.cues_.suffix(stem, reader_.classes_.organization_suffix);
        const bool university =
            stem.ends_with("대") && stem.size() >= 3 * syllable && (is_title(i + 1) || is_title(i + 2));
        // 인공지능국 국장, 교통부 장관: the title says again what the word ends with
        const auto last = stem.substr(stem.size() - syllable);
        const auto next = i + 1 < sentence_.tokens.size() ? word(i + 1) : std::string_view{};
        const bool titled = found->span == sentence_.tokens[i].span && is_title(i + 1) && stem.size() >= 3 * syllable &&
                            ((next.starts_with(last) && next.substr(syllable).starts_with("장") &&
                              is_one_of(last, {"국", "청", "원", "처", "관"})) ||
                             (last == "부" && (next.starts_with("장관") || next.starts_with("차관"))));
        // 전기자동차, 이동통신, 건강보험: what sells goods is called by them, and they by other words of the language
        const auto front = stem.substr(0, stem.size() - suffix);
        const bool goods = suffix != 0 && reader_.cues_.of(stem.substr(front.size())).has(reader_.classes_.goods) &&
                           (is_common(front) || is_rare_noun(front) || is_compound(front));
        if (university || titled || (suffix >= 2 * syllable && stem.size() >= suffix + 2 * syllable && !goods)) {
            add(*found, TypeSet::of(reader_.organization_));
        }
    }
}

} // namespace jokbo

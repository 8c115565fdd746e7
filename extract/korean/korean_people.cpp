#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_department = 5; // tokens between an employer and a title
constexpr std::uint32_t longest_alias = 8;      // tokens of a parenthesis behind an employer

} // namespace

bool KoreanReader::is_title(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t token) const {
    if (token >= sentence.tokens.size()) {
        return false;
    }
    const auto whole = sentence.tokens[token].span.of(text);
    const auto title = classes_.title;
    if (longest_cue(text, sentence.tokens, token).classes.has(title)) {
        return true;
    }
    if (sentence.tokens[token].kind == Token::Kind::latin && token + 1 < sentence.tokens.size() &&
        sentence.tokens[token + 1].gap == Token::Gap::glued &&
        sentence.tokens[token + 1].kind == Token::Kind::hangul) { // CIC장은
        const auto tail = sentence.tokens[token + 1].span.of(text);
        Particle particle{};
        const auto stem = tail.substr(0, tail.size() - words_.particle_size(tail, particle));
        return cues_.of(std::string(whole) + std::string(stem)).has(title);
    }
    if (sentence.tokens[token].kind != Token::Kind::hangul) {
        return false;
    }
    const auto* known = sentence.tokens[token].card;
    return known != nullptr ? known->title : card(whole, Token::Kind::hangul).title;
}

bool KoreanDiscovery::is_title(std::uint32_t token) const { return reader_.is_title(text_, sentence_, token); }

bool KoreanReader::looks_like_family_name(std::string_view stem) const {
    const auto syllables = stem.size() / syllable;
    if (syllables < 2 || syllables > 4) {
        return false;
    }
    return (syllables < 4 && cues_.of(stem.substr(0, syllable)).has(classes_.surname)) ||
           (syllables >= 3 && cues_.of(stem.substr(0, 2 * syllable)).has(classes_.surname));
}

bool KoreanDiscovery::looks_like_family_name(std::string_view stem) const {
    return reader_.looks_like_family_name(stem);
}

bool KoreanDiscovery::looks_like_person(std::uint32_t token) const {
    return word(token).size() == 3 * syllable && begins_with_family_name(token);
}

bool KoreanDiscovery::begins_with_family_name(std::uint32_t token) const {
    const auto& t = sentence_.tokens[token];
    return t.card != nullptr && t.kind == Token::Kind::hangul ? t.card->family_name
                                                              : looks_like_family_name(word(token));
}

std::uint32_t KoreanDiscovery::title_behind_employer(std::uint32_t employer) const {
    const auto found = candidate(employer);
    const auto& tokens = sentence_.tokens;
    if (!found || tokens[employer].gap != Token::Gap::space || is_title(employer)) {
        return none;
    }
    if (found->span != tokens[employer].span) {
        // 유엔파인 대표: before a title, what looks like a particle is the name's own end
        const bool own = !ends_with_one_of(word(employer), {"의", "은", "는", "을", "를", "와", "과", "에서", "에게"});
        return own && is_title(employer + 1) ? employer + 1 : none;
    }
    for (auto at = employer + 1; at < tokens.size() && at < employer + longest_department; ++at) {
        if (is_title(at)) {
            return at;
        }
        const bool noun = tokens[at].kind == Token::Kind::latin ||
                          (tokens[at].kind == Token::Kind::hangul && reader_.may_be_noun(word(at)));
        if (!noun || !is_free(at)) {
            break;
        }
    }
    return none;
}

/// 마크 간지 최고경영자, 파트너 루카스 스위셔는, 데이비스 에릭 하트만: given names of elsewhere and what follows them.
void KoreanDiscovery::find_foreigners() {
    if (!held_.has(reader_.classes_.given_name)) {
        return; // nearly all sentences
    }
    const auto& tokens = sentence_.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    const auto is_given = [&](std::uint32_t at) {
        return at < size && is_free(at) && cues_at(at).has(reader_.classes_.given_name);
    };
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
        auto last = i;
        while (is_given(last)) {
            ++last;
        }
        if (last == i || last >= size || !is_free(last) || tokens[last].kind != Token::Kind::hangul ||
            tokens[last].gap != Token::Gap::space || is_title(last) || cues_at(last).has(reader_.classes_.former)) {
            if (last > i + 1) { // 제레미 하워드 대표: what serves as a given name may be the family's as well
                add({{i, last}, {tokens[i].span.begin, tokens[last - 1].span.end}}, TypeSet::of(reader_.person_));
            }
            i = std::max(i, last > i ? last - 1 : i);
            continue;
        }
        auto end = tokens[last].span.end;
        // 제프 발로티 한빛호텔앤리조트 최고경영자: a name without a particle, a strange word, a title
        const auto family = candidate(last);
        const bool employed =
            last + 1 < size && family && family->span == tokens[last].span && title_behind_employer(last + 1) != none;
        // 마거릿 오마라 한빛대 교수, 앤서니 탄 한빛 창업자: what follows ends the name, whatever it looks like
        const auto employer = mention_at(last + 1);
        const bool ends = employed || is_title(last + 1) ||
                          (employer != none && tokens[last + 1].gap == Token::Gap::space &&
                           sentence_.mentions[employer].types.has(reader_.organization_));
        // a surname of one syllable is too often another word where the given name is as short
        if (!cues_at(last).has(reader_.classes_.surname) || word(last - 1).size() == syllable) {
            const auto found = candidate(last);
            const bool short_name = ends && word(last).size() == syllable && cues_at(last).empty();
            if (!short_name && (!found || is_rare_noun(found->span.of(text_)))) {
                continue;
            }
            end = ends ? end : found->span.end; // 게리 샤피로 최고경영자
        }
        add({{i, last + 1}, {tokens[i].span.begin, end}}, TypeSet::of(reader_.person_));
        if (employed) {
            add({{last + 1, last + 2}, tokens[last + 1].span}, TypeSet::of(reader_.organization_));
        }
        i = last;
    }
}

/// 김가람·이나래 한빛 대표: the title holds for who stands before the middle dot, too.
void KoreanDiscovery::find_people_in_pairs() {
    for (auto i = static_cast<std::uint32_t>(sentence_.tokens.size()); i-- > 2;) {
        const auto person = mention_at(i);
        if (person != none && sentence_.mentions[person].types == TypeSet::of(reader_.person_) &&
            is_one_of(word(i - 1), {"·", "ㆍ", "・"}) && looks_like_person(i - 2) && candidate(i - 2)) {
            add({{i - 2, i - 1}, sentence_.tokens[i - 2].span}, TypeSet::of(reader_.person_));
        }
    }
}

/// 최고경영자 김가람은, 파트너 이나래가: the title stands before the name.
void KoreanDiscovery::find_people_behind_titles() {
    if (!held_.has(reader_.classes_.title)) {
        return;
    }
    const auto& tokens = sentence_.tokens;
    for (std::uint32_t i = 1; i < tokens.size(); ++i) {
        if (!is_free(i - 1) || !cues_at(i - 1).has(reader_.classes_.title)) {
            continue; // nearly all
        }
        const auto found = candidate(i);
        if (found && tokens[i].kind == Token::Kind::hangul && tokens[i].gap == Token::Gap::space &&
            found->span.size() == 3 * syllable && found->span.end != tokens[i].span.end &&
            looks_like_family_name(found->span.of(text_))) {
            add(*found, TypeSet::of(reader_.person_));
        }
    }
}

/// 한빛연구원(HIR) 원장: where a parenthesis opens, the token behind it.
std::uint32_t KoreanDiscovery::behind_parenthesis(std::uint32_t token) const {
    if (token >= sentence_.tokens.size() || word(token) != "(") {
        return token;
    }
    for (auto close = token + 1; close < sentence_.tokens.size() && close < token + longest_alias; ++close) {
        if (word(close) == ")") {
            return close + 1;
        }
    }
    return token;
}

/// 김가람(41) 한빛 대표: where an age stands in a parenthesis, the token behind it.
std::uint32_t KoreanDiscovery::behind_age(std::uint32_t token) const {
    const bool age = token + 3 < sentence_.tokens.size() && word(token) == "(" &&
                     sentence_.tokens[token + 1].kind == Token::Kind::number && word(token + 2) == ")";
    return age ? token + 3 : token;
}

void KoreanDiscovery::find_people() {
    if (!may_hold_title_) {
        return;
    }
    const auto person = TypeSet::of(reader_.person_);
    const auto organization_before = [&](std::uint32_t token) {
        const auto m = mention_ending_before(token);
        return m != none && sentence_.mentions[m].types.has(reader_.organization_);
    };
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        if (!is_free(i) || sentence_.tokens[i].kind != Token::Kind::hangul) {
            continue;
        }
        const auto stem = word(i);
        if (stem.size() < 2 * syllable || is_common_at(i) || (stem.size() == 2 * syllable && is_rare_noun_at(i))) {
            continue;
        }
        // what stands behind the name: a title, or an organization (of some words) and a title
        auto behind = behind_age(i + 1);
        if (behind + 1 < sentence_.tokens.size() && is_free(behind) && cues_at(behind).has(reader_.classes_.former)) {
            ++behind; // 김가람 전 한빛 대표
        }
        bool via_organization = false;
        while (behind < sentence_.tokens.size() && behind < i + 8) {
            if (taken_[behind] != none && sentence_.mentions[taken_[behind]].types.has(reader_.organization_) &&
                sentence_.mentions[taken_[behind]].span.end ==
                    sentence_.tokens[sentence_.mentions[taken_[behind]].tokens.end - 1].span.end) {
                behind = behind_parenthesis(sentence_.mentions[taken_[behind]].tokens.end);
                via_organization = true;
            } else if (via_organization && !is_title(behind) &&
                       (sentence_.tokens[behind].kind == Token::Kind::hangul ||
                        sentence_.tokens[behind].kind == Token::Kind::latin) &&
                       reader_.may_be_noun(word(behind))) {
                ++behind; // the department
            } else {
                break;
            }
        }
        const bool titled = (via_organization || begins_with_family_name(i)) && is_title(behind) &&
                            (behind != i + 1 || sentence_.tokens[behind].gap == Token::Gap::space);
        if (begins_with_family_name(i) && stem.size() <= 3 * syllable + syllable && titled &&
            !reader_.words_.looks_like_verb(stem)) {
            // 이강행 임추위 위원장: of two that look like people the first is one
            if (i > 0 && is_free(i - 1) && looks_like_person(i - 1) && candidate(i - 1) &&
                sentence_.tokens[i].gap == Token::Gap::space && behind == i + 1) {
                add({{i - 1, i}, sentence_.tokens[i - 1].span}, person);
                add({{i, i + 1}, sentence_.tokens[i].span}, TypeSet::of(reader_.organization_));
                continue;
            }
            add({{i, i + 1}, sentence_.tokens[i].span}, person);
            continue;
        }
        // 량원펑 딥시크 창업자: a strange word before a known organization and a title
        if (via_organization && titled && mention_at(i + 1) != none &&
            !sentence_.mentions[mention_at(i + 1)].entities.empty()) {
            const auto found = candidate(i);
            if (found && found->span == sentence_.tokens[i].span && may_be_introduced(*found) &&
                stem.size() <= 5 * syllable && sentence_.tokens[i + 1].gap == Token::Gap::space &&
                reader_.cues_.suffix(stem, reader_.classes_.organization_suffix) == 0 && !is_class_noun(stem) &&
                !is_institution(stem)) {
                add(*found, person);
                continue;
            }
        }
        // 김형균 부산테크노파크 원장: a name of a person, a strange word, a title
        if (looks_like_person(i) && candidate(i) && i + 1 < sentence_.tokens.size() && !looks_like_person(i + 1) &&
            title_behind_employer(i + 1) != none) {
            add({{i, i + 1}, sentence_.tokens[i].span}, person);
            add({{i + 1, i + 2}, sentence_.tokens[i + 1].span}, TypeSet::of(reader_.organization_));
            continue;
        }
        // 젠슨 황 엔비디아 CEO, 메타의 알렉산더 왕 최고AI책임자: two strange words
        if (i + 1 < sentence_.tokens.size() && is_free(i + 1) && sentence_.tokens[i + 1].kind == Token::Kind::hangul &&
            sentence_.tokens[i + 1].gap == Token::Gap::space && !is_title(i + 1) && !is_title(i) &&
            (!is_common_at(i + 1) || cues_at(i + 1).has(reader_.classes_.surname))) {
            auto next = i + 2;
            bool via = false;
            while (next < sentence_.tokens.size() && next < i + 8 && taken_[next] != none &&
                   sentence_.mentions[taken_[next]].types.has(reader_.organization_)) {
                next = sentence_.mentions[taken_[next]].tokens.end;
                via = true;
            }
            while (via && next < sentence_.tokens.size() && next < i + 8 && !is_title(next) && is_free(next) &&
                   sentence_.tokens[next].kind == Token::Kind::hangul &&
                   sentence_.tokens[next].gap == Token::Gap::space && cues_at(next).has(reader_.classes_.title_part)) {
                ++next; // 한빛 로보틱스 부문 수석 디렉터
            }
            const auto is_department = [&](std::string_view stem_of) {
                return reader_.cues_.suffix(stem_of, reader_.classes_.organization_suffix) != 0 ||
                       ends_with_one_of(stem_of, {"과", "부", "실", "팀", "국", "처", "센터", "본부"});
            };
            const bool strange =
                !is_department(stem) && !is_department(word(i + 1)) && !reader_.words_.looks_like_verb(stem) &&
                !reader_.words_.looks_like_verb(word(i + 1)) && reader_.words_.word(stem).stem_size == 0 &&
                reader_.words_.word(word(i + 1)).stem_size == 0;
            Particle particle{};
            const auto mark = reader_.words_.particle_size(stem, particle);
            // 잔액도 임 회장: a common word with its particle is no given name
            bool marked = mark != 0 && (stem.size() > 3 * syllable || is_common(stem.substr(0, stem.size() - mark)) ||
                                        is_rare_noun(stem.substr(0, stem.size() - mark)));
            particle = Particle::unmarked;
            marked = marked ||
                     (reader_.words_.particle_size(word(i + 1), particle) != 0 &&
                      (particle == Particle::topic || particle == Particle::object || particle == Particle::genitive));
            const bool second_is_whole = looks_like_person(i + 1) && !via && next == i + 2; // 비글즈 이희정 대표
            if (strange && !marked && !second_is_whole && is_title(next) &&
                (via || organization_before(i) || i == 0 || !is_title(i - 1))) {
                add({{i, i + 2}, {sentence_.tokens[i].span.begin, sentence_.tokens[i + 1].span.end}}, person);
            }
        }
        // 식신(대표 안병익)
        if (is_free(i) && begins_with_family_name(i) && i >= 2 && is_title(i - 1) && i + 1 < sentence_.tokens.size() &&
            is_one_of(word(i + 1), {")", ","}) && is_one_of(word(i - 2), {"(", "·"})) {
            add({{i, i + 1}, sentence_.tokens[i].span}, person);
            const auto found = i >= 3 && word(i - 2) == "(" ? candidate(i - 3) : std::nullopt;
            if (found && found->span == sentence_.tokens[i - 3].span) {
                add(*found, TypeSet::of(reader_.organization_));
            }
        }
    }
}

} // namespace jokbo

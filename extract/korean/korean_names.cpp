#include "extract/korean/korean_names.hpp"

#include "extract/characters.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t syllable = 3;
constexpr std::uint32_t longest_quoted_name = 7; // tokens between quotes
constexpr std::uint32_t longest_latin_name = 5;
constexpr std::uint32_t list_reach = 60; // tokens that a list may be long

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, text) != list.end();
}

bool is_year(std::string_view number) {
    return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

std::string_view closing(std::string_view quote) {
    if (quote == "‘") {
        return "’";
    }
    if (quote == "“") {
        return "”";
    }
    if (quote == "'") {
        return "'";
    }
    if (quote == "\"") {
        return "\"";
    }
    if (quote == "「") {
        return "」";
    }
    if (quote == "『") {
        return "』";
    }
    if (quote == "《") {
        return "》";
    }
    if (quote == "〈") {
        return "〉";
    }
    return {};
}

} // namespace

KoreanDiscovery::KoreanDiscovery(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence)
    : reader_(reader), text_(text), sentence_(sentence), taken_(sentence.tokens.size(), none) {
    for (std::uint32_t m = 0; m < sentence.mentions.size(); ++m) {
        for (auto token = sentence.mentions[m].tokens.begin; token < sentence.mentions[m].tokens.end; ++token) {
            taken_[token] = m;
        }
    }
}

void KoreanDiscovery::run() {
    lengthen_by_versions();
    find_quoted();
    find_organizations_by_suffix();
    find_people();
    find_introduced();
    find_speaking_organizations();
    find_latin();
    find_list_members();
}

TypeSet KoreanDiscovery::any_name() const {
    TypeSet types;
    for (const auto type : {reader_.organization_, reader_.model_, reader_.product_}) {
        types.add(type);
    }
    return types;
}

std::uint32_t KoreanDiscovery::mention_at(std::uint32_t token) const {
    return token < taken_.size() && taken_[token] != none && sentence_.mentions[taken_[token]].tokens.begin == token
             ? taken_[token]
             : none;
}

std::uint32_t KoreanDiscovery::mention_ending_before(std::uint32_t token) const {
    return token > 0 && taken_[token - 1] != none ? taken_[token - 1] : none;
}

bool KoreanDiscovery::is_common(std::string_view stem) const {
    return reader_.common_words_.contains(std::string(stem)) || !reader_.cues_.of(stem).empty();
}

std::optional<KoreanDiscovery::Candidate> KoreanDiscovery::candidate(std::uint32_t token) const {
    if (!is_free(token)) {
        return std::nullopt;
    }
    const auto& t = sentence_.tokens[token];
    const auto whole = word(token);
    if (t.kind == Token::Kind::latin) {
        if (t.letter_case == Token::Case::lower || reader_.cues_.of(whole).has(reader_.classes_.stop_latin) ||
            whole.size() < 2) {
            return std::nullopt;
        }
        return Candidate{{token, token + 1}, t.span};
    }
    if (t.kind != Token::Kind::hangul || is_common(whole)) {
        return std::nullopt;
    }
    Particle particle{};
    auto size = reader_.words_.particle_size(whole, particle);
    auto stem = whole.substr(0, whole.size() - size);
    const auto known = reader_.words_.word(whole);
    if (stem.size() < 2 * syllable || is_common(stem) || (known.stem_size != 0 && known.stem_size >= syllable * 2) ||
        reader_.words_.looks_like_verb(whole)) {
        return std::nullopt;
    }
    return Candidate{{token, token + 1}, {t.span.begin, t.span.begin + static_cast<std::uint32_t>(stem.size())}};
}

void KoreanDiscovery::add(Candidate candidate, TypeSet types) {
    EntityMention mention;
    mention.tokens = candidate.tokens;
    mention.span = candidate.span;
    mention.types = types;
    const auto index = static_cast<std::uint32_t>(sentence_.mentions.size());
    sentence_.mentions.push_back(std::move(mention));
    for (auto token = candidate.tokens.begin; token < candidate.tokens.end; ++token) {
        taken_[token] = index;
    }
}

std::optional<TypeId> KoreanDiscovery::class_at(std::uint32_t token) const {
    if (token >= sentence_.tokens.size() || !is_free(token)) {
        return std::nullopt;
    }
    const auto whole = word(token);
    auto cues = reader_.cues_.of(whole);
    if (cues.empty() && sentence_.tokens[token].kind == Token::Kind::hangul) {
        Particle particle{};
        const auto size = reader_.words_.particle_size(whole, particle);
        cues = reader_.cues_.of(whole.substr(0, whole.size() - size));
    }
    for (const auto& [cue, type] : reader_.classes_.kinds) {
        if (cues.has(cue)) {
            return type;
        }
    }
    return std::nullopt;
}

std::optional<TypeId> KoreanDiscovery::class_before(std::uint32_t token) const {
    auto at = token;
    while (at > 0 && is_one_of(word(at - 1), {"‘", "'", "“", "\"", "「", "『", "《", "〈", "인"})) {
        --at;
    }
    if (at > 0 && word(at - 1) == ")") { // LLM(거대언어모델) ‘가온’
        auto open = at - 1;
        while (open > 0 && at - open < 8 && word(open) != "(") {
            --open;
        }
        at = open;
    }
    if (at == 0) {
        return std::nullopt;
    }
    const auto whole = word(at - 1);
    // a class noun with a particle belongs elsewhere: 기업은 ‘가온’을; 기업인 한빛 belongs here
    if (reader_.cues_.of(whole).empty() && !whole.ends_with("인")) {
        return std::nullopt;
    }
    return class_at(at - 1);
}

std::optional<TypeId> KoreanDiscovery::class_behind(std::uint32_t token) const {
    auto at = token;
    while (at < sentence_.tokens.size() && is_one_of(word(at), {"’", "'", "”", "\"", "」", "』", "》", "〉"})) {
        ++at;
    }
    if (at < sentence_.tokens.size() && word(at) == "(") {
        auto close = at;
        while (close < sentence_.tokens.size() && close < at + 8 && word(close) != ")") {
            ++close;
        }
        at = close + 1;
    }
    return class_at(at);
}

/// 4.0, 2.5-VL, 32B Think, 프로: what makes a version of the name before it. The end, or `token` itself where nothing does.
std::uint32_t KoreanDiscovery::end_of_version(std::uint32_t token) const {
    const auto edition = reader_.classes_.edition;
    const auto counter = reader_.classes_.counter;
    auto end = token;
    for (auto at = token; at < sentence_.tokens.size() && at < token + 10;) {
        if (taken_[at] != none) {
            break;
        }
        const auto& t = sentence_.tokens[at];
        if (word(at) == "-" && t.gap == Token::Gap::glued && at + 1 < sentence_.tokens.size() &&
            sentence_.tokens[at + 1].gap == Token::Gap::glued) {
            const auto& next = sentence_.tokens[at + 1];
            if (next.kind != Token::Kind::latin && next.kind != Token::Kind::number) {
                break;
            }
            ++at;
            end = at + 1;
            ++at;
            while (
                at < sentence_.tokens.size() && sentence_.tokens[at].gap == Token::Gap::glued &&
                (sentence_.tokens[at].kind == Token::Kind::latin || sentence_.tokens[at].kind == Token::Kind::number)) {
                end = ++at;
            }
            continue;
        }
        if (t.kind == Token::Kind::number) {
            if (is_year(word(at))) {
                break;
            }
            if (t.span.size() > 3 && word(at).find('.') == std::string_view::npos) {
                break;
            }
            if (word(at).find(',') != std::string_view::npos) {
                break;
            }
            auto next = at + 1;
            if (next < sentence_.tokens.size() && sentence_.tokens[next].gap == Token::Gap::glued) {
                if (sentence_.tokens[next].kind == Token::Kind::latin) {
                    end = next + 1;
                    at = end;
                    continue;
                }
                if (sentence_.tokens[next].kind == Token::Kind::hangul) {
                    const auto tail = word(next);
                    const bool counts =
                        reader_.cues_.of(tail).has(counter) || reader_.cues_.of(tail.substr(0, syllable)).has(counter);
                    if (counts && (tail == "만" || !reader_.words_.particle(tail))) {
                        break;
                    }
                } else if (word(next) == "%") {
                    break;
                }
            } else if (next < sentence_.tokens.size() && reader_.cues_.of(word(next)).has(counter)) {
                break;
            }
            end = at + 1;
            ++at;
            continue;
        }
        if (reader_.cues_.of(word(at)).has(edition)) {
            end = at + 1;
            ++at;
            continue;
        }
        // 프로도: an edition with a particle ends the name
        if (t.kind == Token::Kind::hangul) {
            Particle particle{};
            const auto size = reader_.words_.particle_size(word(at), particle);
            if (size != 0 && reader_.cues_.of(word(at).substr(0, word(at).size() - size)).has(edition)) {
                return at + 1;
            }
        }
        break;
    }
    return end;
}

void KoreanDiscovery::lengthen_by_versions() {
    const auto edition = reader_.classes_.edition;
    for (std::size_t m = 0; m < sentence_.mentions.size(); ++m) {
        auto& mention = sentence_.mentions[m];
        const bool versioned = mention.types.has(reader_.model_) || mention.types.has(reader_.product_);
        if (!versioned || mention.span.end < sentence_.tokens[mention.tokens.end - 1].span.end) {
            continue;
        }
        auto from = mention.tokens.end;
        std::string inner;
        if (from + 2 < sentence_.tokens.size() && word(from) == "(") {
            auto close = from + 1;
            while (close < sentence_.tokens.size() && close < from + 6 && word(close) != ")") {
                ++close;
            }
            if (close < sentence_.tokens.size() && word(close) == ")" && close > from + 1 &&
                end_of_version(close + 1) > close + 1) {
                inner = std::string(
                    text_.substr(sentence_.tokens[from + 1].span.begin,
                                 sentence_.tokens[close - 1].span.end - sentence_.tokens[from + 1].span.begin));
                from = close + 1;
            }
        }
        const auto end = end_of_version(from);
        if (end <= from) {
            continue;
        }
        auto span_end = sentence_.tokens[end - 1].span.end;
        Particle particle{};
        const auto last = word(end - 1);
        if (sentence_.tokens[end - 1].kind == Token::Kind::hangul && !reader_.cues_.of(last).has(edition)) {
            span_end -= static_cast<std::uint32_t>(reader_.words_.particle_size(last, particle));
        }
        const auto tail =
            std::string(text_.substr(sentence_.tokens[from].span.begin, span_end - sentence_.tokens[from].span.begin));
        if (!inner.empty()) {
            mention.also = {std::string(mention.span.of(text_)) + " " + tail, inner + " " + tail};
            for (auto token = mention.tokens.end; token < end; ++token) {
                if (taken_[token] != none && taken_[token] != m) {
                    sentence_.mentions[taken_[token]].kind = EntityMention::Kind::anaphor; // swallowed
                    sentence_.mentions[taken_[token]].tokens.end = sentence_.mentions[taken_[token]].tokens.begin;
                }
            }
        }
        mention.tokens.end = end;
        mention.span.end = span_end;
        mention.entities.clear();
        for (auto token = mention.tokens.begin; token < end; ++token) {
            taken_[token] = static_cast<std::uint32_t>(m);
        }
        if (mention.types.has(reader_.model_)) {
            mention.types = TypeSet::of(reader_.model_);
        }
    }
    const auto swallowed = [](const EntityMention& m) { return m.tokens.begin == m.tokens.end; };
    if (std::ranges::any_of(sentence_.mentions, swallowed)) {
        std::erase_if(sentence_.mentions, swallowed);
        std::ranges::fill(taken_, none);
        for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
            for (auto token = sentence_.mentions[m].tokens.begin; token < sentence_.mentions[m].tokens.end; ++token) {
                taken_[token] = m;
            }
        }
    }
}

void KoreanDiscovery::find_quoted() {
    for (std::uint32_t open = 0; open + 2 < sentence_.tokens.size(); ++open) {
        const auto close_mark = closing(word(open));
        if (close_mark.empty()) {
            continue;
        }
        auto close = open + 1;
        while (close < sentence_.tokens.size() && close <= open + longest_quoted_name && word(close) != close_mark) {
            ++close;
        }
        if (close >= sentence_.tokens.size() || word(close) != close_mark || close == open + 1) {
            continue;
        }
        const auto from = open + 1;
        bool free = true;
        bool all_in_one = mention_at(from) != none && sentence_.mentions[mention_at(from)].tokens.end == close;
        for (auto token = from; token < close; ++token) {
            free = free && is_free(token);
        }
        const auto before = class_before(open);
        const auto behind = class_behind(close + 1);
        if (!free) {
            // a longer name around a known one, unless that is of the same kind: ‘독자 AI 파운데이션 모델 프로젝트 1차 발표회’
            bool same_kind = false;
            for (auto token = from; token < close; ++token) {
                if (const auto m = mention_at(token); m != none) {
                    same_kind = same_kind || (before && sentence_.mentions[m].types.has(*before)) ||
                                (behind && sentence_.mentions[m].types.has(*behind));
                }
            }
            if (all_in_one || same_kind || (!before && !behind)) {
                open = close;
                continue;
            }
        }
        const auto last = word(close - 1);
        Particle particle{};
        const bool clause = KoreanWords::ending(last) == Ending::final &&
                            sentence_.tokens[close - 1].kind == Token::Kind::hangul && last.ends_with("다");
        const bool marked = close - from > 1 && reader_.words_.particle_size(last, particle) != 0 &&
                            particle != Particle::unmarked && !reader_.cues_.of(last).empty();
        const bool emphasis = reader_.words_.looks_like_verb(last) || clause || marked;
        // 이라는/라는 behind the quote: a slogan, unless a class noun follows
        const auto after = close + 1 < sentence_.tokens.size() ? word(close + 1) : std::string_view{};
        const bool slogan = after.starts_with("이라는") || after.starts_with("라는");
        if (emphasis || (slogan && !behind)) {
            open = close;
            continue;
        }
        TypeSet types;
        if (before) {
            types.add(*before);
        }
        if (behind && types.empty()) {
            types.add(*behind);
        }
        const Candidate quoted{{from, close},
                               {sentence_.tokens[from].span.begin, sentence_.tokens[close - 1].span.end}};
        if (types.empty()) {
            // bare quotes: a name where its words are no common ones
            bool strange = false;
            for (auto token = from; token < close; ++token) {
                strange = strange || candidate(token).has_value();
            }
            if (!strange || close - from > 4) {
                open = close;
                continue;
            }
            types.add(reader_.model_);
            types.add(reader_.product_);
        }
        if (!free) {
            std::erase_if(sentence_.mentions,
                          [&](const EntityMention& m) { return m.tokens.begin >= from && m.tokens.end <= close; });
            std::ranges::fill(taken_, none);
            for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
                for (auto token = sentence_.mentions[m].tokens.begin; token < sentence_.mentions[m].tokens.end;
                     ++token) {
                    taken_[token] = m;
                }
            }
        }
        add(quoted, types);
        open = close;
    }
}

bool KoreanDiscovery::is_title(std::uint32_t token) const { return reader_.is_title(text_, sentence_, token); }

bool KoreanReader::is_title(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t token) const {
    if (token >= sentence.tokens.size()) {
        return false;
    }
    const auto whole = sentence.tokens[token].span.of(text);
    const auto title = classes_.title;
    if (cues_.longest(text, sentence.tokens, token).classes.has(title)) {
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
    Particle particle{};
    const auto size = words_.particle_size(whole, particle);
    const auto stem = whole.substr(0, whole.size() - size);
    return cues_.of(stem).has(title) || (stem.size() >= 4 * syllable && cues_.suffix(stem, title) >= 2 * syllable);
}

bool KoreanDiscovery::looks_like_family_name(std::string_view stem) const {
    const auto syllables = stem.size() / syllable;
    if (syllables < 2 || syllables > 4) {
        return false;
    }
    return reader_.cues_.of(stem.substr(0, syllable)).has(reader_.classes_.surname) ||
           (syllables == 4 && reader_.cues_.of(stem.substr(0, 2 * syllable)).has(reader_.classes_.surname));
}

void KoreanDiscovery::find_people() {
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
        if (stem.size() < 2 * syllable || reader_.cues_.of(stem).has(reader_.classes_.title) || is_common(stem)) {
            continue;
        }
        // what stands behind the name: a title, or an organization (of some words) and a title
        auto behind = i + 1;
        bool via_organization = false;
        while (behind < sentence_.tokens.size() && behind < i + 8) {
            if (taken_[behind] != none && sentence_.mentions[taken_[behind]].types.has(reader_.organization_) &&
                sentence_.mentions[taken_[behind]].span.end ==
                    sentence_.tokens[sentence_.mentions[taken_[behind]].tokens.end - 1].span.end) {
                behind = sentence_.mentions[taken_[behind]].tokens.end;
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
        const bool titled =
            is_title(behind) && (behind == i + 1 ? sentence_.tokens[behind].gap == Token::Gap::space : true);
        if (looks_like_family_name(stem) && stem.size() <= 3 * syllable + syllable && titled &&
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
        // 젠슨 황 엔비디아 CEO, 메타의 알렉산더 왕 최고AI책임자: two strange words
        if (i + 1 < sentence_.tokens.size() && is_free(i + 1) && sentence_.tokens[i + 1].kind == Token::Kind::hangul &&
            sentence_.tokens[i + 1].gap == Token::Gap::space && !is_common(word(i + 1)) && !is_title(i + 1) &&
            !is_title(i)) {
            auto next = i + 2;
            bool via = false;
            while (next < sentence_.tokens.size() && next < i + 8 && taken_[next] != none &&
                   sentence_.mentions[taken_[next]].types.has(reader_.organization_)) {
                next = sentence_.mentions[taken_[next]].tokens.end;
                via = true;
            }
            const auto is_department = [&](std::string_view stem_of) {
                return reader_.cues_.suffix(stem_of, reader_.classes_.organization_suffix) != 0 ||
                       is_one_of(stem_of.substr(stem_of.size() - syllable),
                                 {"과", "부", "실", "팀", "국", "처", "센터", "본부"});
            };
            const bool strange =
                !is_department(stem) && !is_department(word(i + 1)) && !reader_.words_.looks_like_verb(stem) &&
                !reader_.words_.looks_like_verb(word(i + 1)) && reader_.words_.word(stem).stem_size == 0 &&
                reader_.words_.word(word(i + 1)).stem_size == 0;
            Particle particle{};
            bool marked = reader_.words_.particle_size(stem, particle) != 0 && stem.size() > 3 * syllable;
            particle = Particle::unmarked;
            marked = marked || (reader_.words_.particle_size(word(i + 1), particle) != 0 &&
                                (particle == Particle::topic || particle == Particle::object));
            const bool second_is_whole = looks_like_person(i + 1) && !via && next == i + 2; // 비글즈 이희정 대표
            if (strange && !marked && !second_is_whole && is_title(next) &&
                (via || organization_before(i) || i == 0 || !is_title(i - 1))) {
                add({{i, i + 2}, {sentence_.tokens[i].span.begin, sentence_.tokens[i + 1].span.end}}, person);
            }
        }
        // 식신(대표 안병익)
        if (is_free(i) && looks_like_family_name(stem) && i >= 2 && is_title(i - 1) &&
            i + 1 < sentence_.tokens.size() && word(i + 1) == ")" && (word(i - 2) == "(" || word(i - 2) == "·")) {
            add({{i, i + 1}, sentence_.tokens[i].span}, person);
        }
        // 김가람(41)
        if (is_free(i) && looks_like_family_name(stem) && stem.size() == 3 * syllable && organization_before(i) &&
            titled) {
            add({{i, i + 1}, sentence_.tokens[i].span}, person);
        }
    }
}

void KoreanDiscovery::find_introduced() {
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
            const bool ends = found->span.end < sentence_.tokens[i].span.end ||
                              (i + 1 < sentence_.tokens.size() && word(i + 1) == "(");
            if (!ends || (*type != reader_.organization_ && *type != reader_.product_ && *type != reader_.model_)) {
                continue;
            }
            add(*found, TypeSet::of(*type));
            continue;
        }
        const auto end = end_of_latin_name(i);
        add({{i, end}, {found->span.begin, sentence_.tokens[end - 1].span.end}}, TypeSet::of(*type));
    }
}

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
            const bool connective =
                found && KoreanWords::ending(found->span.of(text_)) == Ending::connective &&
                is_one_of(found->span.of(text_).substr(found->span.size() - syllable), {"면", "며", "고", "서", "니"});
            if (found && found->span == sentence_.tokens[i].span && sentence_.tokens[i].gap == Token::Gap::space &&
                !connective) {
                add(*found, organization);
            }
        }
    }
    // the subject of what is announced
    bool announces = false;
    for (auto i = size; i-- > 0 && size - i < 6;) {
        announces = announces || reader_.cues_.of(word(i)).has(reader_.classes_.announces);
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

bool KoreanDiscovery::looks_like_person(std::uint32_t token) const {
    return word(token).size() == 3 * syllable && looks_like_family_name(word(token));
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
        if (university || (suffix >= 2 * syllable && stem.size() >= suffix + 2 * syllable)) {
            add(*found, TypeSet::of(reader_.organization_));
        }
    }
}

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
        } else if (capital && !reader_.cues_.of(word(end)).has(reader_.classes_.title)) {
            ++end;
        } else {
            break;
        }
    }
    return std::max(end, end_of_version(end));
}

void KoreanDiscovery::find_latin() {
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        if (sentence_.tokens[i].kind != Token::Kind::latin) {
            continue;
        }
        const auto found = candidate(i);
        if (!found || !reader_.cues_.of(word(i)).empty() || word(i).size() < 3) {
            continue;
        }
        auto end = end_of_latin_name(i);
        const bool yearly = end < sentence_.tokens.size() && is_year(word(end)) &&
                            sentence_.tokens[end].gap == Token::Gap::space &&
                            (end + 1 >= sentence_.tokens.size() || !word(end + 1).starts_with("년"));
        if (yearly) { // WITS 2025
            ++end;
        }
        const Candidate name{{i, end}, {found->span.begin, sentence_.tokens[end - 1].span.end}};
        const auto type = class_behind(end);
        const auto before = class_before(i);
        const bool version = end > i + 1 && sentence_.tokens[end - 1].kind == Token::Kind::number;
        TypeSet types = any_name();
        if (yearly) {
            types = TypeSet::of(reader_.programme_);
        } else if (type || before) {
            types = TypeSet::of(before ? *before : *type);
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

/// A, B, C 등 4개 기업 · ▲A ▲B: unknown members are of the kind of the known ones, or of the class noun beside the list.
void KoreanDiscovery::find_list_members() {
    const auto is_bullet = [&](std::uint32_t token) { return is_one_of(word(token), {"▲", "△", "▷", "◆"}); };
    const auto is_separator = [&](std::uint32_t token) {
        return is_one_of(word(token), {",", "·", "ㆍ", "・", "및"}) || is_bullet(token);
    };
    for (std::uint32_t etc = 2; etc < sentence_.tokens.size(); ++etc) {
        if (!reader_.cues_.of(word(etc).substr(0, std::min<std::size_t>(word(etc).size(), syllable)))
                 .has(reader_.classes_.etc) ||
            sentence_.tokens[etc].kind != Token::Kind::hangul || !is_free(etc)) {
            continue;
        }
        std::vector<TokenRange> members;
        auto end = etc;
        auto at = etc;
        while (at > 0 && etc - at < list_reach) {
            --at;
            if (is_separator(at)) {
                members.push_back({at + 1, end});
                end = at;
                continue;
            }
            if (end - at > 6 || reader_.words_.looks_like_verb(word(at)) || is_one_of(word(at), {".", "‘", "“"})) {
                ++at;
                break;
            }
            Particle particle{};
            if (sentence_.tokens[at].kind == Token::Kind::hangul && at + 1 != end && is_free(at) &&
                reader_.words_.particle_size(word(at), particle) != 0 && particle != Particle::with) {
                ++at; // 한빛은 나래, 소담 등: the list begins behind the topic
                break;
            }
        }
        if (at < end) {
            members.push_back({at, end});
        }
        if (members.size() < 2) {
            continue;
        }
        std::vector<std::uint32_t> votes(32);
        for (const auto& member : members) {
            const auto m = member.begin < member.end ? mention_ending_before(member.end) : none;
            if (m != none) {
                for (std::uint32_t type = 0; type < 32; ++type) {
                    votes[type] +=
                        sentence_.mentions[m].types.has({type}) && sentence_.mentions[m].types == TypeSet::of({type})
                            ? 1U
                            : 0U;
                }
            }
        }
        for (auto behind = etc + 1; behind < sentence_.tokens.size() && behind < etc + 5; ++behind) {
            if (const auto type = class_at(behind)) {
                votes[type->value] += 2;
                break;
            }
        }
        const auto best = std::ranges::max_element(votes);
        if (*best == 0 || (*best == 1 && members.size() > 3)) {
            continue;
        }
        const TypeId type{static_cast<std::uint32_t>(best - votes.begin())};
        for (const auto& member : members) {
            if (member.end <= member.begin || member.end - member.begin > 3) {
                continue;
            }
            bool strange = true;
            for (auto token = member.begin; token < member.end; ++token) {
                strange = strange && is_free(token) && candidate(token).has_value();
            }
            if (strange) {
                add({member, {sentence_.tokens[member.begin].span.begin, candidate(member.end - 1)->span.end}},
                    TypeSet::of(type));
            }
        }
    }
    // ▲페어리 ▲르몽: the class noun stands before the list
    for (std::uint32_t i = 0; i + 1 < sentence_.tokens.size(); ++i) {
        if (!is_bullet(i)) {
            continue;
        }
        const auto found = candidate(i + 1);
        if (!found) {
            continue;
        }
        std::optional<TypeId> type;
        for (std::uint32_t before = i; before-- > 0 && !type;) {
            type = class_at(before);
        }
        auto next = i + 2;
        while (next < sentence_.tokens.size() && next < i + 5 && !is_bullet(next) &&
               !is_one_of(word(next), {"등", ",", "("})) {
            ++next;
        }
        const bool closed =
            next >= sentence_.tokens.size() || is_bullet(next) || is_one_of(word(next), {"등", ",", "("});
        if (type && closed && next == i + 2) {
            add(*found, TypeSet::of(*type));
        }
    }
}

void KoreanReader::discover(std::string_view text, SentenceAnalysis& sentence) const {
    KoreanDiscovery(*this, text, sentence).run();
}

} // namespace jokbo

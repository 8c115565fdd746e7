#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>
#include <utility>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_quoted_name = 12;  // tokens between quotes
constexpr std::uint32_t longest_bare_name = 4;     // tokens of one that nothing tells the kind of
constexpr std::uint32_t longest_launched_name = 6; // tokens of one that comes out

constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"‘", "’"}, {"“", "”"}, {"'", "'"}, {"\"", "\""}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"〈", "〉"},
};

/// The mark that ends what `mark` begins; empty where it is no opening quote.
std::string_view closing(std::string_view mark) {
    const auto* const pair = std::ranges::find(quotes, mark, &std::pair<std::string_view, std::string_view>::first);
    return pair == std::end(quotes) ? std::string_view{} : pair->second;
}

} // namespace

void KoreanDiscovery::find_quoted() {
    for (std::uint32_t open = 0; open + 2 < sentence_.tokens.size(); ++open) {
        const auto kind = sentence_.tokens[open].kind;
        const bool mark = kind == Token::Kind::punctuation || kind == Token::Kind::symbol;
        const auto close_mark = mark ? closing(word(open)) : std::string_view{};
        if (close_mark.empty()) {
            continue;
        }
        auto close = open + 1;
        while (close < sentence_.tokens.size() && close <= open + longest_quoted_name && word(close) != close_mark) {
            ++close;
        }
        const bool straight = close_mark == word(open);
        const auto& tokens = sentence_.tokens;
        // "…이다"며 "…: what closes one quote opens no other
        if (straight && open > 0 && tokens[open].gap == Token::Gap::glued &&
            (tokens[open + 1].gap == Token::Gap::space || tokens[open - 1].kind == Token::Kind::hangul ||
             is_one_of(word(open - 1), {".", "?", "!"}))) {
            continue;
        }
        if (close < tokens.size() && word(close) == close_mark && close > open + 1) {
            read_quoted({open + 1, close});
            open = close;
        }
    }
}

/// Whether what stands in quotes is a sentence, a slogan or a word under stress.
bool KoreanDiscovery::is_emphasis(TokenRange quoted, std::uint32_t mark) const {
    const auto& tokens = sentence_.tokens;
    const auto last = word(quoted.end - 1);
    Particle particle{};
    const bool clause = KoreanWords::ending(last) == Ending::final &&
                        tokens[quoted.end - 1].kind == Token::Kind::hangul && last.ends_with("다");
    const bool marked = quoted.end - quoted.begin > 1 && reader_.words_.particle_size(last, particle) != 0 &&
                        particle != Particle::unmarked && !reader_.cues_.of(last).empty();
    // 이라는/라는 behind the quote: a slogan, unless a class noun follows
    const auto after = mark + 1 < tokens.size() ? word(mark + 1) : std::string_view{};
    const bool slogan = after.starts_with("이라는") || after.starts_with("라는");
    // ‘한국적 AI’: of a kind, not of a name
    const bool of_a_kind = quoted.end - quoted.begin == 2 && word(quoted.begin).ends_with("적") &&
                           word(quoted.begin).size() >= 3 * syllable;
    // ‘제2의 딥시크’: who is like somebody else bears another name
    const bool likened = quoted.end - quoted.begin > 1 &&
                         reader_.cues_.longest(text_, tokens, quoted.begin).classes.has(reader_.classes_.epithet);
    return reader_.words_.looks_like_verb(last) || likened || clause || marked || of_a_kind ||
           (slogan && !class_behind(mark + 1));
}

/// ‘AI 비서’를 출시했다, 지난달 공개한 ‘AI 비서’는: only things that have a name come out.
bool KoreanDiscovery::is_launched(TokenRange quoted, std::uint32_t mark) const {
    constexpr std::uint32_t reach = 4; // tokens between the object and its verb
    const auto& tokens = sentence_.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    const auto is_verb = [&](std::uint32_t token) {
        const auto* card = tokens[token].card;
        const auto kind = card != nullptr ? card->item.kind : reader_.card(word(token), tokens[token].kind).item.kind;
        return kind == KoreanItem::Kind::verb;
    };
    const auto launches = [&](std::uint32_t token) {
        return std::ranges::any_of(reader_.launch_words_, [&](auto stem) { return word(token).starts_with(stem); }) &&
               is_verb(token);
    };
    if (quoted.begin >= 2 && launches(quoted.begin - 2) &&
        KoreanWords::ending(word(quoted.begin - 2)) == Ending::adnominal) {
        return true;
    }
    auto at = mark + 1;
    if (at < size && word(at) == "(") {
        at = behind_parenthesis(at);
    }
    Particle particle{};
    if (at >= size || tokens[at].gap != Token::Gap::glued || !reader_.particle_named(word(at), particle) ||
        (particle != Particle::object && particle != Particle::subject)) {
        return false;
    }
    for (auto verb = at + 1; verb < size && verb <= at + reach; ++verb) {
        if (launches(verb)) {
            return true;
        }
        if (tokens[verb].kind == Token::Kind::punctuation || !is_free(verb) || is_verb(verb)) {
            break;
        }
    }
    return false;
}

/// ‘갤럭시 북6 프로’, ‘웨일 엔터프라이즈’: a known thing's name that goes on within its quotes is another thing's;
/// ‘한빛 울트라뷰’ 를 출시했다: so is a maker's, where what the quotes hold comes out.
bool KoreanDiscovery::lengthens_thing(TokenRange quoted, std::uint32_t mark) const {
    const auto first = mention_at(quoted.begin);
    if (first == none || quoted.end - quoted.begin > longest_bare_name ||
        sentence_.mentions[first].span.end != sentence_.tokens[sentence_.mentions[first].tokens.end - 1].span.end) {
        return false;
    }
    auto things = TypeSet::of(reader_.model_);
    things.add(reader_.product_);
    const bool launched = is_launched(quoted, mark);
    const bool makers = sentence_.mentions[first].types == TypeSet::of(reader_.organization_);
    const bool thing = (sentence_.mentions[first].types & things) == sentence_.mentions[first].types;
    if ((!thing && !(makers && launched)) || is_of_other_kind(quoted, mark)) {
        return false;
    }
    bool strange = launched;
    for (auto token = sentence_.mentions[first].tokens.end; token < quoted.end; ++token) {
        const auto kind = sentence_.tokens[token].kind;
        if (!is_free(token) || kind == Token::Kind::punctuation || kind == Token::Kind::symbol ||
            (kind == Token::Kind::hangul && !reader_.may_be_noun(word(token)))) {
            return false;
        }
        strange = strange || candidate(token).has_value() || cues_at(token).has(reader_.classes_.edition);
    }
    const auto last = word(quoted.end - 1);
    return strange && reader_.cues_.suffix(last, reader_.classes_.name_stop) == 0 && !is_rare_noun(last);
}

/// ‘턴키’ 방식, ‘2026년의 과제’ 보고서: what the noun says it is, no type of ours is.
bool KoreanDiscovery::is_of_other_kind(TokenRange quoted, std::uint32_t mark) const {
    auto at = mark + 1;
    if (at < sentence_.tokens.size() && word(at) == "(") {
        at = behind_parenthesis(at);
    }
    const auto other = reader_.classes_.other_kind;
    return (at < sentence_.tokens.size() && stem_cues_at(at).has(other)) ||
           reader_.cues_.suffix(word(quoted.end - 1), other) != 0;
}

/// ‘스마트 교통 컨퍼런스’, ‘AI 역량 인증 플랫폼’, ‘HS로보틱스연구소’: the last word says what it is, the others which one.
std::optional<TypeId> KoreanDiscovery::class_within(TokenRange quoted) const {
    const auto last = quoted.end - 1;
    const auto whole = word(last);
    const auto suffix = reader_.cues_.suffix(whole, reader_.classes_.organization_suffix);
    const bool glued = last > quoted.begin && sentence_.tokens[last].gap == Token::Gap::glued;
    if (suffix >= 2 * syllable && (whole.size() > suffix || glued)) {
        return reader_.organization_;
    }
    const auto type = class_at(last);
    if (!type || reader_.cues_.of(whole).empty() || *type == reader_.organization_ || *type == reader_.person_ ||
        *type == reader_.place_ || *type == reader_.technology_) {
        return std::nullopt;
    }
    std::uint32_t particular = 0;
    for (auto token = quoted.begin; token < last; ++token) {
        const auto cues = cues_at(token);
        if (sentence_.tokens[token].kind == Token::Kind::hangul &&
            (!reader_.may_be_noun(word(token)) || cues.has(reader_.classes_.adverb))) {
            return std::nullopt;
        }
        const bool general = cues.has(reader_.classes_.generic) || cues.has(reader_.classes_.field) ||
                             cues.has(reader_.classes_.stop_latin) || class_at(token).has_value();
        particular += general || word(token).size() < 2 ? 0U : candidate(token) ? 2U : 1U;
    }
    // ‘교사 모델’ is a kind of model; one common word is enough for an event only
    return particular >= (*type == reader_.programme_ ? 1U : 2U) ? type : std::nullopt;
}

void KoreanDiscovery::read_quoted(TokenRange quoted) {
    const auto from = quoted.begin;
    const auto mark = quoted.end;
    auto& tokens = sentence_.tokens;
    if (word(mark - 1) == ")") { // ‘니모스(Mnemos)’: the parenthesis is an alias
        auto open = mark - 1;
        while (open > from && word(open) != "(") {
            --open;
        }
        if (open > from) {
            quoted.end = open;
        }
    }
    bool free = true;
    for (auto token = from; token < quoted.end; ++token) {
        free = free && is_free(token);
    }
    const auto before = class_before(from - 1);
    const auto behind = class_behind(mark + 1);
    const bool emphasis = is_emphasis(quoted, mark);
    const auto within = emphasis ? std::nullopt : class_within(quoted);
    if (!free) {
        // a longer name around a known one, unless that is of the same kind: ‘독자 AI 파운데이션 모델 프로젝트 1차 발표회’
        const bool all_in_one =
            mention_at(from) != none && sentence_.mentions[mention_at(from)].tokens.end == quoted.end;
        bool same_kind = false;
        for (auto token = from; token < quoted.end; ++token) {
            for (const auto& type : {before, behind, within}) {
                same_kind = same_kind || (type && mention_at(token) != none &&
                                          sentence_.mentions[mention_at(token)].types.has(*type));
            }
        }
        if (all_in_one && before && !same_kind) {
            // a platform ‘알파마요’, whatever else bears the name
            sentence_.mentions[mention_at(from)].types.add(*before);
        }
        if (!all_in_one && !emphasis && lengthens_thing(quoted, mark)) {
            auto types = sentence_.mentions[mention_at(from)].types;
            if (types == TypeSet::of(reader_.organization_)) {
                types = TypeSet::of(reader_.model_);
                types.add(reader_.product_);
            }
            std::erase_if(sentence_.mentions,
                          [&](const EntityMention& m) { return m.tokens.begin >= from && m.tokens.end <= quoted.end; });
            take_anew();
            add({quoted, {tokens[from].span.begin, tokens[quoted.end - 1].span.end}}, types);
            return;
        }
        if (all_in_one || same_kind || (!before && !behind && !within)) {
            return;
        }
    }
    if (emphasis) {
        return;
    }
    TypeSet types;
    if (const auto type = before ? before : behind ? behind : within) {
        types.add(*type);
    } else {
        // bare quotes: a name where its words are no common ones
        bool strange = false;
        bool verb = false;
        for (auto token = from; token < quoted.end; ++token) {
            strange = strange || candidate(token).has_value();
            verb = verb || reader_.words_.looks_like_verb(word(token));
        }
        const auto last = word(quoted.end - 1);
        const bool abstract = reader_.cues_.suffix(last, reader_.classes_.name_stop) != 0 || is_rare_noun(last) ||
                              (quoted.end - from == 1 && is_compound(last));
        const bool launched = !verb && !abstract && is_launched(quoted, mark);
        const auto longest = launched ? longest_launched_name : longest_bare_name;
        if (verb || abstract || quoted.end - from > longest || (!strange && !launched) ||
            is_of_other_kind(quoted, mark)) {
            return;
        }
        auto particle = mark + 1;
        if (particle < tokens.size() && word(particle) == "(") {
            particle = behind_parenthesis(particle);
        }
        if (!launched && is_dealt_with(particle)) {
            types.add(reader_.organization_);
        } else {
            types.add(reader_.model_);
            types.add(reader_.product_);
        }
    }
    if (!free) {
        std::erase_if(sentence_.mentions,
                      [&](const EntityMention& m) { return m.tokens.begin >= from && m.tokens.end <= quoted.end; });
        take_anew();
    }
    add({quoted, {tokens[from].span.begin, tokens[quoted.end - 1].span.end}}, types);
    sentence_.mentions.back().also = forms_around_parenthesis(quoted);
}

/// ‘엠빅스(M.VICS) 7.0’: 엠빅스 7.0 and M.VICS 7.0; none where no other script stands in a parenthesis within.
std::vector<std::string> KoreanDiscovery::forms_around_parenthesis(TokenRange quoted) const {
    const auto& tokens = sentence_.tokens;
    for (auto open = quoted.begin + 1; open + 3 < quoted.end; ++open) {
        if (word(open) != "(" || tokens[open + 1].kind != Token::Kind::latin ||
            cues_at(open + 1).has(reader_.classes_.stop_latin)) {
            continue;
        }
        auto close = open + 2;
        while (close + 1 < quoted.end && word(close) != ")") {
            ++close;
        }
        if (word(close) == ")" && close + 1 < quoted.end) {
            const auto slice = [&](std::uint32_t first, std::uint32_t last) {
                return std::string(
                    text_.substr(tokens[first].span.begin, tokens[last].span.end - tokens[first].span.begin));
            };
            const auto rest = " " + slice(close + 1, quoted.end - 1);
            return {slice(quoted.begin, open - 1) + rest, slice(open + 1, close - 1) + rest,
                    slice(quoted.begin, quoted.end - 1)};
        }
    }
    return {};
}

} // namespace jokbo

#include "extract/frames/pattern_attempt.hpp"

#include "extract/characters.hpp"

#include <algorithm>

namespace jokbo {

namespace {

using Element = PhrasePattern::Element;

bool parts_phrases(std::string_view token) {
    static constexpr std::string_view marks[] = {",", "|", "[", "]", ";", ":", "…", "▲", ".", "!", "?", "—"};
    return std::ranges::find(marks, token) != std::end(marks);
}

/// Where a sentence opens: behind a rubric in brackets and a quotation mark ([CES 2026] 한빛, …).
std::uint32_t opening_token(std::string_view text, const SentenceAnalysis& sentence) {
    constexpr std::uint32_t longest_rubric = 8;
    const auto word = [&](std::uint32_t token) { return sentence.tokens[token].span.of(text); };
    const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
    std::uint32_t at = 0;
    if (at < size && word(at) == "[") {
        for (auto close = at + 1; close < std::min(size, at + longest_rubric); ++close) {
            if (word(close) == "]") {
                at = close + 1;
                break;
            }
        }
    }
    while (at < size && is_quote(word(at))) {
        ++at;
    }
    return at;
}

/// Whether `word` is `lower` in any letter case.
bool is_in_any_case(std::string_view word, std::string_view lower) {
    return std::ranges::equal(word, lower, {}, ascii_lower);
}

} // namespace

bool is_quote(std::string_view token) {
    if (token.size() != 1 && !token.starts_with("\xE2\x80") && !token.starts_with("\xE3\x80")) {
        return false; // nearly all
    }
    static constexpr std::string_view quotes[] = {"‘",  "’",  "“",  "”",  "'",  "\"", "「",
                                                  "」", "『", "』", "《", "》", "〈", "〉"};
    return std::ranges::find(quotes, token) != std::end(quotes);
}

Patterns::Attempt::Attempt(std::string_view of, const SentenceAnalysis& in)
    : text(of), sentence(in), begins(in.tokens.size()), opening(opening_token(of, in)) {
    for (std::uint32_t m = 0; m < in.mentions.size(); ++m) {
        const auto& mention = in.mentions[m];
        auto& here = begins[mention.tokens.begin];
        if (mention.kind != EntityMention::Kind::anaphor && here.mention == none) {
            here.mention = m;
        }
        here.name = here.name || mention.kind == EntityMention::Kind::name;
    }
    types_from.resize(begins.size() + 1);
    for (auto token = begins.size(); token-- > 0;) {
        types_from[token] = types_from[token + 1];
        if (const auto index = begins[token].mention; index != none) {
            types_from[token] = types_from[token] | in.mentions[index].types;
        }
    }
}

void Patterns::Attempt::start(std::uint32_t index, const PhrasePattern& tried, std::uint32_t token) {
    pattern = &tried;
    hit.pattern = index;
    hit.tokens = {token, token};
    hit.mentions.assign(tried.slots.size(), none);
    hit.role.clear();
    particle = Particle::unmarked;
    last_is_marked = Marked::no;
}

std::string_view Patterns::Attempt::word_as_looked_up(std::uint32_t token) {
    if (sentence.language == Language::korean) {
        return word(token);
    }
    folded.assign(word(token));
    std::ranges::transform(folded, folded.begin(), ascii_lower);
    return folded;
}

/// Of the mention that begins at the token: all patterns ask for it.
const Patterns::MarkedName& Patterns::marked_name(Attempt& attempt, std::uint32_t token) const {
    auto& begins = attempt.begins[token];
    if (begins.marked.behind == none) {
        const auto& name = attempt.sentence.mentions[begins.mention];
        begins.marked.behind = name.tokens.end;
        begins.marked.particle =
            reader_.particle_after(attempt.text, attempt.sentence, begins.marked.behind, name.span.end);
    }
    return begins.marked;
}

/// Whether the name at the token may stand in a gap: it says where or how, and bears no particle (한빛은 국내 기업 나래의 최대주주다).
bool Patterns::passes_by(Attempt& attempt, std::uint32_t token) const {
    const auto index = attempt.begins[token].mention;
    if (attempt.sentence.language != Language::korean || index == none) {
        return false;
    }
    const auto& name = attempt.sentence.mentions[index];
    return (name.types & in_gaps_) == name.types && marked_name(attempt, token).particle == Particle::unmarked;
}

bool Patterns::match_gap(Attempt& attempt, std::size_t element_index, std::uint32_t token) const {
    const auto& element = attempt.pattern->elements[element_index];
    const auto& tokens = attempt.sentence.tokens;
    const bool korean = attempt.sentence.language == Language::korean;
    auto at = token;
    for (std::uint32_t skipped = 0; skipped <= element.most; ++skipped) {
        if (match_from(attempt, element_index + 1, at)) {
            return true;
        }
        if (at >= tokens.size() || parts_phrases(attempt.word(at)) ||
            (korean && tokens[at].kind == Token::Kind::hangul && !reader_.may_stand_in_gap(attempt.word(at)))) {
            return false;
        }
        if (attempt.begins[at].name && !passes_by(attempt, at)) {
            return false;
        }
        ++at;
    }
    return false;
}

bool Patterns::match_particle(Attempt& attempt, std::size_t element_index, std::uint32_t token) const {
    const auto wanted = particles_[attempt.hit.pattern][element_index];
    if ((wanted >> static_cast<unsigned>(attempt.particle) & 1U) == 0) {
        return false;
    }
    const auto particle = attempt.particle;
    attempt.particle = Particle::unmarked;
    if (match_from(attempt, element_index + 1, token)) {
        return true;
    }
    attempt.particle = particle;
    return false;
}

bool Patterns::match_name(Attempt& attempt, std::size_t element_index, std::uint32_t at) const {
    const auto& pattern = *attempt.pattern;
    const auto& elements = pattern.elements;
    const auto& element = elements[element_index];
    const auto& tokens = attempt.sentence.tokens;
    const auto& mentions = attempt.sentence.mentions;
    const bool korean = attempt.sentence.language == Language::korean;
    const auto index = attempt.begins[at].mention;
    if (index == none) {
        return false;
    }
    const auto* found = &mentions[index];
    const auto first = found->tokens.begin;
    const bool inside = korean && element_index > 0 && elements[element_index - 1].kind == Element::Kind::slot &&
                        tokens[first].gap == Token::Gap::glued && tokens[first - 1].kind != Token::Kind::punctuation;
    if (inside) {
        return false; // 한국PMO협회: two parts of one name
    }
    const auto& slot = pattern.slots[element.slot];
    if ((found->types & slot.types).empty()) {
        return false;
    }
    auto end = found->tokens.end;
    const bool parenthesis_next = element_index + 1 < elements.size() &&
                                  elements[element_index + 1].kind == Element::Kind::literal &&
                                  elements[element_index + 1].words.front() == "(";
    if (korean && parenthesis_next) {
        attempt.particle = Particle::unmarked;
    } else if (korean) {
        const auto& marked = marked_name(attempt, at);
        attempt.particle = marked.particle;
        end = marked.behind;
        attempt.last_is_marked = Attempt::Marked::yes;
    } else {
        attempt.last_is_marked = Attempt::Marked::no;
    }
    attempt.hit.mentions[element.slot] = index;
    // LG AI연구원장: the title is the name's own tail
    const bool title_next = element_index + 1 < elements.size() &&
                            elements[element_index + 1].kind == Element::Kind::cue &&
                            elements[element_index + 1].cue == title_[index_of(attempt.sentence.language)];
    if (korean && title_next && found->span.end < tokens[found->tokens.end - 1].span.end) {
        const auto tail =
            attempt.text.substr(found->span.end, tokens[found->tokens.end - 1].span.end - found->span.end);
        if (tail.starts_with("장")) {
            attempt.hit.role = "장";
            attempt.particle = Particle::unmarked;
            attempt.last_is_marked = Attempt::Marked::no;
            if (match_from(attempt, element_index + 2, end)) {
                return true;
            }
            attempt.hit.role.clear();
        }
    }
    if (match_from(attempt, element_index + 1, end)) {
        return true;
    }
    attempt.hit.mentions[element.slot] = none;
    return false;
}

bool Patterns::match_class(Attempt& attempt, std::size_t element_index, std::uint32_t at) const {
    const auto& elements = attempt.pattern->elements;
    const auto& element = elements[element_index];
    const auto& tokens = attempt.sentence.tokens;
    const bool korean = attempt.sentence.language == Language::korean;
    std::string title;
    const auto end = end_of_cue(attempt, element.cue, at, &title);
    if (end == none) {
        return false;
    }
    const auto before = attempt.hit.role;
    if (!title.empty()) {
        attempt.hit.role = title;
    }
    attempt.last_is_marked = Attempt::Marked::no;
    if (korean && tokens[end - 1].kind == Token::Kind::hangul) {
        // a class noun with a particle ends its phrase
        Particle particle{};
        const auto whole = attempt.word(end - 1);
        const auto size = cues_[0]->of(whole).empty() ? reader_.particle_size(whole, particle) : 0;
        attempt.particle = size != 0 ? particle : Particle::unmarked;
        attempt.last_is_marked = Attempt::Marked::yes;
        if (element_index + 1 == elements.size()) {
            attempt.particle = Particle::unmarked;
        }
    }
    if (match_from(attempt, element_index + 1, end)) {
        return true;
    }
    attempt.hit.role = before;
    return false;
}

bool Patterns::match_literal(Attempt& attempt, std::size_t element_index, std::uint32_t at) const {
    const auto& element = attempt.pattern->elements[element_index];
    const bool korean = attempt.sentence.language == Language::korean;
    const auto word = attempt.word(at);
    const auto end = at + 1;
    const bool stands = std::ranges::any_of(
        element.words, [&](const auto& wanted) { return korean ? word == wanted : is_in_any_case(word, wanted); });
    if (!stands) {
        return false;
    }
    attempt.last_is_marked = Attempt::Marked::no;
    if (match_from(attempt, element_index + 1, end)) {
        return true;
    }
    return false;
}

bool Patterns::match_from(Attempt& attempt, std::size_t element_index, std::uint32_t token) const {
    const auto& elements = attempt.pattern->elements;
    const auto& tokens = attempt.sentence.tokens;
    if (element_index == elements.size()) {
        attempt.hit.tokens.end = token;
        return true;
    }
    const auto& element = elements[element_index];
    const bool korean = attempt.sentence.language == Language::korean;
    if (element.kind != Element::Kind::particle && korean && attempt.last_is_marked == Attempt::Marked::yes &&
        attempt.particle != Particle::unmarked) {
        return false; // a name with a particle that the shape does not name
    }
    if (element.kind == Element::Kind::particle) {
        return match_particle(attempt, element_index, token);
    }
    if (element.repeat == Element::Repeat::optional && match_from(attempt, element_index + 1, token)) {
        return true;
    }
    if (element.kind == Element::Kind::gap) {
        return match_gap(attempt, element_index, token);
    }
    auto at = token;
    while (at < tokens.size() && is_quote(attempt.word(at)) &&
           !(element.kind == Element::Kind::literal &&
             std::ranges::find(element.words, attempt.word(at)) != element.words.end())) {
        ++at;
    }
    if (at >= tokens.size()) {
        return false;
    }
    const auto marked_before = attempt.last_is_marked;
    const auto particle_before = attempt.particle;
    const bool matched = element.kind == Element::Kind::slot ? match_name(attempt, element_index, at)
                       : element.kind == Element::Kind::cue  ? match_class(attempt, element_index, at)
                                                             : match_literal(attempt, element_index, at);
    if (!matched) {
        attempt.last_is_marked = marked_before;
        attempt.particle = particle_before;
    }
    return matched;
}

} // namespace jokbo

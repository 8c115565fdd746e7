#include "extract/characters.hpp"
#include "extract/names/name_finder.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_alias = 6; // tokens in a parenthesis that may be a name
constexpr std::uint16_t weak = 1;          // votes of a name that stands for another

/// 독파모 of 독자 AI 파운데이션 모델: syllables of the name in their order, the first its first; an end of it (공사 of 한국방송공사) says
/// only what it is.
bool is_short_for(std::string_view alias, std::string_view name) {
    constexpr std::size_t syllable = 3;
    if (alias.size() < 2 * syllable || alias.size() >= name.size() ||
        alias.substr(0, syllable) != name.substr(0, syllable)) {
        return false;
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < alias.size(); i += syllable) {
        at = name.find(alias.substr(i, syllable), at);
        if (at == std::string_view::npos) {
            return false;
        }
        at += syllable;
    }
    return true;
}

} // namespace

/// 코히어(Cohere), Independent AI Foundation Model (IAFM), 과학기술정보통신부(과기정통부): one thing, two names.
void NameFinder::unite_aliases(SentenceAnalysis& sentence) {
    const auto& tokens = sentence.tokens;
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        const auto& mention = sentence.mentions[m]; // moves only where the last step adds its alias
        auto open = mention.tokens.end;
        while (open < tokens.size() && open < mention.tokens.end + 2 &&
               (tokens[open].span.of(text_) == "’" || tokens[open].span.of(text_) == "'" ||
                tokens[open].span.of(text_) == "”")) {
            ++open;
        }
        if (mention.span.end < tokens[mention.tokens.end - 1].span.end || open >= tokens.size() ||
            tokens[open].span.of(text_) != "(") {
            continue;
        }
        auto close = open + 1;
        while (close < tokens.size() && close <= open + longest_alias && tokens[close].span.of(text_) != ")") {
            ++close;
        }
        if (close >= tokens.size() || tokens[close].span.of(text_) != ")" || close == open + 1) {
            continue;
        }
        const auto inside = std::ranges::find_if(
            sentence.mentions, [&](const EntityMention& other) { return other.tokens.begin == open + 1; });
        if (inside != sentence.mentions.end() && inside->tokens.end == close) {
            if (!(inside->types & mention.types).empty()) {
                names_.unite(mention.entities.front(), inside->entities.front());
            }
            continue;
        }
        if (inside != sentence.mentions.end()) {
            continue;
        }
        const Span span{tokens[open + 1].span.begin, tokens[close - 1].span.end};
        const auto& first = tokens[open + 1];
        const bool latin = first.kind == Token::Kind::latin && first.letter_case != Token::Case::lower;
        const bool hangul = first.kind == Token::Kind::hangul && close == open + 2;
        const bool other_script = is_hangul(text_, mention.span.begin)
                                    ? latin || (hangul && is_short_for(first.span.of(text_), mention.span.of(text_)))
                                    : hangul || (latin && first.letter_case == Token::Case::upper && close == open + 2);
        const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
        std::string lower(first.span.of(text_));
        std::ranges::transform(lower, lower.begin(), ascii_lower);
        if (!other_script || !cues.of(first.span.of(text_)).empty() || !cues.of(lower).empty()) {
            continue;
        }
        const auto alias = names_.of_form(span.of(text_), mention.types, weak);
        names_.unite(mention.entities.front(), alias);
        EntityMention made;
        made.tokens = {open + 1, close};
        made.span = span;
        made.types = mention.types;
        made.entities = {alias};
        sentence.mentions.insert(sentence.mentions.begin() + static_cast<std::ptrdiff_t>(m) + 1, std::move(made));
        ++m;
    }
}

} // namespace jokbo

#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

KoreanDiscovery::KoreanDiscovery(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence)
    : reader_(reader), text_(text), sentence_(sentence), taken_(sentence.tokens.size(), none) {
    take_anew();
}

void KoreanDiscovery::look_over() {
    const auto& tokens = sentence_.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        held_ = held_ | cues_at(i) | stem_cues_at(i);
        const auto* card = tokens[i].card;
        const bool letters = tokens[i].kind == Token::Kind::latin && i + 1 < tokens.size() &&
                             tokens[i + 1].gap == Token::Gap::glued; // CIC장
        may_hold_title_ = may_hold_title_ || letters || card == nullptr || card->title || card->longest_cue > 1 ||
                          card->lower_cues.has(reader_.classes_.title);
    }
}

void KoreanDiscovery::take_anew() {
    std::ranges::fill(taken_, none);
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        for (auto token = sentence_.mentions[m].tokens.begin; token < sentence_.mentions[m].tokens.end; ++token) {
            taken_[token] = m;
        }
    }
}

void KoreanDiscovery::run() {
    look_over();
    lengthen_by_versions();
    lengthen_organizations();
    lengthen_by_strange_words();
    find_behind_legal_forms();
    find_quoted();
    find_organizations_by_suffix();
    find_foreigners();
    find_people();
    find_people_behind_titles();
    find_people_in_pairs();
    find_introduced();
    find_speaking_organizations();
    find_latin();
    find_list_members();
    find_between_organizations();
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

CueSet KoreanDiscovery::cues_at(std::uint32_t token) const {
    const auto* card = sentence_.tokens[token].card;
    return card != nullptr ? card->cues : reader_.cues_.of(word(token));
}

CueSet KoreanDiscovery::stem_cues_at(std::uint32_t token) const {
    const auto* card = sentence_.tokens[token].card;
    return card != nullptr ? card->stem_cues : reader_.card(word(token), sentence_.tokens[token].kind).stem_cues;
}

bool KoreanDiscovery::is_common_at(std::uint32_t token) const {
    const auto* card = sentence_.tokens[token].card;
    return card != nullptr ? card->common : is_common(word(token));
}

bool KoreanDiscovery::is_rare_noun_at(std::uint32_t token) const {
    const auto& t = sentence_.tokens[token];
    return t.card != nullptr && t.kind == Token::Kind::hangul ? t.card->rare_noun : is_rare_noun(word(token));
}

bool KoreanDiscovery::is_common(std::string_view stem) const { return reader_.is_common(stem); }

bool KoreanDiscovery::is_rare_noun(std::string_view stem) const { return reader_.rare_nouns_.contains(stem); }

bool KoreanDiscovery::is_compound(std::string_view stem) const {
    for (auto size = 2 * syllable; size + 2 * syllable <= stem.size(); size += syllable) {
        const auto first = stem.substr(0, size);
        const auto rest = stem.substr(size);
        if ((is_common(first) || is_rare_noun(first)) && (is_common(rest) || is_rare_noun(rest) || is_compound(rest))) {
            return true;
        }
    }
    return false;
}

bool KoreanDiscovery::may_be_introduced(const Candidate& found) const {
    const auto stem = found.span.of(text_);
    return static_cast<signed char>(stem.front()) >= 0 || (!is_rare_noun(stem) && !is_compound(stem));
}

std::optional<KoreanDiscovery::Candidate> KoreanDiscovery::candidate(std::uint32_t token) const {
    if (!is_free(token)) {
        return std::nullopt;
    }
    const auto& t = sentence_.tokens[token];
    if (t.kind == Token::Kind::latin) {
        if (t.letter_case == Token::Case::lower || cues_at(token).has(reader_.classes_.stop_latin) ||
            t.span.size() < 2) {
            return std::nullopt;
        }
        return Candidate{{token, token + 1}, t.span};
    }
    if (t.kind != Token::Kind::hangul) {
        return std::nullopt;
    }
    const auto size = t.card != nullptr ? t.card->name_size : reader_.card(word(token), t.kind).name_size;
    if (size == 0) {
        return std::nullopt;
    }
    return Candidate{{token, token + 1}, {t.span.begin, t.span.begin + static_cast<std::uint32_t>(size)}};
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
    auto cues = cues_at(token);
    if (cues.empty() && sentence_.tokens[token].kind == Token::Kind::hangul) {
        cues = stem_cues_at(token);
    }
    if (cues.empty()) {
        return std::nullopt;
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
    // what ends ‘AI 홈 솔루션’ 나래 opens nothing
    const auto opens = [&](std::uint32_t mark) {
        return is_one_of(word(mark), {"‘", "“", "「", "『", "《", "〈", "인"}) ||
               (is_one_of(word(mark), {"'", "\""}) && sentence_.tokens[mark + 1].gap == Token::Gap::glued);
    };
    while (at > 0 && at < sentence_.tokens.size() && opens(at - 1)) {
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
    if (cues_at(at - 1).empty() && !whole.ends_with("인")) {
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

void KoreanReader::discover(std::string_view text, SentenceAnalysis& sentence, StrangeWords& strange) const {
    KoreanDiscovery discovery(*this, text, sentence);
    discovery.run();
    discovery.see_strange_words(strange);
}

std::string_view KoreanReader::strange_word(std::string_view text, SentenceAnalysis& sentence,
                                            std::uint32_t token) const {
    return KoreanDiscovery(*this, text, sentence).strange_word(token);
}

} // namespace jokbo

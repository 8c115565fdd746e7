#include "extract/korean/korean.hpp"

#include "extract/characters.hpp"
#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_parenthesis = 14; // tokens

bool closes_quote(std::string_view token) {
    return is_one_of(token, {"’", "”", "′", "'", "\"", "」", "』", "》", "〉"});
}

bool opens_quote(std::string_view token) { return is_one_of(token, {"‘", "“", "'", "\"", "「", "『", "《", "〈"}); }

/// 만 of 1000만: part of the number, not the particle 만.
bool is_numeral(const std::vector<Token>& tokens, std::uint32_t i, std::string_view token) {
    return i > 0 && tokens[i].gap == Token::Gap::glued && tokens[i - 1].kind == Token::Kind::number &&
           is_one_of(token, {"여", "만", "만여", "억", "억여", "조", "천", "천만", "백만"});
}

/// 연 of 산·학·연: a syllable behind a middle dot is short for a noun, whatever verb it looks like.
bool is_abbreviation(std::string_view text, const std::vector<Token>& tokens, std::uint32_t i) {
    return i > 0 && tokens[i].span.size() == syllable && tokens[i].gap == Token::Gap::glued &&
           is_one_of(tokens[i - 1].span.of(text), {"·", "ㆍ", "・"});
}

bool separates(std::string_view token) {
    return is_one_of(token, {",", "·", "ㆍ", "・", "‧", "∙", "•", "/", "▲", "△", "▷", "-", "&"});
}

WordMap<bool> lines_of(std::string_view text) {
    WordMap<bool> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines[text.substr(begin, end - begin)] = true;
        begin = end + 1;
    }
    return lines;
}

} // namespace

KoreanReader::KoreanReader(const Pack& pack, const Ontology& ontology, const Frames& frames, const Cues& cues)
    : ontology_(ontology), frames_(frames), cues_(cues), words_(pack, frames, cues) {
    common_words_ = lines_of(pack.file("extract/cues/common.ko.txt").text);
    rare_nouns_ = lines_of(pack.file("extract/cues/nouns.ko.txt").text);
    const auto cue = [&](std::string_view name) { return cues.cue(name); };
    classes_ = {cue("title"),
                cue("title_part"),
                cue("former"),
                cue("surname"),
                cue("organization_suffix"),
                cue("transparent"),
                cue("dependent"),
                cue("conjunction"),
                cue("etc"),
                cue("follows_name"),
                cue("anaphor_companies"),
                cue("anaphor_many"),
                cue("anaphor_company"),
                cue("anaphor_self"),
                cue("anaphor_model"),
                cue("anaphor_product"),
                cue("anaphor_programme"),
                cue("deictic"),
                cue("generic"),
                cue("name_stop"),
                cue("stop_latin"),
                cue("epithet"),
                cue("adverb"),
                cue("base"),
                cue("field"),
                cue("announces"),
                cue("edition"),
                cue("counter"),
                cue("light"),
                cue("via"),
                cue("about"),
                cue("agent"),
                cue("likening"),
                cue("adds"),
                cue("anaphor_models"),
                cue("report"),
                cue("subordinates"),
                cue("content"),
                cue("alongside"),
                cue("occasion"),
                cue("given_name"),
                cue("measure"),
                cue("goods"),
                cue("institution"),
                cue("other_kind"),
                cue("anaphor_three"),
                cue("venue"),
                cue("adjective"),
                cue("concluded"),
                cue("moment"),
                cue("team"),
                cue("manner"),
                cue("state"),
                cue("relays"),
                cue("legal_form"),
                cue("we"),
                {}};
    for (const auto& type : ontology.types()) {
        if (const auto name = "class." + type.name; !cues.words(name).empty()) {
            classes_.kinds.emplace_back(cue(name), type.id);
        }
    }
    const auto role = [&](std::string_view name) { return frames.role(name).value(); };
    roles_ = {role("subject"), role("object"), role("head"),   role("topic"), role("에"), role("에게"),
              role("에서"),    role("로"),     role("로부터"), role("와"),    role("의"), role("보다"),
              role("통해"),    role("대해"),   role("이다"),   role("등")};
    organization_ = ontology.type_named("Organization");
    person_ = ontology.type_named("Person");
    model_ = ontology.type_named("Model");
    product_ = ontology.type_named("Product");
    dataset_ = ontology.type_named("Dataset");
    programme_ = ontology.type_named("Programme");
    technology_ = ontology.type_named("Technology");
    place_ = ontology.type_named("Place");
    for (const auto& [name, list] : {std::pair("deny", deny), std::pair("allege", allege), std::pair("plan", plan),
                                     std::pair("negate", negate), std::pair("ended", ended)}) {
        for (const auto word : cues.words(name)) {
            stances_.add(word, list);
        }
    }
    for (const auto& trigger : frames.triggers()) {
        const auto with = [&](std::string_view particle) {
            return cues.of(trigger.object + std::string(particle) + " " + trigger.head).has(classes_.concluded);
        };
        concluded_.push_back(!trigger.object.empty() && (with("을") || with("를")));
    }
    allege_words_ = cues.words("allege");
    negate_words_ = cues.words("negate");
    launch_words_ = cues.words("launch");
    deal_words_ = cues.words("deal");
    stake_words_ = cues.words("stake");
}

bool KoreanReader::may_end_name(std::string_view text, std::uint32_t end, std::uint32_t sentence_end) const {
    if (end >= sentence_end) {
        return true;
    }
    const auto last = text[end - 1];
    if (is_hangul(text, end)) {
        auto to = end;
        while (to < sentence_end && is_hangul(text, to)) {
            to += 3;
        }
        const auto tail = text.substr(end, to - end);
        if (words_.particle(tail)) {
            return true;
        }
        if (static_cast<signed char>(last) >= 0) {
            return true; // a name in Latin letters ends where Hangul begins: GPT기반
        }
        Particle particle{};
        const auto size = words_.particle_size(tail, particle);
        return cues_.of(tail).has(classes_.follows_name) ||
               cues_.of(tail.substr(0, tail.size() - size)).has(classes_.follows_name);
    }
    if (static_cast<signed char>(last) < 0) {
        return true; // Hangul names end before any other script
    }
    if (is_digit(last)) {
        // 4 of 4.5 or 4o is no end
        const bool point = text[end] == '.' && end + 1 < sentence_end && is_digit(text[end + 1]);
        return !point && !is_digit(text[end]) && !is_ascii_letter(text[end]);
    }
    return !is_ascii_letter(text[end]) && !is_digit(text[end]);
}

Particle KoreanReader::particle_behind(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t& end,
                                       std::uint32_t stem_end) const {
    const auto& tokens = sentence.tokens;
    const auto& last = tokens[end - 1];
    if (stem_end < last.span.end) {
        return words_.particle(text.substr(stem_end, last.span.end - stem_end)).value_or(Particle::unmarked);
    }
    auto at = end;
    const auto glued = [&](std::uint32_t i) { return i < tokens.size() && tokens[i].gap == Token::Gap::glued; };
    const bool apart = at < tokens.size() && tokens[at].gap == Token::Gap::space && tokens[at].span.of(text) == "(";
    for (int round = 0; round < 3 && (glued(at) || (apart && round == 0)); ++round) {
        const auto token = tokens[at].span.of(text);
        if (token == "(" || token == "（") {
            auto close = at + 1;
            while (close < tokens.size() && close < at + longest_parenthesis &&
                   !is_one_of(tokens[close].span.of(text), {")", "）"})) {
                ++close;
            }
            if (close >= tokens.size() || close >= at + longest_parenthesis) {
                break;
            }
            at = close + 1;
            if (apart && !glued(at)) {
                break; // A.X 4.0 (에이닷엑스 4.0)을, but not 가온 (사진) 공개
            }
        } else if (closes_quote(token)) {
            ++at;
        } else {
            break;
        }
        end = at;
    }
    if (glued(at) && tokens[at].kind == Token::Kind::hangul && !is_numeral(tokens, at, tokens[at].span.of(text))) {
        if (const auto particle = words_.particle(tokens[at].span.of(text))) {
            end = at + 1;
            return *particle;
        }
    }
    return Particle::unmarked;
}

Cues::Hit KoreanReader::longest_cue(std::string_view text, const std::vector<Token>& tokens,
                                    std::uint32_t token) const {
    const auto* card = tokens[token].card;
    if (card == nullptr || card->longest_cue > 1) {
        return cues_.longest(text, tokens, token);
    }
    return {card->lower_cues, card->lower_cues.empty() ? 0U : 1U};
}

/// 국제전자제품박람회(CES 2026)에: the noun is what the name in the parenthesis, of a single type and alone there, is called.
bool KoreanReader::names_what_parenthesis_holds(std::string_view text, const SentenceAnalysis& sentence,
                                                const EntityMention& mention) const {
    const auto& tokens = sentence.tokens;
    const auto open = mention.tokens.begin - 1;
    const auto close = mention.tokens.end;
    const bool one_type = mention.types == TypeSet::of(programme_) || mention.types == TypeSet::of(model_) ||
                          mention.types == TypeSet::of(product_) || mention.types == TypeSet::of(dataset_);
    return one_type && tokens[open].gap == Token::Gap::glued && is_one_of(tokens[open].span.of(text), {"(", "（"}) &&
           close < tokens.size() && is_one_of(tokens[close].span.of(text), {")", "）"});
}

void KoreanReader::items(std::string_view text, const SentenceAnalysis& sentence,
                         std::vector<KoreanItem>& items) const {
    const auto& tokens = sentence.tokens;
    items.clear();
    KoreanCard made; // for tokens without one
    std::size_t next_mention = 0;
    for (std::uint32_t i = 0; i < tokens.size();) {
        KoreanItem item;
        item.tokens = {i, i + 1};
        const auto token = tokens[i].span.of(text);
        const bool mark = tokens[i].kind == Token::Kind::punctuation || tokens[i].kind == Token::Kind::symbol;
        while (next_mention < sentence.mentions.size() && sentence.mentions[next_mention].tokens.begin < i) {
            ++next_mention;
        }
        if (next_mention < sentence.mentions.size() && sentence.mentions[next_mention].tokens.begin == i) {
            const auto& mention = sentence.mentions[next_mention];
            item.kind = KoreanItem::Kind::mention;
            item.mention = static_cast<std::uint32_t>(next_mention);
            item.tokens.end = mention.tokens.end;
            item.stem = mention.span.of(text);
            item.particle = particle_behind(text, sentence, item.tokens.end, mention.span.end);
        } else if (mark && separates(token)) {
            item.kind = KoreanItem::Kind::separator;
        } else if (mark && (opens_quote(token) || closes_quote(token))) {
            ++i; // quotes neither join nor part
            continue;
        } else if (mark && (token == "(" || token == "（")) {
            auto close = i + 1;
            while (close < tokens.size() && close < i + longest_parenthesis &&
                   !is_one_of(tokens[close].span.of(text), {")", "）"})) {
                ++close;
            }
            i = close < tokens.size() && close < i + longest_parenthesis ? close + 1 : i + 1;
            continue;
        } else if (is_numeral(tokens, i, token)) {
            item.stem = token;
        } else if (tokens[i].kind == Token::Kind::hangul) {
            const auto& card = tokens[i].card != nullptr ? *tokens[i].card : made = this->card(token, tokens[i].kind);
            const auto& plain = card.item;
            item.kind = plain.kind;
            item.word = plain.word;
            item.cues = plain.cues;
            item.particle = plain.particle;
            item.stem = token.substr(0, card.stem_size);
            if (item.kind == KoreanItem::Kind::verb && is_abbreviation(text, tokens, i)) {
                item.kind = KoreanItem::Kind::noun;
                item.word = {};
                item.stem = token;
            }
            if (item.particle == Particle::unmarked && item.word.ending == Ending::bare &&
                (item.kind != KoreanItem::Kind::action || item.stem.size() == token.size())) {
                item.particle = particle_behind(text, sentence, item.tokens.end, tokens[i].span.end);
            }
            const auto inside = i + 2;
            if (item.kind == KoreanItem::Kind::noun && next_mention < sentence.mentions.size() &&
                sentence.mentions[next_mention].tokens.begin == inside &&
                names_what_parenthesis_holds(text, sentence, sentence.mentions[next_mention])) {
                item.kind = KoreanItem::Kind::mention;
                item.mention = static_cast<std::uint32_t>(next_mention);
            }
            if (item.kind == KoreanItem::Kind::noun) {
                settle_kind(item);
            }
        } else if (mark && !is_one_of(token, {"%", "％"})) {
            item.kind = KoreanItem::Kind::stop;
        } else {
            item.stem = token;
            item.cues = cues_.of(token);
            item.particle = particle_behind(text, sentence, item.tokens.end, tokens[i].span.end);
        }
        i = item.tokens.end;
        items.push_back(item);
    }
}

bool KoreanReader::may_be_noun(std::string_view eojeol) const {
    Particle particle = Particle::unmarked;
    const bool marked =
        words_.particle_size(eojeol, particle) != 0 && cues_.of(eojeol).empty() && !common_words_.contains(eojeol);
    return (!marked || eojeol.ends_with("학과")) && !words_.looks_like_verb(eojeol) &&
           !cues_.of(eojeol).has(classes_.adverb);
}

/// Whether a word is a noun by its class, whatever verb it looks like.
bool KoreanReader::is_class_word(CueSet cues) const {
    if (cues.empty()) {
        return false;
    }
    for (const auto cue : {classes_.title, classes_.title_part, classes_.transparent, classes_.dependent,
                           classes_.conjunction, classes_.etc, classes_.generic, classes_.anaphor_companies,
                           classes_.anaphor_company, classes_.anaphor_many}) {
        if (cues.has(cue)) {
            return true;
        }
    }
    return names_a_kind(cues);
}

bool KoreanReader::names_a_kind(CueSet cues) const {
    return std::ranges::any_of(classes_.kinds, [&](const auto& kind) { return cues.has(kind.first); });
}

bool KoreanReader::may_stand_in_gap(std::string_view eojeol) const {
    if (!cues_.of(eojeol).empty()) {
        return true;
    }
    Particle particle = Particle::unmarked;
    const bool marked = words_.particle_size(eojeol, particle) != 0 && eojeol.size() > 6 &&
                        particle != Particle::genitive && particle != Particle::copula_of &&
                        particle != Particle::copula && particle != Particle::like;
    return !marked;
}

bool KoreanReader::particle_named(std::string_view form, Particle& particle) const {
    const auto found = words_.particle(form);
    if (found) {
        particle = *found;
    }
    return found.has_value();
}

} // namespace jokbo

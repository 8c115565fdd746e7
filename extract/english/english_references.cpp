// What noun phrases without a name point to: pronouns, class nouns, his company, things that are only described.

#include "extract/english/english_phrases.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <string>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = ascii_lower(c);
    }
    return lower;
}

} // namespace

std::uint32_t EnglishPhrases::pronoun(std::uint32_t unit) {
    const auto text = lower_case(s_.unit_text(s_.units[unit]));
    const auto& t = reader_.types_;
    TypeSet types;
    std::uint8_t number = 1;
    if (text == "it" || text == "its" || text == "itself") {
        for (const auto type : {t.organization, t.model, t.product, t.dataset, t.programme}) {
            types.add(type);
        }
    } else if (text == "they" || text == "their" || text == "them" || text == "themselves") {
        for (const auto type : {t.organization, t.person, t.model, t.product}) {
            types.add(type);
        }
        number = 0;
    } else if (text == "he" || text == "she" || text == "his" || text == "her" || text == "him" || text == "himself" ||
               text == "herself") {
        types.add(t.person);
    } else if (text == "we" || text == "our") {
        const auto speaker =
            add_mention(unit, unit + 1, EntityMention::Kind::anaphor, TypeSet::of(t.organization), number);
        s_.analysis->mentions[speaker].bias = EntityMention::Bias::speaker;
        return speaker;
    } else {
        return none;
    }
    return add_mention(unit, unit + 1, EntityMention::Kind::anaphor, types, number);
}

/// the company, both startups, the ChatGPT maker; none where the words do not point back.
std::uint32_t EnglishPhrases::anaphor(const NounPhrase& noun, std::uint32_t begin, std::uint32_t head,
                                      bool possessive) {
    if (s_.units[head].word == nullptr) {
        return none;
    }
    if (is_text(head, "two") && head == begin + 1 && noun.end == head + 1 && // the two, "these two"
        (is_text(begin, "The") || is_text(begin, "the") || is_text(begin, "These") || is_text(begin, "these"))) {
        const auto& t = reader_.types_;
        TypeSet types = TypeSet::of(t.organization);
        for (const auto type : {t.person, t.model, t.product}) {
            types.add(type);
        }
        return add_mention(begin, head + 1, EntityMention::Kind::anaphor, types, 2);
    }
    if (!is(head, EnglishClass::anaphoric)) {
        return none;
    }
    const auto first = lower_case(s_.unit_text(s_.units[begin]));
    const bool points = first == "the" || first == "this" || first == "both" || first == "these" || first == "those";
    if (!points || noun.possessor != none) {
        return none;
    }
    for (auto i = begin + 1; i < head; ++i) {
        const auto text = lower_case(s_.unit_text(s_.units[i]));
        if (text == "other" || text == "same" || text == "first" || text == "latest" || text == "new" ||
            text == "next" || text == "largest" || text == "biggest" || text == "only" || text == "second" ||
            text == "most" || text == "best" || text == "top" || text == "newest" || text == "right" ||
            text == "entire" || text == "average" ||
            (s_.units[i].part == Part::name && !is(head, EnglishClass::organization))) {
            return none;
        }
    }
    const auto behind = part(head + 1) == Part::comma ? head + 2 : head + 1;
    const bool named = is(behind, EnglishClass::naming) && part(behind) == Part::verb &&
                       part(behind + 1) == Part::name; // the model, called Nova
    const bool told_apart = named || part(head + 1) == Part::relative || is_text(head + 1, "of") ||
                            part(head + 1) == Part::name ||
                            (part(head + 1) == Part::verb && is_text(head + 2, "by")); // the firm founded by Ada Kim
    if (!possessive && told_apart) {
        return none;
    }
    const auto text = s_.unit_text(s_.units[head]);
    std::uint8_t number = text.ends_with('s') ? 0 : 1;
    if (first == "both" || text == "pair" || text == "duo" || is_text(begin + 1, "two")) {
        number = 2;
    } else if (text == "trio" || is_text(begin + 1, "three")) {
        number = 3;
    } else if (number == 0 && first == "the" && head > begin + 1 && part(begin + 1) == Part::number) {
        return none;
    }
    auto types = types_of(*s_.units[head].word);
    if (types.empty()) { // the pair, the duo
        types.add(reader_.types_.organization);
        types.add(reader_.types_.person);
    }
    const auto made = add_mention(begin, head + 1, EntityMention::Kind::anaphor, types, number);
    auto& mention = s_.analysis->mentions[made];
    mention.noun = class_noun(head);
    if (reader_.cues_->of(text).has(reader_.funded_)) {
        mention.bias = EntityMention::Bias::funded;
    }
    for (auto i = begin; i < head; ++i) {
        if (s_.units[i].part == Part::name && s_.units[i + 1].part != Part::bound &&
            s_.analysis->mentions[s_.units[i].mention].types == TypeSet::of(reader_.types_.place)) {
            s_.analysis->mentions[made].home = s_.units[i].mention;
        }
    }
    return made;
}

/// his company, her startup: whom the person works for; none where more is said of it (his next company).
std::uint32_t EnglishPhrases::employer(const NounPhrase& noun) {
    const auto person = TypeSet::of(reader_.types_.person);
    if (noun.possessor == none || noun.core != noun.head || noun.plural || !is(noun.head, EnglishClass::organization) ||
        part(noun.head - 1) != Part::possessive || !(s_.analysis->mentions[noun.possessor].types == person)) {
        return none;
    }
    const auto made = add_mention(noun.core, noun.head + 1, EntityMention::Kind::anaphor,
                                  TypeSet::of(reader_.types_.organization), 1);
    s_.analysis->mentions[made].bias = EntityMention::Bias::employer;
    s_.analysis->mentions[made].antecedents = {noun.possessor};
    return made;
}

/// The class noun as a number, singular and plural alike; 0 for nouns that say nothing (company) or are none.
std::uint32_t EnglishPhrases::class_noun(std::uint32_t unit) const {
    if (is(unit, EnglishClass::bridge)) {
        return 1; // whatever they have: a round, a deal
    }
    if (!is(unit, EnglishClass::anaphoric) || is(unit, EnglishClass::plain_noun)) {
        return 0;
    }
    std::uint32_t number = 17;
    auto text = s_.unit_text(s_.units[unit]);
    text.remove_suffix(text.ends_with('s') ? 1 : 0);
    for (const char c : text) {
        number = c == '-' ? number : number * 31 + static_cast<unsigned char>(ascii_lower(c));
    }
    return std::max(number, 2U);
}

/// "a 7-billion-parameter reasoning model": a thing without a name, worth keeping where a relation hangs on it.
std::uint32_t EnglishPhrases::described(const NounPhrase& noun) {
    const auto& head = s_.units[noun.head];
    const auto& t = reader_.types_;
    if (head.word == nullptr || head.part != Part::noun || noun.head < noun.core + 1) {
        return none;
    }
    const auto types = types_of(*head.word);
    const bool fits = types == TypeSet::of(t.model) || types == TypeSet::of(t.dataset);
    const bool specific = s_.unit_text(s_.units[noun.core]) == "a" || s_.unit_text(s_.units[noun.core]) == "an" ||
                          s_.unit_text(s_.units[noun.core]) == "A" || noun.possessor != none;
    if (!fits || !specific || noun.head < noun.core + 2) {
        return none;
    }
    const auto begin = noun.possessor != none ? noun.core : noun.core + 1;
    for (auto i = begin; i < noun.head; ++i) {
        if (s_.units[i].part == Part::name || s_.units[i].part == Part::genitive) {
            return none;
        }
    }
    return add_mention(begin, noun.head + 1, EntityMention::Kind::described, types, 1);
}

} // namespace jokbo

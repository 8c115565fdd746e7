#include "extract/english/english_phrases.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

void EnglishPhrases::run() {
    for (std::uint32_t at = 0; at < s_.units.size();) {
        at = read(at);
    }
    join_lists();
    list_examples();
}

TypeSet EnglishPhrases::types_of(const EnglishWord& noun) const {
    const auto& t = reader_.types_;
    const std::pair<EnglishClass, TypeId> classes[] = {{EnglishClass::organization, t.organization},
                                                       {EnglishClass::person, t.person},
                                                       {EnglishClass::model, t.model},
                                                       {EnglishClass::product, t.product},
                                                       {EnglishClass::dataset, t.dataset},
                                                       {EnglishClass::programme, t.programme},
                                                       {EnglishClass::technology, t.technology},
                                                       {EnglishClass::licence, t.licence},
                                                       {EnglishClass::place, t.place}};
    TypeSet types;
    for (const auto& [c, type] : classes) {
        if (noun.is(c)) {
            types.add(type);
        }
    }
    return types;
}

/// "last week", "this month", "next March", "Monday": adverbials that stand between a subject and its verb.
bool EnglishPhrases::begins_time(std::uint32_t at) const {
    if (is(at, EnglishClass::weekday)) {
        return true;
    }
    const auto text = s_.units[at].mention == none ? s_.unit_text(s_.units[at]) : std::string_view{};
    return (text == "last" || text == "this" || text == "next" || text == "earlier" || text == "later") &&
           (is(at + 1, EnglishClass::time) || is(at + 1, EnglishClass::month) || is(at + 1, EnglishClass::weekday));
}

/// "named Ada Kim chief executive": a person's name is no part of the title behind it.
bool EnglishPhrases::begins_office(const NounPhrase& noun, std::uint32_t at) const {
    return noun.head + 1 == at && part(noun.head) == Part::name && noun.begin > 0 &&
           part(noun.begin - 1) == Part::verb && is(at, EnglishClass::title) &&
           s_.analysis->mentions[s_.units[noun.head].mention].types == TypeSet::of(reader_.types_.person);
}

/// founder and CEO: the titles of one person.
bool EnglishPhrases::coordinates_titles(const NounPhrase& noun, std::uint32_t at) const {
    if (part(at) != Part::conjunction || noun.head != at - 1 || s_.units[noun.head].part == Part::name) {
        return false;
    }
    const bool title = is(noun.head, EnglishClass::title) || is(noun.head, EnglishClass::person);
    for (auto next = at + 1; title && next < s_.units.size() && next < at + 5; ++next) {
        if (part(next) != Part::noun && part(next) != Part::adjective) {
            return false;
        }
        if (is(next, EnglishClass::title) || is(next, EnglishClass::person)) {
            return true;
        }
    }
    return false;
}

bool EnglishPhrases::names_company(std::uint32_t unit) const {
    const auto types = s_.analysis->mentions[s_.units[unit].mention].types;
    return types.has(reader_.types_.organization) && !types.has(reader_.types_.person);
}

/// a former Lumen and Tern engineer
bool EnglishPhrases::coordinates_employers(const NounPhrase& noun, std::uint32_t at) const {
    const auto first = part(noun.begin);
    auto title = at + 2;
    while (part(title) == Part::noun && !is(title, EnglishClass::title) && !is(title, EnglishClass::person)) {
        ++title;
    }
    return part(at) == Part::conjunction && !is_text(at, "but") && noun.head + 1 == at &&
           part(noun.head) == Part::name && noun.head > noun.begin && names_company(noun.head) &&
           (first == Part::determiner || first == Part::adjective || is_text(noun.begin, "former")) &&
           part(at + 1) == Part::name && part(title) == Part::noun && title < at + 5;
}

/// the search and cloud company Lumen: what one company does.
bool EnglishPhrases::coordinates_trades(const NounPhrase& noun, std::uint32_t at) const {
    constexpr std::uint32_t longest = 4;
    if (part(at) != Part::conjunction || noun.head + 1 != at || part(noun.head) != Part::noun || noun.mention != none) {
        return false;
    }
    auto next = at + 1;
    while (next < at + 1 + longest && (part(next) == Part::noun || part(next) == Part::adjective)) {
        ++next;
    }
    return next > at + 1 && part(next) == Part::name && names_company(next) &&
           is(next - 1, EnglishClass::organization) && !is(noun.head, EnglishClass::organization);
}

bool EnglishPhrases::goes_on(const NounPhrase& noun, std::uint32_t at) const {
    const bool empty = noun.end == noun.begin;
    switch (part(at)) {
    case Part::determiner:
        return empty || (noun.head == none && (part(at - 1) == Part::determiner || part(at - 1) == Part::possessive ||
                                               part(at - 1) == Part::genitive)); // Ada Kim's other company
    case Part::possessive: return empty || (noun.head == none && part(at - 1) == Part::determiner);
    case Part::pronoun: return empty;
    case Part::number:
    case Part::adjective:
    case Part::noun: return empty || noun.head == none || (!begins_time(at) && !begins_office(noun, at));
    case Part::name:
    case Part::bound: return true;
    case Part::genitive: return noun.head != none;
    case Part::adverb: {
        const auto next = part(at + 1);
        return !empty && noun.head == none && (next == Part::adjective || next == Part::noun || next == Part::adverb);
    }
    case Part::conjunction:
        return noun.head != none &&
               ((is_text(at, "-") && part(at - 1) == Part::name && part(at + 1) == Part::name) ||
                (is_text(at, "/") && part(at - 1) == Part::noun && part(at + 1) == Part::noun) ||
                coordinates_titles(noun, at) || coordinates_employers(noun, at) || coordinates_trades(noun, at));
    default: return false;
    }
}

std::uint32_t EnglishPhrases::read(std::uint32_t at) {
    NounPhrase noun;
    noun.begin = at;
    noun.end = at;
    noun.core = at;
    noun.head = none;
    if (part(at) == Part::adverb || (is_text(at, "such") && is_text(at + 1, "as"))) {
        return at + 1;
    }
    while (at < s_.units.size() && goes_on(noun, at)) {
        const auto here = part(at);
        if (here == Part::possessive || here == Part::genitive) {
            take_possessor(noun, at);
        } else if (is(at, EnglishClass::company_suffix) && at > noun.begin && part(at - 1) == Part::name) {
            // Lumen Inc.: the name is the head
        } else if (here == Part::noun || here == Part::name || here == Part::number || here == Part::pronoun ||
                   here == Part::adjective) {
            noun.head = at;
        }
        noun.end = ++at;
        if (here == Part::pronoun) {
            break;
        }
    }
    if (noun.end == noun.begin) {
        return at + 1;
    }
    if (noun.head == none || noun.head < noun.core) {
        noun.head = noun.end - 1; // "these", "Lumen’s" by itself
    }
    settle(noun);
    make_phrase(noun);
    noun.list = static_cast<std::uint32_t>(s_.nouns.size());
    s_.nouns.push_back(noun);
    return noun.end;
}

void EnglishPhrases::take_possessor(NounPhrase& noun, std::uint32_t at) {
    if (is_text(at, "whose")) {
        noun.possessor = antecedent_of_whose(at);
    } else if (part(at) == Part::possessive) {
        noun.possessor = pronoun(at);
    } else {
        const auto& owner = s_.units[noun.head];
        noun.possessor = owner.part == Part::name ? owner.mention : anaphor(noun, noun.core, noun.head, true);
    }
    noun.core = at + 1;
    noun.head = none;
}

/// "Lumen, whose customers", "Lumen, a startup whose customers"
std::uint32_t EnglishPhrases::antecedent_of_whose(std::uint32_t at) const {
    auto end = at > 0 && part(at - 1) == Part::comma ? at - 1 : at;
    for (std::size_t back = 0; back < 2 && back < s_.nouns.size(); ++back) {
        const auto& before = s_.nouns[s_.nouns.size() - 1 - back];
        if (before.end != end) {
            break;
        }
        if (before.mention != none) {
            return before.mention;
        }
        if (before.begin == 0 || part(before.begin - 1) != Part::comma) {
            break;
        }
        end = before.begin - 1;
    }
    return none;
}

std::uint32_t EnglishPhrases::add_mention(std::uint32_t begin, std::uint32_t end, EntityMention::Kind kind,
                                          TypeSet types, std::uint8_t number) {
    auto& analysis = *s_.analysis;
    EntityMention mention;
    mention.tokens = {s_.units[begin].tokens.begin, s_.units[end - 1].tokens.end};
    mention.span = {analysis.tokens[mention.tokens.begin].span.begin, analysis.tokens[mention.tokens.end - 1].span.end};
    mention.kind = kind;
    mention.types = types;
    mention.number = number;
    analysis.mentions.push_back(std::move(mention));
    return static_cast<std::uint32_t>(analysis.mentions.size() - 1);
}

/// The name that the head says the class of: next to it, or with words between them where the phrase speaks of a certain thing (an
/// iPhone camera app is no iPhone).
std::uint32_t EnglishPhrases::name_before_class(const NounPhrase& noun) const {
    constexpr std::uint32_t farthest = 3;
    auto at = noun.head;
    while (at > noun.core && noun.head - at < farthest &&
           (part(at - 1) == Part::noun || part(at - 1) == Part::adjective)) {
        --at;
    }
    if (at == noun.core || part(at - 1) != Part::name) {
        return none;
    }
    const auto speaks_of_any = [&](const NounPhrase& phrase) {
        return part(phrase.core) == Part::determiner && !phrase.definite;
    };
    const bool coordinated =
        noun.begin > 0 && part(noun.begin - 1) == Part::conjunction && !s_.nouns.empty(); // an iOS and Android app
    const bool any = speaks_of_any(noun) || (coordinated && speaks_of_any(s_.nouns.back()));
    return at == noun.head || !any ? at - 1 : none;
}

void EnglishPhrases::settle(NounPhrase& noun) {
    const auto& head = s_.units[noun.head];
    const auto text = s_.unit_text(head);
    noun.definite = is_text(noun.core, "the") || is_text(noun.core, "The") || is_text(noun.core, "this") ||
                    is_text(noun.core, "This") || is_text(noun.core, "that") || is_text(noun.core, "these") ||
                    is_text(noun.core, "That") || is_text(noun.core, "These");
    noun.plural = text.ends_with('s') && !text.ends_with("ss") && head.part != Part::name;
    if (head.part == Part::name) {
        noun.mention = head.mention;
        return;
    }
    if (head.part == Part::pronoun) {
        noun.mention = pronoun(noun.head);
        return;
    }
    if (head.part == Part::genitive || head.word == nullptr) {
        return;
    }
    // the Gemini model, the Copilot app, its Codex coding agent: the class noun only says what the name is
    const auto name = name_before_class(noun);
    if (name != none) {
        auto& named = s_.analysis->mentions[s_.units[name].mention];
        auto types = types_of(*head.word) & named.types;
        const bool organization =
            named.types.has(reader_.types_.organization) || named.types.has(reader_.types_.person);
        if (!types.empty() && !types.has(reader_.types_.organization) && !types.has(reader_.types_.person) &&
            (!organization || named.types == types || !is(noun.head, EnglishClass::organization))) {
            if (!organization) {
                named.types = types;
            }
            if (!organization || !(named.types == TypeSet::of(reader_.types_.organization))) {
                noun.mention = s_.units[name].mention;
                return;
            }
        }
    }
    if (is(noun.head, EnglishClass::portion) && noun.head > noun.core && part(noun.head - 1) == Part::name) {
        const auto types = s_.analysis->mentions[s_.units[noun.head - 1].mention].types;
        if ((types.has(reader_.types_.model) || types.has(reader_.types_.product)) &&
            !types.has(reader_.types_.organization)) {
            noun.mention = s_.units[noun.head - 1].mention; // the GPT-5 family of models
            return;
        }
    }
    if (name != none && (is(noun.head, EnglishClass::model) || is(noun.head, EnglishClass::product))) {
        // the Nova chatbot: between models and products a name may stand on either side
        const auto& t = reader_.types_;
        const auto types = s_.analysis->mentions[s_.units[name].mention].types;
        if (types == TypeSet::of(t.model) || types == TypeSet::of(t.product)) {
            noun.mention = s_.units[name].mention;
            return;
        }
    }
    noun.mention = anaphor(noun, noun.core, noun.head, false);
    if (noun.mention == none) {
        noun.mention = employer(noun);
    }
    if (noun.mention == none) {
        noun.mention = described(noun);
    }
    // "the round", "Investors include": whose they are was said before
    const bool listed =
        noun.begin == 0 && noun.plural && (is_text(noun.end, "include") || is_text(noun.end, "included"));
    if (noun.mention == none && (noun.definite || listed) && noun.possessor == none &&
        is(noun.head, EnglishClass::bridge)) {
        for (auto i = noun.core; i < noun.head; ++i) {
            if (s_.units[i].part == Part::name) {
                return;
            }
        }
        noun.bridge = add_mention(noun.core, noun.head + 1, EntityMention::Kind::anaphor,
                                  TypeSet::of(reader_.types_.organization), 1);
        s_.analysis->mentions[noun.bridge].noun = class_noun(noun.head);
    }
}

void EnglishPhrases::make_phrase(NounPhrase& noun) {
    Phrase phrase;
    phrase.tokens = {s_.units[noun.begin].tokens.begin, s_.units[noun.end - 1].tokens.end};
    if (noun.mention != none) {
        phrase.mentions.push_back(noun.mention);
    }
    noun.phrase = static_cast<std::uint32_t>(s_.analysis->phrases.size());
    s_.analysis->phrases.push_back(std::move(phrase));
}

} // namespace jokbo

#include "extract/english/english_anaphora.hpp"

#include "extract/english/english_phrases.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t most_antecedents = 3;

} // namespace

void EnglishAnaphora::run() {
    place();
    call();
    auto& mentions = s_.analysis->mentions;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].kind == EntityMention::Kind::anaphor && mentions[i].number <= 1 &&
            !mentions[i].is_by_office()) {
            look_back(i);
        }
    }
}

/// Where later sentences look: the main clause's subject most of all, then other subjects and whose they are.
void EnglishAnaphora::place() {
    auto& mentions = s_.analysis->mentions;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (is_press(i)) {
            mentions[i].place = EntityMention::Place::aside;
        }
    }
    // "Lumen declined to comment": the text does not go on about Lumen
    if (std::ranges::any_of(s_.units, [](const EnglishUnit& unit) {
            return unit.word != nullptr && unit.word->is(EnglishClass::no_answer);
        })) {
        return;
    }
    bool first = true;
    for (const auto& verb : s_.verbs) {
        const auto noun = verb.surface();
        if (noun == none || verb.form != VerbGroup::Form::finite) {
            continue;
        }
        const auto& n = s_.nouns[noun];
        const auto place = first ? EntityMention::Place::topic : EntityMention::Place::subject;
        const auto& subjects = s_.analysis->phrases[n.phrase].mentions;
        if (subjects.size() == 1 && mentions[subjects.front()].place == EntityMention::Place::other) {
            mentions[subjects.front()].place = place;
        }
        for (const auto& equation : s_.equations) { // its startup, Tern, grew
            if (subjects.empty() && equation.verb == none && equation.noun == noun) {
                const auto& equals = s_.analysis->phrases[s_.nouns[equation.equal].phrase].mentions;
                if (equals.size() == 1 && mentions[equals.front()].place == EntityMention::Place::other) {
                    mentions[equals.front()].place = place;
                }
            }
        }
        if (n.mention == none && n.possessor != none && mentions[n.possessor].place == EntityMention::Place::other) {
            mentions[n.possessor].place = EntityMention::Place::subject;
        }
        first = false;
    }
}

/// What names are called (the startup Tern; Tern, a startup) and whose rounds and deals are spoken of.
void EnglishAnaphora::call() {
    const EnglishPhrases phrases(reader_, s_);
    auto& callings = s_.analysis->callings;
    for (const auto& equation : s_.equations) {
        call(equation.noun, equation.equal);
        call(equation.equal, equation.noun);
    }
    for (const auto& verb : s_.verbs) { // raised $40 million: the round is Lumen's
        if (verb.object == none || verb.subject == none || verb.voice == VerbGroup::Voice::passive ||
            s_.units[verb.head].word == nullptr || !s_.units[verb.head].word->is(EnglishClass::obtain) ||
            s_.units[s_.nouns[verb.object].core].part == EnglishUnit::Part::name) {
            continue;
        }
        const auto& object = s_.nouns[verb.object];
        const bool money = std::any_of(s_.units.begin() + object.core, s_.units.begin() + object.end,
                                       [](const auto& u) { return u.part == EnglishUnit::Part::number; });
        const auto& owners = s_.analysis->phrases[s_.nouns[verb.subject].phrase].mentions;
        if (money && owners.size() == 1) {
            callings.push_back({owners.front(), 1});
        }
    }
    for (const auto& noun : s_.nouns) {
        for (auto unit = noun.core; unit + 1 < noun.end; ++unit) { // the startup Tern
            const auto number =
                s_.units[unit].part == EnglishUnit::Part::noun && s_.units[unit + 1].part == EnglishUnit::Part::name
                    ? phrases.class_noun(unit)
                    : 0;
            if (number > 1) {
                callings.push_back({s_.units[unit + 1].mention, number});
            }
        }
        if (noun.bridge != none || phrases.class_noun(noun.head) != 1) {
            continue;
        }
        if (noun.possessor != none) {
            callings.push_back({noun.possessor, 1});
        } else if (noun.verb != none && s_.verbs[noun.verb].subject != none &&
                   reader_.vocabulary_.word(s_.unit_text(s_.units[s_.verbs[noun.verb].head]))
                       .is(EnglishClass::obtain)) { // who raised it, not who led it
            const auto& owners = s_.analysis->phrases[s_.nouns[s_.verbs[noun.verb].subject].phrase].mentions;
            if (owners.size() == 1) {
                callings.push_back({owners.front(), 1});
            }
        }
    }
}

void EnglishAnaphora::call(std::uint32_t noun, std::uint32_t equal) {
    const auto number = EnglishPhrases(reader_, s_).class_noun(s_.nouns[noun].head);
    if (number > 1 && s_.nouns[equal].mention != none) {
        s_.analysis->callings.push_back({s_.nouns[equal].mention, number});
    }
}

bool EnglishAnaphora::is_press(std::uint32_t mention) const {
    const auto& m = s_.analysis->mentions[mention];
    return m.kind == EntityMention::Kind::name && reader_.vocabulary_.word(m.span.of(s_.text)).is(EnglishClass::press);
}

/// Subjects of this sentence that stand before the anaphor, the nearest first. A pronoun is not its own clause's other end.
void EnglishAnaphora::look_back(std::uint32_t index) {
    auto& mentions = s_.analysis->mentions;
    const auto at = mentions[index].tokens.begin;
    const bool possessive = is_possessive(index);
    IndexList found;
    const auto consider = [&](std::uint32_t candidate) {
        if (candidate == none || candidate == index || mentions[candidate].tokens.begin >= at ||
            found.size() == most_antecedents) {
            return;
        }
        const auto& c = mentions[candidate];
        if (c.kind == EntityMention::Kind::described || c.bias == EntityMention::Bias::speaker ||
            (c.types & mentions[index].types).empty() || is_press(candidate)) {
            return;
        }
        for (const auto known : found) {
            if (known == candidate) {
                return;
            }
        }
        found.push_back(candidate);
    };
    for (std::uint32_t i = 1; possessive && i < s_.nouns.size(); ++i) { // sued Lumen and its chief
        const auto& noun = s_.nouns[i];
        const auto& before = s_.nouns[i - 1];
        if (noun.possessor == index && before.end + 1 == noun.begin &&
            s_.units[before.end].part == EnglishUnit::Part::conjunction) {
            consider(before.mention);
        }
    }
    for (const auto& equation : s_.equations) { // Google’s TPUs, the tech giant’s chips
        if (equation.verb == none && s_.nouns[equation.noun].possessor == index) {
            consider(s_.nouns[equation.equal].possessor);
        }
    }
    for (std::size_t i = s_.verbs.size(); i-- > 0;) {
        const auto& verb = s_.verbs[i];
        const auto begin = s_.units[verb.begin].tokens.begin;
        if (begin > at) {
            continue;
        }
        const auto noun = verb.surface();
        if (noun == none) {
            continue;
        }
        const bool same_clause = governs(static_cast<std::uint32_t>(i), at);
        const auto& n = s_.nouns[noun];
        if (same_clause && !possessive) {
            consider_employer(n, consider); // Lumen CEO Ada Kim founded the startup
            continue;
        }
        const auto& phrase = s_.analysis->phrases[n.phrase];
        if (phrase.mentions.size() == 1) {
            consider(phrase.mentions.front());
        } else if (phrase.mentions.empty()) {
            consider(n.possessor);
            for (const auto& equation : s_.equations) { // another company, Lumen, released its model
                if (equation.verb == none && equation.noun == noun) {
                    consider(s_.nouns[equation.equal].mention);
                }
            }
        }
        if (!same_clause && mentions[index].number == 1) {
            consider_employer(n, consider); // Lumen chief Ada Kim said that the company
        }
        const bool somebody =
            n.mention != none && mentions[n.mention].types == TypeSet::of(reader_.types_.person) && !same_clause;
        if (somebody && verb.voice == VerbGroup::Voice::active && verb.object != none) {
            consider(s_.nouns[verb.object].mention); // Ada Kim founded Tern but left the company
        }
        if (verb.voice == VerbGroup::Voice::passive && verb.subject != none) { // run by Ada Kim
            const auto agent = s_.nouns[verb.subject].mention;
            if (agent != none && mentions[agent].types == TypeSet::of(reader_.types_.person)) {
                consider(agent);
            }
        }
    }
    // For Lumen’s Nova, the release of its model; not: On X, the company; Unlike Nova, it
    const auto lead = s_.units.empty() ? std::string_view{} : s_.unit_text(s_.units.front());
    const bool led_in = mentions[index].number == 1 && (lead == "For" || lead == "At" || lead == "In" ||
                                                        lead == "With" || lead == "From" || lead == "Under");
    for (std::size_t i = 0; led_in && i < s_.nouns.size() && s_.nouns[i].begin <= 1; ++i) {
        consider(s_.nouns[i].mention);
        consider(s_.nouns[i].possessor);
    }
    if (const auto ahead = found.empty() && mentions[index].number == 1 ? subject_ahead(index) : none; ahead != none) {
        found.push_back(ahead);
    }
    mentions[index].antecedents = std::move(found);
    if (mentions[index].number == 0 && mentions[index].antecedents.empty() && follows_several(index)) {
        mentions[index].types = {}; // Executives said that they: nobody whom an earlier sentence named
    }
}

/// "In its first year, Lumen grew": what leads in to the sentence already speaks of its subject.
std::uint32_t EnglishAnaphora::subject_ahead(std::uint32_t index) const {
    const auto& mentions = s_.analysis->mentions;
    const auto at = mentions[index].tokens.end;
    const auto verb = std::ranges::find(s_.verbs, VerbGroup::Form::finite, &VerbGroup::form);
    if (verb == s_.verbs.end() || verb->surface() == none) {
        return none;
    }
    const auto& subject = s_.nouns[verb->surface()];
    const bool leads_in = subject.mention != none && s_.units[subject.begin].tokens.begin > at && subject.begin > 0 &&
                          s_.units[subject.begin - 1].part == EnglishUnit::Part::comma &&
                          mentions[subject.mention].kind == EntityMention::Kind::name;
    const bool fits = leads_in && !(mentions[subject.mention].types & mentions[index].types).empty();
    return fits && !is_press(subject.mention) ? subject.mention : none;
}

/// Whether a plural that no single name fills acts before the pronoun: "they" are those.
bool EnglishAnaphora::follows_several(std::uint32_t index) const {
    const auto at = s_.analysis->mentions[index].tokens.begin;
    return std::ranges::any_of(s_.verbs, [&](const VerbGroup& verb) {
        const auto noun = verb.surface();
        if (noun == none || s_.units[verb.begin].tokens.begin > at || s_.units[s_.nouns[noun].head].tokens.end > at) {
            return false;
        }
        const auto& n = s_.nouns[noun];
        return n.mention == none && n.plural && !n.definite && n.possessor == none;
    });
}

/// The organization before a person's name, in one phrase with it.
void EnglishAnaphora::consider_employer(const NounPhrase& noun,
                                        const std::function<void(std::uint32_t)>& consider) const {
    const auto& mentions = s_.analysis->mentions;
    if (noun.mention == none || mentions[noun.mention].types != TypeSet::of(reader_.types_.person)) {
        return;
    }
    for (auto unit = noun.begin; unit < noun.head; ++unit) {
        const auto mention = s_.units[unit].mention;
        if (mention != none && mentions[mention].types == TypeSet::of(reader_.types_.organization)) {
            consider(mention);
        }
    }
}

bool EnglishAnaphora::is_possessive(std::uint32_t mention) const {
    return std::ranges::any_of(s_.nouns, [&](const NounPhrase& noun) { return noun.possessor == mention; });
}

/// Whether the words at a token belong to the verb's own clause.
bool EnglishAnaphora::governs(std::uint32_t verb, std::uint32_t token) const {
    const auto& group = s_.verbs[verb];
    for (std::size_t i = verb + 1; i < s_.verbs.size(); ++i) {
        if (s_.verbs[i].form == VerbGroup::Form::finite && s_.units[s_.verbs[i].begin].tokens.begin > token) {
            // the next finite verb: does the anaphor stand before it as its subject?
            const auto subject = s_.verbs[i].surface();
            if (subject != none) {
                const auto& n = s_.nouns[subject];
                if (s_.units[n.begin].tokens.begin <= token && token < s_.units[n.end - 1].tokens.end) {
                    return false;
                }
            }
            break;
        }
        if (s_.units[s_.verbs[i].begin].tokens.begin <= token) {
            return false;
        }
    }
    return s_.units[group.begin].tokens.begin <= token;
}

} // namespace jokbo

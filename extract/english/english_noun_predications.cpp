// Nouns that frames wait for, with whose they are and what they are of: the acquisition of Tern by Lumen, Lumen-backed Tern.

#include "extract/english/english_predications.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

void EnglishPredications::nouns() {
    for (std::uint32_t i = 0; i < s_.nouns.size(); ++i) {
        const auto core = s_.nouns[i].core;
        if (core > 0 && s_.units[core - 1].part == Part::genitive && s_.units[core - 1].word->noun != 0xFFFF &&
            s_.units[s_.nouns[i].head].part == Part::name && is_settled(s_.nouns[i].possessor) &&
            (is_settled(s_.nouns[i].mention) ||
             s_.analysis->mentions[s_.nouns[i].possessor].types == TypeSet::of(reader_.types_.place)) &&
            !says_kinship(i)) {
            emit_noun(i, core - 1); // Lumen's Tern: the genitive itself
        }
        for (auto unit = core; unit < s_.nouns[i].end; ++unit) {
            const auto* word = s_.units[unit].word;
            if (word != nullptr && word->noun != 0xFFFF && s_.units[unit].mention == none &&
                s_.units[unit].part != Part::bound) {
                emit_noun(i, unit);
            }
        }
    }
}

/// "Tern's parent Lumen": a noun before the name says what the one is to the other, and the mere genitive does not.
bool EnglishPredications::says_kinship(std::uint32_t noun) const {
    for (auto unit = s_.nouns[noun].core; unit < s_.nouns[noun].head; ++unit) {
        const auto* word = s_.units[unit].word;
        if (word != nullptr && word->noun != 0xFFFF && s_.units[unit].mention == none &&
            s_.units[unit].part != Part::bound) {
            return true;
        }
    }
    return false;
}

/// Whether it is known what the name names: a mere genitive says too little to guess by.
bool EnglishPredications::is_settled(std::uint32_t mention) const {
    if (mention == none) {
        return false;
    }
    const auto& t = reader_.types_;
    const auto types = s_.analysis->mentions[mention].types;
    return std::ranges::any_of(
        std::array{t.organization, t.person, t.model, t.product, t.dataset, t.programme, t.place},
        [&](TypeId type) { return types == TypeSet::of(type); });
}

void EnglishPredications::emit_noun(std::uint32_t noun, std::uint32_t unit) {
    bool argued = false;
    const auto& n = s_.nouns[noun];
    for (const auto trigger : reader_.vocabulary_.noun_triggers(s_.units[unit].word->noun)) {
        if (!company_stands(reader_.frames_->triggers()[trigger], unit + 1)) {
            continue;
        }
        if (!argued) {
            noun_arguments(noun, unit);
            argued = true;
        }
        // "previously the CTO of Lumen"
        auto clause = tokens(n.begin > 0 && s_.units[n.begin - 1].part == Part::adverb ? n.begin - 1 : n.begin, n.end);
        for (const auto& equation : s_.equations) {
            if (equation.noun == noun && equation.verb != none) {
                clause = segment(s_.verbs[equation.verb].segment);
            }
        }
        const bool agent = n.verb != none || std::ranges::any_of(s_.dependents, [&](const Dependent& d) {
                               return d.of == Dependent::Of::verb && d.phrase == noun;
                           });
        if (agent && n.mention == none && n.verb != none) {
            clause = segment(s_.verbs[n.verb].segment);
        }
        put(trigger, tokens(unit, unit + 1), Predication::Form::noun, clause);
    }
}

void EnglishPredications::noun_arguments(std::uint32_t noun, std::uint32_t unit) {
    const auto& n = s_.nouns[noun];
    const auto& roles = reader_.roles_;
    arguments_.clear();
    const bool named = n.mention != none && s_.analysis->mentions[n.mention].kind == EntityMention::Kind::name &&
                       s_.units[n.head].part == Part::name;
    if (n.possessor != none) {
        add(roles.poss, phrase_of_mention(n.possessor));
    }
    std::uint32_t words_begin = n.core;
    bool placed = false; // "the Norwegian startup" is of Norway, whichever one we take it for
    for (auto i = n.core; i < unit; ++i) {
        if (s_.units[i].part == Part::name && s_.units[i].mention != n.mention && s_.units[i + 1].part != Part::bound) {
            add(roles.mod, phrase_of_mention(s_.units[i].mention));
            placed = placed || s_.analysis->mentions[s_.units[i].mention].types == TypeSet::of(reader_.types_.place);
            words_begin = i + 1;
        } else if (s_.units[i].part == Part::determiner || s_.units[i].part == Part::bound) {
            words_begin = i + 1;
        }
    }
    if (named && n.head > unit) {
        const bool all = s_.units[unit].part != Part::genitive && s_.unit_text(s_.units[unit]).ends_with('s');
        add(roles.head,
            all || s_.analysis->phrases[n.phrase].mentions.size() == 1 ? n.phrase : phrase_of_mention(n.mention));
    }
    // its own words; the company and the like stand for themselves
    Phrase self;
    const auto words_end = named && n.head > unit ? n.head : n.end;
    self.tokens = tokens(std::min(words_begin, words_end - 1), words_end);
    const bool guessed =
        placed && n.mention != none && s_.analysis->mentions[n.mention].kind == EntityMention::Kind::anaphor;
    if (guessed) {
        // stands for itself only
    } else if (n.mention != none && !named) {
        self.mentions.push_back(n.mention);
    } else if (!named) {
        self.mentions = s_.analysis->phrases[n.phrase].mentions; // investors including A and B
    }
    s_.analysis->phrases.push_back(std::move(self));
    add(roles.self, static_cast<std::uint32_t>(s_.analysis->phrases.size() - 1));
    if (n.head <= unit || !named) {
        for (const auto& equation : s_.equations) {
            if (equation.noun == noun) {
                add_noun(roles.be, equation.equal);
            }
        }
    }
    if (n.verb != none && s_.verbs[n.verb].object == noun && s_.verbs[n.verb].subject != none &&
        !s_.verbs[n.verb].copula && s_.verbs[n.verb].voice == VerbGroup::Voice::active) {
        add_noun(roles.agent, s_.verbs[n.verb].subject);
    } else if (n.verb != none && s_.verbs[n.verb].object == noun && s_.verbs[n.verb].subject_of != none) {
        add_whose(roles.agent, s_.verbs[n.verb].subject_of);
    }
    for (const auto& dependent : s_.dependents) {
        if (dependent.of == Dependent::Of::noun && dependent.governor == noun) {
            add_noun(dependent.role, dependent.phrase);
        }
    }
    add_whose(roles.whose, noun);
    add_topic(noun, unit);
}

/// "The release of Lumen's model is near, chief Ada Kim said": whose the subject is, or what it is of.
std::uint32_t EnglishPredications::owner_within(std::uint32_t noun) const {
    const auto company = [&](std::uint32_t mention) {
        return mention != none && s_.analysis->mentions[mention].types == TypeSet::of(reader_.types_.organization) &&
                       s_.analysis->mentions[mention].kind == EntityMention::Kind::name
                 ? mention
                 : none;
    };
    auto owner = company(s_.nouns[noun].possessor);
    for (std::size_t i = 0; owner == none && i < s_.dependents.size(); ++i) {
        const auto& dependent = s_.dependents[i];
        if (dependent.of == Dependent::Of::noun && dependent.governor == noun && dependent.role == reader_.roles_.of) {
            owner = company(s_.nouns[dependent.phrase].possessor);
        }
    }
    return owner;
}

/// "CEO Ada Kim" without a company is the CEO of the one spoken of: the clause's subject, or what went before.
void EnglishPredications::add_topic(std::uint32_t noun, std::uint32_t unit) {
    const auto& roles = reader_.roles_;
    const auto& n = s_.nouns[noun];
    const auto* word = s_.units[unit].word;
    const auto organization = reader_.types_.organization;
    if (!word->is(EnglishClass::officer) || s_.unit_text(s_.units[unit]) == "President" ||
        s_.units[n.core].part == Part::determiner || n.possessor != none) {
        return;
    }
    for (const auto& argument : arguments_) {
        const auto& phrase = s_.analysis->phrases[argument.phrase];
        const bool owner = argument.role != roles.be && argument.role != roles.head && argument.role != roles.self &&
                           argument.role != roles.agent && argument.role != roles.whose;
        if (owner && std::ranges::any_of(phrase.mentions, [&](std::uint32_t m) {
                return s_.analysis->mentions[m].types.has(organization);
            })) {
            return;
        }
    }
    if (noun > 0 && s_.nouns[noun - 1].end + 1 == n.begin && s_.units[n.begin - 1].part == Part::comma) {
        const auto& before = s_.nouns[noun - 1]; // sued Lumen, CEO Ada Kim and others
        if (before.verb != none && before.mention != none && s_.verbs[before.verb].object == noun - 1 &&
            s_.analysis->mentions[before.mention].types == TypeSet::of(organization)) {
            add(roles.topic, phrase_of_mention(before.mention));
            return;
        }
    }
    std::uint32_t subject = none;
    for (const auto& group : s_.verbs) {
        if (group.begin < n.begin && group.form == VerbGroup::Form::finite) {
            if ((group.object == n.list || group.end == n.begin) && s_.units[group.head].word != nullptr &&
                s_.units[group.head].word->is(EnglishClass::control)) {
                return; // hired CEO Ada Kim: of another company
            }
            subject = group.surface();
        }
    }
    if (subject != none) {
        const auto phrase = phrase_of(subject);
        const auto& mentions = s_.analysis->phrases[phrase].mentions;
        const auto* owner = mentions.size() == 1 ? &s_.analysis->mentions[mentions.front()] : nullptr;
        const bool reporter =
            owner != nullptr && owner->place == EntityMention::Place::aside; // Reuters says that CEO Ada Kim …
        const bool speaks =
            owner != nullptr && owner->bias == EntityMention::Bias::speaker; // “We grow”, CEO Ada Kim said
        if (owner != nullptr && owner->types.has(organization) && !reporter && !speaks) {
            add(roles.topic, phrase);
            return;
        }
        if (const auto whose = mentions.empty() ? owner_within(subject) : none; whose != none) {
            add(roles.topic, phrase_of_mention(whose));
            return;
        }
    }
    EntityMention mention;
    mention.tokens = s_.units[unit].tokens;
    mention.span = {s_.analysis->tokens[mention.tokens.begin].span.begin,
                    s_.analysis->tokens[mention.tokens.end - 1].span.end};
    mention.kind = EntityMention::Kind::anaphor;
    mention.types = TypeSet::of(organization);
    s_.analysis->mentions.push_back(std::move(mention));
    add(roles.topic, phrase_of_mention(static_cast<std::uint32_t>(s_.analysis->mentions.size() - 1)));
}

/// Nvidia-backed Lambda, an Accel-led round.
void EnglishPredications::bound() {
    for (std::uint32_t i = 0; i < s_.nouns.size(); ++i) {
        const auto n = s_.nouns[i];
        for (auto unit = n.core; unit < n.end; ++unit) {
            const auto* word = s_.units[unit].word;
            if (s_.units[unit].part != Part::bound || word == nullptr || word->verb == 0xFFFF ||
                !word->may(EnglishWord::participle) || unit == 0) {
                continue;
            }
            for (const auto trigger : reader_.vocabulary_.verb_triggers(word->verb)) {
                const auto& t = reader_.frames_->triggers()[trigger];
                if (!t.company.empty() || (!t.object.empty() && !names_noun(i, t.object))) {
                    continue;
                }
                arguments_.clear();
                add(reader_.roles_.subject, phrase_of_mention(s_.units[unit - 1].mention));
                if (n.mention != none && n.list == i) { // of a list, the first alone is bound
                    add(reader_.roles_.object, phrase_of_mention(n.mention));
                } else {
                    add_noun(reader_.roles_.object, i);
                }
                if (s_.analysis->phrases[phrase_of(i)].mentions.empty()) {
                    add_whose(reader_.roles_.whose, i);
                }
                put(trigger, tokens(unit, unit + 1), Predication::Form::verb, tokens(n.begin, n.end));
            }
        }
    }
}

} // namespace jokbo

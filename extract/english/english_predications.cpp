#include "extract/english/english_predications.hpp"

#include "extract/characters.hpp"

#include <algorithm>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

void EnglishPredications::run() {
    first_of_verb_.assign(s_.verbs.size(), none);
    ways();
    verbs();
    nouns();
    bound();
    reports();
    according_to();
    for (std::size_t i = 0; i < s_.verbs.size(); ++i) {
        const auto& group = s_.verbs[i];
        if (first_of_verb_[i] != none && group.next != none && first_of_verb_[group.next] != none) {
            for (auto& predication : s_.analysis->predications) {
                if (predication.form == Predication::Form::verb &&
                    predication.tokens == tokens(group.begin, group.end)) {
                    predication.next = first_of_verb_[group.next];
                }
            }
        }
    }
}

TokenRange EnglishPredications::tokens(std::uint32_t begin, std::uint32_t end) const {
    return {s_.units[begin].tokens.begin, s_.units[end - 1].tokens.end};
}

TokenRange EnglishPredications::segment(std::uint32_t index) const {
    const auto begin = s_.segments[index];
    const auto end =
        index + 1 < s_.segments.size() ? s_.segments[index + 1] : static_cast<std::uint32_t>(s_.units.size());
    return tokens(begin, std::max(end, begin + 1));
}

/// "is a startup": neither "is not" nor "would be" nor "includes".
bool EnglishPredications::is_plain_copula(std::uint32_t verb) const {
    const auto& group = s_.verbs[verb];
    const auto part = [&](std::uint32_t unit) { return unit < s_.units.size() ? s_.units[unit].part : Part::stop; };
    return group.form == VerbGroup::Form::finite && group.end == group.begin + 1 && part(group.begin) == Part::be &&
           part(group.end) != Part::negation;
}

/// "the model, called Nova, was built", "the model built by Lumen is called Nova"
bool EnglishPredications::is_naming(std::uint32_t verb) const {
    const auto& group = s_.verbs[verb];
    return group.voice == VerbGroup::Voice::passive && s_.units[group.head].word != nullptr &&
           s_.units[group.head].word->is(EnglishClass::naming);
}

std::uint32_t EnglishPredications::phrase_of(std::uint32_t noun) const {
    const auto own = s_.nouns[noun].phrase;
    const auto& mentions = s_.analysis->phrases[own].mentions;
    if (!mentions.empty() && s_.analysis->mentions[mentions.front()].kind == EntityMention::Kind::name) {
        return own;
    }
    // "MatX, a chip startup founded by …": the noun stands for what it is said of
    for (const auto& equation : s_.equations) {
        if (equation.noun == noun &&
            (equation.verb == none || is_plain_copula(equation.verb) || is_naming(equation.verb))) {
            const auto equal = s_.nouns[equation.equal].phrase;
            if (!s_.analysis->phrases[equal].mentions.empty()) {
                return equal;
            }
        }
    }
    return own;
}

std::uint32_t EnglishPredications::phrase_of_mention(std::uint32_t mention) {
    auto& phrases = s_.analysis->phrases;
    Phrase phrase;
    phrase.tokens = s_.analysis->mentions[mention].tokens;
    phrase.mentions.push_back(mention);
    phrases.push_back(std::move(phrase));
    return static_cast<std::uint32_t>(phrases.size() - 1);
}

void EnglishPredications::add(std::uint16_t role, std::uint32_t phrase) { arguments_.push_back({role, phrase}); }

void EnglishPredications::add_noun(std::uint16_t role, std::uint32_t noun) {
    if (noun != none) {
        add(role, phrase_of(s_.matter_of(noun, reader_.roles_.of)));
    }
}

/// Whose round, deal, stake it is by its own words: the possessor, a name before it, of/in/for, or what "the round" points
/// back to.
bool EnglishPredications::add_owner(std::uint16_t role, std::uint32_t noun) {
    const auto& n = s_.nouns[noun];
    if (n.possessor != none) {
        add(role, phrase_of_mention(n.possessor));
        return true;
    }
    for (auto i = n.core; i < n.head; ++i) {
        if (s_.units[i].part == Part::name && s_.units[i + 1].part != Part::bound) {
            add(role, phrase_of_mention(s_.units[i].mention));
            return true;
        }
    }
    const auto of = reader_.roles_.of;
    const auto in = reader_.frames_->role("in");
    const auto for_ = reader_.frames_->role("for");
    for (const auto& dependent : s_.dependents) {
        if (dependent.of == Dependent::Of::noun && dependent.governor == noun &&
            (dependent.role == of || dependent.role == in || dependent.role == for_) &&
            !s_.analysis->phrases[phrase_of(dependent.phrase)].mentions.empty()) {
            add(role, phrase_of(dependent.phrase));
            return true;
        }
    }
    for (const auto& dependent : s_.dependents) { // other investors in the round
        if (dependent.of == Dependent::Of::noun && dependent.governor == noun &&
            s_.nouns[dependent.phrase].bridge != none) {
            add(role, phrase_of_mention(s_.nouns[dependent.phrase].bridge));
            return true;
        }
    }
    if (n.bridge != none) {
        add(role, phrase_of_mention(n.bridge));
        return true;
    }
    const auto* word = s_.units[n.head].word;
    for (std::size_t i = 0; word != nullptr && word->is(EnglishClass::product) && i < s_.verbs.size(); ++i) {
        const auto& made = s_.verbs[i]; // chips made by Lumen
        if (made.begin == n.end && made.object == noun && made.subject != none &&
            made.form == VerbGroup::Form::participle) {
            add_noun(role, made.subject);
            return true;
        }
    }
    return false;
}

/// Whether the clause says who led or joined a round, not who raised it.
bool EnglishPredications::gives_round(const VerbGroup& group) const {
    if (group.object == none || group.verb == 0xFFFF || group.voice == VerbGroup::Voice::passive) {
        return false;
    }
    const auto* noun = s_.units[s_.nouns[group.object].head].word;
    const auto* verb = s_.units[group.head].word;
    return noun != nullptr && noun->is(EnglishClass::bridge) && verb != nullptr && verb->is(EnglishClass::give_money);
}

/// Whose it is: its owner, else who has it as an object.
void EnglishPredications::add_whose(std::uint16_t role, std::uint32_t noun) {
    if (add_owner(role, noun)) {
        return;
    }
    const auto& n = s_.nouns[noun];
    if (n.verb != none && s_.verbs[n.verb].object == noun && s_.verbs[n.verb].subject != none &&
        s_.verbs[n.verb].voice == VerbGroup::Voice::active) {
        const auto subject = s_.verbs[n.verb].subject;
        if (s_.nouns[subject].bridge != none) {
            add(role, phrase_of_mention(s_.nouns[subject].bridge));
        } else {
            add_noun(role, subject);
        }
        return;
    }
    const auto of = reader_.roles_.of;
    for (const auto& dependent : s_.dependents) { // its list of investors
        if (dependent.of == Dependent::Of::noun && dependent.phrase == noun && dependent.role == of &&
            s_.nouns[dependent.governor].possessor != none && s_.nouns[dependent.governor].mention == none) {
            add(role, phrase_of_mention(s_.nouns[dependent.governor].possessor));
            return;
        }
    }
    // a complement of a verb: whose subject it is the matter of
    for (const auto& dependent : s_.dependents) {
        if (dependent.of == Dependent::Of::verb && dependent.phrase == noun &&
            dependent.role != reader_.roles_.subject) {
            const auto& group = s_.verbs[dependent.governor];
            const auto object = group.object;
            if (gives_round(group)) {
                add_owner(role, object); // A led a round at a valuation: not A's
            } else if (object != none && object != noun && s_.nouns[object].bridge != none) {
                add_whose(role, object); // A led the round, with participation from B
            } else if (group.surface() != none && s_.nouns[group.surface()].mention == none && object != none &&
                       object != noun && group.form == VerbGroup::Form::participle) {
                add_whose(role, object); // a round led by A, with participation from B
            } else if (group.surface() != none && group.surface() != noun) {
                if (s_.nouns[group.surface()].bridge != none) {
                    add(role, phrase_of_mention(s_.nouns[group.surface()].bridge));
                } else {
                    add_noun(role, group.surface());
                }
            }
            return;
        }
    }
    const auto in = reader_.frames_->role("in");
    for (const auto& dependent : s_.dependents) { // Lumen, in partnership with Tern, grew
        if (dependent.of == Dependent::Of::noun && dependent.phrase == noun && dependent.role == in &&
            s_.nouns[dependent.governor].mention != none) {
            add_noun(role, dependent.governor);
            return;
        }
    }
}

bool EnglishPredications::company_stands(const Trigger& trigger, std::uint32_t after) const {
    for (const auto& word : trigger.company) {
        while (after < s_.units.size() && s_.units[after].part == Part::adverb &&
               s_.unit_text(s_.units[after]) != word) {
            ++after;
        }
        if (after >= s_.units.size() || s_.units[after].mention != none || s_.unit_text(s_.units[after]) != word) {
            return false;
        }
        ++after;
    }
    return true;
}

bool EnglishPredications::names_noun(std::uint32_t noun, std::string_view word) const {
    if (noun == none) {
        return false;
    }
    const auto& n = s_.nouns[noun];
    const auto* head = s_.units[n.head].word;
    if (word == "$" && s_.units[n.head].part == Part::noun && head != nullptr && !head->is(EnglishClass::bridge)) {
        return false; // a $3 million contract, a $3 million fine
    }
    for (auto i = n.core; i < n.end; ++i) {
        if (s_.units[i].mention != none) {
            continue;
        }
        auto text = s_.unit_text(s_.units[i]);
        if (word == "$") { // an amount of money, whatever the currency
            if (s_.units[i].part == Part::number && !is_digit(text.front()) && !is_ascii_letter(text.front())) {
                return true;
            }
            continue;
        }
        if (text.starts_with("Series ")) {
            text = "series";
        }
        const auto dash = text.rfind('-');
        if (dash != std::string_view::npos && word.find('-') == std::string_view::npos) {
            text.remove_prefix(dash + 1);
        }
        const bool plural = text.size() == word.size() + 1 && text.back() == 's';
        if ((plural || text.size() == word.size()) &&
            std::ranges::equal(text.substr(0, word.size()), word, {}, ascii_lower)) { // chips, GPUs
            return true;
        }
    }
    return false;
}

bool EnglishPredications::object_stands(const Trigger& trigger, std::uint32_t verb) const {
    if (trigger.object.empty() || names_noun(s_.verbs[verb].object, trigger.object) ||
        names_noun(s_.verbs[verb].object2, trigger.object)) {
        return true;
    }
    return std::ranges::any_of(s_.dependents, [&](const Dependent& d) {
        return d.of == Dependent::Of::verb && d.governor == verb && names_noun(d.phrase, trigger.object);
    });
}

void EnglishPredications::put(std::uint32_t trigger, TokenRange range, Predication::Form form, TokenRange clause) {
    Predication predication;
    predication.trigger = trigger;
    predication.tokens = range;
    predication.form = form;
    predication.arguments = arguments_;
    predication.clause = clause;
    s_.analysis->predications.push_back(std::move(predication));
}

/// "trained Nova using Sol", "used Sol to train Nova": what is used is a complement of what is done with it.
void EnglishPredications::ways() {
    for (const auto& group : s_.verbs) {
        const auto way = reader_.vocabulary_.verb_way(group.verb);
        const auto done = group.purpose != none              ? group.purpose
                        : group.form == VerbGroup::Form::ing ? group.next
                                                             : none;
        if (way == 0xFFFF || done == none || group.object == none || group.voice == VerbGroup::Voice::passive) {
            continue;
        }
        s_.dependents.push_back({Dependent::Of::verb, done, way, group.object});
        const auto index = static_cast<std::uint32_t>(&group - s_.verbs.data());
        const auto count = s_.dependents.size();
        for (std::size_t i = 0; i < count && group.purpose == none; ++i) { // trained using Sol on Corpus One
            if (s_.dependents[i].of == Dependent::Of::verb && s_.dependents[i].governor == index) {
                s_.dependents.push_back({Dependent::Of::verb, done, s_.dependents[i].role, s_.dependents[i].phrase});
            }
        }
    }
}

/// "Lumen researchers built it", "a team at Lumen": whose people they are.
void EnglishPredications::add_staff(std::uint32_t noun) {
    const auto& n = s_.nouns[noun];
    const auto* word = s_.units[n.head].word;
    const bool people = word != nullptr && n.mention == none && !word->is(EnglishClass::organization) &&
                        ((n.plural && (word->is(EnglishClass::person) || word->is(EnglishClass::title))) ||
                         s_.unit_text(s_.units[n.head]) == "team" || s_.unit_text(s_.units[n.head]) == "teams");
    const auto left = [&](const EnglishUnit& unit) { // former Lumen engineers
        std::string text(unit.mention == none ? s_.unit_text(unit) : std::string_view{});
        std::ranges::transform(text, text.begin(), ascii_lower);
        return reader_.cues_->of(text).has(reader_.ended_);
    };
    if (!people || std::any_of(s_.units.begin() + n.begin, s_.units.begin() + n.head, left) ||
        add_owner(reader_.roles_.staff, noun)) {
        return;
    }
    const auto at = reader_.frames_->role("at");
    const auto from = reader_.frames_->role("from");
    for (const auto& dependent : s_.dependents) {
        if (dependent.of == Dependent::Of::noun && dependent.governor == noun &&
            (dependent.role == at || dependent.role == from)) {
            add_noun(reader_.roles_.staff, dependent.phrase);
        }
    }
}

void EnglishPredications::verb_arguments(std::uint32_t index) {
    const auto& group = s_.verbs[index];
    const auto& roles = reader_.roles_;
    arguments_.clear();
    if (group.subject != none) {
        add_noun(roles.subject, group.subject);
        add_staff(group.subject);
    } else if (group.subject_of != none && group.voice == VerbGroup::Voice::active) {
        add_whose(roles.subject, group.subject_of);
    }
    bool owned = group.object != none;
    if (group.object != none) {
        add_noun(roles.object, group.object);
        if (s_.analysis->phrases[phrase_of(group.object)].mentions.empty()) {
            add_whose(roles.whose, group.object);
            add_owner(roles.poss, group.object);
            owned = !names_noun(group.object, "part");
        }
    }
    add_noun(roles.object2, group.object2);
    for (const auto& dependent : s_.dependents) {
        if (dependent.of == Dependent::Of::verb && dependent.governor == index) {
            add_noun(dependent.role, dependent.phrase);
            if (!owned && s_.analysis->phrases[phrase_of(dependent.phrase)].mentions.empty() &&
                add_owner(roles.whose, dependent.phrase)) { // took part in the round, relies on Lumen's chips
                add_owner(roles.poss, dependent.phrase);
            }
        }
    }
}

void EnglishPredications::verbs() {
    for (std::uint32_t i = 0; i < s_.verbs.size(); ++i) {
        if (s_.verbs[i].verb != 0xFFFF && !reader_.vocabulary_.verb_triggers(s_.verbs[i].verb).empty()) {
            emit_verb(i);
        }
    }
}

/// "make Nova a part of Orca", "make Nova much faster", "made it onto the list": nothing is made that was not there.
bool EnglishPredications::alters_object(const VerbGroup& group) const {
    const bool makes = group.verb != 0xFFFF && reader_.vocabulary_.verb(group.verb) == "make";
    if (!makes || group.object == none || group.voice == VerbGroup::Voice::passive) {
        return false;
    }
    const auto part = [&](std::uint32_t unit) { return unit < s_.units.size() ? s_.units[unit].part : Part::stop; };
    auto behind = s_.nouns[group.object].end;
    const bool pronoun = part(s_.nouns[group.object].head) == Part::pronoun;
    if (pronoun && (part(behind) == Part::preposition || part(behind) == Part::infinitive_to)) {
        const auto text = s_.unit_text(s_.units[behind]);
        return text == "to" || text == "onto" || text == "into" || text == "through" || text == "past";
    }
    while (part(behind) == Part::adverb) {
        ++behind;
    }
    return group.object2 != none || part(behind) == Part::adjective ||
           (pronoun && (part(behind) == Part::noun || part(behind) == Part::determiner));
}

/// "sell itself to Lumen": only what waits for these very words is meant.
bool EnglishPredications::acts_on_itself(const VerbGroup& group) const {
    const auto* object = group.object != none ? &s_.nouns[group.object] : nullptr;
    return object != nullptr && s_.units[object->head].part == Part::pronoun &&
           (s_.unit_text(s_.units[object->head]) == "itself" || s_.unit_text(s_.units[object->head]) == "themselves");
}

void EnglishPredications::emit_verb(std::uint32_t index) {
    const auto& group = s_.verbs[index];
    if (alters_object(group)) {
        return;
    }
    bool argued = false;
    for (const auto trigger : reader_.vocabulary_.verb_triggers(group.verb)) {
        const auto& t = reader_.frames_->triggers()[trigger];
        if (!company_stands(t, group.end) || !object_stands(t, index) || (t.object.empty() && acts_on_itself(group))) {
            continue;
        }
        if (!argued) {
            verb_arguments(index);
            argued = true;
        }
        if (first_of_verb_[index] == none) {
            first_of_verb_[index] = static_cast<std::uint32_t>(s_.analysis->predications.size());
        }
        put(trigger, tokens(group.begin, group.end), Predication::Form::verb, segment(group.segment));
    }
}

} // namespace jokbo

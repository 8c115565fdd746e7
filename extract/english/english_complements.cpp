#include "extract/english/english_clauses.hpp"

#include "extract/characters.hpp"
#include "extract/english/english_phrases.hpp"

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;
using Voice = VerbGroup::Voice;

} // namespace

TypeSet EnglishClauses::types_of(std::uint32_t noun) const {
    const auto& n = s_.nouns[noun];
    if (n.mention != none) {
        return s_.analysis->mentions[n.mention].types;
    }
    const auto* word = s_.units[n.head].word;
    return word == nullptr ? TypeSet{} : EnglishPhrases(reader_, s_).types_of(*word);
}

bool EnglishClauses::is_person(std::uint32_t noun) const {
    const auto& n = s_.nouns[noun];
    if (n.mention == none && is(n.head, EnglishClass::title)) {
        return true;
    }
    return types_of(noun).has(reader_.types_.person);
}

bool EnglishClauses::is_time(std::uint32_t noun) const {
    const auto& n = s_.nouns[noun];
    if (n.mention != none) {
        return false;
    }
    return is(n.head, EnglishClass::time) || is(n.head, EnglishClass::weekday) || is(n.head, EnglishClass::month) ||
           (n.end == n.begin + 1 && part(n.head) == Part::number);
}

bool EnglishClauses::is_finite_verb(std::uint32_t at) const {
    switch (part(at)) {
    case Part::be:
    case Part::have:
    case Part::do_:
    case Part::modal: return true;
    case Part::verb: return (s_.units[at].form & (EnglishWord::past | EnglishWord::third)) != 0;
    default: return false;
    }
}

/// Whether the verb of a new clause follows the noun phrase, adverbs, times and complements passed over.
bool EnglishClauses::begins_clause(std::uint32_t noun) const {
    auto last = noun;
    while (last + 1 < s_.nouns.size() && s_.nouns[last + 1].list == s_.nouns[noun].list &&
           s_.nouns[noun].list == noun) {
        ++last;
    }
    for (std::uint32_t hops = 0; hops < 4; ++hops) {
        auto at = s_.nouns[last].end;
        while (part(at) == Part::adverb || part(at) == Part::negation) {
            ++at;
        }
        if (is_finite_verb(at) || (hops == 0 && preposition_ != none && passes_apposition(last))) {
            return true;
        }
        const bool preposition =
            part(at) == Part::preposition && !(is(at, EnglishClass::subordinator) && !is_text(at, "as"));
        if (preposition) {
            ++at;
        }
        const bool next = last + 1 < s_.nouns.size() && s_.nouns[last + 1].begin == at;
        if (!next || (!preposition && !is_time(last + 1)) || (preposition && opens_after_as(at - 1, last + 1))) {
            return false;
        }
        ++last;
    }
    return false;
}

/// "after another company, Lumen, released it": what is set off between commas leaves the verb to the noun phrase before it.
bool EnglishClauses::passes_apposition(std::uint32_t noun) const {
    const auto begin = s_.nouns[noun].end;
    const bool set_off = part(begin) == Part::comma && noun + 1 < s_.nouns.size() &&
                         s_.nouns[noun + 1].begin == begin + 1 && part(s_.nouns[noun + 1].end) == Part::comma;
    return set_off && is_finite_verb(s_.nouns[noun + 1].end + 1);
}

/// "as it races Tern", not "as its chief": whether the word "as" at `unit` opens a clause with the noun phrase as its subject.
bool EnglishClauses::opens_after_as(std::uint32_t unit, std::uint32_t noun) const {
    auto at = s_.nouns[noun].end;
    while (part(at) == Part::adverb || part(at) == Part::negation) {
        ++at;
    }
    return is_text(unit, "as") && is_finite_verb(at) && !is(s_.nouns[noun].head, EnglishClass::title) &&
           (s_.nouns[noun].mention != none || s_.nouns[noun].definite);
}

void EnglishClauses::open_clause(std::uint32_t noun) {
    const auto before = part_before(s_.nouns[noun].begin);
    const bool boundary =
        before == Part::comma || before == Part::conjunction || before == Part::dash || before == Part::stop;
    if (!boundary) {
        push(Clause::Kind::complement, s_.nouns[noun].begin);
    } else {
        // "..., and Heron said": at the level of the clause that it follows
        while (clauses_.size() > 1 && (before != Part::conjunction || top().kind != Clause::Kind::complement)) {
            clauses_.pop_back();
        }
        begin_segment(s_.nouns[noun].begin);
        if (top().finite) {
            const auto kind = top().kind;
            top() = {};
            top().kind = kind;
        }
    }
    top().subject = noun;
    top().verb = none;
}

void EnglishClauses::on_noun(std::uint32_t index) {
    const auto& noun = s_.nouns[index];
    const auto before = part_before(noun.begin);
    if (noun.list != index) { // a later member of a list
        last_noun_ = noun.list;
        last_member_ = index;
        return;
    }
    if (preposition_ != none) {
        const bool clause = is(preposition_, EnglishClass::subordinator) && top().verb != preposition_ &&
                            (is_text(preposition_, "as") ? opens_after_as(preposition_, index) : begins_clause(index));
        if (clause && (top().finite || clauses_.size() == 1)) { // "after Lumen acquired Tern"
            push(Clause::Kind::subordinate, preposition_);
            top().subject = index;
            chain_.assign(1, index);
            last_noun_ = index;
            return;
        }
        on_complement(index);
        chain_.push_back(index);
        last_noun_ = index;
        return;
    }
    if (is_time(index) && before != Part::verb) {
        return;
    }
    if (noun.end == noun.begin + 1 && before == Part::comma && part(noun.end) == Part::verb &&
        (is_text(noun.begin, "both") || is_text(noun.begin, "all") || is_text(noun.begin, "each"))) {
        return; // Nova and Orca, both built by Lumen
    }
    if (is_text(noun.begin, "whose") && begins_clause(index)) { // Lumen, whose customers include Tern, grew
        push(Clause::Kind::subordinate, noun.begin);
        top().subject = index;
        chain_.assign(1, index);
        last_noun_ = index;
        return;
    }
    const bool clause = begins_clause(index);
    if (!clause && noun.begin > 0 && part(noun.begin - 1) == Part::negation && before == Part::comma) {
        chain_.assign(1, index); // "uses Nova, not the faster Orca": what is set aside plays no part
        last_noun_ = index;
        rejected_ = index;
        return;
    }
    const bool boundary = before == Part::comma || before == Part::conjunction || before == Part::dash;
    if (top().subject == none && top().verb == none && (clause || !boundary || last_noun_ == none)) {
        top().subject = index;
    } else if (top().subject == none && !top().finite && clause) {
        top().subject = index;
        top().verb = none;
        settle_pending(index);
    } else if (clause && (top().finite || top().verb != none) && (boundary || top().finite)) {
        open_clause(index);
    } else if (clause && !boundary && top().verb == none && last_noun_ != none &&
               s_.nouns[last_noun_].end == noun.begin) {
        const auto antecedent = last_noun_; // the startup Google acquired
        push(Clause::Kind::relative, noun.begin);
        top().antecedent = antecedent;
        top().subject = index;
    } else if (before == Part::comma && top().kind == Clause::Kind::subordinate && top().finite &&
               clauses_.size() == 2 && clauses_.front().subject == none && !clauses_.front().finite) {
        clauses_.pop_back(); // "Although it did, Etched, a rival, raised"
        begin_segment(noun.begin);
        top().subject = index;
    } else if (boundary && on_apposition(index)) {
        // an apposition leaves the clause as it was
    } else if (before == Part::conjunction) {
        if (last_noun_ != none && last_noun_ == rejected_) {
            rejected_ = index; // not the faster and more durable Orca
        } else {
            coordinate(index);
        }
    } else if (top().verb != none && !s_.verbs[top().verb].closed) {
        on_object(index);
    }
    // "co-founder of Lumen and chief of Tern": a title that is added takes what follows to itself
    const bool new_title = before == Part::conjunction && chain_.size() > 1 && noun.mention == none && is_person(index);
    if ((boundary && before != Part::conjunction) || new_title) {
        chain_.clear();
    }
    chain_.push_back(index);
    last_noun_ = index;
}

void EnglishClauses::on_object(std::uint32_t noun) {
    const auto index = top().verb;
    auto& group = s_.verbs[index];
    if (group.copula) {
        if (group.object == none) {
            group.object = noun;
            if (top().kind == Clause::Kind::relative && top().role && top().antecedent != none) {
                s_.dependents.push_back(
                    {Dependent::Of::noun, noun, *top().role, top().antecedent}); // where she is chief
            }
            if (group.subject != none) {
                equate(noun, s_.matter_of(group.subject, reader_.roles_.of), index); // its list of investors includes A
            }
        }
        return;
    }
    if (group.voice == Voice::passive) {
        if (group.object2 == none && (group.object == none || last_noun_ != none)) {
            group.object2 = noun;
            if (group.object != none) { // else: Called Nova, it runs
                equate(noun, group.object, index);
            }
        }
        return;
    }
    if (group.object == none) {
        group.object = noun;
        s_.nouns[noun].verb = index;
    } else if (group.object2 == none && s_.nouns[group.object].end == s_.nouns[noun].begin) {
        group.object2 = noun;
        equate(noun, group.object, index);
    }
}

void EnglishClauses::on_complement(std::uint32_t noun) {
    std::string text(s_.unit_text(s_.units[preposition_]));
    text.front() = ascii_lower(text.front());
    const auto verb = top().verb;
    if (verb != none && text == "by" && s_.verbs[verb].voice == Voice::passive && s_.verbs[verb].subject == none &&
        !is_time(noun)) {
        s_.verbs[verb].subject = noun;
        return;
    }
    const auto role = reader_.frames_->role(text);
    if (!role) {
        return;
    }
    for (const auto governor : chain_) {
        s_.dependents.push_back({Dependent::Of::noun, governor, *role, noun});
    }
    if (verb == none) {
        if (clauses_.size() == 1 && top().subject == none && text == "as" && is_person(noun)) {
            fronted_title_ = noun;
        }
        // On Monday, Lumen …; Through a partnership with Tern, Lumen …
        const bool fronts =
            clauses_.size() == 1 && top().subject == none &&
            (text == "on" || text == "in" || text == "at" ||
             (s_.nouns[noun].mention == none && (text == "through" || text == "under" || text == "with")));
        if (fronts) {
            fronted_.emplace_back(*role, noun);
        }
        return;
    }
    if (!is_of_title(text)) {
        s_.dependents.push_back({Dependent::Of::verb, verb, *role, noun});
    }
    if (text == "among" && s_.verbs[verb].copula && s_.verbs[verb].surface() != none) { // is among Lumen's partners
        equate(noun, s_.verbs[verb].surface(), verb);
    }
    if (text == "as") {
        const auto& group = s_.verbs[verb];
        const auto act = verb_text(group);
        const bool object = group.object != none && group.voice == Voice::active && act != "succeed" &&
                            act != "replace"; // succeeded Bo Lee as chief
        if (const auto equal = object && is_person(group.object) == is_person(noun) ? group.object : group.surface();
            equal != none) {
            equate(noun, equal, verb);
        }
    }
}

/// "led by Ada Kim, a manager at Lumen": where a title stands before the preposition, the complement is the title's alone.
bool EnglishClauses::is_of_title(std::string_view preposition) const {
    if (chain_.empty() || (preposition != "at" && preposition != "of" && preposition != "with")) {
        return false;
    }
    const auto& before = s_.nouns[chain_.back()];
    return before.mention == none && before.end == preposition_ && is(before.head, EnglishClass::title);
}

/// "Lumen joined the round, along with Heron": who comes along acts, too, where what is acted upon bears no name.
bool EnglishClauses::accompanies(std::uint32_t noun) {
    const auto at = s_.nouns[noun].begin;
    if (at == 0 || !is_text(at - 1, "along with") || top().verb == none ||
        s_.analysis->phrases[s_.nouns[noun].phrase].mentions.empty()) {
        return false;
    }
    const auto& group = s_.verbs[top().verb];
    const bool acts = group.subject != none && group.voice == Voice::active &&
                      (group.object == none || s_.nouns[group.object].mention == none);
    if (acts) {
        s_.dependents.push_back({Dependent::Of::verb, top().verb, reader_.roles_.subject, noun});
    }
    return acts;
}

/// "a stake in Tern and a licence": what "and" adds takes the role of what stands before it.
void EnglishClauses::coordinate(std::uint32_t noun) {
    if (last_noun_ == none || accompanies(noun)) {
        return;
    }
    if (s_.nouns[noun].mention == none) { // "a contributor to Nova and an engineer at Lumen"
        for (auto i = s_.equations.size(); i-- > 0;) {
            const auto equation = s_.equations[i];
            if (equation.noun + 4 >= noun && equation.noun < noun && is_person(equation.noun) == is_person(noun)) {
                s_.equations.push_back({noun, equation.equal, equation.verb});
                return;
            }
        }
        return;
    }
    const auto types = types_of(noun);
    for (std::uint32_t back = 0, i = last_noun_; back < 6; ++back, --i) {
        const auto& mention = s_.nouns[i].mention;
        const bool alike =
            mention != none && s_.nouns[i].list == i && !(s_.analysis->mentions[mention].types & types).empty();
        if (alike && takes_role_of(noun, i)) {
            return;
        }
        if (i == 0) {
            return;
        }
    }
}

bool EnglishClauses::takes_role_of(std::uint32_t noun, std::uint32_t other) {
    bool taken = false;
    const auto& roles = reader_.roles_;
    for (std::uint32_t v = 0; v < s_.verbs.size(); ++v) {
        if (s_.verbs[v].object == other && s_.verbs[v].voice == Voice::active) {
            s_.dependents.push_back({Dependent::Of::verb, v, roles.object, noun});
            taken = true;
        } else if (s_.verbs[v].subject == other && s_.verbs[v].voice == Voice::passive) {
            s_.dependents.push_back({Dependent::Of::verb, v, roles.subject, noun});
            taken = true;
        }
    }
    const auto count = s_.dependents.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (s_.dependents[i].phrase == other) {
            auto more = s_.dependents[i];
            more.phrase = noun;
            s_.dependents.push_back(more);
            taken = true;
        }
    }
    return taken;
}

} // namespace jokbo

// Infinitives, participles and -ing forms: whose they are.

#include "extract/english/english_clauses.hpp"

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;
using Form = VerbGroup::Form;
using Voice = VerbGroup::Voice;

} // namespace

/// "Lumen to acquire Tern": a name that opens the sentence does what the infinitive says.
bool EnglishClauses::is_headline_subject(std::uint32_t noun) const {
    const auto& n = s_.nouns[noun];
    return n.begin == 0 && n.mention != none && part(n.head) == Part::name;
}

void EnglishClauses::settle_pending(std::uint32_t noun) {
    for (const auto index : pending_) {
        auto& group = s_.verbs[index];
        give_surface(group, noun);
        if (group.voice == Voice::passive && group.object2 != none) { // Called Nova, it runs
            equate(group.object2, noun, index);
        }
    }
    pending_.clear();
}

void EnglishClauses::on_infinitive(VerbGroup& group) {
    if (top().verb == none) { // Lumen's plan to acquire Tern
        if (last_noun_ != none && s_.nouns[last_noun_].end == group.begin) {
            if (is_headline_subject(last_noun_)) {
                give_surface(group, last_noun_);
            } else {
                group.subject_of = last_noun_;
            }
        } else {
            pending_.push_back(static_cast<std::uint32_t>(&group - s_.verbs.data()));
        }
        return;
    }
    auto& governor = s_.verbs[top().verb];
    if (part_before(group.begin) == Part::conjunction && governor.form == Form::infinitive) {
        give_surface(group, governor.surface());
        group.subject_of = governor.subject_of;
        return;
    }
    const bool object_adjacent = governor.object != none && governor.voice == Voice::active && last_noun_ != none &&
                                 s_.nouns[last_noun_].begin >= s_.nouns[governor.object].begin;
    if (object_adjacent && reader_.vocabulary_.verb_way(governor.verb) != 0xFFFF) { // used Sol to train Nova
        const auto index = static_cast<std::uint32_t>(&group - s_.verbs.data());
        governor.purpose = index;
        s_.dependents.push_back({Dependent::Of::verb, index, reader_.roles_.subject, governor.object});
    } else if (object_adjacent && is(governor.head, EnglishClass::control)) {
        give_surface(group, governor.object);
        return;
    }
    // a deal to acquire: the noun's own owner, if it has one
    if (last_noun_ != none && s_.nouns[last_noun_].end == group.begin && s_.nouns[last_noun_].possessor != none &&
        s_.nouns[last_noun_].mention == none && is(s_.nouns[last_noun_].head, EnglishClass::plan_noun)) {
        group.subject_of = last_noun_;
        return;
    }
    give_surface(group, governor.surface());
    group.subject_of = governor.subject_of;
}

void EnglishClauses::on_participle(VerbGroup& group, std::uint32_t index) {
    const auto before = part_before(group.begin);
    if (before == Part::conjunction && top().verb != none && s_.verbs[top().verb].voice == Voice::passive) {
        give_surface(group, s_.verbs[top().verb].surface()); // founded in 2019 and led by
        return;
    }
    if (before == Part::conjunction && top().verb != none && s_.verbs[top().verb].form == Form::finite) {
        group.voice = Voice::active; // has reorganized and picked
        group.form = Form::finite;
        begin_segment(group.begin);
        give_surface(group, s_.verbs[top().verb].surface());
        return;
    }
    begin_segment(group.begin);
    if (last_noun_ == none || before == Part::stop) {
        pending_.push_back(index);
        return;
    }
    give_surface(group,
                 is(group.head, EnglishClass::naming) ? unnamed_before(last_noun_) : described_before(last_noun_));
    group.next = top().verb;
}

/// "a tool for Firefox called Nova": what is called so has no name yet.
std::uint32_t EnglishClauses::unnamed_before(std::uint32_t noun) const {
    constexpr std::uint32_t farthest = 3;
    for (std::uint32_t back = 0, i = noun; back < farthest; ++back, --i) {
        const auto& n = s_.nouns[i];
        const bool named = n.mention != none && s_.analysis->mentions[n.mention].kind == EntityMention::Kind::name;
        if (!named && (back == 0 || !types_of(i).empty())) {
            return back == 0 ? described_before(noun) : i;
        }
        if (i == 0 || (top().verb != none && s_.nouns[i - 1].begin < s_.verbs[top().verb].begin)) {
            break;
        }
    }
    return described_before(noun);
}

/// "Lumen, a lab focused on models, founded by Ada Kim": what is set off goes on about Lumen, not about a complement of the
/// words that describe it.
std::uint32_t EnglishClauses::described_before(std::uint32_t noun) const {
    if (s_.nouns[noun].mention != none || s_.equations.empty()) {
        return noun;
    }
    const auto& equation = s_.equations.back();
    // a verb that follows the description at once is part of it: a lab focused on
    const bool acts = top().verb != none && s_.verbs[top().verb].begin > s_.nouns[equation.noun].end;
    const bool describes = equation.verb == none && equation.noun < noun && noun - equation.noun < 4 && !acts;
    return describes ? equation.noun : noun;
}

void EnglishClauses::on_ing(VerbGroup& group, std::uint32_t index) {
    const auto before = part_before(group.begin);
    const auto verb = verb_text(group);
    // "is considering buying", "is close to buying": what is said of the one verb holds of the other
    const bool carried = before == Part::verb || (before == Part::preposition && preposition_ != none &&
                                                  (is_text(preposition_, "to") || is_text(preposition_, "of") ||
                                                   is_text(preposition_, "on") || is_text(preposition_, "about")));
    if (!carried) {
        begin_segment(group.begin);
    }
    const bool adverbial = before == Part::comma || before == Part::preposition || before == Part::dash ||
                           before == Part::subordinator || before == Part::conjunction || before == Part::verb ||
                           verb == "use" || verb == "cite" || verb == "bring" || verb == "leverage" || verb == "make" ||
                           verb == "add" || verb == "give" || verb == "leave";
    if (last_noun_ == none || (before == Part::stop) || (adverbial && top().subject == none && top().verb == none)) {
        pending_.push_back(index);
        return;
    }
    if (!adverbial && s_.nouns[last_noun_].end <= group.begin) {
        give_surface(group, last_noun_);
        return;
    }
    if (top().verb != none) {
        group.next = top().verb;
        const auto& governor = s_.verbs[top().verb];
        const bool blamed = is(governor.head, EnglishClass::blame) && governor.voice == Voice::active &&
                            governor.object != none && before != Part::comma; // accused Tern of copying
        // "was trained using Sol": whoever trains it uses it
        const bool way = governor.voice == Voice::passive && before != Part::comma &&
                         reader_.vocabulary_.verb_way(group.verb) != 0xFFFF;
        give_surface(group, blamed ? governor.object : way ? governor.subject : governor.surface());
        group.subject_of = governor.subject_of;
    } else {
        give_surface(group, top().subject);
    }
}

} // namespace jokbo

// Whether a word that may be a verb is one where it stands.

#include "extract/english/english_tagger.hpp"

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

bool EnglishTagger::another_finite_ahead(std::uint32_t i) const {
    bool nominal = false;
    for (auto j = i + 1; j < s_.units.size(); ++j) {
        const auto& unit = s_.units[j];
        if (unit.part == Part::comma || unit.part == Part::stop || unit.part == Part::dash || unit.part == Part::open) {
            return false;
        }
        if (unit.part == Part::name || unit.part == Part::number) {
            nominal = true;
            continue;
        }
        if (unit.word == nullptr) {
            continue;
        }
        if (is(j, EnglishClass::relative) || is(j, EnglishClass::subordinator) || is(j, EnglishClass::conjunction)) {
            return false;
        }
        if (is(j, EnglishClass::be) || is(j, EnglishClass::have) || is(j, EnglishClass::modal) ||
            is(j, EnglishClass::do_)) {
            return true;
        }
        if (nominal && unit.word->may(EnglishWord::past | EnglishWord::third) && !is_text(j + 1, "by") &&
            follows_strongly(following(j))) {
            return true;
        }
        nominal = nominal || !is(j, EnglishClass::preposition);
    }
    return false;
}

/// "Lumen unveiled new chips meant to": a participle takes no object, but words of time and number may follow it.
bool EnglishTagger::has_object(std::uint32_t next) const {
    return begins_phrase(next) && s_.units[next].part == Part::other && !is(next, EnglishClass::time) &&
           !is(next, EnglishClass::weekday) && !is(next, EnglishClass::month) && !is(next, EnglishClass::adverb) &&
           !is(next, EnglishClass::number_word) && !is_text(next, "last") && !is_text(next, "next");
}

void EnglishTagger::tag_past(std::uint32_t i, Part before) {
    const auto& word = *s_.units[i].word;
    const auto next = following(i);
    const bool sure_subject = before == Part::pronoun || before == Part::relative;
    if (!word.may(EnglishWord::past)) {
        set_verb(i, EnglishWord::participle);
    } else if (sure_subject) {
        set_verb(i, EnglishWord::past);
    } else if (is_text(next, "by") && word.may(EnglishWord::participle)) {
        set_verb(i, EnglishWord::participle);
    } else if (finite_seen_ && !is_boundary(before)) {
        // "announced Supabase raised": a name may begin a clause of its own
        const bool naming = word.is(EnglishClass::naming) && next != none && s_.units[next].part == Part::name;
        const bool own_clause =
            before == Part::name && !naming && (follows_strongly(next) || word.is(EnglishClass::report));
        set_verb(i, own_clause ? EnglishWord::past : EnglishWord::participle);
    } else if (follows_strongly(next) || !word.may(EnglishWord::participle) ||
               (before == Part::name && has_object(next)) || !another_finite_ahead(i)) {
        set_verb(i, EnglishWord::past);
    } else {
        set_verb(i, EnglishWord::participle);
    }
}

/// "an AI licensing deal", "a voice cloning startup": a verb's object would have its article, so that what stands before one
/// company, person or deal without any belongs to its noun.
bool EnglishTagger::modifies_one_thing(std::uint32_t ing) const {
    constexpr std::uint32_t farthest = 3;
    for (auto i = ing + 1; i < s_.units.size() && i <= ing + farthest; ++i) {
        const auto* word = s_.units[i].word;
        if (s_.units[i].part != Part::other || word == nullptr || word->noun == 0xFFFF || is_plural(i)) {
            return false;
        }
        const auto next = i + 1 < s_.units.size() ? s_.units[i + 1].part : Part::stop;
        const bool goes_on = next == Part::other && begins_phrase(i + 1) && !follows_strongly(i + 1);
        if (!goes_on) {
            return is(i, EnglishClass::organization) || is(i, EnglishClass::person) ||
                   (is(i, EnglishClass::bridge) && !is(ing, EnglishClass::obtain));
        }
    }
    return false;
}

/// After a name, noun, pronoun or relative; false where the word is a noun here.
bool EnglishTagger::tag_after_nominal(std::uint32_t i, Part before) {
    const auto& word = *s_.units[i].word;
    const auto next = following(i);
    const bool verb_leaning = word.leaning == EnglishWord::Leaning::verb;
    const auto before_index = previous(i);
    const bool plural = is_plural(before_index);
    if (before == Part::pronoun && word.may(EnglishWord::past) && word.may(EnglishWord::base) &&
        !is_text(before_index, "them") && !is_text(before_index, "him") && !is_text(before_index, "us")) {
        set_verb(i, EnglishWord::past); // it hit, they cut
        return true;
    }
    if (word.may(EnglishWord::past | EnglishWord::participle) && !word.may(EnglishWord::base)) {
        tag_past(i, before);
        return true;
    }
    if (word.may(EnglishWord::ing)) {
        const bool verb = begins_phrase(next) || (next != none && is(next, EnglishClass::preposition));
        if (verb && !modifies_one_thing(i) &&
            (verb_leaning || (follows_strongly(next) && !is_text(next, "to"))) && // its total funding to $3 million
            before != Part::relative) {
            set_verb(i, EnglishWord::ing);
            return true;
        }
        return false;
    }
    if (word.may(EnglishWord::third)) {
        // by former Lumen engineers who left: people, where a preposition governs the word before them
        auto governor = previous(before_index);
        while (governor != none &&
               (s_.units[governor].part == Part::adjective || s_.units[governor].part == Part::noun)) {
            governor = previous(governor);
        }
        const auto* after = next == none ? nullptr : s_.units[next].word;
        const bool others_act = after != nullptr && after->may(EnglishWord::base) && // Lumen engineers use Nova
                                after->leaning == EnglishWord::Leaning::verb;
        if (!verb_leaning && word.is(EnglishClass::person) &&
            (others_act || (governor != none && s_.units[governor].part == Part::preposition))) {
            return false;
        }
        const bool after_adverb = i > 0 && s_.units[i - 1].part == Part::adverb;
        const bool singular =
            before == Part::relative || !plural || (verb_leaning && follows_strongly(next)) || after_adverb;
        const bool preposition_next = next != none && is(next, EnglishClass::preposition);
        if (singular &&
            (before == Part::relative || before == Part::pronoun || follows_strongly(next) ||
             (verb_leaning && !finite_seen_) || (!finite_seen_ && before == Part::name && preposition_next) ||
             (!finite_seen_ && before == Part::name && begins_phrase(next) && !another_finite_ahead(i)))) {
            set_verb(i, EnglishWord::third);
            return true;
        }
        return false;
    }
    if (word.may(EnglishWord::base)) {
        const bool agrees = before == Part::relative || plural || (plural_seen_ && !finite_seen_) ||
                            (word.may(EnglishWord::past) && !finite_seen_);
        if (agrees && (before == Part::pronoun || before == Part::relative || follows_strongly(next) ||
                       (verb_leaning && !finite_seen_))) {
            set_verb(i, word.may(EnglishWord::past) ? EnglishWord::past : EnglishWord::third);
            return true;
        }
    }
    return false;
}

void EnglishTagger::tag_after_boundary(std::uint32_t i, Part before) {
    const auto& word = *s_.units[i].word;
    const auto next = following(i);
    const bool strong = follows_strongly(next);
    const bool preposition_next = next != none && is(next, EnglishClass::preposition);
    const bool verb_leaning = word.leaning == EnglishWord::Leaning::verb;
    if (word.may(EnglishWord::ing)) {
        (verb_leaning && (begins_phrase(next) || preposition_next)) || strong ? set_verb(i, EnglishWord::ing)
                                                                              : set_nominal(i);
    } else if (word.may(EnglishWord::past | EnglishWord::participle) && !word.may(EnglishWord::base)) {
        const bool coordinated = before == Part::conjunction && (last_form_ & EnglishWord::participle) != 0;
        // "the model, called Nova, is"; not: named Ada Kim chief
        const bool named = word.is(EnglishClass::naming) && before != Part::conjunction && next != none &&
                           s_.units[next].part == Part::name &&
                           !s_.analysis->mentions[s_.units[next].mention].types.has(reader_.types_.person);
        if (named) {
            set_verb(i, EnglishWord::participle);
        } else if (preposition_next && before != Part::conjunction &&
                   !(commas_ >= 2 && !finite_seen_ && !is_text(next, "by"))) {
            set_verb(i, EnglishWord::participle);
        } else if (coordinated) {
            set_verb(i, EnglishWord::participle);
        } else if (before == Part::stop && !strong) {
            set_nominal(i);
        } else if (word.may(EnglishWord::past) && (begins_phrase(next) || preposition_next || strong || next == none)) {
            set_verb(i, EnglishWord::past);
        } else if (word.may(EnglishWord::past) && before == Part::conjunction && last_form_ == EnglishWord::past) {
            set_verb(i, EnglishWord::past);
        } else {
            set_nominal(i);
        }
    } else if (word.may(EnglishWord::participle) && is_text(next, "by")) {
        set_verb(i, EnglishWord::participle); // ", run by Ada Kim"
    } else if (word.may(EnglishWord::third) && before == Part::conjunction && finite_seen_ && i > 0 &&
               s_.units[i - 1].part == Part::adverb && begins_phrase(next)) {
        set_verb(i, EnglishWord::third); // "founded Lumen and now runs Tern"
    } else if (word.may(EnglishWord::third)) {
        const bool expected = !finite_seen_ ? before != Part::stop : (last_form_ & EnglishWord::third) != 0;
        expected && (strong || (verb_leaning && !word.is(EnglishClass::group_noun))) ? set_verb(i, EnglishWord::third)
                                                                                     : set_nominal(i);
    } else if (before == Part::conjunction && (last_form_ & EnglishWord::base) != 0 && (verb_leaning || strong)) {
        set_verb(i, EnglishWord::base);
    } else if (before == Part::conjunction && word.may(EnglishWord::past) && last_form_ == EnglishWord::past &&
               strong) {
        set_verb(i, EnglishWord::past);
    } else {
        set_nominal(i);
    }
}

} // namespace jokbo

#include "extract/english/english_tagger.hpp"

#include <algorithm>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

bool is_boundary(Part part) {
    return part == Part::comma || part == Part::dash || part == Part::open || part == Part::close ||
           part == Part::stop || part == Part::conjunction || part == Part::subordinator ||
           part == Part::complementizer;
}

} // namespace

void EnglishTagger::run() {
    cut();
    tag();
}

std::uint32_t EnglishTagger::previous(std::uint32_t i) const {
    while (i > 0) {
        --i;
        if (s_.units[i].part != Part::adverb && s_.units[i].part != Part::negation) {
            return i;
        }
    }
    return none;
}

std::uint32_t EnglishTagger::following(std::uint32_t i) const {
    for (++i; i < s_.units.size(); ++i) {
        const bool adverb =
            is(i, EnglishClass::adverb) && !is(i, EnglishClass::preposition) && !is(i, EnglishClass::determiner);
        if (!adverb) {
            return i;
        }
    }
    return none;
}

bool EnglishTagger::is_text(std::uint32_t i, std::string_view text) const {
    return i < s_.units.size() && s_.units[i].mention == none && s_.unit_text(s_.units[i]) == text;
}

bool EnglishTagger::begins_phrase(std::uint32_t i) const {
    if (i >= s_.units.size()) {
        return false;
    }
    const auto& unit = s_.units[i];
    if (unit.part == Part::name || unit.part == Part::number) {
        return true;
    }
    if (unit.part != Part::other || unit.word == nullptr) {
        return false;
    }
    const bool closed = is(i, EnglishClass::preposition) || is(i, EnglishClass::conjunction) ||
                        is(i, EnglishClass::be) || is(i, EnglishClass::have) || is(i, EnglishClass::do_) ||
                        is(i, EnglishClass::modal) || is(i, EnglishClass::relative) ||
                        is(i, EnglishClass::subordinator);
    return is(i, EnglishClass::determiner) || is(i, EnglishClass::possessive) || !closed;
}

/// Whether what follows can hardly follow a noun: a determiner, a name, a pronoun, an amount, "to", "that".
bool EnglishTagger::follows_strongly(std::uint32_t i) const {
    if (i >= s_.units.size()) {
        return false;
    }
    const auto& unit = s_.units[i];
    return unit.part == Part::name || unit.part == Part::number || is(i, EnglishClass::determiner) ||
           is(i, EnglishClass::possessive) || is(i, EnglishClass::pronoun) || is_text(i, "to") || is_text(i, "that");
}

bool EnglishTagger::is_plural(std::uint32_t i) const {
    if (s_.units[i].part == Part::name) {
        const auto before = previous(i);
        return before != none && s_.units[before].part == Part::conjunction;
    }
    const auto text = s_.unit_text(s_.units[i]);
    if (text == "These" || text == "Those" || text == "these" || text == "those") {
        return true;
    }
    return (text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is")) ||
           text == "people" || text == "they" || text == "we" || text == "you" || text == "They" || text == "We" ||
           text == "I";
}

void EnglishTagger::set_verb(std::uint32_t i, EnglishWord::Form form) {
    s_.units[i].part = Part::verb;
    s_.units[i].form = form;
    last_form_ = form;
}

void EnglishTagger::set_nominal(std::uint32_t i) {
    const auto* word = s_.units[i].word;
    const bool adjective = word->may(EnglishWord::participle | EnglishWord::past) && !word->may(EnglishWord::base);
    s_.units[i].part = adjective ? Part::adjective : Part::noun;
}

void EnglishTagger::tag() {
    finite_seen_ = false;
    plural_seen_ = false;
    commas_ = 0;
    last_form_ = 0;
    for (std::uint32_t i = 0; i < s_.units.size(); ++i) {
        if (s_.units[i].part == Part::other && s_.units[i].word != nullptr) {
            tag_closed(i);
            if (s_.units[i].part == Part::other) {
                tag_open(i);
            }
        } else if (s_.units[i].part == Part::genitive && i > 0) {
            const auto before = s_.units[i - 1].part;
            const auto next = i + 1;
            const bool verb_follows = next < s_.units.size() && s_.units[next].part == Part::other &&
                                      (is_text(next, "a") || is_text(next, "an") || is_text(next, "the") ||
                                       is_text(next, "not") || is_text(next, "been"));
            if (before == Part::pronoun || before == Part::relative || verb_follows) {
                s_.units[i].part = Part::be;
            }
        }
        const auto part = s_.units[i].part;
        plural_seen_ = plural_seen_ || ((part == Part::noun || part == Part::pronoun) && is_plural(i));
        if (part == Part::comma || part == Part::dash) {
            ++commas_;
        }
        if (part == Part::relative || part == Part::subordinator || part == Part::complementizer ||
            part == Part::stop) {
            finite_seen_ = false;
            plural_seen_ = false;
            commas_ = 0;
        } else if (part == Part::be || part == Part::have || part == Part::do_ || part == Part::modal ||
                   (part == Part::verb && (s_.units[i].form & (EnglishWord::past | EnglishWord::third)) != 0)) {
            const auto before = previous(i);
            if (part != Part::have || before == none || s_.units[before].part != Part::infinitive_to) {
                // says its model beats Orca: what is said is a clause with a verb of its own
                finite_seen_ = part != Part::verb || !is(i, EnglishClass::speak);
            }
            if (part == Part::be || part == Part::have) {
                last_form_ = EnglishWord::third;
            }
        }
    }
}

void EnglishTagger::tag_closed(std::uint32_t i) {
    auto& unit = s_.units[i];
    const auto& word = *unit.word;
    const auto text = s_.unit_text(unit);
    const auto before = previous(i);
    const auto before_part = before == none ? Part::stop : s_.units[before].part;
    if (text == "not" || text == "never") {
        unit.part = Part::negation;
    } else if (text == "to") {
        const auto next = following(i);
        const bool verb = next != none && s_.units[next].part == Part::other && s_.units[next].word != nullptr &&
                          (s_.units[next].word->may(EnglishWord::base) || is(next, EnglishClass::be) ||
                           is_text(next, "have") || is_text(next, "do"));
        unit.part = verb ? Part::infinitive_to : Part::preposition;
    } else if (text == "that" || text == "That") {
        const bool after_noun = before_part == Part::name || before_part == Part::noun || before_part == Part::close ||
                                before_part == Part::number;
        unit.part = after_noun                                              ? Part::relative
                  : before_part == Part::verb || before_part == Part::comma ? Part::complementizer
                                                                            : Part::determiner;
        if (unit.part == Part::determiner && i + 1 < s_.units.size() &&
            (is(i + 1, EnglishClass::be) || is(i + 1, EnglishClass::modal) || is(i + 1, EnglishClass::have))) {
            unit.part = Part::pronoun;
        }
    } else if (word.is(EnglishClass::possessive)) {
        unit.part = Part::possessive;
    } else if (word.is(EnglishClass::relative)) {
        unit.part = Part::relative;
    } else if (word.is(EnglishClass::be)) {
        unit.part = Part::be;
    } else if (word.is(EnglishClass::have)) {
        unit.part = Part::have;
    } else if (word.is(EnglishClass::do_)) {
        unit.part = Part::do_;
    } else if (word.is(EnglishClass::modal) && text != "may" && text != "May" && text != "d") {
        unit.part = Part::modal;
    } else if (text == "may") {
        unit.part = Part::modal;
    } else if (word.is(EnglishClass::conjunction)) {
        unit.part = Part::conjunction;
    } else if (word.is(EnglishClass::determiner)) {
        const bool auxiliary =
            i + 1 < s_.units.size() &&
            (is(i + 1, EnglishClass::be) || is(i + 1, EnglishClass::modal) || is(i + 1, EnglishClass::have));
        const auto* next_word = i + 1 < s_.units.size() ? s_.units[i + 1].word : nullptr;
        const bool verb = next_word != nullptr && next_word->is(EnglishClass::verb) &&
                          !next_word->is(EnglishClass::adverb) && next_word->leaning == EnglishWord::Leaning::verb &&
                          next_word->may(EnglishWord::base | EnglishWord::third | EnglishWord::past) &&
                          follows_strongly(i + 2) && text != "the" && text != "The" && text != "a" && text != "A" &&
                          text != "an" && text != "no";
        unit.part = auxiliary || verb ? Part::pronoun : Part::determiner;
    } else if (word.is(EnglishClass::pronoun)) {
        unit.part = Part::pronoun;
    } else if (word.is(EnglishClass::preposition)) {
        // "spun off Tern": the verb's particle, its object follows
        const bool particle = before_part == Part::verb && before + 1 == i && begins_phrase(i + 1) &&
                              (text == "off" || text == "out" || text == "up" || text == "down" ||
                               ((text == "on" || text == "over") && is_particle_of(before, text)));
        unit.part = particle ? Part::adverb : Part::preposition;
    } else if (word.is(EnglishClass::subordinator)) {
        unit.part = Part::subordinator;
    } else if (word.is(EnglishClass::number_word) && !word.is(EnglishClass::verb)) {
        unit.part = Part::number;
    } else if (word.is(EnglishClass::adverb)) {
        unit.part = Part::adverb;
    } else if (text == "last" && before_part == Part::be) {
        unit.part = Part::adverb; // "was last valued"
    }
}

/// Whether frames wait for the verb with just this particle: take on, take over.
bool EnglishTagger::is_particle_of(std::uint32_t verb, std::string_view particle) const {
    const auto index = s_.units[verb].word->verb;
    return index != 0xFFFF && std::ranges::any_of(reader_.vocabulary_.verb_triggers(index), [&](std::uint32_t t) {
               const auto& company = reader_.frames_->triggers()[t].company;
               return company.size() == 1 && company.front() == particle;
           });
}

void EnglishTagger::tag_open(std::uint32_t i) {
    auto& unit = s_.units[i];
    const auto& word = *unit.word;
    const auto text = s_.unit_text(unit);
    if (!word.is(EnglishClass::verb)) {
        unit.part = text.ends_with("ly") && text.size() > 4 && word.noun == 0xFFFF && !word.is(EnglishClass::portion)
                      ? Part::adverb
                      : Part::noun;
        return;
    }
    if (word.may(EnglishWord::ing) && word.is(EnglishClass::title_part) && is(i + 1, EnglishClass::title)) {
        set_nominal(i); // Managing Partner
        return;
    }
    const auto before_index = previous(i);
    const auto before = before_index == none ? Part::stop : s_.units[before_index].part;
    switch (before) {
    case Part::infinitive_to:
    case Part::modal:
    case Part::do_: word.may(EnglishWord::base) ? set_verb(i, EnglishWord::base) : set_nominal(i); return;
    case Part::have: word.may(EnglishWord::participle) ? set_verb(i, EnglishWord::participle) : set_nominal(i); return;
    case Part::be:
        if (word.may(EnglishWord::participle)) {
            set_verb(i, EnglishWord::participle);
        } else if (word.may(EnglishWord::ing)) {
            set_verb(i, EnglishWord::ing);
        } else {
            set_nominal(i);
        }
        return;
    case Part::determiner:
    case Part::possessive:
    case Part::genitive:
    case Part::number:
    case Part::adjective:
    case Part::bound:
        // "a Series B led by", "the 10 built by"
        if (before == Part::number && word.may(EnglishWord::participle) && is_text(following(i), "by")) {
            set_verb(i, EnglishWord::participle);
        } else {
            set_nominal(i);
        }
        return;
    case Part::preposition: {
        const auto next = following(i);
        const bool verb_leaning = word.leaning == EnglishWord::Leaning::verb;
        const bool object_follows =
            follows_strongly(next) ||
            (verb_leaning && next != none && (is(next, EnglishClass::preposition) || begins_phrase(next)));
        word.may(EnglishWord::ing) && object_follows ? set_verb(i, EnglishWord::ing) : set_nominal(i);
        return;
    }
    case Part::verb:
        if (word.may(EnglishWord::ing) && follows_strongly(following(i))) {
            set_verb(i, EnglishWord::ing);
        } else if (word.may(EnglishWord::base) && s_.units[before_index].word->verb != 0xFFFF &&
                   reader_.vocabulary_.verb(s_.units[before_index].word->verb) == "help") {
            set_verb(i, EnglishWord::base);
        } else if (word.may(EnglishWord::participle) &&
                   reader_.vocabulary_.verb(s_.units[before_index].word->verb) == "get") {
            set_verb(i, EnglishWord::participle);
        } else {
            set_nominal(i);
        }
        return;
    default: break;
    }
    if (is_boundary(before) || before == Part::other) {
        tag_after_boundary(i, before);
    } else if (!tag_after_nominal(i, before)) {
        set_nominal(i);
    }
}

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
        const bool own_clause = before == Part::name && (follows_strongly(next) || word.is(EnglishClass::report));
        set_verb(i, own_clause ? EnglishWord::past : EnglishWord::participle);
    } else if (follows_strongly(next) || !word.may(EnglishWord::participle) || !another_finite_ahead(i)) {
        set_verb(i, EnglishWord::past);
    } else {
        set_verb(i, EnglishWord::participle);
    }
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
        if (verb && (verb_leaning || follows_strongly(next)) && before != Part::relative) {
            set_verb(i, EnglishWord::ing);
            return true;
        }
        return false;
    }
    if (word.may(EnglishWord::third)) {
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
        if (preposition_next && before != Part::conjunction &&
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

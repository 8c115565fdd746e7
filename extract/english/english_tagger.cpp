#include "extract/english/english_tagger.hpp"

#include <algorithm>

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

bool EnglishTagger::is_boundary(Part part) {
    return part == Part::comma || part == Part::dash || part == Part::open || part == Part::close ||
           part == Part::stop || part == Part::conjunction || part == Part::subordinator ||
           part == Part::complementizer;
}

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
        if (is_text(before_index, "two") && before_index > 0 && word.may(EnglishWord::past) &&
            follows_strongly(following(i)) && (is_text(before_index - 1, "The") || is_text(before_index - 1, "the"))) {
            set_verb(i, EnglishWord::past); // The two sued Lumen
            return;
        }
        // "a Series B led by", "the 10 built by"
        if ((before == Part::number || is_text(before_index, "both") || is_text(before_index, "all")) &&
            word.may(EnglishWord::participle) && is_text(following(i), "by")) {
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
        if (word.may(EnglishWord::ing) &&
            (follows_strongly(following(i)) ||
             (i + 2 < s_.units.size() && follows_strongly(i + 2) && // begun rolling out Nova
              is_particle_of(i, s_.unit_text(s_.units[i + 1]))))) {
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

} // namespace jokbo

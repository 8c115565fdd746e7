#include "extract/cards/card_cells.hpp"
#include "extract/cards/card_reading.hpp"

#include "extract/characters.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

/// The letters with which a family's names begin: DeepSeek of DeepSeek-V3, Qwen of Qwen3.
std::string family_of(std::string_view name) {
    const auto end = name.find_first_of(" -:0123456789_");
    return fold(name.substr(0, end));
}

/// The owner's part of a hub's identifier is no part of the name: Qwen/Qwen2.5-7B.
std::string_view without_owner(std::string_view name) {
    const auto slash = name.rfind('/');
    return slash == std::string_view::npos || slash + 1 == name.size() || name.find(' ') != std::string_view::npos
             ? name
             : name.substr(slash + 1);
}

/// Whether `longer` begins with `name` and goes on with another word: EXAONE-4.0 and EXAONE 4.0 32B, but not Qwen2 and Qwen2.5.
bool continues(std::string_view name, std::string_view longer) {
    const auto is_space = [](char c) { return c == ' ' || c == '-' || c == '_'; };
    std::size_t at = 0;
    for (const char c : name) {
        if (is_space(c)) {
            continue;
        }
        while (at < longer.size() && is_space(longer[at])) {
            ++at;
        }
        if (at == longer.size() || ascii_lower(longer[at]) != ascii_lower(c)) {
            return false;
        }
        ++at;
    }
    if (at == longer.size()) {
        return false;
    }
    const bool number_goes_on =
        is_digit(longer[at]) || (longer[at] == '.' && at + 1 < longer.size() && is_digit(longer[at + 1]));
    return at > 0 && !(is_digit(longer[at - 1]) && number_goes_on);
}

} // namespace

CardEntity CardSheet::entity(std::string name, Span span, TypeId type) const {
    CardEntity made;
    made.span = span;
    made.types = TypeSet::of(type);
    const auto found = knowledge_.lexicon.find_name(type, name);
    if (found.size() == 1) {
        made.entry = found.front();
    }
    made.name = std::move(name);
    return made;
}

CardEntity CardSheet::entity(Span span, TypeId type) const {
    const auto whole = text(span);
    if (type == knowledge_.model || type == knowledge_.dataset) {
        const auto name = whole.find(':') == std::string_view::npos ? without_owner(whole) : whole;
        auto made = entity(std::string(name), span, type);
        if (name.size() != whole.size()) {
            made.others.emplace_back(whole);
        }
        return made;
    }
    return entity(std::string(whole), span, type);
}

void CardSheet::relate(const CardEntity& subject, PredicateId predicate, const CardEntity& object, Span evidence,
                       std::string_view frame, std::string_view how, std::string_view component) {
    if (fold(subject.name) == fold(object.name) && subject.types == object.types) {
        return;
    }
    CardStatement statement{subject, predicate, object, {}, evidence, fmt::format("cards.{}", frame)};
    statement.qualifiers.how = std::string(how);
    statement.qualifiers.component = std::string(component);
    statements_.push_back(std::move(statement));
}

void CardSheet::state(const CardEntity& subject, PredicateId predicate, Value value, Span evidence,
                      std::string_view frame) {
    statements_.push_back({subject, predicate, std::move(value), {}, evidence, fmt::format("cards.{}", frame)});
}

CardSheet::Kin CardSheet::kin(std::string_view name) const {
    if (!own_) {
        return Kin::stranger;
    }
    const auto folded = fold(without_owner(name));
    auto best = Kin::stranger;
    const auto compare = [&](const std::string& own) {
        if (fold(without_owner(own)) == folded) {
            best = Kin::same;
        } else if (continues(without_owner(own), without_owner(name))) {
            best = std::max(best, Kin::variant);
        }
    };
    compare(own_->name);
    for (const auto& other : own_->others) {
        compare(other);
    }
    const auto family = family_of(own_->name);
    if (family.size() >= 2 && folded.starts_with(family)) {
        best = std::max(best, Kin::family);
    }
    return best;
}

void CardSheet::counts(const CardEntity& subject, PredicateId predicate, std::string_view label_text, Span cell,
                       Span evidence, std::string_view frame) {
    if (cell.size() > 60) {
        return; // prose
    }
    const auto& name = knowledge_.ontology.predicate(predicate).name;
    const bool sizes = predicate == knowledge_.parameters || predicate == knowledge_.active_parameters;
    const bool active_too = std::any_of(label_text.begin(), label_text.end(), [](char c) { return c == '/'; });
    std::int64_t smallest = name == "training_tokens" ? 1'000'000'000 : sizes ? 100'000 : 500;
    for (const auto& count : cell_counts(reading_.text, cell)) {
        auto value = count.value;
        if (sizes && count.scale == CellCount::Scale::bare && value < smallest && value > 0) {
            value *= label_text.find("(B)") != std::string_view::npos ? 1'000'000'000
                   : label_text.find("(M)") != std::string_view::npos ? 1'000'000
                                                                      : 0;
        }
        if (value < smallest) {
            continue;
        }
        const bool active = sizes && count.active && (predicate == knowledge_.parameters || active_too);
        state(subject, active ? knowledge_.active_parameters : predicate, Value{value}, evidence, frame);
        if (!sizes) {
            return; // what else stands there is a condition
        }
    }
}

void CardSheet::property(const CardEntity& subject, const CardLabel& label, std::string_view label_text, Span cell,
                         Span evidence, std::string_view frame) {
    const auto bare = bare_cell(reading_.text, cell);
    if (bare.empty() || knowledge_.words.is("blank", text(cell)) ||
        knowledge_.words.label(text(bare)).kind == CardLabel::Kind::blank) {
        return;
    }
    const auto things = [&](TypeId type, const auto& accepts, std::string_view how) {
        for (const auto part : listed(reading_.text, cell)) {
            const auto name = without_note(reading_.text, part);
            if (is_name_like(text(name)) && knowledge_.words.label(text(part)).kind != CardLabel::Kind::blank &&
                accepts(name)) {
                relate(subject, label.predicate, entity(name, type), evidence, frame, how);
            }
        }
    };
    const auto capital = [&](Span name) { // a proper name, no description
        const auto words = text(name);
        return !(words[0] >= 'a' && words[0] <= 'z' && words.find(' ') != std::string_view::npos);
    };
    if (label.kind == CardLabel::Kind::architecture) {
        const auto name = without_note(reading_.text, bare);
        const auto word = text(name);
        const bool one_word = word.find(' ') == std::string_view::npos || has_size(word);
        const bool versioned = one_word && std::any_of(word.begin(), word.end(), is_digit);
        if (knowledge_.knows(knowledge_.model, word) ||
            (versioned && is_name_like(word) && !knowledge_.knows(knowledge_.technology, word))) {
            relate(subject, knowledge_.based_on, entity(name, knowledge_.model), evidence, frame, "architecture",
                   "architecture");
        } else if (knowledge_.knows(knowledge_.technology, word)) {
            relate(subject, knowledge_.ontology.predicate_named("uses"), entity(name, knowledge_.technology), evidence,
                   frame);
        }
        // MoE (30.5B total with ~3.3B active)
        for (const auto& count : cell_counts(reading_.text, cell)) {
            if (count.scale == CellCount::Scale::named && count.value >= 10'000'000) {
                state(subject, count.active ? knowledge_.active_parameters : knowledge_.parameters, Value{count.value},
                      evidence, frame);
            }
        }
        return;
    }
    if (label.kind == CardLabel::Kind::hub) {
        const auto words = text(cell);
        std::string last;
        for (const auto& hub : knowledge_.words.words("hub.name")) {
            const auto at = std::search(words.begin(), words.end(), hub.begin(), hub.end(),
                                        [](char a, char b) { return ascii_lower(a) == b; });
            if (at != words.end() && fold(hub) != last) {
                last = fold(hub);
                const auto begin = cell.begin + static_cast<std::uint32_t>(at - words.begin());
                const Span span{begin, begin + static_cast<std::uint32_t>(hub.size())};
                const auto type = knowledge_.knows(knowledge_.organization, text(span)) ? knowledge_.organization
                                                                                        : knowledge_.product;
                relate(subject, knowledge_.released_on, entity(span, type), evidence, frame);
            }
        }
        return;
    }
    const auto& predicate = knowledge_.ontology.predicate(label.predicate);
    if (predicate.name == "developed_by") {
        // "Granite Team, IBM": a team within what follows; known makers alone count then.
        const auto parts = listed(reading_.text, cell);
        const bool any_known = parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [&](Span part) {
                                   return knowledge_.knows(knowledge_.organization, text(part));
                               });
        things(knowledge_.organization,
               [&](Span name) { return !any_known || knowledge_.knows(knowledge_.organization, text(name)); }, {});
    } else if (predicate.name == "based_on") {
        const bool tuned = knowledge_.words.folded(label_text).find("tuned") != std::string::npos;
        things(knowledge_.model, capital, tuned ? "fine_tuned" : "");
    } else if (predicate.name == "licensed_under") {
        if (bare.size() <= 80 && is_name_like(text(bare))) {
            relate(subject, label.predicate, entity(bare, knowledge_.licence), evidence, frame);
        }
    } else if (predicate.name == "trained_on") {
        things(knowledge_.dataset, [&](Span name) { return knowledge_.knows(knowledge_.dataset, text(name)); }, {});
    } else if (predicate.name == "trained_with") {
        things(knowledge_.product, [&](Span name) { return knowledge_.knows(knowledge_.product, text(name)); }, {});
    } else if (predicate.name == "languages") {
        const auto parts = listed(reading_.text, cell);
        const auto counted = cell_counts(reading_.text, cell);
        if (!counted.empty()) {
            state(subject, label.predicate, Value{counted.front().value}, evidence, frame);
        } else if (std::all_of(parts.begin(), parts.end(),
                               [&](Span part) {
                                   const auto word = text(without_note(reading_.text, part));
                                   return word.find(' ') == std::string_view::npos && is_name_like(word) &&
                                          !(word[0] >= 'a' && word[0] <= 'z');
                               }) &&
                   !parts.empty() && text(cell).find('+') == std::string_view::npos) {
            state(subject, label.predicate, Value{static_cast<std::int64_t>(parts.size())}, evidence, frame);
        }
    } else if (predicate.value == Predicate::ValueKind::date) {
        std::vector<Token> tokens;
        tokenize(reading_.text, cell, tokens);
        std::vector<ValueMention> found;
        // A month and a year alone are a date here: what leads a year in prose is the column's head.
        knowledge_.values.find(reading_.text, tokens, Language::english, DateResolver({}), found);
        for (const auto& value : found) {
            const auto* iso = std::get_if<std::string>(&value.value);
            if (value.kind == ValueMention::Kind::date && iso != nullptr && !iso->empty()) {
                state(subject, label.predicate, Value{*iso}, evidence, frame);
                return;
            }
        }
    } else if (predicate.value == Predicate::ValueKind::count) {
        counts(subject, label.predicate, label_text, cell, evidence, frame);
    }
}

} // namespace jokbo

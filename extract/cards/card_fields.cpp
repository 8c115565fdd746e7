#include "extract/cards/card_cells.hpp"
#include "extract/cards/card_reading.hpp"

#include <set>
#include <string>

namespace jokbo {

void CardSheet::read_fields() {
    if (!own_) {
        return;
    }
    std::string how;
    Span licence_name{};
    std::set<std::string_view> languages;
    Span languages_span{};
    const auto& words = knowledge_.words;
    for (const auto& field : reading_.fields) {
        if (words.is("field.relation", field.key)) {
            for (const auto* const one : {"fine_tuned", "quantized", "adapter", "merged"}) {
                if (words.is(std::string("how.") + one, text(field.value))) {
                    how = one;
                }
            }
        } else if (words.is("field.licence_name", field.key)) {
            licence_name = field.value;
        }
    }
    const auto named = [&](const Field& field) {
        return !field.value.empty() && field.value.size() <= 100 && is_name_like(text(field.value));
    };
    for (const auto& field : reading_.fields) {
        if (!named(field)) {
            continue;
        }
        if (words.is("field.based_on", field.key)) {
            relate(*own_, knowledge_.based_on, entity(field.value, knowledge_.model), field.value, "field", how);
        } else if (words.is("field.trained_on", field.key)) {
            relate(*own_, knowledge_.trained_on, entity(field.value, knowledge_.dataset), field.value, "field");
        } else if (words.is("field.licensed_under", field.key)) {
            const bool other = text(field.value) == "other" || text(field.value) == "unknown";
            const auto span = other ? licence_name : field.value;
            if (!span.empty()) {
                relate(*own_, knowledge_.licensed_under, entity(span, knowledge_.licence), span, "field");
            }
        } else if (words.is("field.developed_by", field.key)) {
            relate(*own_, knowledge_.developed_by, entity(field.value, knowledge_.organization), field.value, "field");
        } else if (words.is("field.languages", field.key)) {
            if (languages.insert(text(field.value)).second) {
                languages_span = languages_span.empty() ? field.value : Span{languages_span.begin, field.value.end};
            }
        }
    }
    const bool open = languages.contains("multilingual") || languages.contains("code");
    if (!languages.empty() && !open) {
        state(*own_, knowledge_.languages, Value{static_cast<std::int64_t>(languages.size())}, languages_span, "field");
    }
}

/// "GGUF version by Unsloth": somebody else's edition of the card's model, which has no name of its own.
void CardSheet::edition(Span line) {
    constexpr std::string_view by = " by ";
    constexpr std::uint32_t longest = 80;
    const auto bare = bare_cell(reading_.text, line);
    const auto at = text(bare).find(by);
    if (at == std::string_view::npos || bare.size() > longest) {
        return;
    }
    const Span what{bare.begin, bare.begin + static_cast<std::uint32_t>(at)};
    const Span maker{what.end + static_cast<std::uint32_t>(by.size()), bare.end};
    const auto last = text(what).rfind(' ');
    const auto noun = text(what).substr(last == std::string_view::npos ? 0 : last + 1);
    const bool capital = text(maker)[0] >= 'A' && text(maker)[0] <= 'Z';
    if (capital && is_name_like(text(maker)) && knowledge_.words.is("edition", CardWords::folded(noun))) {
        const auto made = entity(std::string(text(what)), what, knowledge_.model);
        relate(made, knowledge_.developed_by, entity(maker, knowledge_.organization), line, "edition");
        relate(made, knowledge_.version_of, *own_, line, "edition");
    }
}

void CardSheet::read_lines() {
    if (!own_) {
        return;
    }
    auto subject = *own_;
    bool current = true; // whether the section speaks of `subject`
    for (const auto& block : reading_.blocks) {
        if (block.kind == Block::Kind::heading) {
            // "## EXAONE-4.0-1.2B": what follows speaks of that one.
            const auto head = without_note(reading_.text, bare_cell(reading_.text, block.span));
            const auto relation = kin(text(head));
            if (relation >= Kin::variant && is_name_like(text(head)) && head.size() < 50 && block.depth > 1) {
                subject = relation == Kin::same ? *own_ : entity(head, knowledge_.model);
            } else {
                subject = *own_;
            }
            current = true;
        }
        if ((block.kind != Block::Kind::list_item && block.kind != Block::Kind::paragraph) || block.span.size() > 300 ||
            !current) {
            continue;
        }
        edition(block.span);
        const auto line = text(block.span);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon > 60 || colon + 1 >= line.size()) {
            continue;
        }
        const auto key = line.substr(0, colon);
        const auto label = knowledge_.words.label(key);
        const bool stands = label.kind == CardLabel::Kind::property || label.kind == CardLabel::Kind::architecture;
        if (!stands) {
            continue;
        }
        auto begin = block.span.begin + static_cast<std::uint32_t>(colon) + 1;
        while (begin < block.span.end && reading_.text[begin] == ' ') {
            ++begin;
        }
        const Span cell{begin, block.span.end};
        if (cell.size() <= 120) {
            property(subject, label, key, cell, block.span, "line");
        }
    }
}

} // namespace jokbo

#include "extract/cards/card_words.hpp"

#include "extract/characters.hpp"
#include "schema/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jokbo {

namespace {

using Kind = CardLabel::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 13> kinds = {{
    {"blank", Kind::blank},
    {"model", Kind::model},
    {"benchmark", Kind::benchmark},
    {"benchmark.weak", Kind::benchmark_weak},
    {"score", Kind::score},
    {"metric", Kind::metric},
    {"average", Kind::average},
    {"section", Kind::section},
    {"ignored", Kind::ignored},
    {"key", Kind::key},
    {"architecture", Kind::architecture},
    {"hub", Kind::hub},
    {"nothing", Kind::ignored},
}};

constexpr std::array<std::string_view, 14> own_classes = {
    "card",       "survey",  "own",     "plain",      "title",          "title.before",  "hub.name",
    "evaluation", "measure", "edition", "field.card", "how.fine_tuned", "how.quantized", "how.adapter"};

bool is_own_class(std::string_view name) {
    return std::find(own_classes.begin(), own_classes.end(), name) != own_classes.end() || name.starts_with("field.") ||
           name.starts_with("how.");
}

} // namespace

CardWords::CardWords(const Pack& pack, const Ontology& ontology) {
    for (const auto& row : read_table(pack.file("extract/cues/cards.tsv"), {"class", "words"})) {
        const auto name = row[0];
        const auto* const kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.first == name; });
        const auto predicate = ontology.find_predicate(name);
        if (kind == kinds.end() && !predicate && !is_own_class(name)) {
            throw row.error(0, "neither a class of labels nor a relation or attribute");
        }
        for (const auto word : split(row[1], '|')) {
            if (kind != kinds.end() || predicate) {
                CardLabel label;
                label.kind = predicate ? Kind::property : kind->second;
                label.predicate = predicate.value_or(PredicateId{});
                // Blank cells are marks that folding would remove.
                const auto key = label.kind == Kind::blank ? std::string(word) : folded(word);
                const auto [found, is_new] = labels_.emplace(key, label);
                if (!is_new) {
                    found->second.also = label.kind;
                }
            }
            classes_[std::string(name)].push_back(
                name.starts_with("field.") || name.starts_with("how.") || name == "blank" ? std::string(word)
                                                                                          : folded(word));
        }
    }
}

CardLabel CardWords::label(std::string_view text) const {
    const auto key = folded(text);
    if (const auto found = labels_.find(key); found != labels_.end()) {
        return found->second;
    }
    CardLabel label;
    if (key.empty() || is("blank", text)) {
        label.kind = Kind::blank;
        return label;
    }
    if (const auto found = labels_.find(std::string(text)); found != labels_.end()) {
        return found->second;
    }
    return label;
}

const std::vector<std::string>& CardWords::words(std::string_view in) const {
    static const std::vector<std::string> nothing;
    const auto found = classes_.find(std::string(in));
    return found == classes_.end() ? nothing : found->second;
}

bool CardWords::is(std::string_view in, std::string_view text) const {
    const auto& all = words(in);
    return std::find(all.begin(), all.end(), text) != all.end();
}

bool CardWords::within(std::string_view in, std::string_view text) const { return within_folded(in, folded(text)); }

bool CardWords::within_folded(std::string_view in, std::string_view key) const {
    for (const auto& word : words(in)) {
        for (auto at = key.find(word); at != std::string::npos; at = key.find(word, at + 1)) {
            const bool begins = at == 0 || key[at - 1] == ' ';
            const auto end = at + word.size();
            // Korean nouns go on with particles.
            if (begins && (end == key.size() || key[end] == ' ' || is_hangul(key, end))) {
                return true;
            }
        }
    }
    return false;
}

std::string CardWords::folded(std::string_view label) {
    std::string key;
    int depth = 0;
    for (std::size_t at = 0; at < label.size();) {
        const auto size = std::min(character_length(label[at]), label.size() - at);
        const auto c = label[at];
        if (c == '(' || c == '[') {
            ++depth;
        } else if ((c == ')' || c == ']') && depth > 0) {
            --depth;
        } else if (depth == 0 &&
                   (is_ascii_letter(c) || is_digit(c) || is_hangul(label, at) || is_other_letter(label, at))) {
            key.append(size == 1 ? std::string(1, ascii_lower(c)) : std::string(label.substr(at, size)));
        } else if (depth == 0 && !key.empty() && key.back() != ' ' && static_cast<unsigned char>(c) < 0x80U) {
            key.push_back(' ');
        }
        at += size;
    }
    while (!key.empty() && key.back() == ' ') {
        key.pop_back();
    }
    return key;
}

} // namespace jokbo

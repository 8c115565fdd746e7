#include "cli/eval_listing.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

/// Columns of a sentence that are shown where there is no terminal to fill.
constexpr std::size_t sentence_columns = 200;

std::string shown(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return fmt::format("{} {}", money->value, money->currency);
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "true" : "false";
    }
    return std::to_string(std::get<std::int64_t>(value));
}

const std::string& name_of_entity(const GoldPage& page, std::uint32_t entity) {
    const GoldEntity& found = page.entities[entity];
    return found.names.empty() ? found.key : found.names.front();
}

bool mentions(std::string_view sentence, const GoldEntity& entity) {
    return std::ranges::any_of(entity.names,
                               [&](const auto& name) { return sentence.find(name) != std::string_view::npos; });
}

/// The first sentence that names both ends of a fact, else the first that names one, else nothing.
std::string sentence_about(const GoldPage& page, const GoldForm& form, const Reading& reading,
                           const std::vector<Sentence>& sentences) {
    std::string_view best;
    int best_ends = 0;
    for (const Sentence& sentence : sentences) {
        const auto words = sentence.span.of(reading.text);
        int ends = mentions(words, page.entities[form.subject]) ? 1 : 0;
        if (const auto* object = std::get_if<std::uint32_t>(&form.object)) {
            ends += mentions(words, page.entities[*object]) ? 1 : 0;
        }
        if (ends > best_ends) {
            best_ends = ends;
            best = words;
        }
    }
    return std::string(best);
}

} // namespace

FaultLister::FaultLister(const Pack& pack, const Ontology& ontology, const Terminal& terminal)
    : layout_(pack), splitter_(pack), ontology_(ontology), terminal_(terminal) {}

void FaultLister::list(std::ostream& out, const PageScore& score, const std::string& text) const {
    list_missed(out, score, text);
    list_wrong(out, score);
}

void FaultLister::list_missed(std::ostream& out, const PageScore& score, const std::string& text) const {
    const GoldPage& page = score.page();
    Document document;
    document.id = page.document;
    document.path = page.text.string();
    document.language = page.language;
    document.text = text;
    const Reading reading = layout_.lay_out(document);
    const auto sentences = splitter_.split(reading);
    for (std::size_t i = 0; i < page.facts.size(); ++i) {
        const GoldFact& fact = page.facts[i];
        if (score.hits()[i] || fact.demand == GoldFact::Demand::optional) {
            continue;
        }
        const GoldForm& form = fact.forms.front();
        const auto* object = std::get_if<std::uint32_t>(&form.object);
        out << terminal_.styled("missed", Style::yellow) << "  " << page.document << ": "
            << name_of_entity(page, form.subject) << " | " << ontology_.predicate(form.predicate).name << " | "
            << (object != nullptr ? name_of_entity(page, *object) : shown(std::get<Value>(form.object)));
        if (fact.status != Status::asserted) {
            out << " (" << name_of(fact.status) << ')';
        }
        out << '\n';
        if (const auto sentence = sentence_about(page, form, reading, sentences); !sentence.empty()) {
            quote(out, sentence);
        }
    }
}

void FaultLister::list_wrong(std::ostream& out, const PageScore& score) const {
    for (const Statement& wrong : score.wrongs()) {
        const auto* object = std::get_if<Mention>(&wrong.object);
        out << terminal_.styled("wrong", Style::red) << "   " << score.page().document << ": " << wrong.subject.name
            << " | " << ontology_.predicate(wrong.predicate).name << " | "
            << (object != nullptr ? object->name : shown(std::get<Value>(wrong.object)));
        if (!wrong.evidence.frame.empty()) {
            out << "   " << terminal_.styled("[" + wrong.evidence.frame + "]", Style::dim);
        }
        out << '\n';
        quote(out, wrong.evidence.quote);
    }
}

void FaultLister::quote(std::ostream& out, std::string_view sentence) const {
    const std::size_t columns = terminal_.width > 20 ? terminal_.width - 12 : sentence_columns;
    out << "        «" << clipped(one_line(as_shown(sentence)), columns) << "»\n";
}

} // namespace jokbo::cli

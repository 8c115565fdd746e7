#include "extract/values/attribute_words.hpp"

#include "extract/characters.hpp"
#include "schema/error.hpp"
#include "schema/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

AttributeReader::Words::Words(const Pack& pack, const Ontology& ontology)
    : model(ontology.type_named("Model")), product(ontology.type_named("Product")),
      organization(ontology.type_named("Organization")), programme(ontology.type_named("Programme")),
      parameters(ontology.predicate_named("parameters")),
      active_parameters(ontology.predicate_named("active_parameters")),
      context_length(ontology.predicate_named("context_length")),
      training_tokens(ontology.predicate_named("training_tokens")), languages(ontology.predicate_named("languages")),
      valuation(ontology.predicate_named("valuation")), revenue(ontology.predicate_named("revenue")),
      funding_total(ontology.predicate_named("funding_total")), budget(ontology.predicate_named("budget")) {
    for (const auto& row : read_table(pack.file("extract/cues/attributes.tsv"), {"class", "words"})) {
        auto& one = sets_[std::string(row[0])];
        for (const auto word : split(row[1], '|')) {
            one.words[word] = true;
            one.shortest = std::min(one.shortest, word.size());
            one.longest = std::max(one.longest, word.size());
        }
    }
    for (const auto language : {Language::korean, Language::english}) {
        const auto at = static_cast<std::size_t>(language);
        const auto* const suffix = language == Language::korean ? "ko" : "en";
        training[at] = &set(fmt::format("training.{}", suffix));
        context[at] = &set(fmt::format("context.{}", suffix));
        speak[at] = &set(fmt::format("speak.{}", suffix));
        rate[at] = &set(fmt::format("rate.{}", suffix));
        model_noun[at] = &set(fmt::format("model.{}", suffix));
        stop[at] = &set(fmt::format("stop.{}", suffix));
        active[at] = &set(fmt::format("active.{}", suffix));
        valuation_words[at] = &set(fmt::format("valuation.{}", suffix));
        revenue_words[at] = &set(fmt::format("revenue.{}", suffix));
        total_words[at] = &set(fmt::format("funding_total.{}", suffix));
        than[at] = &set(fmt::format("than.{}", suffix));
    }
    adnominal = &set("adnominal.ko");
    each = &set("each");
    limited = &set("limited");
    owner = &set("owner");
    into = &set("into");
    passing = &set("passing");
    giving = &set("giving");
    collect = &set("collect");
    generic = &set("generic.ko");
    copula = &set("copula.ko");
    not_valuation = &set("not.valuation");
    not_revenue = &set("not.revenue");
    not_total = &set("not.funding_total");
    funding = &set("funding");
}

const AttributeReader::Words::Set& AttributeReader::Words::set(std::string_view name) const {
    const auto found = sets_.find(std::string(name));
    if (found == sets_.end()) {
        throw NotFound(fmt::format("extract/cues/attributes.tsv names no class '{}'", name));
    }
    return found->second;
}

bool AttributeReader::Words::Set::begins(std::string_view eojeol) const {
    for (auto size = std::min(longest, eojeol.size()); size >= shortest; --size) {
        if (words.contains(eojeol.substr(0, size))) {
            return true;
        }
    }
    return false;
}

bool AttributeReader::Words::Set::ends(std::string_view eojeol) const {
    for (auto size = std::min(longest, eojeol.size()); size >= shortest; --size) {
        if (words.contains(eojeol.substr(eojeol.size() - size))) {
            return true;
        }
    }
    return false;
}

bool AttributeReader::Words::Set::whole(std::string_view word) const {
    if (word.size() > longest) {
        return false;
    }
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
    return words.contains(lower);
}

} // namespace jokbo

#pragma once

#include "extract/cues/word_map.hpp"
#include "extract/values/attributes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jokbo {

/// The word lists of `extract/cues/attributes.tsv` and what the ontology calls the attributes.
struct AttributeReader::Words {
    Words(const Pack& pack, const Ontology& ontology);

    /// Whether a token is of the class: by its beginning in Korean, as a whole in English.
    struct Set {
        WordMap<bool> words;
        std::size_t shortest = SIZE_MAX;
        std::size_t longest = 0;
        bool begins(std::string_view eojeol) const;
        bool ends(std::string_view eojeol) const;
        bool whole(std::string_view word) const;
    };
    /// Throws NotFound where no line names the class.
    const Set& set(std::string_view name) const;

    TypeId model, product, organization, programme;
    PredicateId parameters, active_parameters, context_length, training_tokens, languages, valuation, revenue,
        funding_total, budget;
    // looked up once
    const Set *training[2], *context[2], *speak[2], *rate[2], *model_noun[2], *stop[2], *than[2], *active[2],
        *valuation_words[2], *revenue_words[2], *total_words[2];
    const Set *adnominal, *each, *collect, *generic, *copula, *not_valuation, *not_revenue, *not_total, *funding,
        *limited, *owner, *into, *passing, *giving;

private:
    std::unordered_map<std::string, Set> sets_;
};

} // namespace jokbo

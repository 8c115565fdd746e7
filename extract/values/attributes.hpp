#pragma once

#include "extract/analysis.hpp"
#include "extract/values/values.hpp"
#include "schema/ontology.hpp"
#include "schema/pack.hpp"
#include "schema/statement.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace jokbo {

/// An attribute that a sentence states.
struct AttributeClaim {
    /// Index into SentenceAnalysis::mentions (a name, a described thing or an anaphor), or none: it speaks of the sentence's topic,
    /// which coreference must give.
    std::uint32_t mention = none;
    /// Types of which it may be an attribute (for the topic).
    TypeSet types;
    PredicateId predicate;
    Value value;
    /// The words that state it: the value with its unit.
    Span span;
    /// Tokens of the value, to find its clause (status, attribution) by.
    TokenRange tokens;
    /// The frame that read it, as `attributes.<what>`.
    std::string_view frame;
    /// What the words themselves settle.
    Status status = Status::asserted;
};

/// Ties values to the models, products and organizations that a sentence speaks of.
class AttributeReader {
public:
    AttributeReader(const Pack& pack, const Ontology& ontology);
    ~AttributeReader();
    AttributeReader(AttributeReader&&) noexcept;
    AttributeReader& operator=(AttributeReader&&) noexcept;

    /// Appends what the sentence states; mentions and phrases must be there, predications help where they are.
    void read(std::string_view text, const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
              std::vector<AttributeClaim>& claims) const;

    struct Words;

private:
    std::unique_ptr<const Words> words_;
};

} // namespace jokbo

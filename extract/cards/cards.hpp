#pragma once

#include "extract/analysis.hpp"
#include "extract/layout/reading.hpp"
#include "extract/names/names.hpp"
#include "extract/values/values.hpp"
#include "schema/document.hpp"
#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"
#include "schema/pack.hpp"
#include "schema/statement.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jokbo {

/// A thing that a card speaks of.
struct CardEntity {
    /// The form that stands for it; further forms that the card unites with it.
    std::string name;
    std::vector<std::string> others;
    Span span; ///< of Reading::text, where the name stands (or stood first)
    TypeSet types;
    std::optional<EntryId> entry;
};

/// What a field or a table of a card states.
struct CardStatement {
    CardEntity subject;
    PredicateId predicate;
    std::variant<CardEntity, Value> object;
    Qualifiers qualifiers;
    Span evidence;     ///< of Reading::text: the row, or the field
    std::string frame; ///< `cards.<what>`
};

/// Reads model cards: front matter, characteristics, variants, results. Their prose is read as all prose is.
class CardReader {
public:
    /// Throws DataError where `extract/cues/cards.tsv` is malformed. The arguments must outlive it.
    CardReader(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon, const NameIndex& names,
               const ValueReader& values);
    ~CardReader();
    CardReader(CardReader&&) noexcept;
    CardReader& operator=(CardReader&&) noexcept;

    /// Whether a document is a model card rather than prose.
    bool is_card(const Reading& reading) const;

    /// The model that the card is about; nothing where the document is no card.
    std::optional<CardEntity> own_model(const Document& document, const Reading& reading) const;

    /// Appends what fields and tables state, in the order of the text; nothing where the document is no card.
    void read(const Document& document, const Reading& reading, std::vector<CardStatement>& statements) const;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace jokbo

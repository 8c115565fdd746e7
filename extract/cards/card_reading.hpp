#pragma once

#include "extract/cards/card_words.hpp"
#include "extract/cards/cards.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

/// What CardReader is built of; shared by the readers of fields and of tables.
struct CardKnowledge {
    CardKnowledge(const Pack& pack, const Ontology& the_ontology, const Lexicon& the_lexicon,
                  const ValueReader& the_values)
        : ontology(the_ontology), lexicon(the_lexicon), values(the_values), words(pack, the_ontology),
          model(the_ontology.type_named("Model")), dataset(the_ontology.type_named("Dataset")),
          organization(the_ontology.type_named("Organization")), product(the_ontology.type_named("Product")),
          licence(the_ontology.type_named("Licence")), technology(the_ontology.type_named("Technology")),
          based_on(the_ontology.predicate_named("based_on")), version_of(the_ontology.predicate_named("version_of")),
          evaluated_on(the_ontology.predicate_named("evaluated_on")),
          compared_with(the_ontology.predicate_named("compared_with")),
          released_on(the_ontology.predicate_named("released_on")),
          licensed_under(the_ontology.predicate_named("licensed_under")),
          parameters(the_ontology.predicate_named("parameters")),
          active_parameters(the_ontology.predicate_named("active_parameters")),
          context_length(the_ontology.predicate_named("context_length")),
          languages(the_ontology.predicate_named("languages")), trained_on(the_ontology.predicate_named("trained_on")),
          developed_by(the_ontology.predicate_named("developed_by")) {}

    const Ontology& ontology;
    const Lexicon& lexicon;
    const ValueReader& values;
    CardWords words;
    TypeId model, dataset, organization, product, licence, technology;
    PredicateId based_on, version_of, evaluated_on, compared_with, released_on, licensed_under, parameters,
        active_parameters, context_length, languages, trained_on, developed_by;

    bool knows(TypeId type, std::string_view name) const { return !lexicon.find_name(type, name).empty(); }
};

/// One card on its way: its own model, and what it states.
class CardSheet {
public:
    CardSheet(const CardKnowledge& knowledge, const Document& document, const Reading& reading,
              std::optional<CardEntity> own, std::vector<CardStatement>& statements)
        : knowledge_(knowledge), document_(document), reading_(reading), own_(std::move(own)), statements_(statements) {
    }

    void read_fields();
    /// Lines of the form `Key: value`.
    void read_lines();
    void read_tables();

private:
    friend class CardTable;

    CardEntity entity(Span span, TypeId type) const;
    CardEntity entity(std::string name, Span span, TypeId type) const;
    std::string_view text(Span span) const { return span.of(reading_.text); }

    void relate(const CardEntity& subject, PredicateId predicate, const CardEntity& object, Span evidence,
                std::string_view frame, std::string_view how = {}, std::string_view component = {});
    void state(const CardEntity& subject, PredicateId predicate, Value value, Span evidence, std::string_view frame);

    /// What a cell under such a label states of `subject`.
    void property(const CardEntity& subject, const CardLabel& label, std::string_view label_text, Span cell,
                  Span evidence, std::string_view frame);
    void counts(const CardEntity& subject, PredicateId predicate, std::string_view label_text, Span cell, Span evidence,
                std::string_view frame);

    void edition(Span line);
    Span measured_under(Span heading) const;

    /// Whether the name belongs to the card's own model, or is a variant of it.
    enum class Kin : std::uint8_t { stranger, family, variant, same };
    Kin kin(std::string_view name) const;

    const CardKnowledge& knowledge_;
    const Document& document_;
    const Reading& reading_;
    std::optional<CardEntity> own_;
    std::vector<CardStatement>& statements_;
};

} // namespace jokbo

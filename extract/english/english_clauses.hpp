#pragma once

#include "extract/english/english.hpp"

#include <optional>

namespace jokbo {

/// Walks once over a sentence's units and settles who does what to whom: subjects, objects, prepositional complements, voice,
/// relative and participial clauses, infinitives, coordination, appositions.
class EnglishClauses {
public:
    EnglishClauses(const EnglishReader& reader, EnglishSentence& sentence) : reader_(reader), s_(sentence) {}

    void run();

private:
    using Part = EnglishUnit::Part;

    struct Clause {
        enum class Kind : std::uint8_t { main, relative, subordinate, complement, insertion } kind = Kind::main;
        std::uint32_t subject = none;
        std::uint32_t antecedent = none;
        std::uint32_t verb = none;
        /// What the antecedent is to the verb, where it is neither subject nor object: "where", "in which".
        std::optional<std::uint16_t> role;
        bool finite = false;
    };

    // verbs
    std::uint32_t read_group(std::uint32_t at);
    void on_verb(std::uint32_t index);
    void on_finite(VerbGroup& group, std::uint32_t index);
    bool raise_antecedent(VerbGroup& group);
    void on_infinitive(VerbGroup& group);
    void on_participle(VerbGroup& group, std::uint32_t index);
    std::uint32_t unnamed_before(std::uint32_t noun) const;
    std::uint32_t described_before(std::uint32_t noun) const;
    void on_ing(VerbGroup& group, std::uint32_t index);
    void give_surface(VerbGroup& group, std::uint32_t noun);
    bool is_headline_subject(std::uint32_t noun) const;
    void settle_pending(std::uint32_t noun);
    // nouns
    void on_noun(std::uint32_t index);
    bool begins_clause(std::uint32_t noun) const;
    bool passes_apposition(std::uint32_t noun) const;
    bool opens_after_as(std::uint32_t unit, std::uint32_t noun) const;
    void open_clause(std::uint32_t noun);
    void on_complement(std::uint32_t noun);
    void on_object(std::uint32_t noun);
    bool is_named_behind(std::uint32_t noun, std::uint32_t name) const;
    bool on_apposition(std::uint32_t noun);
    void coordinate(std::uint32_t noun);
    bool accompanies(std::uint32_t noun);
    bool takes_role_of(std::uint32_t noun, std::uint32_t other);
    bool is_of_title(std::string_view preposition) const;
    void equate(std::uint32_t noun, std::uint32_t equal, std::uint32_t verb);
    bool follows_time(std::uint32_t at) const;
    std::uint32_t antecedent_for(std::string_view pronoun) const;
    bool is_person(std::uint32_t noun) const;
    bool is_time(std::uint32_t noun) const;
    TypeSet types_of(std::uint32_t noun) const;
    // marks
    void on_mark(std::uint32_t at);
    void push(Clause::Kind kind, std::uint32_t at);
    void begin_segment(std::uint32_t at);
    Clause& top() { return clauses_.back(); }
    const Clause& top() const { return clauses_.back(); }

    bool is(std::uint32_t i, EnglishClass c) const {
        return i < s_.units.size() && s_.units[i].word != nullptr && s_.units[i].word->is(c);
    }
    bool is_text(std::uint32_t i, std::string_view text) const {
        return i < s_.units.size() && s_.units[i].mention == none && s_.unit_text(s_.units[i]) == text;
    }
    Part part(std::uint32_t i) const { return i < s_.units.size() ? s_.units[i].part : Part::stop; }
    /// The part before `at`, adverbs passed over.
    Part part_before(std::uint32_t at) const;
    bool is_finite_verb(std::uint32_t at) const;
    std::string_view verb_text(const VerbGroup& group) const;

    const EnglishReader& reader_;
    EnglishSentence& s_;
    std::vector<Clause> clauses_;
    /// Noun phrases that a following preposition may depend on.
    std::vector<std::uint32_t> chain_;
    /// Participles at the sentence's begin, whose subject is still to come.
    std::vector<std::uint32_t> pending_;
    /// Complements before the subject: On Exam, Nova beat Orca.
    std::vector<std::pair<std::uint16_t, std::uint32_t>> fronted_;
    std::uint32_t fronted_title_ = none; ///< "As chief of Tern, Ada Kim said"
    std::uint32_t last_noun_ = none;
    std::uint32_t last_member_ = none; ///< of the list that was read last
    std::uint32_t rejected_ = none;    ///< the noun phrase that a "not" sets aside
    std::uint32_t preposition_ = none; ///< the unit of a preposition that waits for its noun
};

} // namespace jokbo

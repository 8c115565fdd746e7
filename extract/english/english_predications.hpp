#pragma once

#include "extract/english/english.hpp"

namespace jokbo {

/// Turns verb groups and nouns that frames wait for into predications with their arguments.
class EnglishPredications {
public:
    EnglishPredications(const EnglishReader& reader, EnglishSentence& sentence) : reader_(reader), s_(sentence) {}

    void run();

private:
    void verbs();
    void nouns();
    void bound();
    void ways();
    void add_staff(std::uint32_t noun);
    void reports();
    void according_to();
    bool acts_on_itself(const VerbGroup& group) const;
    bool alters_object(const VerbGroup& group) const;
    void emit_verb(std::uint32_t index);
    void emit_noun(std::uint32_t noun, std::uint32_t unit);
    void verb_arguments(std::uint32_t index);
    void noun_arguments(std::uint32_t noun, std::uint32_t unit);
    bool company_stands(const Trigger& trigger, std::uint32_t after) const;
    bool object_stands(const Trigger& trigger, std::uint32_t verb) const;
    bool says_kinship(std::uint32_t noun) const;
    bool is_naming(std::uint32_t verb) const;
    bool is_plain_copula(std::uint32_t verb) const;
    bool is_settled(std::uint32_t mention) const;
    bool names_noun(std::uint32_t noun, std::string_view word) const;

    void add(std::uint16_t role, std::uint32_t phrase);
    void add_noun(std::uint16_t role, std::uint32_t noun);
    bool add_owner(std::uint16_t role, std::uint32_t noun);
    bool gives_round(const VerbGroup& group) const;
    void add_whose(std::uint16_t role, std::uint32_t noun);
    std::uint32_t owner_within(std::uint32_t noun) const;
    void add_topic(std::uint32_t noun, std::uint32_t unit);
    std::uint32_t phrase_of(std::uint32_t noun) const;
    std::uint32_t phrase_of_mention(std::uint32_t mention);
    TokenRange tokens(std::uint32_t begin, std::uint32_t end) const;
    TokenRange segment(std::uint32_t index) const;
    void put(std::uint32_t trigger, TokenRange tokens, Predication::Form form, TokenRange clause);

    const EnglishReader& reader_;
    EnglishSentence& s_;
    ArgumentList arguments_;
    /// The predications that each verb group has given; for `next`.
    std::vector<std::uint32_t> first_of_verb_;
};

} // namespace jokbo

#pragma once

#include "extract/english/english.hpp"

#include <optional>

namespace jokbo {

/// Finds noun phrases, what they stand for (names, anaphors, descriptions), and lists.
class EnglishPhrases {
public:
    EnglishPhrases(const EnglishReader& reader, EnglishSentence& sentence) : reader_(reader), s_(sentence) {}

    void run();

    /// The types that a class noun (company, chatbot) may stand for.
    TypeSet types_of(const EnglishWord& noun) const;
    std::uint32_t class_noun(std::uint32_t unit) const;

private:
    using Part = EnglishUnit::Part;

    std::uint32_t read(std::uint32_t at);
    bool names_company(std::uint32_t unit) const;
    bool coordinates_trades(const NounPhrase& noun, std::uint32_t at) const;
    bool coordinates_employers(const NounPhrase& noun, std::uint32_t at) const;
    bool goes_on(const NounPhrase& noun, std::uint32_t at) const;
    bool coordinates_titles(const NounPhrase& noun, std::uint32_t at) const;
    bool begins_time(std::uint32_t at) const;
    bool begins_office(const NounPhrase& noun, std::uint32_t at) const;
    void take_possessor(NounPhrase& noun, std::uint32_t at);
    std::uint32_t name_before_class(const NounPhrase& noun) const;
    void settle(NounPhrase& noun);
    std::uint32_t anaphor(const NounPhrase& noun, std::uint32_t begin, std::uint32_t head, bool possessive);
    std::uint32_t antecedent_of_whose(std::uint32_t at) const;
    std::uint32_t pronoun(std::uint32_t unit);
    std::uint32_t employer(const NounPhrase& noun);
    std::uint32_t described(const NounPhrase& noun);
    std::uint32_t add_mention(std::uint32_t begin, std::uint32_t end, EntityMention::Kind kind, TypeSet types,
                              std::uint8_t number);
    void make_phrase(NounPhrase& noun);
    void join_lists();
    std::optional<std::uint32_t> link(std::uint32_t noun, bool& conjunction) const;
    bool may_join(std::uint32_t first, std::uint32_t next) const;
    bool begins_clause(std::uint32_t first, std::uint32_t last) const;
    void list_examples();
    void list_range(std::uint32_t general);
    bool is(std::uint32_t i, EnglishClass c) const {
        return i < s_.units.size() && s_.units[i].word != nullptr && s_.units[i].word->is(c);
    }
    bool is_text(std::uint32_t i, std::string_view text) const {
        return i < s_.units.size() && s_.units[i].mention == none && s_.unit_text(s_.units[i]) == text;
    }
    Part part(std::uint32_t i) const { return i < s_.units.size() ? s_.units[i].part : Part::stop; }

    const EnglishReader& reader_;
    EnglishSentence& s_;
};

} // namespace jokbo

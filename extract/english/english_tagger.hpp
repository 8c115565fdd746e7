#pragma once

#include "extract/english/english.hpp"

namespace jokbo {

/// Cuts a sentence into units and settles what part of speech each is here.
class EnglishTagger {
public:
    EnglishTagger(const EnglishReader& reader, EnglishSentence& sentence) : reader_(reader), s_(sentence) {}

    void run();

private:
    using Part = EnglishUnit::Part;

    // units
    void cut();
    std::uint32_t compound_end(std::uint32_t token, std::uint32_t next_mention) const;
    void take_word(std::uint32_t& token, std::uint32_t next_mention);
    std::uint32_t phrase_end(std::uint32_t token, std::uint32_t next_mention, std::uint16_t phrases) const;
    void take_amount(std::uint32_t& token, std::uint32_t next_mention);
    void take_mark(std::uint32_t& token);
    bool abbreviates(std::uint32_t point) const;
    void push(std::uint32_t begin, std::uint32_t end, Part part, const EnglishWord* word = nullptr);
    bool take_contraction(std::uint32_t& token);
    std::string_view token_text(std::uint32_t token) const { return s_.analysis->tokens[token].span.of(s_.text); }
    const EnglishWord& word_at(std::uint32_t token) const { return reader_.word(s_.text, s_.analysis->tokens[token]); }
    std::string_view text_of(TokenRange range) const {
        return s_.text.substr(s_.analysis->tokens[range.begin].span.begin,
                              s_.analysis->tokens[range.end - 1].span.end -
                                  s_.analysis->tokens[range.begin].span.begin);
    }
    bool glued(std::uint32_t token) const;

    // parts
    void tag();
    void tag_closed(std::uint32_t i);
    void tag_open(std::uint32_t i);
    void tag_past(std::uint32_t i, Part before);
    bool modifies_one_thing(std::uint32_t ing) const;
    bool tag_after_nominal(std::uint32_t i, Part before);
    void tag_after_boundary(std::uint32_t i, Part before);
    void set_verb(std::uint32_t i, EnglishWord::Form form);
    void set_nominal(std::uint32_t i);
    std::uint32_t previous(std::uint32_t i) const;
    std::uint32_t following(std::uint32_t i) const;
    bool begins_phrase(std::uint32_t i) const;
    bool is_particle_of(std::uint32_t verb, std::string_view particle) const;
    bool follows_strongly(std::uint32_t i) const;
    bool has_object(std::uint32_t next) const;
    static bool is_boundary(EnglishUnit::Part part);
    bool is_text(std::uint32_t i, std::string_view text) const;
    bool another_finite_ahead(std::uint32_t i) const;
    bool is_plural(std::uint32_t i) const;
    bool is(std::uint32_t i, EnglishClass c) const { return s_.units[i].word != nullptr && s_.units[i].word->is(c); }

    const EnglishReader& reader_;
    EnglishSentence& s_;
    /// Since the last boundary of a clause.
    bool finite_seen_ = false;
    bool plural_seen_ = false;
    std::uint32_t commas_ = 0;
    std::uint8_t last_form_ = 0;
};

} // namespace jokbo

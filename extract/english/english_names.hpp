#pragma once

#include "extract/english/english.hpp"

namespace jokbo {

/// Finds the names that no lexicon holds in one sentence: runs of capitals, with the types that their surroundings leave open.
class EnglishNames {
public:
    EnglishNames(const EnglishReader& reader, std::string_view text, SentenceAnalysis& sentence)
        : reader_(reader), text_(text), s_(sentence) {}

    void run();

private:
    enum class Position : std::uint8_t { inside, initial };

    void look_over();
    void set_doubtful_aside();
    void take_doubtful_back();
    void extend_known(std::size_t index);
    std::uint32_t take_run(std::uint32_t at);
    std::uint32_t run_end(std::uint32_t begin);
    std::uint32_t tail_end(std::uint32_t at, TypeSet types) const;
    bool begins_run(std::uint32_t at) const;
    bool is_genitive(std::uint32_t at) const;
    bool is_version(std::uint32_t at) const;
    bool is_lettered_version(std::uint32_t at) const;
    bool is_version_part(std::uint32_t at) const;
    std::uint32_t absorb_bound_names(std::size_t index, std::uint32_t end);
    bool begins_with_ai(std::uint32_t at) const;
    bool closes_brand(std::uint32_t at) const;
    bool takes_ai(std::uint32_t at) const;
    /// In Brief, Use Cases, a row of tags: words that no sentence are.
    bool is_label() const { return !stopped_ && (count_ <= longest_label || commas_ * longest_label >= count_); }
    bool all_ordinary(std::uint32_t begin, std::uint32_t end) const;
    bool is_employer(std::uint32_t begin) const;
    bool closes_organization(std::uint32_t at) const;
    bool is_common(std::uint32_t at) const;
    bool is_plural_abbreviation(std::uint32_t at) const;
    bool is_short_given_name(std::uint32_t at) const;
    bool closes_field(std::uint32_t at) const;
    bool is_charge(std::uint32_t at) const;
    std::uint32_t purpose_end(std::uint32_t at) const;
    bool is_address(std::uint32_t at) const;
    bool closes_programme(std::uint32_t at) const;
    /// Founder Summit, within a name.
    bool titles_programme(std::uint32_t at) const {
        return capital(at) && is(at, EnglishClass::title) && capital(at + 1) && !taken(at + 1) && !glued(at + 1) &&
               closes_programme(at + 1);
    }
    Position position(std::uint32_t at) const;
    TypeSet types_of(std::uint32_t begin, std::uint32_t end) const;
    TypeSet types_before(std::uint32_t begin) const;
    TypeSet types_after(std::uint32_t end) const;
    TypeSet types_of_apposed_noun(std::uint32_t begin, std::uint32_t end) const;
    TypeSet types_of_verb(std::uint32_t begin, std::uint32_t end, TypeSet shape) const;
    TypeSet types_of_shape(std::uint32_t begin, std::uint32_t end) const;
    TypeSet types_of_noun(std::uint32_t at) const;
    TypeSet types_of_list(std::uint32_t begin, std::uint32_t end, TypeSet shape) const;
    TypeSet settled_types(std::uint32_t token) const;
    void find_quoted();
    bool is_made_up(std::uint32_t begin, std::uint32_t end) const;
    bool is_person_shape(std::uint32_t begin, std::uint32_t end) const;
    void add(std::uint32_t begin, std::uint32_t end, TypeSet types);

    bool capital(std::uint32_t at) const {
        return at < count_ && s_.tokens[at].kind == Token::Kind::latin &&
               s_.tokens[at].letter_case != Token::Case::lower && word_text(at).front() != '\'' &&
               !word_text(at).starts_with("’");
    }
    bool glued(std::uint32_t at) const { return at < count_ && s_.tokens[at].gap == Token::Gap::glued; }
    /// Whether a token belongs to a name that was known before.
    bool taken(std::uint32_t at) const { return at < count_ && taken_[at] == known_; }
    bool is_list_joint(std::uint32_t at) const {
        return is_text(at, ",") || is(at, EnglishClass::conjunction) || is_text(at, "the") || is_text(at, "both");
    }
    std::string_view word_text(std::uint32_t at) const { return s_.tokens[at].span.of(text_); }
    bool is_text(std::uint32_t at, std::string_view text) const { return at < count_ && word_text(at) == text; }
    /// A word that is nothing behind the sentence's end.
    const EnglishWord& word(std::uint32_t at) const {
        static const EnglishWord nothing;
        return at < count_ ? reader_.word(text_, s_.tokens[at]) : nothing;
    }
    bool is(std::uint32_t at, EnglishClass c) const { return at < count_ && word(at).is(c); }

    const EnglishReader& reader_;
    std::string_view text_;
    SentenceAnalysis& s_;
    std::uint32_t count_ = 0;
    /// Whether a token belongs to a mention, and to which sort.
    static constexpr char known_ = 1;
    static constexpr char discovered_ = 2;
    static constexpr std::uint32_t longest_label = 4; ///< tokens
    std::vector<char> taken_;
    /// Whether most words bear capitals, as in headlines: a capital says little there.
    bool title_case_ = false;
    std::uint32_t commas_ = 0;
    /// Whether a point ends it.
    bool stopped_ = false;
    std::vector<EntityMention> found_;
    std::vector<EntityMention> doubtful_;
};

} // namespace jokbo

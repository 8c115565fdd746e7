#pragma once

#include "extract/korean/korean.hpp"
#include "extract/korean/strange_words.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// Names of one Korean sentence that no lexicon holds, by how the text introduces them.
class KoreanDiscovery {
public:
    KoreanDiscovery(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence);

    void run();
    /// What is left of words that are no common ones.
    void see_strange_words(StrangeWords& words) const;
    /// The name that a word marked by a particle may be, though nothing introduces it; empty where it may be none.
    std::string_view strange_word(std::uint32_t token) const;

private:
    /// A place where a name may stand: its tokens and the bytes without a particle.
    struct Candidate {
        TokenRange tokens;
        Span span;
    };

    void lengthen_by_versions();
    bool is_model_of(const EntityMention& maker) const;
    void find_quoted();
    void read_quoted(TokenRange quoted);
    bool lengthens_thing(TokenRange quoted, std::uint32_t mark) const;
    bool is_launched(TokenRange quoted, std::uint32_t mark) const;
    bool is_of_other_kind(TokenRange quoted, std::uint32_t mark) const;
    bool is_emphasis(TokenRange quoted, std::uint32_t mark) const;
    void find_people();
    void find_foreigners();
    void find_people_behind_titles();
    void find_people_in_pairs();
    void find_introduced();
    void find_speaking_organizations();
    void lengthen_organizations();
    void find_behind_legal_forms();
    std::optional<Candidate> bearer_of_legal_form(TokenRange form) const;
    void lengthen_by_strange_words();
    bool is_dealt_with(std::uint32_t particle) const;
    void find_organizations_by_suffix();
    bool is_institution(std::string_view stem) const;
    bool is_marked_as_noun(std::uint32_t token) const;
    bool ends_longer_name(std::uint32_t token) const;
    bool is_class_noun(std::string_view stem) const;
    std::uint32_t begin_of_eojeol(std::uint32_t token) const;
    void find_latin();
    void find_list_members();
    void find_between_organizations();

    std::string_view word(std::uint32_t token) const { return sentence_.tokens[token].span.of(text_); }
    bool is_free(std::uint32_t token) const { return token < taken_.size() && taken_[token] == none; }
    /// The mention that begins at a token, none if there is none.
    std::uint32_t mention_at(std::uint32_t token) const;
    std::uint32_t mention_ending_before(std::uint32_t token) const;
    /// A Hangul or Latin word that is no common word, verb or class noun, without its particle.
    std::optional<Candidate> candidate(std::uint32_t token) const;
    bool is_common(std::string_view stem) const;
    bool is_rare_noun(std::string_view stem) const;
    /// 전력인프라, 자율운항선박: words in a row that are common each for itself, a comma's breadth from being no word.
    bool is_compound(std::string_view stem) const;
    /// A word that a class noun or a list may make a name: strange, no rare noun, no compound.
    bool may_be_introduced(const Candidate& found) const;
    bool is_common_at(std::uint32_t token) const;
    bool is_rare_noun_at(std::uint32_t token) const;
    CueSet cues_at(std::uint32_t token) const;
    CueSet stem_cues_at(std::uint32_t token) const;
    bool is_title(std::uint32_t token) const;
    bool looks_like_person(std::uint32_t token) const;
    /// Where the title stands that an unknown organization behind a person's name leads to; none if there is none.
    std::uint32_t title_behind_employer(std::uint32_t employer) const;
    std::uint32_t behind_parenthesis(std::uint32_t token) const;
    std::uint32_t behind_age(std::uint32_t token) const;
    bool looks_like_family_name(std::string_view stem) const;
    bool is_short_version(std::uint32_t token) const;
    bool begins_with_family_name(std::uint32_t token) const;
    std::uint32_t end_of_version(std::uint32_t token) const;
    std::uint32_t begin_of_mixed_name(std::uint32_t latin) const;
    std::uint32_t end_of_latin_name(std::uint32_t token) const;
    /// The type of the class noun that stands at or ends at the token, if it is one.
    std::optional<TypeId> class_at(std::uint32_t token) const;
    std::optional<TypeId> class_before(std::uint32_t token) const;
    std::optional<TypeId> class_behind(std::uint32_t token) const;
    std::vector<std::string> forms_around_parenthesis(TokenRange quoted) const;
    /// The type that the last of several words gives: ‘스마트 교통 컨퍼런스’.
    std::optional<TypeId> class_within(TokenRange quoted) const;
    void add(Candidate candidate, TypeSet types);
    void look_over();
    /// Says anew which token belongs to which mention.
    void take_anew();
    TypeSet any_name() const;

    const KoreanReader& reader_;
    std::string_view text_;
    SentenceAnalysis& sentence_;
    std::vector<std::uint32_t> taken_; ///< by token, the mention that holds it
    CueSet held_;                      ///< what some word of the sentence is: what none is need not be looked for
    bool may_hold_title_ = false;
};

} // namespace jokbo

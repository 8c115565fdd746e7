#pragma once

#include "extract/cues/word_classes.hpp"
#include "extract/cues/word_map.hpp"
#include "extract/frames/filling.hpp"
#include "extract/korean/korean.hpp"

#include <bitset>
#include <string_view>
#include <vector>

namespace jokbo {

/// Where a shape stands in a sentence: the mention in each slot, and what its words say.
struct ShapeHit {
    std::uint32_t pattern = 0;
    TokenRange tokens;
    std::vector<std::uint32_t> mentions; ///< by slot; none where the shape does not hold it
    std::string role;                    ///< what stood at <title>
};

/// Matches the frames' shapes: sequences of names, words and classes of words.
class Patterns {
public:
    Patterns(const Frames& frames, const Cues& korean, const Cues& english, const KoreanReader& reader);

    void match(std::string_view text, const SentenceAnalysis& sentence, std::vector<ShapeHit>& hits) const;

private:
    struct Attempt;
    struct MarkedName;
    bool passes_by(Attempt& attempt, std::uint32_t token) const;
    bool match_from(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    bool match_gap(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    bool match_particle(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    bool match_name(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    bool match_class(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    bool match_literal(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    std::uint32_t end_of_cue(Attempt& attempt, CueId cue, std::uint32_t token, std::string* title) const;
    bool begins_employer(const Attempt& attempt, std::uint32_t token) const;
    const MarkedName& marked_name(Attempt& attempt, std::uint32_t token) const;
    std::uint32_t end_of_title(const Attempt& attempt, std::uint32_t token) const;
    std::uint32_t known_end_of_title(Attempt& attempt, std::uint32_t token) const;

    /// A pattern that may begin with a name, and what that name must be for a try to be worth it.
    struct Beginning {
        std::uint32_t pattern;
        TypeSet types;
        std::uint32_t particles; ///< behind the name, a bit each
        TypeSet later;           ///< what another name must be that stands farther on; empty where none need be
    };
    /// Those of one language by what must come next: a name, a word, or who knows what.
    struct Beginnings {
        std::vector<Beginning> all; ///< in the order of the patterns
        std::vector<std::uint32_t> before_anything;
        std::vector<std::uint32_t> before_name;
        WordMap<std::vector<std::uint32_t>> before_word;
    };
    void add_beginning(std::uint32_t pattern, std::size_t slot_element);
    std::uint32_t particles_of(const PhrasePattern::Element& element) const;
    void match_names(Attempt& attempt, std::vector<ShapeHit>& hits) const;
    void match_words(Attempt& attempt, std::vector<ShapeHit>& hits) const;
    void try_at(Attempt& attempt, std::uint32_t pattern, std::uint32_t token, std::vector<ShapeHit>& hits) const;

    const Frames& frames_;
    const Cues* cues_[2];
    const KoreanReader& reader_;
    CueId title_[2], title_part_[2];
    CueId department_;
    TypeSet organization_;
    TypeSet in_gaps_;
    Beginnings by_slot_[2];                 ///< patterns that begin with a name
    std::vector<std::uint32_t> by_word_[2]; ///< those that begin with a class of words
    WordMap<std::vector<std::uint32_t>> by_literal_[2];
    std::bitset<65536> literals_begin_;                 ///< by the first two bytes, Latin ones in lower case
    std::vector<std::vector<std::uint32_t>> particles_; ///< by pattern and element: those that it names, a bit each
    bool nameless_[2] = {false, false};                 ///< whether some pattern holds without any name
};

/// The list that a shape's first or last name belongs to: 강진두·이홍구 KB증권 대표.
IndexList list_around(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t mention, TokenRange shape);

} // namespace jokbo

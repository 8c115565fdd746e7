#pragma once

#include "extract/cues/word_classes.hpp"
#include "extract/frames/filling.hpp"
#include "extract/korean/korean.hpp"

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
    bool passes_by(const Attempt& attempt, std::uint32_t token) const;
    bool match_from(Attempt& attempt, std::size_t element, std::uint32_t token) const;
    std::uint32_t end_of_cue(const Attempt& attempt, CueId cue, std::uint32_t token, std::string* title) const;
    std::uint32_t end_of_title(const Attempt& attempt, std::uint32_t token) const;

    /// A pattern that may begin with a name, and what that name must be for a try to be worth it.
    struct Beginning {
        std::uint32_t pattern;
        TypeSet types;
        std::uint32_t particles; ///< behind the name, a bit each
        /// What must come next: a name, one of some words (a bit of each one's hash), or who knows what.
        enum class Next : std::uint8_t { anything, name, word } next = Next::anything;
        std::uint64_t words = 0;
    };
    Beginning beginning(std::uint32_t pattern, std::size_t slot_element) const;
    std::uint32_t particles_of(const PhrasePattern::Element& element) const;

    const Frames& frames_;
    const Cues* cues_[2];
    const KoreanReader& reader_;
    CueId title_[2], title_part_[2];
    TypeSet in_gaps_;
    std::vector<Beginning> by_slot_[2];     ///< patterns that begin with a name
    std::vector<std::uint32_t> by_word_[2]; ///< those that begin with a class of words
    WordMap<std::vector<std::uint32_t>> by_literal_[2];
};

} // namespace jokbo

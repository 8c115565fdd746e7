#pragma once

#include "extract/analysis.hpp"
#include "extract/cues/word_map.hpp"
#include "schema/pack.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// A class of words that reading goes by: `title`, `class.Model`, `month`, `preposition` …
using CueId = Id<struct CueTag>;

/// The classes that one word or phrase belongs to.
class CueSet {
public:
    static constexpr std::size_t most = 128;

    void add(CueId cue) { bits_[cue.value / 64] |= std::uint64_t{1} << cue.value % 64; }
    bool has(CueId cue) const { return (bits_[cue.value / 64] >> cue.value % 64 & 1U) != 0; }
    bool empty() const { return (bits_[0] | bits_[1]) == 0; }
    CueSet operator|(CueSet other) const {
        other.bits_[0] |= bits_[0];
        other.bits_[1] |= bits_[1];
        return other;
    }

private:
    std::array<std::uint64_t, most / 64> bits_{};
};

/// The word lists of `extract/cues/words.ko.tsv` and `words.en.tsv`: class, then words separated by |.
/// A class may stand on many lines. Words of several tokens are written with spaces; English ones are in lower case.
class Cues {
public:
    /// Throws DataError where a line is malformed or there are more than CueSet::most classes in a language.
    static Cues load(const Pack& pack, Language language);

    /// The class of this name; throws NotFound where no line names it, so that a misspelt class stops start-up.
    CueId cue(std::string_view name) const;

    /// All words of a class, sorted; none where no line names the class.
    std::vector<std::string_view> words(std::string_view name) const;

    /// The classes of one token's text (English: in lower case).
    CueSet of(std::string_view word) const;

    /// What is known of phrases by their first word, in lower case.
    struct Beginning {
        CueSet whole;              ///< classes of the word by itself
        std::uint32_t longest = 0; ///< tokens of the longest phrase that begins with this word, 0 where none does
    };
    Beginning beginning(std::string_view word) const;

    /// The longest entry, of one token or more, that begins at token `at`; its length in tokens is 0 where there is none.
    struct Hit {
        CueSet classes;
        std::uint32_t tokens = 0;
    };
    Hit longest(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at) const;

    /// For Korean: the longest word of the given class that `eojeol` ends with (stem 최고경영자 in 메타최고경영자), by bytes; 0 if none.
    std::size_t suffix(std::string_view eojeol, CueId cue) const;

private:
    struct Entry {
        CueSet whole;              ///< classes of the word by itself
        std::uint32_t longest = 1; ///< tokens of the longest phrase that begins with this word
    };
    WordMap<Entry> entries_;
    std::unordered_map<std::string, CueId> classes_;
    std::size_t longest_word_ = 0;
};

} // namespace jokbo

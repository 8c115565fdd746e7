#pragma once

#include "extract/analysis.hpp"
#include "extract/names/name_trie.hpp"
#include "schema/lexicon.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// The parts of a name, in lower case, between which a space, a hyphen or nothing may stand: `Qwen2.5-VL-7B` → qwen, 2.5, vl, 7b.
std::vector<std::string> name_parts(std::string_view name);

/// Finds the lexicon's names in text: a trie that is entered at the begin of tokens only, so that most tokens cost one look.
/// Spaces and hyphens between the parts of a name are free (`Qwen 2.5`, `Qwen-2.5`, `Qwen2.5`).
class NameIndex {
public:
    /// A name found at a token: which entries bear it and how they bear it.
    struct Bearer {
        EntryId entry;
        LexiconName::Use use;
        /// How the name is written, for the comparison of capitals.
        std::uint32_t name;
    };
    struct Match {
        std::uint32_t end = 0; ///< byte of text
        std::uint32_t list = none;
    };

    explicit NameIndex(const Lexicon& lexicon);

    /// The longest name that begins at byte `begin` and whose end `accepts` (a byte position) takes.
    template <class Accepts>
    Match longest(std::string_view text, std::uint32_t begin, std::uint32_t end, const Accepts& accepts) const {
        const auto match = trie_.longest(text, begin, end, accepts);
        return {match.end, match.word};
    }

    /// Whether a name may begin with `word`, or `word` with a name: false for most words.
    bool may_begin(std::string_view word) const {
        const auto size = static_cast<std::uint32_t>(word.size());
        const auto match = trie_.longest(word, 0, size, [](std::uint32_t) { return true; });
        return match.word != NameTrie::no_word || match.reached == size;
    }

    /// The bearers of a match whose capitals fit the text, in place of what is in `fitting`; empty where none does.
    void bearers(std::string_view text, std::uint32_t begin, Match match, std::vector<Bearer>& fitting) const;

private:
    NameTrie trie_;
    std::vector<std::vector<Bearer>> bearers_; ///< by the trie's numbers
    std::vector<std::string> spellings_;
};

} // namespace jokbo

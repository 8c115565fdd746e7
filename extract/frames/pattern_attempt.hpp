#pragma once

#include "extract/frames/patterns.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// Of the two languages whose tables Patterns holds.
inline std::size_t index_of(Language language) { return language == Language::korean ? 0 : 1; }

bool is_quote(std::string_view token);

/// The particle of a Korean name, and the token behind it.
struct Patterns::MarkedName {
    Particle particle = Particle::unmarked;
    std::uint32_t behind = none; ///< none until it is asked for
};

/// One pattern tried at one place; what belongs to the sentence is made once and serves all tries.
struct Patterns::Attempt {
    std::string_view text;
    const SentenceAnalysis& sentence;
    const PhrasePattern* pattern = nullptr;
    ShapeHit hit;
    /// The particle of the name or word that was matched last.
    Particle particle = Particle::unmarked;
    enum class Marked : std::uint8_t { no, yes } last_is_marked = Marked::no;

    /// What begins at each token: the first mention that is no anaphor, and whether a name does.
    struct Begins {
        std::uint32_t mention = none;
        bool name = false;
        MarkedName marked;
    };
    std::vector<Begins> begins;
    /// By token, where the title ends that begins there: `unknown` until it is asked for.
    static constexpr std::uint32_t unknown = none - 1;
    std::vector<std::uint32_t> title_ends;
    std::vector<TypeSet> types_from;         ///< by token, what the names may be that begin there or farther on
    std::vector<std::uint32_t> worth_trying; ///< room for match_names
    std::string folded;                      ///< a word in lower case
    std::uint32_t opening;

    Attempt(std::string_view of, const SentenceAnalysis& in);

    void start(std::uint32_t index, const PhrasePattern& tried, std::uint32_t token);
    std::string_view word(std::uint32_t token) const { return sentence.tokens[token].span.of(text); }
    /// As patterns write it: English in lower case.
    std::string_view word_as_looked_up(std::uint32_t token);
};

} // namespace jokbo

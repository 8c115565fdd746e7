#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace jokbo {

/// The words of `extract/cues/sentences.tsv`; the English ones in lower case, without their last point.
struct SentenceWords {
    std::set<std::string, std::less<>> titles;
    std::set<std::string, std::less<>> abbreviations;
    std::set<std::string, std::less<>> openers;
    std::set<std::string, std::less<>> quotatives;
};

/// Tells which points and closing quotes of a text end a sentence. All places are bytes of the text.
class SentenceEnds {
public:
    SentenceEnds(const SentenceWords& words, std::string_view text) : words_(words), text_(text) {}

    /// Whether the mark ends the sentence that begins at `begin`; `behind` is behind the quotes and brackets that close with it.
    bool is_end(std::size_t begin, std::size_t mark, std::size_t behind) const;

    /// Whether the sentence goes on behind a closing quote: `”라고 말했다`, `.”며`.
    bool quotes_on(std::size_t behind) const;

private:
    bool point_ends(std::size_t begin, std::size_t mark, std::size_t behind) const;
    bool abbreviates(std::size_t begin, std::size_t mark, std::size_t next) const;

    const SentenceWords& words_;
    std::string_view text_;
};

} // namespace jokbo

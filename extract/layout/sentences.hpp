#pragma once

#include "extract/layout/reading.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace jokbo {

class Pack;

/// A sentence, a headline, a caption, a list item or a table cell's text: the unit that frames match in.
struct Sentence {
    /// Bytes of Reading::text, without surrounding spaces.
    Span span;
    /// Index into Reading::blocks.
    std::uint32_t block = 0;
};

/// The words of `extract/cues/sentences.tsv`; the English ones in lower case, without their last point.
struct SentenceWords {
    std::set<std::string, std::less<>> titles;
    std::set<std::string, std::less<>> abbreviations;
    std::set<std::string, std::less<>> openers;
    std::set<std::string, std::less<>> quotatives;
};

/// Cuts readings into sentences; what ends one is told in `extract/cues/sentences.tsv`.
class SentenceSplitter {
public:
    explicit SentenceSplitter(const Pack& pack);

    /// The sentences of all blocks that are read (headings, paragraphs, captions, list items), in order.
    std::vector<Sentence> split(const Reading& reading) const;

private:
    SentenceWords words_;
};

} // namespace jokbo

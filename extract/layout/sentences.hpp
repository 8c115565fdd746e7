#pragma once

#include "extract/layout/reading.hpp"
#include "extract/layout/sentence_ends.hpp"

#include <cstdint>
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

#pragma once

#include "extract/reading.hpp"

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

/// Cuts readings into sentences; knows the abbreviations of `extract/cues/abbreviations.tsv`.
class SentenceSplitter {
public:
    explicit SentenceSplitter(const Pack& pack);

    /// The sentences of all blocks that are read (headings, paragraphs, captions, list items), in order.
    std::vector<Sentence> split(const Reading& reading) const;

private:
    /// Folded to lower case, without their last point.
    std::set<std::string, std::less<>> abbreviations_;
};

} // namespace jokbo

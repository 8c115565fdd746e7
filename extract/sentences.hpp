#pragma once

#include "extract/reading.hpp"

#include <vector>

namespace jokbo {

/// A sentence, a headline, a caption, a list item or a table cell's text: the unit that frames match in.
struct Sentence {
    /// Bytes of Reading::text, without surrounding spaces.
    Span span;
    /// Index into Reading::blocks.
    std::uint32_t block = 0;
};

/// The sentences of all blocks that are read (headings, paragraphs, captions, list items), in order.
std::vector<Sentence> split_sentences(const Reading& reading);

} // namespace jokbo

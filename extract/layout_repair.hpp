#pragma once

#include "extract/block_builder.hpp"
#include "extract/cues.hpp"
#include "schema/document.hpp"

#include <string_view>
#include <vector>

namespace jokbo {

/// Tells captions, by-lines and navigation from text, and joins paragraphs that were cut: the second pass of the layout
/// reader, which works on blocks.
class LayoutRepair {
public:
    explicit LayoutRepair(const Pack& pack) : cues_(layout_cues(pack)) {}

    Reading repair(Reading reading, const std::vector<BlockNote>& notes, const Document& document) const;

private:
    PhraseFinder cues_;
};

} // namespace jokbo

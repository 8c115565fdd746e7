#pragma once

#include "extract/block_builder.hpp"
#include "extract/layout_cues.hpp"
#include "schema/document.hpp"

#include <vector>

namespace jokbo {

/// A block with what is known of how it came to stand there.
struct NotedBlock {
    Block block;
    BlockNote note;
};

/// Tells captions, by-lines, sub-heads and navigation from text, where they stand alone and where they are glued to it.
class BlockClassifier {
public:
    explicit BlockClassifier(const PhraseFinder& cues) : cues_(cues) {}

    std::vector<NotedBlock> classify(const Reading& reading, const std::vector<BlockNote>& notes, const Document& document) const;

private:
    const PhraseFinder& cues_;
};

/// Joins paragraphs that a caption or a page break cut in two. Whether a space belongs between the halves is decided by
/// the other words of the text.
Reading join_cut_paragraphs(Reading reading, std::vector<NotedBlock> blocks);

/// The second pass of the layout reader, which works on blocks.
class LayoutRepair {
public:
    explicit LayoutRepair(const Pack& pack) : cues_(layout_cues(pack)) {}

    Reading repair(Reading reading, const std::vector<BlockNote>& notes, const Document& document) const;

private:
    PhraseFinder cues_;
};

} // namespace jokbo

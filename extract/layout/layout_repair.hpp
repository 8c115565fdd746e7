#pragma once

#include "extract/layout/block_builder.hpp"
#include "extract/layout/layout_cues.hpp"
#include "schema/document.hpp"

#include <cstdint>
#include <string_view>
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

    std::vector<NotedBlock> classify(const Reading& reading, const std::vector<BlockNote>& notes,
                                     const Document& document) const;

private:
    const PhraseFinder& cues_;
};

/// The depth of a head that was found glued to its text.
inline constexpr std::uint8_t glued_head_depth = 3;

/// The short lines without a point below a heading are heads, too; so is what stands between title and by-line.
void mark_decks(std::string_view text, std::vector<NotedBlock>& blocks);

/// A headline begins with whom the news is about. Where that name is glued to the words before it, before the first
/// sentence of the text ends, there the deck ends and the text begins: `…목표 강조곽노정 사장은 2일 …`.
void part_glued_deck(std::string_view text, std::string_view title, std::vector<NotedBlock>& blocks);

/// A page repeats its title over its text: where line or point parts the two no more, the title is a head all the same.
void part_title(std::string_view text, std::string_view title, std::vector<NotedBlock>& blocks);

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

#pragma once

#include "extract/layout/layout_cues.hpp"
#include "extract/layout/layout_repair.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// Longer paragraphs are text even where they begin like a menu.
inline constexpr std::size_t short_line = 400;
inline constexpr std::size_t longest_caption = 500;

/// Reads the cues of one block and cuts it where they say so.
class BlockReader {
public:
    BlockReader(const PhraseFinder& cues, std::string_view text, const NotedBlock& block, std::string_view publisher,
                std::vector<NotedBlock>& out)
        : cues_(cues), block_(block), offset_(block.block.span.begin), text_(block.block.span.of(text)),
          publisher_(publisher), out_(out) {}

    void read();

private:
    using Kind = Block::Kind;
    using Hit = PhraseFinder::Hit;

    bool whole_is_no_text();
    std::size_t at_cue(const Hit& hit);
    std::size_t at_bar(std::size_t at);
    std::size_t at_bracket(std::size_t at);
    std::size_t at_reporter(const Hit& hit);
    std::size_t at_photo(const Hit& hit);
    std::size_t at_aside(const Hit& hit);
    std::size_t at_opener(const Hit& hit);
    void at_end();
    bool dated_caption(std::size_t end);
    void caption_up_to(std::size_t marker, std::size_t end);
    std::size_t byline(std::size_t begin, std::size_t end);
    void push(Kind kind, std::size_t begin, std::size_t end);
    void push_text(std::size_t end);
    std::string_view piece(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
    std::optional<Hit> cue_within(std::size_t begin, std::size_t end, LayoutCue cue) const;
    bool begins_photo(std::string_view content) const;
    bool credits_photo(std::size_t at, std::string_view content) const;

    const PhraseFinder& cues_;
    const NotedBlock& block_;
    std::uint32_t offset_;
    std::string_view text_;
    std::string_view publisher_;
    std::vector<NotedBlock>& out_;
    std::size_t start_ = 0; ///< of what has not been pushed yet
};

} // namespace jokbo

#pragma once

#include "extract/layout/block_builder.hpp"
#include "extract/layout/layout_cues.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// Reads Markdown, HTML and plain text, in any mixture, into blocks: the first of the two passes of the layout reader.
class MarkupReader {
public:
    MarkupReader(std::string_view text, const Html& html);

    Reading read(std::vector<BlockNote>& notes);

private:
    struct Line {
        std::size_t begin;
        std::size_t end;
        std::size_t first; ///< what is not space
    };
    struct Link {
        std::size_t open = npos;
        std::size_t close = npos;    ///< of `](`
        std::size_t end = npos;      ///< behind `)`
        std::size_t searched = npos; ///< end of the line that holds no link any more
    };
    enum class Ends : std::uint8_t { soft, hard };

    static constexpr std::size_t npos = std::string_view::npos;
    using Classes = std::array<std::uint8_t, 256>;

    // Lines (markdown.cpp)
    void read_front_matter_fields(std::size_t& at);
    Line line_at(std::size_t at) const;
    std::size_t read_line(Line line);
    bool starts_block(Line& line);
    bool starts_list_item(Line& line);
    bool is_rule(Line line) const;
    bool read_fence(Line line, std::size_t& next);
    bool read_pipe_table(Line line, std::size_t& next);
    void read_pipe_row(Line line);
    std::size_t read_rest(std::size_t at, std::size_t end);
    void end_line(Line line, std::size_t next);
    bool mends_hyphen(char next);

    // Inline (markup.cpp)
    std::size_t read_inline(std::size_t at, std::size_t end);
    std::size_t read_special(std::size_t at, std::size_t end);
    std::size_t read_character(std::size_t at, std::size_t end);
    std::size_t read_entity(std::size_t at);
    std::size_t read_emphasis(std::size_t at, std::size_t end);
    std::size_t read_code_span(std::size_t at, std::size_t end);
    std::size_t read_bracket(std::size_t at, std::size_t end);
    std::size_t link_target_end(std::size_t at, std::size_t end) const;
    bool occurs_later(char c, std::size_t at, std::size_t& known);

    // HTML (html.cpp)
    std::size_t read_tag(std::size_t at, std::size_t end);
    std::size_t tag_end(std::size_t at);
    std::size_t find_close(std::string_view name, const TagEffect& effect, std::size_t at);
    void open_tag(const TagEffect& effect, std::string_view name, std::string_view attributes, std::size_t at);
    void close_tag(const TagEffect& effect, std::string_view name, std::size_t at);
    void start_container(Block::Kind kind, std::uint8_t depth, std::size_t at);

    std::string_view text_;
    const Html& html_;
    BlockBuilder out_;
    Classes markup_{};
    Classes plain_{};
    bool valid_ = true;

    Block::Kind container_ = Block::Kind::paragraph;
    std::uint8_t container_depth_ = 0;
    std::uint32_t navigation_depth_ = 0;
    bool in_list_ = false;
    /// In a code span no mark counts but its end, in literal text none at all.
    enum class Mode : std::uint8_t { markup, code_span, literal } mode_ = Mode::markup;
    Link link_;
    bool strong_open_ = false;
    bool emphasis_open_ = false;
    bool underscore_open_ = false;
    std::size_t later_star_ = 0;
    std::size_t later_underscore_ = 0;
    std::size_t later_tick_ = 0;
    std::size_t literal_tags_until_ = 0;
    std::size_t later_braces_ = 0;
    bool no_comment_end_ = false;
    bool no_fence_[2] = {false, false};
    std::vector<std::size_t> close_at_; ///< a tag: where its next end tag stands, as far as is known
    std::string buffer_;
};

} // namespace jokbo

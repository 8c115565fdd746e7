#pragma once

#include "extract/layout/reading.hpp"

#include <string_view>

namespace jokbo {

/// What is known of a block while the layout is being understood.
struct BlockNote {
    enum class Before : std::uint8_t { blank, line_break, page_break };
    Before before = Before::blank;
    std::uint32_t link_bytes = 0;
    std::uint32_t links = 0;
};

/// Fills a Reading block by block: trims, collapses spaces, keeps the way back to the document.
class BlockBuilder {
public:
    explicit BlockBuilder(std::string_view source) : source_(source) {
        reading_.text.reserve(source.size() + source.size() / 64 + 64);
    }

    /// Ends the current block; what follows is of `kind`. Within a table cell it is a space.
    void start(Block::Kind kind, std::uint8_t depth, std::size_t at,
               BlockNote::Before before = BlockNote::Before::blank);

    void verbatim(std::size_t begin, std::size_t end);
    void made(std::string_view piece, std::size_t begin, std::size_t end);
    void space(std::size_t at);
    void drop_last() { reading_.drop_last(); }
    void link_start() { link_begin_ = size(); }
    void link_end();

    /// Whether the current block has text, and how much.
    bool has_text() const { return has_text_; }
    std::size_t length() const { return has_text_ ? size() - begin_ : 0; }
    std::string_view current() const {
        return has_text_ ? std::string_view(reading_.text).substr(begin_) : std::string_view();
    }
    Block::Kind kind() const { return kind_; }
    void set_kind(Block::Kind kind, std::uint8_t depth);

    bool in_table() const { return in_table_; }
    void start_table(std::size_t at);
    void start_row(std::size_t at);
    void start_cell(std::size_t at, std::uint32_t columns, std::uint32_t rows);
    void end_cell();
    void end_table(std::size_t at);

    void add_field(std::string_view key, Span value) { reading_.fields.push_back({std::string(key), value}); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(reading_.text.size()); }
    void count_broken() { ++reading_.broken_parts; }

    Reading take(std::size_t at, std::vector<BlockNote>& notes);

private:
    struct Carried {
        Span span;
        std::uint32_t rows = 0;
    };
    void open(std::size_t at);
    void close();
    void carry();
    std::uint32_t trimmed_end(std::uint32_t begin) const;

    std::string_view source_;
    Reading reading_;
    std::vector<BlockNote> notes_;
    Block::Kind kind_ = Block::Kind::paragraph;
    std::uint8_t depth_ = 0;
    BlockNote note_;
    std::uint32_t begin_ = 0;
    std::uint32_t link_begin_ = 0;
    bool has_text_ = false;
    bool space_pending_ = false;
    std::size_t space_at_ = 0;
    bool in_table_ = false;
    bool in_cell_ = false;
    Table table_;
    std::vector<Carried> carried_;
    std::uint32_t cell_begin_ = 0;
    std::uint32_t cell_columns_ = 1;
    std::uint32_t cell_rows_ = 1;
    std::size_t cells_ = 0;
};

} // namespace jokbo

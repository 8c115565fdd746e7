#pragma once

#include "schema/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// A stretch of a reading that hangs together.
struct Block {
    enum class Kind : std::uint8_t {
        heading,
        paragraph,
        caption, ///< of a picture: readable, a unit of its own
        byline,  ///< who wrote it, agency, address: states nothing
        list_item,
        table,      ///< see Reading::tables
        code,       ///< not read
        navigation, ///< menus, share buttons, related links, tags: not read
        metadata,   ///< front matter; see Reading::fields
    };
    Kind kind = Kind::paragraph;
    /// Heading depth 1 to 6, 0 for other kinds.
    std::uint8_t depth = 0;
    /// Bytes of Reading::text.
    Span span;
    /// Index into Reading::tables where kind is table.
    std::uint32_t table = 0;
};

/// A table of a card: rows of cells, each a span of Reading::text; the first row is the header.
struct Table {
    std::vector<std::vector<Span>> rows;
};

/// One entry of the front matter; a list gives one Field an item.
struct Field {
    std::string key;
    /// Bytes of Reading::text that hold the value.
    Span value;
};

/// What a document says once its layout is understood: entities decoded, markup and hard line breaks gone, paragraphs that
/// captions or page breaks cut in two joined again. Offsets lead back to the bytes of the document.
class Reading {
public:
    std::string text;
    std::vector<Block> blocks;
    std::vector<Table> tables;
    std::vector<Field> fields;
    /// Parts of the document that are no UTF-8; each stands in `text` as U+FFFD.
    std::uint32_t broken_parts = 0;

    /// The smallest range of Document::text that holds all that `span` of `text` was made from.
    Span original(Span span) const;

    /// `text` grows by `piece`, which stands at `from` in the document and is as long there, byte for byte.
    void append_verbatim(std::string_view piece, std::uint32_t from);
    /// `text` grows by `piece`, which came from the bytes `from` (an entity, a repaired byte, a joint).
    void append_made(std::string_view piece, Span from);
    /// The last byte goes (a hyphen at a line's end).
    void drop_last();
    /// `text` grows by what `span` of `other` holds, with its way back to the document.
    void append_copy(const Reading& other, Span span);

private:
    /// From `at` in `text` on, original = from + (position − at) where verbatim, else all of [from, from_end).
    struct Run {
        std::uint32_t at;
        std::uint32_t from;
        std::uint32_t from_end;
        enum class Kind : std::uint8_t { verbatim, made } kind;
    };
    std::size_t run_at(std::uint32_t position) const;

    std::vector<Run> runs_;
};

} // namespace jokbo

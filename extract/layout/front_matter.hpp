#pragma once

#include "schema/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

class Html;

/// What stands between the two `---` lines at the head of a Markdown file: YAML as people and crawlers write it.
struct FrontMatter {
    struct Entry {
        std::string_view key;
        /// The pieces of the value, one a line, without quotes; they hang together with spaces.
        std::vector<Span> pieces;
        enum class Quotes : std::uint8_t { none, single, twofold } quotes = Quotes::none;
    };
    std::vector<Entry> entries; ///< top-level keys; a list gives one entry an item
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< where the text begins; 0 where there is no front matter
};

FrontMatter read_front_matter(std::string_view text);

/// The value as its author meant it: pieces joined, escapes and character references decoded.
std::string value_of(std::string_view text, const FrontMatter::Entry& entry, const Html& html);

} // namespace jokbo

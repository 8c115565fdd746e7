#pragma once

#include "schema/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jokbo {

/// What a document's text tells of a place in it. All texts are valid UTF-8, whatever the document's bytes are.
struct Place {
    std::string quote;
    std::size_t line = 0; ///< of the quote's first byte, from 1
    Span characters;      ///< the same span counted in Unicode code points
    std::string prefix;   ///< up to 32 code points before the quote
    std::string suffix;   ///< and after it
};

Place place_in(std::string_view text, Span span);

/// The quote alone, which costs nothing but itself.
std::string quote_in(std::string_view text, Span span);

} // namespace jokbo

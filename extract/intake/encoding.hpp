#pragma once

#include <string>
#include <string_view>

namespace jokbo {

/// Whether the bytes begin with a byte order mark of UTF-16.
bool is_utf16(std::string_view bytes);

/// UTF-16 with byte order mark as UTF-8; unpaired surrogates and a last odd byte become U+FFFD.
std::string utf8_of_utf16(std::string_view bytes);

/// Why these bytes are no text ("is a PNG picture, not text"); empty where they may be.
std::string binary_kind(std::string_view bytes);

} // namespace jokbo

#pragma once

#include <cstddef>
#include <string_view>

namespace jokbo {

/// The length of the well-formed character at `at`; negative: of the part that is broken.
int utf8_length(std::string_view text, std::size_t at);

} // namespace jokbo

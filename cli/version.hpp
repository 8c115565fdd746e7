#pragma once

#include <string_view>

namespace jokbo::cli {

/// As `1.2.3`.
std::string_view program_version();

} // namespace jokbo::cli

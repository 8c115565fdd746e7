#pragma once

#include <string>
#include <string_view>

namespace jokbo::tests {

/// The text of a file in tests/export/golden.
std::string golden_text(std::string_view name);

/// Compares with that file; writes it instead where the environment has JOKBO_UPDATE_GOLDENS.
void check_golden(std::string_view name, std::string_view actual);

} // namespace jokbo::tests

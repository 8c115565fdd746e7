#pragma once

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace jokbo::cli {

/// Runs one command line (without the program's name). Throws nothing: what goes wrong is told as `jokbo: …` on
/// `streams.error` and in what is returned.
Exit run(const std::vector<std::string>& words, Streams streams, const Terminal& terminal);

} // namespace jokbo::cli

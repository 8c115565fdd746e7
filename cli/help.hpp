#pragma once

#include "cli/command.hpp"
#include "cli/terminal.hpp"

#include <iosfwd>

namespace jokbo::cli {

/// All commands under their headings.
void print_overview(std::ostream& out, const Terminal& terminal);

/// All there is to know about one command.
void print_help(std::ostream& out, const Command& command, const Terminal& terminal);

} // namespace jokbo::cli

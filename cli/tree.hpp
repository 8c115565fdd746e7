#pragma once

#include "cli/terminal.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace jokbo::cli {

/// A line and what hangs below it. `label` may hold styles (Terminal::styled).
struct Tree {
    std::string label;
    std::vector<Tree> children;
};

/// Draws it with ├─ and └─, the root flush left.
void print_tree(std::ostream& out, const Tree& tree);

} // namespace jokbo::cli

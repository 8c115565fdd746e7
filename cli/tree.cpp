#include "cli/tree.hpp"

#include <ostream>

namespace jokbo::cli {

namespace {

void print_children(std::ostream& out, const std::vector<Tree>& children, const std::string& indent) {
    for (const Tree& child : children) {
        const bool last = &child == &children.back();
        out << indent << (last ? "└─ " : "├─ ") << child.label << '\n';
        print_children(out, child.children, indent + (last ? "   " : "│  "));
    }
}

} // namespace

void print_tree(std::ostream& out, const Tree& tree) {
    out << tree.label << '\n';
    print_children(out, tree.children, "");
}

} // namespace jokbo::cli

#include "cli/table.hpp"
#include "cli/tree.hpp"

#include "tests/catch.hpp"

#include <sstream>

using namespace jokbo::cli;

namespace {

std::string printed(const Table& table, const Terminal& terminal = {}) {
    std::ostringstream out;
    table.print(out, terminal);
    return out.str();
}

} // namespace

TEST_CASE("Hangul takes two columns") {
    CHECK(text_width("믿음 2.0") == 8);
    CHECK(text_width("e\xCC\x81") == 1);
    CHECK(clipped("에이닷 엑스", 7) == "에이닷…");
    CHECK(clipped("short", 7) == "short");
}

TEST_CASE("columns line up and no line ends in spaces") {
    Table table({{"name"}, {"edges", Column::Align::right}, {"note"}});
    table.add({"믿음", "12"});
    table.add({"A.X 4.0", "3", "x"});
    CHECK(printed(table) == "name     edges  note\n"
                            "믿음        12\n"
                            "A.X 4.0      3  x\n");
}

TEST_CASE("on a narrow terminal the columns that may shrink give way") {
    Table table({{"name"}, {"quote", Column::Align::left, Column::Fit::shrink}});
    table.add({"Aria", "Acme trained\nAria on its own cluster"});
    CHECK(printed(table, {.width = 20}) == "name  quote\n"
                                           "Aria  Acme trained…\n");
}

TEST_CASE("on a narrow terminal what may not be cut stands below its row") {
    Table table({{"name"}, {"how", Column::Align::left, Column::Fit::below}, {"else"}});
    table.add({"믿음", "KT <-developed_by- 믿음", "Aria"});
    table.add({"Aria", "", ""});
    CHECK(printed(table, {.width = 80}) == "name  how                      else\n"
                                           "믿음  KT <-developed_by- 믿음  Aria\n"
                                           "Aria\n");
    CHECK(printed(table, {.width = 26}) == "name  else\n"
                                           "믿음  Aria\n"
                                           "      KT <-developed_by-\n"
                                           "      믿음\n"
                                           "Aria\n");
}

TEST_CASE("colours only where the terminal has them") {
    CHECK(Terminal{}.styled("x", Style::red) == "x");
    CHECK(Terminal{.colour = Terminal::Colour::on}.styled("x", Style::red) == "\x1b[31mx\x1b[0m");
}

TEST_CASE("a tree hangs its branches") {
    std::ostringstream out;
    print_tree(out, {"A", {{"B", {{"C", {}}}}, {"D", {}}}});
    CHECK(out.str() == "A\n├─ B\n│  └─ C\n└─ D\n");
}

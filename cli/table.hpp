#pragma once

#include "cli/terminal.hpp"

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace jokbo::cli {

/// One cell: a text and how it looks.
struct Cell {
    Cell(std::string words, Style look = Style::plain) : text(std::move(words)), style(look) {}
    Cell(const char* words, Style look = Style::plain) : text(words), style(look) {}

    std::string text;
    Style style;
};

struct Column {
    enum class Align { left, right };
    /// Whether it gives way where the table is wider than the terminal: with a …, or to lines of its own below the row.
    enum class Fit { keep, shrink, below };

    std::string title;
    Align align = Align::left;
    Fit fit = Fit::keep;
};

/// A table for people: columns as wide as their widest cell, two spaces apart, no lines. On a terminal it keeps within
/// the width; elsewhere nothing is cut.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// Missing cells at the end of a row are empty. Line breaks in a cell become spaces.
    void add(std::vector<Cell> cells);

    bool empty() const { return rows_.empty(); }
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    /// By column; 0: it goes below.
    std::vector<std::size_t> widths(const Terminal& terminal) const;
    void print_below(std::ostream& out, const std::vector<Cell>& row, const std::vector<std::size_t>& widths,
                     const Terminal& terminal) const;

    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

} // namespace jokbo::cli

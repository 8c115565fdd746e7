#include "cli/table.hpp"

#include "schema/table.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <stdexcept>

namespace jokbo::cli {

namespace {

constexpr std::size_t gap = 2;
/// A shrinking column never gets narrower than this.
constexpr std::size_t narrowest = 8;
/// How far what goes below a row is set in.
constexpr std::size_t inset = 6;

} // namespace

void Table::add(std::vector<Cell> cells) {
    if (cells.size() > columns_.size()) {
        throw std::logic_error("a row has more cells than the table has columns");
    }
    for (Cell& cell : cells) {
        cell.text = one_line(cell.text);
    }
    cells.resize(columns_.size(), Cell(""));
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths(const Terminal& terminal) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = text_width(columns_[i].title);
        for (const auto& row : rows_) {
            width = std::max(width, text_width(row[i].text));
        }
        widths.push_back(width);
    }
    if (terminal.width == 0) {
        return widths;
    }
    auto total = std::accumulate(widths.begin(), widths.end(), gap * (columns_.size() - 1));
    for (std::size_t i = 0; i < columns_.size() && total > terminal.width; ++i) {
        if (columns_[i].fit == Column::Fit::below) {
            total -= widths[i] + gap;
            widths[i] = 0;
        }
    }
    while (total > terminal.width) {
        // The widest column that may shrink gives one column at a time.
        std::size_t widest = columns_.size();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].fit == Column::Fit::shrink && widths[i] > narrowest &&
                (widest == columns_.size() || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest == columns_.size()) {
            break;
        }
        --widths[widest];
        --total;
    }
    return widths;
}

void Table::print(std::ostream& out, const Terminal& terminal) const {
    const auto widths = this->widths(terminal);
    const auto print_row = [&](const auto& text_of, const auto& style_of) {
        std::string line;
        std::size_t pending = 0; // spaces owed; written only before more text, so that no line ends in them
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (widths[i] == 0) {
                continue;
            }
            const std::string text = clipped(text_of(i), widths[i]);
            const auto width = text_width(text);
            const auto slack = widths[i] - std::min(widths[i], width);
            const bool right = columns_[i].align == Column::Align::right;
            pending += right ? slack : 0;
            if (!text.empty()) {
                line += std::string(pending, ' ') + terminal.styled(text, style_of(i));
                pending = 0;
            }
            pending += (right || text.empty() ? 0 : slack) + (text.empty() ? widths[i] - (right ? slack : 0) : 0) + gap;
        }
        out << line << '\n';
    };
    print_row([&](std::size_t i) { return std::string_view(columns_[i].title); },
              [](std::size_t) { return Style::dim; });
    for (const auto& row : rows_) {
        print_row([&](std::size_t i) { return std::string_view(row[i].text); },
                  [&](std::size_t i) { return row[i].style; });
        print_below(out, row, widths, terminal);
    }
}

void Table::print_below(std::ostream& out, const std::vector<Cell>& row, const std::vector<std::size_t>& widths,
                        const Terminal& terminal) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (widths[i] > 0 || columns_[i].fit != Column::Fit::below) {
            continue;
        }
        std::string line;
        const auto end_line = [&] {
            if (!line.empty()) {
                out << std::string(inset, ' ') << terminal.styled(line, row[i].style) << '\n';
            }
            line.clear();
        };
        for (const std::string_view word : split(row[i].text, ' ')) {
            if (inset + text_width(line) + 1 + text_width(word) > terminal.width) {
                end_line();
            }
            line += line.empty() ? "" : " ";
            line += word;
        }
        end_line();
    }
}

} // namespace jokbo::cli

#include "schema/error.hpp"

#include <fmt/format.h>

namespace jokbo {

namespace {

/// Spaces that bring a caret below `column`: tabs stay tabs, and bytes that continue a character take no cell.
std::string indent_to(std::string_view line, std::size_t column) {
    std::string indent;
    for (std::size_t i = 0; i + 1 < column && i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        if ((byte & 0xC0U) == 0x80U) {
            continue;
        }
        indent += line[i] == '\t' ? "\t" : byte >= 0xE1U ? "  " : " ";
    }
    return indent;
}

} // namespace

DataError::DataError(FilePlace place, std::string_view line, std::string_view what)
    : Error(fmt::format("{}:{}:{}: {}\n  {}\n  {}^", place.file, place.line, place.column, what, line,
                        indent_to(line, place.column))),
      place_(std::move(place)) {}

} // namespace jokbo

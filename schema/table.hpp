#pragma once

#include "schema/error.hpp"
#include "schema/pack.hpp"

#include <string_view>
#include <vector>

namespace jokbo {

/// One line of a tab-separated data file; its views live as long as the DataFile.
class Row {
public:
    Row(const DataFile& file, std::size_t line_number, std::string_view line);

    std::size_t size() const { return fields_.size(); }
    std::string_view operator[](std::size_t i) const { return fields_.at(i); }
    std::size_t line_number() const { return line_number_; }

    /// A DataError that points at field `i` (or `offset` bytes into it).
    DataError error(std::size_t i, std::string_view what, std::size_t offset = 0) const;

private:
    const DataFile* file_;
    std::size_t line_number_;
    std::string_view line_;
    std::vector<std::string_view> fields_;
};

/// The rows of a tab-separated data file below its header. Lines that begin with # and blank ones are passed over.
/// Throws DataError where the header is not `header` or a row has another number of fields.
std::vector<Row> read_table(const DataFile& file, const std::vector<std::string_view>& header);

/// The parts of `text` between separators, trimmed of spaces; no parts where it is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace jokbo

#include "schema/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace jokbo {

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) {
        return parts;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(separator, begin), text.size());
        parts.push_back(trim(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

Row::Row(const DataFile& file, std::size_t line_number, std::string_view line)
    : file_(&file), line_number_(line_number), line_(line), fields_(split(line, '\t')) {}

DataError Row::error(std::size_t i, std::string_view what, std::size_t offset) const {
    const auto column = i < fields_.size() ? static_cast<std::size_t>(fields_[i].data() - line_.data()) : line_.size();
    return {{file_->origin, line_number_, column + offset + 1}, line_, what};
}

std::vector<Row> read_table(const DataFile& file, const std::vector<std::string_view>& header) {
    std::vector<Row> rows;
    const std::string_view text = file.text;
    bool in_body = false;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        Row row(file, number, line);
        if (!in_body) {
            if (split(line, '\t') != header) {
                throw row.error(0, fmt::format("the header of this table must be: {}", fmt::join(header, " <tab> ")));
            }
            in_body = true;
            continue;
        }
        if (row.size() != header.size()) {
            throw row.error(0, fmt::format("{} fields are needed here, {} are given", header.size(), row.size()));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace jokbo

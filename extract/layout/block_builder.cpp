#include "extract/layout/block_builder.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t most_columns = 200;
constexpr std::size_t most_cells = 1'000'000;

Span here(std::size_t at) {
    const auto position = static_cast<std::uint32_t>(at);
    return {position, position};
}

} // namespace

void BlockBuilder::open(std::size_t at) {
    if (!reading_.text.empty() && !in_table_) {
        reading_.append_made("\n", here(at));
    }
    if (!in_table_) {
        begin_ = size();
    }
    has_text_ = true;
    space_pending_ = false;
}

std::uint32_t BlockBuilder::trimmed_end(std::uint32_t begin) const {
    auto end = size();
    while (end > begin && reading_.text[end - 1] == ' ') {
        --end;
    }
    return end;
}

void BlockBuilder::close() {
    if (has_text_) {
        const auto end = trimmed_end(begin_);
        if (end > begin_) {
            reading_.blocks.push_back({kind_, depth_, {begin_, end}, 0});
            notes_.push_back(note_);
        }
    }
    has_text_ = false;
    space_pending_ = false;
    link_begin_ = 0;
}

void BlockBuilder::start(Block::Kind kind, std::uint8_t depth, std::size_t at, BlockNote::Before before) {
    if (in_table_) {
        space(at);
        return;
    }
    const bool empty = !has_text_;
    const auto earlier = note_.before;
    close();
    kind_ = kind;
    depth_ = depth;
    note_ = {};
    // Of several breaks in a row the strongest counts.
    note_.before = empty && earlier != before && before == BlockNote::Before::line_break ? earlier : before;
}

void BlockBuilder::set_kind(Block::Kind kind, std::uint8_t depth) {
    kind_ = kind;
    depth_ = depth;
}

void BlockBuilder::verbatim(std::size_t begin, std::size_t end) {
    if (begin == end) {
        return;
    }
    if (!has_text_) {
        open(begin);
    } else if (space_pending_) {
        space_pending_ = false;
        if (space_at_ + 1 == begin && source_[space_at_] == ' ') {
            --begin;
        } else {
            reading_.append_made(" ", {static_cast<std::uint32_t>(space_at_), static_cast<std::uint32_t>(begin)});
        }
    }
    reading_.append_verbatim(source_.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
}

void BlockBuilder::made(std::string_view piece, std::size_t begin, std::size_t end) {
    if (!has_text_) {
        open(begin);
    } else if (space_pending_) {
        space_pending_ = false;
        reading_.append_made(" ", {static_cast<std::uint32_t>(space_at_), static_cast<std::uint32_t>(begin)});
    }
    reading_.append_made(piece, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void BlockBuilder::space(std::size_t at) {
    if (has_text_ && !space_pending_ && reading_.text.back() != ' ') {
        space_pending_ = true;
        space_at_ = at;
    }
}

void BlockBuilder::link_end() {
    if (has_text_ && link_begin_ >= begin_ && size() > link_begin_) {
        note_.link_bytes += size() - link_begin_;
        ++note_.links;
    }
}

void BlockBuilder::start_table(std::size_t at) {
    end_table(at);
    close();
    if (!reading_.text.empty()) {
        reading_.append_made("\n", here(at));
    }
    begin_ = size();
    in_table_ = true;
    in_cell_ = false;
    table_ = {};
    carried_.clear();
    cells_ = 0;
}

void BlockBuilder::carry() {
    if (table_.rows.empty()) {
        return;
    }
    auto& row = table_.rows.back();
    while (row.size() < carried_.size() && carried_[row.size()].rows > 0) {
        --carried_[row.size()].rows;
        row.push_back(carried_[row.size()].span);
    }
}

void BlockBuilder::start_row(std::size_t at) {
    end_cell();
    carry();
    if (size() > begin_) {
        reading_.append_made("\n", here(at));
    }
    has_text_ = false;
    if (table_.rows.empty() || !table_.rows.back().empty()) {
        table_.rows.emplace_back();
    }
}

void BlockBuilder::start_cell(std::size_t at, std::uint32_t columns, std::uint32_t rows) {
    end_cell();
    if (table_.rows.empty()) {
        start_row(at);
    }
    if (!table_.rows.back().empty()) {
        reading_.append_made("\t", here(at));
    }
    in_cell_ = true;
    has_text_ = false;
    space_pending_ = false;
    cell_begin_ = size();
    cell_columns_ = columns;
    cell_rows_ = rows;
}

void BlockBuilder::end_cell() {
    if (!in_cell_) {
        return;
    }
    in_cell_ = false;
    carry();
    const auto end = trimmed_end(cell_begin_);
    auto& row = table_.rows.back();
    for (std::uint32_t i = 0; i < cell_columns_ && row.size() < most_columns && cells_ < most_cells; ++i, ++cells_) {
        if (cell_rows_ > 1) {
            carried_.resize(std::max(carried_.size(), row.size() + 1));
            carried_[row.size()] = {{cell_begin_, end}, cell_rows_ - 1};
        }
        row.push_back({cell_begin_, end});
    }
    has_text_ = false;
    space_pending_ = false;
}

void BlockBuilder::end_table(std::size_t at) {
    if (!in_table_) {
        return;
    }
    end_cell();
    carry();
    in_table_ = false;
    has_text_ = false;
    std::erase_if(table_.rows, [](const auto& row) { return row.empty(); });
    const bool has_columns = std::ranges::any_of(table_.rows, [](const auto& row) { return row.size() > 1; });
    if (has_columns) {
        reading_.blocks.push_back(
            {Block::Kind::table, 0, {begin_, size()}, static_cast<std::uint32_t>(reading_.tables.size())});
        notes_.emplace_back();
        reading_.tables.push_back(std::move(table_));
    } else {
        // A frame around text, no table.
        for (const auto& row : table_.rows) {
            if (!row[0].empty()) {
                reading_.blocks.push_back({Block::Kind::paragraph, 0, row[0], 0});
                notes_.emplace_back();
            }
        }
    }
    table_ = {};
    start(Block::Kind::paragraph, 0, at);
}

Reading BlockBuilder::take(std::size_t at, std::vector<BlockNote>& notes) {
    end_table(at);
    close();
    notes = std::move(notes_);
    return std::move(reading_);
}

} // namespace jokbo

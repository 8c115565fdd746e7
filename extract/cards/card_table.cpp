#include "extract/cards/card_table.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

/// A bar too many makes an empty cell and moves what stands behind it out of its column: | DROP (F1) |   | 92.2 |
void drop_surplus_blanks(std::vector<Span>& row, std::size_t width) {
    while (row.size() > width) {
        const auto blank = std::find_if(row.rbegin(), row.rend(), [](Span cell) { return cell.empty(); });
        if (blank == row.rend()) {
            return;
        }
        row.erase(std::next(blank).base());
    }
}

} // namespace

CardTable::CardTable(CardSheet& sheet, const Table& table, Under under, Span measured)
    : sheet_(sheet), under_(under), measured_(measured) {
    // A row that runs on into the next, its line break lost: | a | b || c | d |
    const auto width = table.rows.empty() ? 0 : table.rows[0].size();
    for (const auto& row : table.rows) {
        auto begin = row.begin();
        while (width > 1 && static_cast<std::size_t>(row.end() - begin) >= 2 * width + 1 &&
               (begin + static_cast<std::ptrdiff_t>(width))->empty()) {
            table_.rows.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(width));
            begin += static_cast<std::ptrdiff_t>(width) + 1;
        }
        table_.rows.emplace_back(begin, row.end());
        drop_surplus_blanks(table_.rows.back(), width);
    }
}

Span CardTable::cell(std::size_t row, std::size_t column) const {
    return column < table_.rows[row].size() ? table_.rows[row][column] : Span{};
}

/// From its first to its last cell; cells that a row shares with those above do not count.
Span CardTable::row_span(std::size_t row) const {
    const std::uint32_t above = row == 0 || table_.rows[row - 1].empty() ? 0 : table_.rows[row - 1].back().end;
    Span whole{};
    for (const auto& one : table_.rows[row]) {
        if (!one.empty() && one.begin >= above) {
            whole = whole.empty() ? one : hull(whole, one);
        }
    }
    return whole.size() <= 1000 ? whole : Span{};
}

void CardTable::find_head() {
    const auto& rows = table_.rows;
    // A second row that repeats the first cell of the head refines it: Model | General | General over Model | MMLU | BBH.
    while (first_ + 1 < rows.size() && !rows[first_].empty() && !rows[first_ - 1].empty()) {
        const bool repeats = !text(cell(first_, 0)).empty() && text(cell(first_, 0)) == text(cell(first_ - 1, 0));
        const bool scores =
            std::any_of(rows[first_].begin(), rows[first_].end(), [&](Span one) { return is_score(text(one)); });
        const bool measures = text(cell(first_, 0)).empty() && rows[first_].size() > 1 &&
                              std::none_of(rows[first_].begin(), rows[first_].end(), [&](Span one) {
                                  const auto word = text(one);
                                  return !word.empty() && word.find("shot") == std::string_view::npos && word != "CoT";
                              });
        if (measures && !text(rows[first_].back()).empty()) {
            ++first_;
            columns_.clear();
            for (const auto head : rows[first_ - 2]) {
                columns_.push_back({head, {}, false});
            }
            return;
        }
        if (!repeats || scores) {
            break;
        }
        ++first_;
    }
    columns_.clear();
    for (const auto head : rows[first_ - 1]) {
        columns_.push_back({head, {}, false});
    }
}

bool CardTable::is_score_column(std::size_t column) const {
    std::size_t scores = 0;
    std::size_t filled = 0;
    for (auto row = first_; row < table_.rows.size(); ++row) {
        const auto word = text(cell(row, column));
        if (!word.empty() && !words().is("blank", word)) {
            ++filled;
            scores += is_score(word) ? 1U : 0U;
        }
    }
    return scores > 0 && scores * 10 >= filled * 5;
}

void CardTable::find_columns() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& column = columns_[i];
        column.label = words().label(text(column.head));
        const bool excluded = column.label.kind == Kind::property || column.label.kind == Kind::ignored ||
                              column.label.kind == Kind::metric || column.label.kind == Kind::average ||
                              column.label.kind == Kind::hub;
        column.scores = !excluded && is_score_column(i);
    }
}

bool CardTable::looks_like_model(Span one) const {
    const auto name = without_note(sheet_.reading_.text, bare_cell(sheet_.reading_.text, one));
    const auto word = text(name);
    if (!is_name_like(word) || is_mere_size(word)) {
        return false;
    }
    return has_size(word) || sheet_.kin(word) != Kin::stranger ||
           sheet_.knowledge_.knows(sheet_.knowledge_.model, word) || word.find(':') != std::string_view::npos;
}

bool CardTable::is_model_head(const Column& column) const {
    if (column.label.kind != Kind::unknown) {
        return column.label.kind == Kind::score;
    }
    const auto name = without_note(sheet_.reading_.text, bare_cell(sheet_.reading_.text, column.head));
    const auto word = text(name);
    return is_name_like(word) && !sheet_.knowledge_.knows(sheet_.knowledge_.dataset, word) &&
           !sheet_.knowledge_.knows(sheet_.knowledge_.product, word);
}

bool CardTable::is_benchmark(Span one) const {
    const auto name = benchmark_name(words(), sheet_.reading_.text, one);
    const auto word = text(name);
    if (!is_name_like(word) || word.size() > 60) {
        return false;
    }
    const auto label = words().label(word);
    // MATH is a benchmark, Math a section.
    const bool upper = std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (label.kind == Kind::section && !upper) {
        return false;
    }
    if (sheet_.knowledge_.knows(sheet_.knowledge_.dataset, word)) {
        return true;
    }
    if ((label.kind != Kind::unknown && label.kind != Kind::section) ||
        sheet_.knowledge_.knows(sheet_.knowledge_.product, word)) {
        return false;
    }
    return std::any_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); });
}

bool CardTable::is_section_row(std::size_t row) const {
    const auto& cells = table_.rows[row];
    std::string_view only;
    for (const auto one : cells) {
        const auto word = text(one);
        if (!word.empty()) {
            if (!only.empty() && word != only) {
                return false;
            }
            only = word;
        }
    }
    return true;
}

std::size_t CardTable::model_column() const {
    for (std::size_t i = 0; i < width(); ++i) {
        if (columns_[i].label.kind == Kind::model) {
            return i;
        }
    }
    // Without a word for it: the first column, where most of its cells look like models and other columns tell of models.
    std::size_t alike = 0;
    std::size_t filled = 0;
    for (auto row = first_; row < table_.rows.size(); ++row) {
        if (!cell(row, 0).empty() && !is_section_row(row)) {
            ++filled;
            alike += looks_like_model(cell(row, 0)) ? 1U : 0U;
        }
    }
    const auto first_kind = columns_[0].label.kind;
    const bool free =
        first_kind == Kind::unknown || first_kind == Kind::blank || first_kind == Kind::hub || first_kind == Kind::key;
    const bool told = std::any_of(columns_.begin() + 1, columns_.end(), [&](const Column& column) {
        return column.label.kind == Kind::property || (column.scores && is_benchmark(column.head));
    });
    return free && told && alike > 0 && alike * 2 >= filled ? 0 : none_;
}

std::size_t CardTable::benchmark_column() const {
    std::size_t best = none_;
    for (std::size_t i = 0; i < width() && !columns_[i].scores; ++i) {
        const auto kind = columns_[i].label.kind;
        const bool goes_on = best != none_ && best + 1 == i &&
                             (kind == Kind::blank || text(columns_[i].head) == text(columns_[best].head));
        if (kind == Kind::benchmark || goes_on) {
            best = i;
        }
    }
    if (best != none_) {
        return best;
    }
    for (std::size_t i = 0; i < width() && !columns_[i].scores; ++i) {
        if (columns_[i].label.kind == Kind::benchmark_weak) {
            return i;
        }
    }
    // No word for it: the last column of text before the results, where it names benchmarks that are known or the heading says so.
    for (std::size_t i = width(); i-- > 0;) {
        if (columns_[i].scores || columns_[i].label.kind == Kind::metric || columns_[i].label.kind == Kind::ignored) {
            continue;
        }
        const bool before_scores = std::any_of(columns_.begin() + static_cast<std::ptrdiff_t>(i), columns_.end(),
                                               [](const Column& column) { return column.scores; });
        if (!before_scores) {
            continue;
        }
        std::size_t known = 0;
        std::size_t alike = 0;
        for (auto row = first_; row < table_.rows.size(); ++row) {
            const auto name = benchmark_name(words(), sheet_.reading_.text, cell(row, i));
            known += sheet_.knowledge_.knows(sheet_.knowledge_.dataset, text(name)) ? 1U : 0U;
            alike += is_benchmark(cell(row, i)) ? 1U : 0U;
        }
        const bool model_heads = std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) {
            return column.scores && looks_like_model(column.head);
        });
        return known > 0 || (alike > 0 && model_heads && under_ == Under::evaluation) ? i : none_;
    }
    return none_;
}

bool CardTable::read_properties() {
    if (width() < 2 || columns_[0].label.kind == Kind::model || columns_[0].label.kind == Kind::benchmark) {
        return false;
    }
    const auto second = columns_[1].label.kind;
    const bool headless =
        width() == 2 && (columns_[0].label.kind == Kind::property || columns_[0].label.kind == Kind::architecture);
    if (!headless && second != Kind::key && second != Kind::score && second != Kind::blank && second != Kind::metric &&
        second != Kind::ignored && columns_[0].label.kind != Kind::key) {
        return false;
    }
    std::size_t known = 0;
    for (auto row = first_; row < table_.rows.size(); ++row) {
        const auto kind = words().label(text(cell(row, 0))).kind;
        known += kind == Kind::property || kind == Kind::architecture || kind == Kind::ignored ? 1U : 0U;
    }
    if (known < (columns_[0].label.kind == Kind::key ? 1U : 2U)) {
        return false;
    }
    if (!sheet_.own_) {
        return true;
    }
    for (auto row = headless ? first_ - 1 : first_; row < table_.rows.size(); ++row) {
        const auto label = words().label(text(cell(row, 0)));
        if (label.kind == Kind::property || label.kind == Kind::architecture) {
            sheet_.property(*sheet_.own_, label, text(cell(row, 0)), cell(row, 1), row_span(row), "property");
        }
    }
    return true;
}

void CardTable::read() {
    if (table_.rows.size() < 2 || table_.rows[0].empty()) {
        return;
    }
    find_head();
    find_columns();
    if (width() < 2 || read_properties()) {
        return;
    }
    if (const auto names = model_column(); names != none_) {
        read_model_rows(names);
    } else {
        read_result_rows(benchmark_column());
    }
}

} // namespace jokbo

#pragma once

#include "extract/cards/card_cells.hpp"
#include "extract/cards/card_reading.hpp"

#include <cstdint>
#include <vector>

namespace jokbo {

/// One table of a card: properties of the card's model, rows of models, or results.
class CardTable {
public:
    /// Whether the heading above speaks of results.
    enum class Under : std::uint8_t { anything, evaluation };

    /// `measured` is the benchmark that the heading names, empty where it names none.
    CardTable(CardSheet& sheet, const Table& table, Under under, Span measured);

    void read();

private:
    using Kind = CardLabel::Kind;
    using Kin = CardSheet::Kin;

    struct Column {
        Span head;
        CardLabel label;
        bool scores = false; ///< most of its cells are results
    };
    /// A model of a row or a column.
    struct Party {
        CardEntity entity;
        Kin kin = Kin::stranger;
        Span head;
    };

    void find_head();
    void find_columns();
    bool is_score_column(std::size_t column) const;
    /// Columns that name what a row is about; no column is none.
    std::size_t model_column() const;
    std::size_t benchmark_column() const;

    bool read_properties();
    void read_model_rows(std::size_t names);
    void read_result_rows(std::size_t names);
    void compare(const std::vector<Party>& parties);
    void evaluate(const Party& model, Span benchmark, Span evidence);
    void state_note(const Party& model, Span evidence);
    void state_version(const Party& model, Span evidence);

    Party party(Span head) const;
    Party variant(Span cell) const;
    bool is_model_head(const Column& column) const;
    bool looks_like_model(Span cell) const;
    bool is_benchmark(Span cell) const;
    bool is_section_row(std::size_t row) const;

    std::size_t width() const { return columns_.size(); }
    Span cell(std::size_t row, std::size_t column) const;
    std::string_view text(Span span) const { return sheet_.text(span); }
    Span bare(std::size_t row, std::size_t column) const { return bare_cell(sheet_.reading_.text, cell(row, column)); }
    const CardWords& words() const { return sheet_.knowledge_.words; }
    static Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }
    Span row_span(std::size_t row) const;

    static constexpr std::size_t none_ = static_cast<std::size_t>(-1);
    CardSheet& sheet_;
    Table table_;
    Under under_;
    Span measured_;
    std::size_t first_ = 1; ///< first row of data
    std::vector<Column> columns_;
};

} // namespace jokbo

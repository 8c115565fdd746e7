#pragma once

#include "extract/cards/card_words.hpp"
#include "schema/span.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

// What single cells of a card hold. All spans are of the text that they are given.

/// The cell without marks, pictograms, footnotes and bullets at its ends.
Span bare_cell(std::string_view text, Span cell);

/// A name without what stands in parentheses behind it: A.X 4.0 (72B), Qwen3-8B (w/o reasoning).
Span without_note(std::string_view text, Span name);
/// What stands in those parentheses; empty where there are none.
Span note_of(std::string_view text, Span name);

/// A benchmark's name without shots and metrics behind it: MMLU 5-shot, AIME 2024 pass@1.
Span benchmark_name(const CardWords& words, std::string_view text, Span name);

/// The parts of a cell that lists several things, separated by commas, semicolons, slashes or "and".
std::vector<Span> listed(std::string_view text, Span cell);

/// Whether it says a result: 61.70, 78.3%, 1936, 72.1 / 90.0, 86.7±0.3.
bool is_score(std::string_view cell);

/// A number in a cell, with its suffix or word: 7B, 131K tokens, 23.57 B, 6,166,502,400, 15 trillion.
struct CellCount {
    std::int64_t value = 0;
    Span span;
    enum class Scale : std::uint8_t { bare, named } scale = Scale::bare;
    /// "A22B", "17B (Activated)".
    bool active = false;
};
/// All counts of a cell, in order; none where it speaks of bytes.
std::vector<CellCount> cell_counts(std::string_view text, Span cell);

/// Whether it may name a model or a benchmark: letters, no sentence, not too long.
bool is_name_like(std::string_view name);
/// Whether it bears a size as models do: 7B, 270M, A22B.
bool has_size(std::string_view name);
/// Whether it is nothing but a size and kin: 7B, 350M Dense, 14B-Q4_K_M.
bool is_mere_size(std::string_view name);

} // namespace jokbo

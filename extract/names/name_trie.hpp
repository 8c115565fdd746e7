#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

/// Words with a number each, in a double array of eight bytes a node: a step is one addition and one comparison, and what most
/// steps touch lies together, since nodes are placed level by level. Letter case is folded; space, hyphen and underscore are one.
class NameTrie {
public:
    static constexpr std::uint32_t no_word = 0xFFFFFFFF;

    struct Match {
        std::uint32_t end = 0; ///< byte of the text
        std::uint32_t word = no_word;
        std::uint32_t reached = 0; ///< how far the text goes on as some word does
    };

    NameTrie() { build({}); }
    /// Words in lower case with spaces; of equal ones the first counts.
    explicit NameTrie(std::vector<std::pair<std::string_view, std::uint32_t>> words) { build(std::move(words)); }

    /// The longest word that begins at byte `begin` and whose end `accepts` (a byte position) takes.
    template <class Accepts>
    Match longest(std::string_view text, std::uint32_t begin, std::uint32_t end, const Accepts& accepts) const {
        Match best;
        std::uint32_t node = 0;
        std::uint32_t last = 0; // where a word ended
        std::uint32_t base = cells_[0].base;
        std::uint32_t at = begin;
        while (at < end) {
            const auto byte = static_cast<unsigned char>(text[at]);
            const bool wide_space = byte == 0xC2U && at + 1 < end && text[at + 1] == '\xA0';
            const std::uint32_t letter = wide_space ? letters_[' '] : letters_[byte];
            const auto next = base + letter;
            const auto cell = cells_[next];
            if (letter == 0 || cell.parent != node + 1) {
                break;
            }
            node = next;
            base = cell.base & ~ends;
            at += wide_space ? 2 : 1;
            if ((cell.base & ends) != 0 && accepts(at)) {
                best.end = at;
                last = node;
            }
        }
        best.word = best.end != 0 ? words_[last] : no_word;
        best.reached = at;
        return best;
    }

    std::size_t bytes() const { return cells_.size() * sizeof(Cell) + words_.size() * sizeof(words_[0]); }

private:
    static constexpr std::uint32_t ends = 1U << 31U;

    struct Cell {
        std::uint32_t base = 0;   ///< where the children are, by letter; the top bit: a word ends here
        std::uint32_t parent = 0; ///< one more than its number; 0 for a free cell
    };

    void build(std::vector<std::pair<std::string_view, std::uint32_t>> words);

    std::array<std::uint8_t, 256> letters_{}; ///< bytes that occur, numbered from 1; 0 for those in no word
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> words_; ///< by cell, the number of the word that ends there
};

} // namespace jokbo

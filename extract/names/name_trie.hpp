#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

/// Words with a number each, in a double array of eight bytes a node: a step is one addition and one comparison, and what most
/// steps touch lies together, since nodes are placed level by level. A Hangul syllable is one step, other bytes are one each, so
/// that a Korean word costs a third of the nodes and of the looks at memory. Letter case is folded; space, hyphen and underscore
/// are one. Texts and words are UTF-8.
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
            const auto [letter, size] = letter_at(text, at, end);
            const auto next = base + letter;
            const auto cell = cells_[next];
            if (cell.parent != node + 1) { // so for letter 0, too: a base is nobody's child by it
                break;
            }
            node = next;
            base = cell.base & ~ends;
            at += size;
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

    struct Letter {
        std::uint32_t number; ///< 0 for one in no word
        std::uint32_t size;   ///< bytes
    };
    Letter letter_at(std::string_view text, std::uint32_t at, std::uint32_t end) const {
        const auto byte = [&](std::uint32_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
        };
        const auto first = byte(at);
        if (first < 0x80U) {
            return {letters_[first], 1};
        }
        if (at + 2 < end && first >= 0xEAU && first <= 0xEDU) {
            const auto syllable =
                ((first & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU)) - first_syllable;
            if (syllable < syllable_count) {
                return {syllables_[syllable], 3};
            }
        }
        const bool wide_space = first == 0xC2U && at + 1 < end && text[at + 1] == '\xA0';
        return wide_space ? Letter{letters_[' '], 2} : Letter{letters_[first], 1};
    }

    void build(std::vector<std::pair<std::string_view, std::uint32_t>> words);

    static constexpr std::uint32_t first_syllable = 0xAC00; ///< 가
    static constexpr std::uint32_t syllable_count = 11172;  ///< to 힣

    /// Letters that occur are numbered from 1, bytes first; 0 stands for those in no word.
    std::array<std::uint16_t, 256> letters_{};
    std::vector<std::uint16_t> syllables_ = std::vector<std::uint16_t>(syllable_count, 0);
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> words_; ///< by cell, the number of the word that ends there
};

} // namespace jokbo

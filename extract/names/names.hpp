#pragma once

#include "extract/analysis.hpp"
#include "schema/lexicon.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// The parts of a name, in lower case, between which a space, a hyphen or nothing may stand: `Qwen2.5-VL-7B` → qwen, 2.5, vl, 7b.
std::vector<std::string> name_parts(std::string_view name);

/// Finds the lexicon's names in text: a trie that is entered at the begin of tokens only, so that most tokens cost one look.
/// Spaces and hyphens between the parts of a name are free (`Qwen 2.5`, `Qwen-2.5`, `Qwen2.5`).
class NameIndex {
public:
    /// A name found at a token: which entries bear it and how they bear it.
    struct Bearer {
        EntryId entry;
        LexiconName::Use use;
        /// How the name is written, for the comparison of capitals.
        std::uint32_t name;
    };
    struct Match {
        std::uint32_t end = 0; ///< byte of text
        std::uint32_t list = none;
        std::uint32_t reached = 0; ///< how far the text goes on as some name does
    };

    explicit NameIndex(const Lexicon& lexicon);

    /// The longest name that begins at byte `begin` and whose end `accepts` (a byte position) takes.
    template <class Accepts>
    Match longest(std::string_view text, std::uint32_t begin, std::uint32_t end, const Accepts& accepts) const {
        Match best;
        std::uint32_t node = 0;
        std::uint32_t at = begin;
        while (at < end) {
            auto byte = static_cast<unsigned char>(text[at]);
            std::uint32_t width = 1;
            if (byte == ' ' || byte == '-' || byte == '_') {
                byte = ' ';
            } else if (byte == 0xC2U && at + 1 < end && text[at + 1] == '\xA0') {
                byte = ' ';
                width = 2;
            } else if (byte >= 'A' && byte <= 'Z') {
                byte = static_cast<unsigned char>(byte - 'A' + 'a');
            }
            node = child(node, byte);
            if (node == none) {
                break;
            }
            at += width;
            if (const auto list = lists_[node]; list != none && accepts(at)) {
                best = {at, list};
            }
        }
        best.reached = at;
        return best;
    }

    /// Whether a name may begin with `word`, or `word` with a name: false for most words.
    bool may_begin(std::string_view word) const {
        const auto size = static_cast<std::uint32_t>(word.size());
        const auto match = longest(word, 0, size, [](std::uint32_t) { return true; });
        return match.list != none || match.reached == size;
    }

    /// The bearers of a match whose capitals fit the text; empty where none does.
    std::vector<Bearer> bearers(std::string_view text, std::uint32_t begin, Match match) const;

private:
    std::uint32_t child(std::uint32_t node, unsigned char byte) const {
        if (node == 0) {
            return first_[byte];
        }
        for (auto slot = hash(node, byte);; slot = (slot + 1) & mask_) {
            const auto& cell = cells_[slot];
            if (cell.key == key(node, byte)) {
                return cell.child;
            }
            if (cell.child == none) {
                return none;
            }
        }
    }
    static std::uint32_t key(std::uint32_t node, unsigned char byte) { return node << 8U | byte; }
    std::size_t hash(std::uint32_t node, unsigned char byte) const {
        return (static_cast<std::uint64_t>(key(node, byte)) * 0x9E3779B97F4A7C15ULL >> 32U) & mask_;
    }
    void insert(std::string_view spelling, Bearer bearer);
    std::uint32_t grow(std::uint32_t node, unsigned char byte);
    void rehash(std::size_t size);

    struct Cell {
        std::uint32_t key = 0;
        std::uint32_t child = none;
    };
    std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(256, none);
    std::vector<Cell> cells_;
    std::size_t mask_ = 0;
    std::size_t used_ = 0;
    std::vector<std::uint32_t> lists_{none};
    std::vector<std::vector<Bearer>> bearers_;
    std::vector<std::string> spellings_;
};

} // namespace jokbo

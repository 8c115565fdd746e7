#include "extract/names/name_trie.hpp"

#include "extract/characters.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t patience = 64; // places that are tried before the search begins farther on

/// The words that begin with the letters of one node.
struct Branch {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t depth;
    std::uint32_t cell;
};

} // namespace

void NameTrie::build(std::vector<std::pair<std::string_view, std::uint32_t>> words) {
    std::ranges::stable_sort(words, {}, &std::pair<std::string_view, std::uint32_t>::first);
    const auto [rest, last] = std::ranges::unique(words, {}, &std::pair<std::string_view, std::uint32_t>::first);
    words.erase(rest, last);

    const auto letter_of = [&](std::string_view word, std::uint32_t at) {
        return letter_at(word, at, static_cast<std::uint32_t>(word.size()));
    };
    // all letters that occur are marked, then numbered
    letters_.fill(1);
    std::ranges::fill(syllables_, std::uint16_t{1});
    std::array<bool, 256> bytes{};
    std::vector<bool> syllables(syllable_count);
    for (const auto& [word, number] : words) {
        for (std::uint32_t at = 0; at < word.size();) {
            const auto size = letter_of(word, at).size;
            if (size == 3) {
                syllables[code_point3(word, at) - first_syllable] = true;
            } else {
                bytes[static_cast<unsigned char>(word[at])] = true;
            }
            at += size;
        }
    }
    std::uint16_t letter = 0;
    for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
        letters_[byte] = bytes[byte] ? ++letter : std::uint16_t{0};
    }
    for (std::size_t syllable = 0; syllable < syllables.size(); ++syllable) {
        syllables_[syllable] = syllables[syllable] ? ++letter : std::uint16_t{0};
    }
    const std::uint32_t alphabet = letter + 1U;

    cells_.assign(4 * alphabet, {});
    cells_[0].parent = ends; // taken, and nobody's child
    std::uint32_t free = 1;  // no cell before it is
    const auto room_for = [&](std::uint32_t base) {
        if (base + alphabet >= cells_.size()) {
            cells_.resize(base + alphabet + cells_.size());
        }
    };
    struct Child {
        std::uint32_t letter;
        std::uint32_t begin; // its first word
        std::uint32_t depth; // bytes
    };
    std::vector<Child> branches;
    std::vector<Branch> queue{{0, static_cast<std::uint32_t>(words.size()), 0, 0}};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ending; // cell, word
    for (std::size_t i = 0; i < queue.size(); ++i) {
        auto [begin, end, depth, cell] = queue[i];
        if (begin < end && words[begin].first.size() == depth) {
            ending.emplace_back(cell, words[begin].second);
            ++begin;
        }
        if (begin == end) {
            continue;
        }
        branches.clear();
        for (auto word = begin; word < end; ++word) {
            const auto next = letter_of(words[word].first, depth);
            if (branches.empty() || branches.back().letter != next.number) {
                branches.push_back({next.number, word, depth + next.size});
            }
        }
        while (cells_[free].parent != 0) {
            room_for(++free);
        }
        const auto least = branches.front().letter;
        auto base = free > least ? free - least : 1;
        for (std::uint32_t tries = 0;; ++base) {
            room_for(base);
            if (std::ranges::all_of(branches, [&](const auto& b) { return cells_[base + b.letter].parent == 0; })) {
                break;
            }
            if (++tries == patience) {
                tries = 0;
                free = std::max(free, base + least - std::min(base + least, patience / 2));
            }
        }
        cells_[cell].base = base;
        for (std::size_t b = 0; b < branches.size(); ++b) {
            const auto child = base + branches[b].letter;
            cells_[child].parent = cell + 1;
            queue.push_back(
                {branches[b].begin, b + 1 < branches.size() ? branches[b + 1].begin : end, branches[b].depth, child});
        }
    }
    std::size_t used = cells_.size();
    while (used > 1 && cells_[used - 1].parent == 0) {
        --used;
    }
    cells_.resize(used + alphabet); // whatever a letter adds to a base stays inside
    cells_.shrink_to_fit();
    words_.assign(used, no_word);
    for (const auto& [cell, word] : ending) {
        cells_[cell].base |= ends;
        words_[cell] = word;
    }
    for (char c = 'a'; c <= 'z'; ++c) {
        letters_[static_cast<std::size_t>(c - 'a' + 'A')] = letters_[static_cast<std::size_t>(c)];
    }
    letters_['-'] = letters_['_'] = letters_[' '];
}

} // namespace jokbo

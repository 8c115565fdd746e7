#include "bench/scan/peers.hpp"

#ifdef JOKBO_HYPERSCAN
#include <hs/hs.h>
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace jokbo::bench {

namespace {

/// A trie of bytes, of which those that occur are numbered from 1, with links to the longest proper suffix.
struct Tree {
    std::array<std::uint8_t, 256> letters{};
    std::vector<std::vector<std::pair<std::uint8_t, std::uint32_t>>> children{{}};
    std::vector<std::uint8_t> ends{0};
    std::vector<std::uint32_t> suffix;
    std::vector<std::uint32_t> hits; ///< words that end here, those of the suffixes included

    explicit Tree(const std::vector<std::string>& words) {
        std::uint8_t used = 0;
        for (const auto& word : words) {
            std::uint32_t node = 0;
            for (const char c : word) {
                auto& letter = letters[static_cast<unsigned char>(c)];
                letter = letter == 0 ? ++used : letter;
                auto next = child(node, letter);
                if (next == 0) {
                    next = static_cast<std::uint32_t>(children.size());
                    children[node].emplace_back(letter, next);
                    children.emplace_back();
                    ends.push_back(0);
                }
                node = next;
            }
            ends[node] = 1;
        }
    }
    std::uint32_t child(std::uint32_t node, std::uint8_t letter) const {
        for (const auto& [own, next] : children[node]) {
            if (own == letter) {
                return next;
            }
        }
        return 0;
    }
    void link() {
        suffix.assign(children.size(), 0);
        hits.assign(ends.begin(), ends.end());
        std::vector<std::uint32_t> queue;
        for (const auto& [letter, next] : children[0]) {
            queue.push_back(next);
        }
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const auto node = queue[i];
            for (const auto& [letter, next] : children[node]) {
                auto back = suffix[node];
                while (back != 0 && child(back, letter) == 0) {
                    back = suffix[back];
                }
                suffix[next] = child(back, letter);
                queue.push_back(next);
            }
            hits[node] += hits[suffix[node]];
        }
    }
};

/// The same in a double array: a step is an addition and a comparison.
struct DoubleArray {
    struct Cell {
        std::uint32_t base = 0;
        std::uint32_t check = 0;
    };
    std::array<std::uint8_t, 256> letters;
    std::vector<Cell> cells;
    std::vector<std::uint32_t> place; ///< by node of the tree, its cell

    explicit DoubleArray(const Tree& tree) : letters(tree.letters), cells(1024), place(tree.children.size(), 0) {
        std::vector<std::uint32_t> queue{0};
        std::vector<bool> used(1024);
        used[0] = true;
        const auto room_for = [&](std::uint32_t base) {
            if (base + 512 > used.size()) {
                used.resize(used.size() * 2);
                cells.resize(used.size());
            }
        };
        std::uint32_t from = 1;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const auto& children = tree.children[queue[i]];
            if (children.empty()) {
                continue;
            }
            while (used[from]) {
                room_for(++from);
            }
            auto base = from;
            for (std::uint32_t tries = 0;; ++base) {
                room_for(base);
                if (std::ranges::none_of(children, [&](const auto& c) { return used[base + c.first]; })) {
                    break;
                }
                if (++tries == 64) {
                    room_for(from += 8);
                }
            }
            cells[place[queue[i]]].base = base;
            for (const auto& [letter, next] : children) {
                used[base + letter] = true;
                cells[base + letter].check = place[queue[i]] + 1;
                place[next] = base + letter;
                queue.push_back(next);
            }
        }
    }
};

Scanner token_trie(const std::vector<std::string>& names) {
    constexpr std::uint32_t ends = 1U << 31U;
    const Tree tree(names);
    auto array = std::make_shared<DoubleArray>(tree);
    for (std::size_t node = 0; node < array->place.size(); ++node) {
        array->cells[array->place[node]].base |= tree.ends[node] != 0 ? ends : 0;
    }
    return [array](std::string_view text) {
        const auto* const cells = array->cells.data();
        const auto& letters = array->letters;
        std::size_t count = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at < end) {
            std::uint32_t node = 0;
            auto base = cells[0].base & ~ends;
            const char* last = nullptr;
            for (const char* next = at; next < end; ++next) {
                const auto letter = letters[static_cast<unsigned char>(*next)];
                const auto cell = base + letter;
                if (letter == 0 || cells[cell].check != node + 1) {
                    break;
                }
                node = cell;
                base = cells[cell].base & ~ends;
                if ((cells[cell].base & ends) != 0) {
                    last = next + 1;
                }
            }
            if (last != nullptr) {
                ++count;
                at = last;
            }
            while (at<end&& static_cast<unsigned char>(*at)> ' ') {
                ++at;
            }
            while (at < end && static_cast<unsigned char>(*at) <= ' ') {
                ++at;
            }
        }
        return count;
    };
}

Scanner automaton(const std::vector<std::string>& names) {
    struct Links {
        DoubleArray array;
        std::vector<std::uint32_t> suffix, hits; ///< by cell
    };
    Tree tree(names);
    tree.link();
    auto links = std::make_shared<Links>(Links{DoubleArray(tree), {}, {}});
    links->suffix.resize(links->array.cells.size());
    links->hits.resize(links->array.cells.size());
    for (std::size_t node = 0; node < tree.children.size(); ++node) {
        links->suffix[links->array.place[node]] = links->array.place[tree.suffix[node]];
        links->hits[links->array.place[node]] = tree.hits[node];
    }
    return [links](std::string_view text) {
        const auto& [array, suffix, hits] = *links;
        std::size_t count = 0;
        std::uint32_t node = 0;
        for (const char c : text) {
            const auto letter = array.letters[static_cast<unsigned char>(c)];
            if (letter == 0) {
                node = 0;
                continue;
            }
            for (;;) {
                const auto next = array.cells[node].base + letter;
                if (array.cells[next].check == node + 1) {
                    node = next;
                    count += hits[next];
                    break;
                }
                if (node == 0) {
                    break;
                }
                node = suffix[node];
            }
        }
        return count;
    };
}

#ifdef JOKBO_HYPERSCAN
int count_match(unsigned, unsigned long long, unsigned long long, unsigned, void* count) {
    ++*static_cast<std::size_t*>(count);
    return 0;
}

Scanner hyperscan(const std::vector<std::string>& names) {
    std::vector<const char*> words;
    std::vector<std::size_t> sizes;
    std::vector<unsigned> ids;
    for (const auto& name : names) {
        words.push_back(name.data());
        sizes.push_back(name.size());
        ids.push_back(static_cast<unsigned>(ids.size()));
    }
    const std::vector<unsigned> flags(names.size(), 0);
    hs_database_t* made = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(words.data(), flags.data(), ids.data(), sizes.data(), static_cast<unsigned>(names.size()),
                             HS_MODE_BLOCK, nullptr, &made, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return {};
    }
    const std::shared_ptr<hs_database_t> database(made, hs_free_database);
    hs_scratch_t* room = nullptr;
    hs_alloc_scratch(made, &room);
    const std::shared_ptr<hs_scratch_t> scratch(room, hs_free_scratch);
    return [database, scratch](std::string_view text) {
        std::size_t count = 0;
        hs_scan(database.get(), text.data(), static_cast<unsigned>(text.size()), 0, scratch.get(), count_match, &count);
        return count;
    };
}
#else
Scanner hyperscan(const std::vector<std::string>&) { return {}; }
#endif

} // namespace

const std::vector<Peer>& peers() {
    static const std::vector<Peer> all = {{"trie8", token_trie}, {"automaton", automaton}, {"hyperscan", hyperscan}};
    return all;
}

} // namespace jokbo::bench

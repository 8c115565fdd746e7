#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo::bench {

/// Something else that finds names: made from the names, it counts what it finds in a text. Empty where it is not installed.
using Scanner = std::function<std::size_t(std::string_view text)>;

struct Peer {
    std::string_view name;
    std::function<Scanner(const std::vector<std::string>& names)> build;
};

/// The structures that a scanner is usually made of, as plain as they are fast:
///   trie8       a double array of eight bytes a cell, entered at the begin of tokens; the longest name
///   automaton   Aho-Corasick as a double array with links; every occurrence
///   hyperscan   its literals, the text at once; every occurrence
const std::vector<Peer>& peers();

} // namespace jokbo::bench

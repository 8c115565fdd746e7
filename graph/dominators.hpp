#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace jokbo {

/// The immediate dominator of every node that edges (from, to) lead to from `root`: the last one that all ways to it go
/// through. The root and what it does not reach have themselves.
std::vector<std::uint32_t> immediate_dominators(std::uint32_t nodes,
                                                const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges,
                                                std::uint32_t root);

} // namespace jokbo

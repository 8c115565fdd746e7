#pragma once

#include "tests/graph/little_graph.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jokbo::tests {

/// SplitMix64: the same numbers on every platform, which std's distributions do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    template <class T>
    const T& pick(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

private:
    std::uint64_t state_;
};

struct RandomGraph {
    std::size_t nodes = 8;
    std::size_t edges = 14;
    std::vector<std::string> relations = {"based_on", "version_of", "uses"};
    std::vector<Status> statuses = {Status::asserted};
};

/// Models named "0", "1", …; between two of them at most one edge of a relation and status.
View random_view(Random& random, const RandomGraph& shape);

} // namespace jokbo::tests

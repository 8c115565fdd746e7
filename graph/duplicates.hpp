#pragma once

#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// Two entities that may be one. Nothing is merged on this ground: a person decides.
struct Duplicate {
    Entity a; ///< the better known one
    Entity b;
    std::string a_name; ///< the names that look alike
    std::string b_name;
    enum class Reason : std::uint8_t {
        spelling,        ///< one letter more, less or other
        transliteration, ///< one in Hangul, one in Latin letters, alike in sound
    };
    Reason reason = Reason::spelling;
    std::size_t shared = 0; ///< neighbours that both have
    double score = 0;       ///< 0 to 1
};

/// Best first. Versions of one thing are no duplicates, nor are two entries of the lexicon.
std::vector<Duplicate> duplicates(const Store& store, const Pack& pack, double least_score);

} // namespace jokbo

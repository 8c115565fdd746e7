#pragma once

#include "extract/names/document_names.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jokbo {

/// A name that is another name of the document with a version, a size or an edition behind it.
struct Kinship {
    std::uint32_t member = 0; ///< HyperCLOVA X SEED 8B Omni
    std::uint32_t family = 0; ///< HyperCLOVA X: the longest such name that the document holds
};

/// The versions among the names of one type, by their words: whole words only, so that GPT-4o is no version of GPT-4.
enum class Versions : std::uint8_t {
    any_words,    ///< models: whatever stands behind the family's name tells the member apart
    with_a_digit, ///< products: only what looks like a version
};

/// `groups` are those that the text mentions.
std::vector<Kinship> families_among(const std::vector<std::uint32_t>& groups, const DocumentNames& names,
                                    const Lexicon& lexicon, TypeId type, Versions versions);

} // namespace jokbo

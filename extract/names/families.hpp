#pragma once

#include "extract/names/document_names.hpp"

#include <cstdint>
#include <functional>
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
    of_models, ///< a digit, a word of edition, or, where the lexicon knows one of the two, whatever tells the member apart
    of_products, ///< a digit
};

/// `groups` are those that the text mentions; `is_edition` knows light, pro, instruct …, in lower case.
std::vector<Kinship> families_among(const std::vector<std::uint32_t>& groups, const DocumentNames& names,
                                    const Lexicon& lexicon, TypeId type, Versions versions,
                                    const std::function<bool(std::string_view)>& is_edition);

} // namespace jokbo

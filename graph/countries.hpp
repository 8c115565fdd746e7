#pragma once

#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"

#include <string>
#include <string_view>

namespace jokbo {

/// The ISO 3166 code that is meant by `china`, `중국` or `cn`: the lexicon's for a country of that name, else two letters as
/// they are, in capitals. Empty where it is neither.
std::string country_code(const Lexicon& lexicon, const Ontology& ontology, std::string_view word);

} // namespace jokbo

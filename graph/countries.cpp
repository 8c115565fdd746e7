#include "graph/countries.hpp"

#include <algorithm>
#include <iterator>

namespace jokbo {

std::string country_code(const Lexicon& lexicon, const Ontology& ontology, std::string_view word) {
    for (const EntryId id : lexicon.find_name(ontology.type_named("Place"), word)) {
        const LexiconEntry& place = lexicon.entry(id);
        // What lies in a place of the same country is a part of it: a city, a province.
        const bool part = place.parent && lexicon.entry(*place.parent).country == place.country;
        if (!place.country.empty() && !part) {
            return place.country;
        }
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string code;
    if (word.size() == 2 && std::ranges::all_of(word, is_letter)) {
        std::ranges::transform(word, std::back_inserter(code),
                               [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    }
    return code;
}

} // namespace jokbo

#pragma once

#include "schema/ontology.hpp"
#include "schema/pack.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace jokbo {

/// What keeps the versions of one thing apart, read from `graph/versions.tsv`.
class Versions {
public:
    Versions(const Pack& pack, const Ontology& ontology);

    bool apply_to(TypeId type) const { return types_.has(type); }
    /// The numbers of a name and its words of edition, as `4.0+light`: two names with different ones are different things.
    std::string signature(std::string_view name) const;

private:
    TypeSet types_;
    std::unordered_map<std::string, std::string> editions_;
};

} // namespace jokbo

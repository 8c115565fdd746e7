#pragma once

#include "graph/view.hpp"

#include <string>
#include <vector>

/// What several formats say of testimonies and names.
namespace jokbo {

/// How many documents testify; testimonies of one document stand together.
std::size_t documents_in(const std::vector<Testimony>& evidence);

/// Publisher (or document), title and date in one line.
std::string source_text(const Testimony& testimony);

/// All names, the canonical one first, between bars.
std::string joined_names(const std::vector<NodeName>& names);

/// For each attribute the asserted value that is believed most, in the order of the ontology.
std::vector<const Attribute*> best_values(const std::vector<Attribute>& attributes);

} // namespace jokbo

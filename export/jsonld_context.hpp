#pragma once

#include "export/settings.hpp"
#include "schema/ontology.hpp"

namespace jokbo {

class JsonOutput;

/// Writes the value of `@context`: the whole of schema/context.jsonld or its address, the base of the settings, and terms
/// for what a pack has added to the ontology. Throws DataError where the context is no JSON object.
void write_context(JsonOutput& json, const Ontology& ontology, const Settings& settings);

} // namespace jokbo

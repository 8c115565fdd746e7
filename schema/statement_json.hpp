#pragma once

#include "schema/ontology.hpp"
#include "schema/statement.hpp"

#include <string>
#include <string_view>

namespace jokbo {

/// Appends a statement to `out` as one line of NDJSON, with its line end:
///
///     {"document": "page", "subject": {"type": "Model", "name": "Aria", "names": ["Aria"], "named": true},
///      "relation": "based_on", "object": {…}, "status": "asserted", "how": "fine_tuned", "confidence": 0.9,
///      "evidence": {"start": 10, "end": 42, "quote": "…", "frame": "based_on.ko_genitive"}}
///
/// An attribute has "attribute" and "value" in place of relation and object: a number, true or false, an ISO date, or
/// {"value": 6800000000, "currency": "USD"}. `when`, `how`, `component`, `role`, `product`, `amount` and
/// `attributed_to` stand there only where the text says them. start and end are bytes of the document's text.
void append_json_line(std::string& out, const Statement& statement, const Ontology& ontology);

/// Reads such a line back. `names`, `named`, `status`, `confidence` and `frame` may be left out.
/// Throws InputError, which says what is wrong but not where the line came from.
Statement statement_from_json(std::string_view line, const Ontology& ontology);

} // namespace jokbo

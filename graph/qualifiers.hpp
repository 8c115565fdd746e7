#pragma once

#include "schema/ontology.hpp"
#include "schema/statement.hpp"

#include <string>
#include <string_view>

namespace jokbo {

/// A JSON object of what is said, keys in a fixed order; empty text where nothing is.
std::string to_json(const Qualifiers& qualifiers);
/// Unknown keys are passed over; throws StoreError where it is no JSON object.
Qualifiers qualifiers_from_json(std::string_view json);

/// A value as people and SQL see it: 72000000000, true, 2025-07-03, 6800000000 USD.
std::string value_text(const Value& value);
/// The inverse, by the kind of value that the attribute takes; text of another form stays text.
Value value_from_text(std::string_view text, Predicate::ValueKind kind);

} // namespace jokbo

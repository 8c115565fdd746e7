#pragma once

#include "cli/question.hpp"
#include "graph/store.hpp"
#include "schema/json.hpp"

#include <string>
#include <string_view>

namespace jokbo::cli {

/// `asserted` needs no word; the others are said, in their colour.
std::string status_words(Status status, const Terminal& terminal);

/// `2025-07-03 · 매일신문 · page-12, line 4`
std::string place_words(const Support& support);

/// "on 2025-07-03", "in 2025-07", "in 2025"; nothing for no date.
std::string when_words(std::string_view date);

/// The object of an edge as people read it: an entity's name, or 72,000,000,000.
std::string object_words(const Store& store, const Edge& edge);
std::string value_words(const Value& value);

/// `A.X 4.0 -based_on-> Qwen 2.5`, with the status where it is not asserted.
std::string edge_words(const Store& store, const Edge& edge, const Terminal& terminal);

/// An object with key, type, name, country where known, and whether it is named.
void write_entity(JsonWriter& json, const Store& store, const Entity& entity);
void write_value(JsonWriter& json, const Value& value);
/// An object with subject, relation and object, or attribute and value, and all that is known of the edge.
void write_fact(JsonWriter& json, const Store& store, const Edge& edge, EvidenceShown shown,
                std::string_view as_of = {});
void write_support(JsonWriter& json, const Support& support);

/// The edges that a subject, a relation (or attribute) and an object (or value) name, in every status that the filter admits.
/// Throws NotFound, with what the subject does say of the relation.
std::vector<Edge> edges_named(const Store& store, const std::string& subject, const std::string& relation,
                              const std::string& object, const QueryFilter& filter);

} // namespace jokbo::cli

#include "tests/graph/little_graph.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"

#include <algorithm>

namespace jokbo::tests {

namespace {

std::string key_of(std::string_view name) {
    std::string key(name);
    std::ranges::replace(key, ' ', '_');
    return key;
}

} // namespace

const Ontology& embedded_ontology() {
    static const Ontology ontology = Ontology::load(Pack::embedded());
    return ontology;
}

NodeId LittleGraph::entity(std::string_view type, std::string_view name, std::string_view country) {
    const NodeId id = builder_.add_node({.key = key_of(name),
                                         .type = embedded_ontology().type_named(type),
                                         .name = name,
                                         .country = country,
                                         .source = static_cast<std::uint32_t>(nodes_.size())});
    nodes_.emplace(name, id);
    return id;
}

NodeId LittleGraph::known(std::string_view name) {
    const auto found = nodes_.find(name);
    return found == nodes_.end() ? entity("Model", name) : found->second;
}

EdgeId LittleGraph::edge(std::string_view subject, std::string_view relation, std::string_view object, Status status,
                         double confidence, const Qualifiers& qualifiers) {
    const NodeId from = known(subject);
    const NodeId to = known(object);
    return builder_.add_edge({.subject = from,
                              .predicate = embedded_ontology().predicate_named(relation),
                              .object = to,
                              .status = status,
                              .confidence = static_cast<float>(confidence),
                              .source = edges_++},
                             qualifiers);
}

void LittleGraph::attribute(std::string_view name, std::string_view attribute, Value value, Status status) {
    attributes_[known(name).value].push_back({.predicate = embedded_ontology().predicate_named(attribute),
                                              .value = std::move(value),
                                              .status = status,
                                              .qualifiers = {},
                                              .confidence = 1.0,
                                              .evidence = {}});
}

View LittleGraph::view() {
    auto details = std::make_shared<MemoryDetails>();
    for (auto& [source, attributes] : attributes_) {
        details->set_attributes(source, std::move(attributes));
    }
    return std::move(builder_).build(std::move(details));
}

NodeId node_named(const View& view, std::string_view name) {
    const auto found = view.find_key(key_of(name));
    REQUIRE(found.has_value());
    return *found;
}

} // namespace jokbo::tests

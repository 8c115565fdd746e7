#pragma once

#include "graph/view.hpp"
#include "graph/view_memory.hpp"

#include <map>
#include <string>
#include <string_view>

namespace jokbo::tests {

const Ontology& embedded_ontology();

/// A graph in a few words: `LittleGraph g; g.edge("A.X 4.0", "based_on", "Qwen 2.5");`. Keys are the names, entities are
/// Models where `entity` does not say otherwise.
class LittleGraph {
public:
    NodeId entity(std::string_view type, std::string_view name, std::string_view country = {});
    EdgeId edge(std::string_view subject, std::string_view relation, std::string_view object,
                Status status = Status::asserted, double confidence = 1.0, const Qualifiers& qualifiers = {});
    void attribute(std::string_view name, std::string_view attribute, Value value, Status status = Status::asserted);

    /// The view of all that was said so far; the graph is spent.
    View view();

private:
    NodeId known(std::string_view name);

    View::Builder builder_{embedded_ontology()};
    std::map<std::string, NodeId, std::less<>> nodes_;
    std::map<std::uint32_t, std::vector<Attribute>> attributes_;
    std::uint32_t edges_ = 0;
};

/// The node of that name; fails the test where there is none.
NodeId node_named(const View& view, std::string_view name);

} // namespace jokbo::tests

#include "tests/graph/random_graph.hpp"

#include <set>
#include <tuple>

namespace jokbo::tests {

View random_view(Random& random, const RandomGraph& shape) {
    LittleGraph graph;
    for (std::size_t i = 0; i < shape.nodes; ++i) {
        graph.entity("Model", std::to_string(i));
    }
    std::set<std::tuple<std::size_t, std::string, std::size_t, Status>> known;
    for (std::size_t i = 0; i < shape.edges; ++i) {
        const auto from = random.below(shape.nodes);
        const auto to = random.below(shape.nodes);
        const auto& relation = random.pick(shape.relations);
        const Status status = random.pick(shape.statuses);
        const double confidence = static_cast<double>(1 + random.below(8)) / 8;
        if (known.emplace(from, relation, to, status).second) {
            graph.edge(std::to_string(from), relation, std::to_string(to), status, confidence);
        }
    }
    return graph.view();
}

} // namespace jokbo::tests

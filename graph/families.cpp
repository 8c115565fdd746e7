#include "graph/families.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace jokbo {

namespace {

/// The objects of the node's asserted edges of a relation, ascending.
std::vector<NodeId> asserted_objects(const View& view, NodeId node, PredicateId relation) {
    std::vector<NodeId> objects;
    for (const EdgeId id : view.out(node)) {
        const View::Edge edge = view.edge(id);
        if (edge.predicate == relation && edge.status == Status::asserted) {
            objects.push_back(edge.object);
        }
    }
    std::ranges::sort(objects);
    objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
    return objects;
}

/// The entity, then its families by distance.
std::vector<std::vector<NodeId>> generations(const View& view, NodeId node) {
    const PredicateId version_of = view.ontology().predicate_named("version_of");
    std::vector<std::vector<NodeId>> all{{node}};
    std::set<NodeId> met{node};
    for (;;) {
        std::vector<NodeId> next;
        for (const NodeId one : all.back()) {
            for (const NodeId family : asserted_objects(view, one, version_of)) {
                if (met.insert(family).second) {
                    next.push_back(family);
                }
            }
        }
        if (next.empty()) {
            return all;
        }
        std::ranges::sort(next);
        all.push_back(std::move(next));
    }
}

} // namespace

std::vector<NodeId> stated_of_family(const View& view, NodeId node, PredicateId relation) {
    for (const auto& generation : generations(view, node)) {
        std::set<NodeId> objects;
        for (const NodeId one : generation) {
            const auto of_one = asserted_objects(view, one, relation);
            objects.insert(of_one.begin(), of_one.end());
        }
        if (!objects.empty()) {
            return {objects.begin(), objects.end()};
        }
    }
    return {};
}

std::vector<NodeId> with_families(const View& view, NodeId node) {
    std::vector<NodeId> all;
    for (const auto& generation : generations(view, node)) {
        all.insert(all.end(), generation.begin(), generation.end());
    }
    return all;
}

} // namespace jokbo

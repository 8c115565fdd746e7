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

FamilyStatements::FamilyStatements(const View& view, PredicateId relation) : list_of_(view.node_count()) {
    const PredicateId version_of = view.ontology().predicate_named("version_of");
    std::vector<NodeId> generation;
    for (std::uint32_t node = 0; node < view.node_count(); ++node) {
        if (auto own = asserted_objects(view, {node}, relation); !own.empty()) {
            list_of_[node] = static_cast<std::uint32_t>(lists_.size());
            lists_.push_back(std::move(own));
            generation.push_back({node});
        }
    }
    // From those of which something is stated to their versions, and on to the versions of these.
    while (!generation.empty()) {
        std::vector<std::pair<NodeId, std::uint32_t>> inherited;
        for (const NodeId family : generation) {
            for (const EdgeId id : view.in(family)) {
                const View::Edge edge = view.edge(id);
                if (edge.predicate == version_of && edge.status == Status::asserted &&
                    list_of_[edge.subject.value] == 0) {
                    inherited.emplace_back(edge.subject, list_of_[family.value]);
                }
            }
        }
        std::ranges::sort(inherited);
        inherited.erase(std::unique(inherited.begin(), inherited.end()), inherited.end());
        generation.clear();
        for (auto from = inherited.begin(); from != inherited.end();) {
            const auto to =
                std::find_if(from, inherited.end(), [&](const auto& one) { return one.first != from->first; });
            list_of_[from->first.value] = from->second;
            if (to - from > 1) {
                std::set<NodeId> united;
                std::for_each(from, to, [&](const auto& one) {
                    united.insert(lists_[one.second].begin(), lists_[one.second].end());
                });
                list_of_[from->first.value] = static_cast<std::uint32_t>(lists_.size());
                lists_.emplace_back(united.begin(), united.end());
            }
            generation.push_back(from->first);
            from = to;
        }
    }
}

std::vector<NodeId> with_families(const View& view, NodeId node) {
    std::vector<NodeId> all;
    for (const auto& generation : generations(view, node)) {
        all.insert(all.end(), generation.begin(), generation.end());
    }
    return all;
}

} // namespace jokbo

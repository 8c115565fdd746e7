#include "graph/difference.hpp"

#include "graph/qualifiers.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace jokbo {

namespace {

using Bond = std::tuple<std::string, PredicateId, std::string>;

struct Side {
    std::map<std::string, Entity> entities;
    std::map<Bond, std::vector<Edge>> bonds;
};

Side side_of(const Store& store, const QueryFilter& filter) {
    const auto state = store.snapshot();
    std::unordered_map<EntityId, Entity> all;
    store.for_each_entity([&](const Entity& entity) { all.emplace(entity.id, entity); });
    Side side;
    const auto met = [&](EntityId id) -> const std::string& {
        const auto& entity = all.at(id);
        return side.entities.try_emplace(entity.key, entity).first->first;
    };
    store.for_each_edge(filter, [&](const Edge& edge) {
        const auto* object = std::get_if<EntityId>(&edge.object);
        const auto& subject = met(edge.subject);
        side.bonds[{subject, edge.predicate,
                    object != nullptr ? met(*object) : value_text(std::get<Value>(edge.object))}]
            .push_back(edge);
    });
    for (auto& [bond, edges] : side.bonds) {
        std::ranges::sort(edges, {}, &Edge::status);
    }
    return side;
}

bool same_statuses(const std::vector<Edge>& a, const std::vector<Edge>& b) {
    return std::ranges::equal(a, b, {}, &Edge::status, &Edge::status);
}

} // namespace

Difference difference(const Store& old_store, const QueryFilter& old_filter, const Store& new_store,
                      const QueryFilter& new_filter) {
    const auto before = side_of(old_store, old_filter);
    const auto after = side_of(new_store, new_filter);
    Difference difference;
    for (const auto& [key, entity] : after.entities) {
        if (!before.entities.contains(key)) {
            difference.came.push_back(entity);
        }
    }
    for (const auto& [key, entity] : before.entities) {
        if (!after.entities.contains(key)) {
            difference.went.push_back(entity);
        }
    }
    const auto add = [&](Difference::Change::Kind kind, const Bond& bond, std::vector<Edge> was, std::vector<Edge> is) {
        difference.changes.push_back(
            {kind, std::get<0>(bond), std::get<1>(bond), std::get<2>(bond), std::move(was), std::move(is)});
    };
    for (const auto& [bond, edges] : after.bonds) {
        const auto old = before.bonds.find(bond);
        if (old == before.bonds.end()) {
            add(Difference::Change::Kind::came, bond, {}, edges);
        } else if (!same_statuses(old->second, edges)) {
            add(Difference::Change::Kind::changed, bond, old->second, edges);
        }
    }
    for (const auto& [bond, edges] : before.bonds) {
        if (!after.bonds.contains(bond)) {
            add(Difference::Change::Kind::went, bond, edges, {});
        }
    }
    std::ranges::sort(difference.changes, [](const auto& a, const auto& b) {
        return std::tie(a.subject, a.predicate, a.object) < std::tie(b.subject, b.predicate, b.object);
    });
    return difference;
}

} // namespace jokbo

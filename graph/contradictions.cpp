#include "graph/contradictions.hpp"

#include "graph/qualifiers.hpp"
#include "schema/table.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jokbo {

namespace {

std::string object_text(const Store& store, const Edge& edge) {
    const auto* object = std::get_if<EntityId>(&edge.object);
    return object != nullptr ? store.entity(*object).value().key : value_text(std::get<Value>(edge.object));
}

} // namespace

std::string words_of(const Contradiction& contradiction) {
    if (contradiction.kind == Contradiction::Kind::several) {
        return std::to_string(contradiction.sides.size()) + " at once";
    }
    std::set<Status> statuses;
    for (const auto& side : contradiction.sides) {
        statuses.insert(side.status);
    }
    std::string words;
    for (const auto status : statuses) {
        const bool is_last = status == *statuses.rbegin();
        words += (words.empty() ? "" : is_last ? " and " : ", ") + std::string(name_of(status));
    }
    return words;
}

std::vector<Contradiction> contradictions(const Store& store, const Pack& pack, const QueryFilter& filter) {
    std::set<PredicateId> single;
    for (const auto& row : read_table(pack.file("graph/single.tsv"), {"predicate"})) {
        const auto predicate = store.ontology().find_predicate(row[0]);
        if (!predicate) {
            throw row.error(0, "there is no such relation or attribute");
        }
        single.insert(*predicate);
    }
    using Bond = std::tuple<EntityId, PredicateId, std::variant<EntityId, std::string>>;
    std::map<Bond, std::vector<Edge>> bonds;
    std::map<std::pair<EntityId, PredicateId>, std::vector<Edge>> holdings;
    store.for_each_edge(filter, [&](const Edge& edge) {
        const auto* object = std::get_if<EntityId>(&edge.object);
        Bond bond{edge.subject, edge.predicate, {}};
        if (object != nullptr) {
            std::get<2>(bond) = *object;
        } else {
            std::get<2>(bond) = value_text(std::get<Value>(edge.object));
        }
        bonds[bond].push_back(edge);
        if (edge.status == Status::asserted && single.contains(edge.predicate)) {
            holdings[{edge.subject, edge.predicate}].push_back(edge);
        }
    });
    std::vector<Contradiction> found;
    const auto add = [&](Contradiction::Kind kind, std::vector<Edge> sides) {
        std::ranges::sort(sides, [&](const Edge& a, const Edge& b) {
            return a.confidence != b.confidence ? a.confidence > b.confidence
                                                : object_text(store, a) < object_text(store, b);
        });
        found.push_back({kind, sides.front().subject, sides.front().predicate, std::move(sides)});
    };
    for (auto& [bond, edges] : bonds) {
        const auto is_denial = [](const Edge& edge) { return edge.status == Status::denied; };
        const auto is_claim = [](const Edge& edge) {
            return edge.status != Status::denied && edge.status != Status::ended;
        };
        if (std::ranges::any_of(edges, is_denial) && std::ranges::any_of(edges, is_claim)) {
            add(Contradiction::Kind::denied, edges);
        }
    }
    for (auto& [holding, edges] : holdings) {
        if (edges.size() > 1) {
            add(Contradiction::Kind::several, edges);
        }
    }
    std::map<EntityId, std::string> keys;
    for (const auto& one : found) {
        keys.emplace(one.subject, store.entity(one.subject).value().key);
    }
    std::ranges::stable_sort(found, [&](const Contradiction& a, const Contradiction& b) {
        return std::tuple(std::string_view(keys[a.subject]), a.predicate, a.kind, object_text(store, a.sides.front())) <
               std::tuple(std::string_view(keys[b.subject]), b.predicate, b.kind, object_text(store, b.sides.front()));
    });
    return found;
}

} // namespace jokbo

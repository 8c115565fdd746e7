#include "graph/agenda.hpp"

#include "graph/contradictions.hpp"
#include "graph/edge_filter.hpp"
#include "graph/qualifiers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jokbo {

namespace {

/// Above this an edge is no question.
constexpr double settled = 0.85;
/// A name that fewer statements use is no news yet.
constexpr std::size_t least_uses = 3;

/// How sure a name that no lexicon holds is to be looked at, beside an edge of no belief.
constexpr double new_name_doubt = 0.1;
/// Of more dependents it does not matter how many.
constexpr std::size_t most_dependents = 255;

/// Grows with what hangs on a thing, ever more slowly.
double weight(std::size_t count) { return std::log2(1.0 + static_cast<double>(count)); }

/// What hangs on an entity.
class Surroundings {
public:
    explicit Surroundings(const Store& store) {
        const auto lineage = lineage_relations(store.ontology());
        store.for_each_link({}, [&](const Link& link) {
            ++degree_[link.subject];
            ++degree_[link.object];
            if (std::ranges::find(lineage, link.predicate) != lineage.end() && link.status != Status::denied) {
                lineage_.emplace_back(link.object, link.subject);
            }
        });
        std::ranges::sort(lineage_);
        std::vector<std::pair<std::string, EntityId>> keys;
        store.for_each_entity([&](const Entity& entity) { keys.emplace_back(entity.key, entity.id); });
        std::ranges::sort(keys);
        for (const auto& [key, id] : keys) {
            place_.emplace(id, place_.size());
        }
    }

    /// In the order of keys, which the order of ingestion does not change as it does ids.
    std::size_t place(EntityId entity) const { return place_.at(entity); }

    /// Its relations.
    std::size_t degree(EntityId entity) const {
        const auto found = degree_.find(entity);
        return found == degree_.end() ? 0 : found->second;
    }

    /// What depends on it over any number of hops.
    std::size_t dependents(EntityId entity) const {
        const auto [known, is_new] = dependents_.try_emplace(entity, 0);
        if (!is_new) {
            return known->second;
        }
        std::unordered_set<EntityId> met{entity};
        std::vector<EntityId> todo{entity};
        while (!todo.empty() && met.size() <= most_dependents) {
            const auto at = todo.back();
            todo.pop_back();
            const auto begin = std::ranges::lower_bound(lineage_, at, {}, &Dependency::first);
            for (auto step = begin; step != lineage_.end() && step->first == at; ++step) {
                if (met.insert(step->second).second) {
                    todo.push_back(step->second);
                }
            }
        }
        return known->second = std::min(met.size() - 1, most_dependents);
    }

private:
    using Dependency = std::pair<EntityId, EntityId>; ///< what is depended on, and what depends
    std::unordered_map<EntityId, std::size_t> degree_;
    std::unordered_map<EntityId, std::size_t> place_;
    std::vector<Dependency> lineage_;
    mutable std::unordered_map<EntityId, std::size_t> dependents_;
};

/// Edges of low belief, the worthiest first: those with whose subject many things stand or fall, and those between two things
/// that texts often speak of.
void add_doubtful(const Store& store, const Surroundings& around, const std::unordered_set<StoredEdgeId>& contradicted,
                  std::size_t limit, std::vector<AgendaItem>& items) {
    struct Doubt {
        double worth;
        Link link;
        std::size_t dependents;
    };
    std::vector<Doubt> doubts;
    QueryFilter filter;
    store.for_each_link(filter, [&](const Link& link) {
        const auto belief = static_cast<double>(link.confidence);
        if (belief >= settled || link.status == Status::denied || contradicted.contains(link.id)) {
            return;
        }
        const auto dependents = around.dependents(link.subject);
        const auto known = std::min(around.degree(link.subject), around.degree(link.object)) - 1;
        doubts.push_back({(1 - belief) * weight(dependents + known), link, dependents});
    });
    const auto order = [&](const Doubt& doubt) {
        const auto& link = doubt.link;
        return std::tuple(-doubt.worth, around.place(link.subject), link.predicate, around.place(link.object),
                          link.status);
    };
    std::ranges::sort(doubts, [&](const Doubt& a, const Doubt& b) { return order(a) < order(b); });
    // Accepted edges are believed and not among them; no more than what may be shown is read in full.
    for (std::size_t i = 0; i < doubts.size() && i < limit; ++i) {
        auto edge = store.edge(doubts[i].link.id).value();
        auto why = fmt::format("belief {:.2f}", edge.confidence);
        if (doubts[i].dependents > 0) {
            why += fmt::format("; depend on its subject: {}", doubts[i].dependents);
        }
        items.push_back({AgendaItem::Kind::doubtful_edge, doubts[i].worth, std::move(why), std::move(edge),
                         std::nullopt, std::nullopt});
    }
}

} // namespace

std::string_view name_of(AgendaItem::Kind kind) {
    constexpr std::array<std::string_view, 4> names = {"contradiction", "conflict", "doubtful edge", "new name"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<AgendaItem> agenda(const Store& store, const Pack& pack, std::size_t limit) {
    std::vector<AgendaItem> items;
    std::unordered_set<StoredEdgeId> contradicted;
    const Surroundings around(store);
    for (auto& one : contradictions(store, pack)) {
        for (const auto& side : one.sides) {
            contradicted.insert(side.id);
        }
        if (std::ranges::any_of(one.sides, [](const Edge& side) { return side.review == Edge::Review::accepted; })) {
            continue;
        }
        const double weaker = one.sides.back().confidence;
        auto words = words_of(one);
        items.push_back({AgendaItem::Kind::contradiction,
                         (1 + weaker) * weight(around.degree(one.subject) + around.dependents(one.subject) + 1),
                         std::move(words), std::move(one.sides.front()), std::nullopt, std::nullopt});
    }
    add_doubtful(store, around, contradicted, limit, items);
    for (auto& conflict : store.conflicts()) {
        const auto count = conflict.documents.size();
        items.push_back({AgendaItem::Kind::conflict, weight(count),
                         fmt::format("{} in {} documents", conflict.kind, count), std::nullopt, std::nullopt,
                         std::move(conflict)});
    }
    store.for_each_entity([&](const Entity& entity) {
        const auto uses = around.degree(entity.id);
        if (entity.naming == Naming::named && uses >= least_uses && store.lexicon().find_key(entity.key) == nullptr) {
            items.push_back({AgendaItem::Kind::new_name, new_name_doubt * weight(uses),
                             fmt::format("in no lexicon, {} relations", uses), std::nullopt, entity, std::nullopt});
        }
    });
    const auto text = [&](const AgendaItem& item) {
        if (item.entity) {
            return item.entity->key;
        }
        if (item.conflict) {
            return item.conflict->a + item.conflict->b;
        }
        const auto& edge = *item.edge;
        const auto* value = std::get_if<Value>(&edge.object);
        return fmt::format(
            "{} {} {} {}", store.entity(edge.subject).value().key, store.ontology().predicate(edge.predicate).name,
            value != nullptr ? value_text(*value) : store.entity(std::get<EntityId>(edge.object)).value().key,
            name_of(edge.status));
    };
    std::ranges::stable_sort(items, [&](const AgendaItem& a, const AgendaItem& b) {
        if (a.worth != b.worth) {
            return a.worth > b.worth;
        }
        return a.kind != b.kind ? a.kind < b.kind : text(a) < text(b);
    });
    if (items.size() > limit) {
        items.resize(limit);
    }
    return items;
}

} // namespace jokbo

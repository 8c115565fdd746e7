#include "graph/agenda.hpp"

#include "graph/contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace jokbo {

namespace {

/// Above this an edge is no question.
constexpr double settled = 0.85;
/// A name that fewer statements use is no news yet.
constexpr std::size_t least_uses = 3;

/// Grows with what hangs on a thing, ever more slowly.
double weight(std::size_t count) { return std::log2(1.0 + static_cast<double>(count)); }

} // namespace

std::string_view name_of(AgendaItem::Kind kind) {
    constexpr std::array<std::string_view, 4> names = {"contradiction", "conflict", "doubtful edge", "new name"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<AgendaItem> agenda(const Store& store, const Pack& pack, std::size_t limit) {
    std::unordered_map<EntityId, std::size_t> degree;
    std::vector<Link> links;
    store.for_each_link({}, [&](const Link& link) {
        ++degree[link.subject];
        ++degree[link.object];
        if (static_cast<double>(link.confidence) < settled) {
            links.push_back(link);
        }
    });
    std::vector<AgendaItem> items;
    // Only the worthiest links are read in full.
    const auto worth = [&](const Link& link) {
        return (1 - static_cast<double>(link.confidence)) * weight(degree[link.subject] + degree[link.object] - 2);
    };
    std::ranges::sort(
        links, [&](const Link& a, const Link& b) { return std::pair(-worth(a), a.id) < std::pair(-worth(b), b.id); });
    for (std::size_t i = 0; i < links.size() && i < 4 * limit; ++i) {
        auto edge = store.edge(links[i].id).value();
        if (edge.review == Edge::Review::none) {
            items.push_back({AgendaItem::Kind::doubtful_edge, worth(links[i]),
                             fmt::format("belief {:.2f}; other relations of its ends: {}", edge.confidence,
                                         degree[links[i].subject] + degree[links[i].object] - 2),
                             std::move(edge), std::nullopt, std::nullopt});
        }
    }
    for (auto& one : contradictions(store, pack)) {
        if (std::ranges::any_of(one.sides, [](const Edge& side) { return side.review == Edge::Review::accepted; })) {
            continue;
        }
        const double weaker = one.sides.back().confidence;
        auto words = words_of(one);
        items.push_back({AgendaItem::Kind::contradiction, (1 + weaker) * weight(degree[one.subject] + 1),
                         std::move(words), std::move(one.sides.front()), std::nullopt, std::nullopt});
    }
    for (auto& conflict : store.conflicts()) {
        const auto count = conflict.documents.size();
        items.push_back({AgendaItem::Kind::conflict, weight(count),
                         fmt::format("{} in {} documents", conflict.kind, count), std::nullopt, std::nullopt,
                         std::move(conflict)});
    }
    store.for_each_entity([&](const Entity& entity) {
        const auto uses = degree.find(entity.id);
        if (entity.naming == Naming::named && uses != degree.end() && uses->second >= least_uses &&
            store.lexicon().find_key(entity.key) == nullptr) {
            items.push_back({AgendaItem::Kind::new_name, 0.3 * weight(uses->second),
                             fmt::format("in no lexicon, {} relations", uses->second), std::nullopt, entity,
                             std::nullopt});
        }
    });
    const auto text = [&](const AgendaItem& item) {
        if (item.entity) {
            return item.entity->key;
        }
        if (item.conflict) {
            return item.conflict->a + item.conflict->b;
        }
        return store.entity(item.edge->subject).value().key + store.ontology().predicate(item.edge->predicate).name;
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

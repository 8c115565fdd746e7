#include "graph/view_reader.hpp"

#include "graph/link_walk.hpp"
#include "graph/store_details.hpp"
#include "schema/error.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace jokbo {

namespace {

bool is_all(const QueryFilter& filter) {
    return filter.as_of.empty() && filter.statuses.empty() && filter.relations.empty() && filter.min_confidence <= 0;
}

View::Node node_of(const Entity& entity) {
    return {.key = entity.key,
            .type = entity.type,
            .name = entity.name,
            .naming = entity.naming,
            .country = entity.country,
            .source = entity.id.value};
}

View::Edge edge_of(const Link& link, NodeId subject, NodeId object) {
    return {.subject = subject,
            .predicate = link.predicate,
            .object = object,
            .status = link.status,
            .confidence = link.confidence,
            .source = link.id.value};
}

View read_all(const Store& store, const QueryFilter& filter) {
    constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();
    std::vector<bool> connected;
    const bool all = is_all(filter);
    const auto note = [&](EntityId id) {
        if (id.value >= connected.size()) {
            connected.resize(std::max<std::size_t>(id.value + 1, connected.size() * 2));
        }
        connected[id.value] = true;
    };
    if (!all) {
        store.for_each_link(filter, [&](const Link& link) {
            note(link.subject);
            note(link.object);
        });
    }
    View::Builder builder(store.ontology());
    std::vector<std::uint32_t> numbers;
    store.for_each_entity([&](const Entity& entity) {
        if (!all && (entity.id.value >= connected.size() || !connected[entity.id.value])) {
            return;
        }
        if (entity.id.value >= numbers.size()) {
            numbers.resize(std::max<std::size_t>(entity.id.value + 1, numbers.size() * 2), absent);
        }
        numbers[entity.id.value] = builder.add_node(node_of(entity)).value;
    });
    store.for_each_link(filter, [&](const Link& link) {
        builder.add_edge(edge_of(link, {numbers.at(link.subject.value)}, {numbers.at(link.object.value)}));
    });
    return std::move(builder).build(std::make_shared<StoreDetails>(store, filter));
}

/// Entities and links that a walk has met. Entities are numbered as they are met, which is how the view's builder numbers them.
class Met {
public:
    std::uint32_t add(EntityId id, std::uint32_t distance) {
        const auto [known, is_new] = numbers_.emplace(id, static_cast<std::uint32_t>(order.size()));
        if (is_new) {
            order.push_back(id);
            hops.push_back(distance);
        }
        return known->second;
    }
    bool has(EntityId id) const { return numbers_.contains(id); }
    NodeId number(EntityId id) const { return {numbers_.at(id)}; }

    std::vector<EntityId> order;
    std::vector<std::uint32_t> hops; ///< by number
    std::vector<Link> links;

private:
    std::unordered_map<EntityId, std::uint32_t> numbers_;
};

View build(const Store& store, const Met& met, const QueryFilter& filter) {
    View::Builder builder(store.ontology());
    builder.reserve(met.order.size(), met.links.size());
    std::size_t found = 0;
    store.for_each_entity_of(met.order, [&](const Entity& entity) {
        builder.add_node(node_of(entity));
        ++found;
    });
    if (found != met.order.size()) {
        throw StoreError(store.path().string() +
                         ": an edge leads to an entity that is not there (jokbo check tells more)");
    }
    for (const Link& link : met.links) {
        builder.add_edge(edge_of(link, met.number(link.subject), met.number(link.object)));
    }
    return std::move(builder).build(std::make_shared<StoreDetails>(store, filter));
}

View read_around(const Store& store, const Selection& selection) {
    Met met;
    for (const EntityId id : selection.around) {
        met.add(id, 0);
    }
    for (std::size_t next = 0; next < met.order.size(); ++next) {
        const EntityId at = met.order[next];
        const std::uint32_t hops = met.hops[next];
        if (hops >= selection.depth) {
            break; // all that follow are as far
        }
        store.for_each_link_of(at, Store::Direction::out, selection.filter,
                               [&](const Link& link) { met.add(link.object, hops + 1); });
        store.for_each_link_of(at, Store::Direction::in, selection.filter,
                               [&](const Link& link) { met.add(link.subject, hops + 1); });
    }
    for (const EntityId id : met.order) {
        store.for_each_link_of(id, Store::Direction::out, selection.filter, [&](const Link& link) {
            if (met.has(link.object)) {
                met.links.push_back(link);
            }
        });
    }
    return build(store, met, selection.filter);
}

} // namespace

View read_view(const Store& store, const Selection& selection) {
    const auto snapshot = store.snapshot();
    return selection.around.empty() ? read_all(store, selection.filter) : read_around(store, selection);
}

View read_lineage(const Store& store, EntityId start, const LineageQuestion& question, const std::string& as_of) {
    return read_lineage(store, std::vector{start}, question, as_of);
}

View read_lineage(const Store& store, const std::vector<EntityId>& starts, const LineageQuestion& question,
                  const std::string& as_of) {
    const auto snapshot = store.snapshot();
    QueryFilter filter;
    filter.as_of = as_of;
    filter.relations = question.relations.empty() ? lineage_relations(store.ontology()) : question.relations;
    filter.min_confidence = question.min_confidence;
    const bool up = question.direction == LineageDirection::upstream;
    Met met;
    for (const EntityId start : starts) {
        met.add(start, 0);
    }
    // Entities that only an edge of `shown` leads to are not walked from, nor are those at the end of the depth.
    IdQueue walk;
    std::vector<bool> walked;
    const auto go_on = [&](EntityId id) {
        const std::uint32_t number = met.number(id).value;
        walked.resize(met.order.size());
        if (!walked[number] && met.hops[number] < question.depth) {
            walked[number] = true;
            walk.ids.push_back(id);
        }
    };
    std::ranges::for_each(met.order, go_on);
    LinkWalk links(store, up ? Store::Direction::out : Store::Direction::in, filter);
    links.run(walk, [&](const Link& link) {
        const bool through = question.walked.has(link.status);
        if (!through && !question.shown.has(link.status)) {
            return;
        }
        met.links.push_back(link);
        const EntityId to = up ? link.object : link.subject;
        met.add(to, met.hops[met.number(walk.ids[walk.at]).value] + 1);
        if (through) {
            go_on(to);
        }
    });
    return build(store, met, filter);
}

} // namespace jokbo

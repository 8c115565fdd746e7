#include "graph/comparing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace jokbo {

namespace {

using End = Comparison::Aspect::End;

/// The best edge to every other end: the least weak, then the best believed, then the first.
using Others = std::map<NodeId, EdgeId>;

struct Sides {
    Others a;
    Others b;
};

void keep_best(const View& view, Others& others, NodeId other, EdgeId id) {
    const auto [known, is_new] = others.emplace(other, id);
    if (!is_new) {
        const View::Edge before = view.edge(known->second);
        const View::Edge now = view.edge(id);
        if (std::pair(weakness(now.status), -now.confidence) < std::pair(weakness(before.status), -before.confidence)) {
            known->second = id;
        }
    }
}

} // namespace

Comparison compare(const View& view, NodeId a, NodeId b, const EdgeFilter& filter) {
    Comparison comparison;
    std::map<std::pair<PredicateId, End>, Sides> found;
    const auto gather = [&](NodeId node, NodeId rival, Others Sides::*side) {
        const auto look = [&](EdgeId id, End end) {
            const View::Edge edge = view.edge(id);
            const NodeId other = end == End::subject ? edge.object : edge.subject;
            if (!filter.admits(edge) || other == node) {
                return;
            }
            if (other == rival) {
                comparison.between.push_back(id);
                return;
            }
            const bool symmetric = view.ontology().predicate(edge.predicate).symmetry == Predicate::Symmetry::symmetric;
            keep_best(view, found[{edge.predicate, symmetric ? End::subject : end}].*side, other, id);
        };
        for (const EdgeId id : view.out(node)) {
            look(id, End::subject);
        }
        for (const EdgeId id : view.in(node)) {
            look(id, End::object);
        }
    };
    gather(a, b, &Sides::a);
    gather(b, a, &Sides::b);
    std::ranges::sort(comparison.between);
    comparison.between.erase(std::unique(comparison.between.begin(), comparison.between.end()),
                             comparison.between.end());
    for (const auto& [key, sides] : found) {
        Comparison::Aspect aspect{key.first, key.second, {}, {}, {}};
        for (const auto& [other, edge] : sides.a) {
            const auto same = sides.b.find(other);
            if (same != sides.b.end()) {
                aspect.shared.emplace_back(edge, same->second);
            } else {
                aspect.only_a.push_back(edge);
            }
        }
        for (const auto& [other, edge] : sides.b) {
            if (!sides.a.contains(other)) {
                aspect.only_b.push_back(edge);
            }
        }
        comparison.aspects.push_back(std::move(aspect));
    }
    std::map<PredicateId, Comparison::Values> values;
    const auto note = [&](NodeId node, std::vector<Attribute> Comparison::Values::*side) {
        for (Attribute& attribute : view.attributes(node)) {
            auto& both = values[attribute.predicate];
            both.attribute = attribute.predicate;
            (both.*side).push_back(std::move(attribute));
        }
    };
    note(a, &Comparison::Values::a);
    note(b, &Comparison::Values::b);
    for (auto& [attribute, both] : values) {
        comparison.values.push_back(std::move(both));
    }
    return comparison;
}

} // namespace jokbo

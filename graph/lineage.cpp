#include "graph/lineage.hpp"

#include "graph/knots.hpp"

#include <algorithm>

namespace jokbo {

Lineage trace_lineage(const View& view, NodeId start, const LineageQuestion& question) {
    const bool up = question.direction == LineageDirection::upstream;
    WalkRules rules;
    for (const PredicateId relation :
         question.relations.empty() ? lineage_relations(view.ontology()) : question.relations) {
        up ? rules.set_along(relation, WalkRules::Step::on) : rules.set_against(relation, WalkRules::Step::on);
    }
    Trace traced = trace(view, start, rules, question);
    for (Reached& reached : traced.reached) {
        reached.stated = stated_of(view, reached.path, question.direction);
    }
    return {start, question.direction, std::move(traced.reached), std::move(traced.edges),
            find_knots(view, traced.walked)};
}

Reached::Stated stated_of(const View& view, const std::vector<EdgeId>& path, LineageDirection direction) {
    const auto version_of = view.ontology().find_predicate("version_of");
    if (!version_of) {
        return Reached::Stated::of_itself;
    }
    bool version = false;
    const auto inherits = [&](EdgeId id) {
        const bool is_version = view.edge(id).predicate == *version_of;
        if (version && !is_version) {
            return true;
        }
        version = version || is_version;
        return false;
    };
    const bool inherited = direction == LineageDirection::upstream ? std::any_of(path.begin(), path.end(), inherits)
                                                                   : std::any_of(path.rbegin(), path.rend(), inherits);
    return inherited ? Reached::Stated::of_its_family : Reached::Stated::of_itself;
}

} // namespace jokbo

#include "graph/lineage.hpp"

#include "graph/knots.hpp"

#include <algorithm>

namespace jokbo {

namespace {

/// Of every step, whether on the way up to it a version takes over what its family states: seen from what depends, an edge to
/// a family comes before one that is none.
std::vector<Reached::Stated> stated_of(const View& view, const Path::Steps& steps, LineageDirection direction) {
    std::vector<Reached::Stated> stated(steps.size(), Reached::Stated::of_itself);
    const auto version_of = view.ontology().find_predicate("version_of");
    if (!version_of) {
        return stated;
    }
    const bool up = direction == LineageDirection::upstream;
    std::vector<bool> opened(steps.size()); // whether what must come first was met
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const bool first = steps[at].before == at;
        const bool opens = (view.edge(steps[at].edge).predicate == *version_of) == up;
        const bool open = !first && opened[steps[at].before];
        const bool before = !first && stated[steps[at].before] == Reached::Stated::of_its_family;
        opened[at] = open || opens;
        stated[at] = before || (open && !opens) ? Reached::Stated::of_its_family : Reached::Stated::of_itself;
    }
    return stated;
}

} // namespace

Lineage trace_lineage(const View& view, NodeId start, const LineageQuestion& question) {
    const bool up = question.direction == LineageDirection::upstream;
    WalkRules rules;
    for (const PredicateId relation :
         question.relations.empty() ? lineage_relations(view.ontology()) : question.relations) {
        up ? rules.set_along(relation, WalkRules::Step::on) : rules.set_against(relation, WalkRules::Step::on);
    }
    Trace traced = trace(view, start, rules, question);
    const auto stated = stated_of(view, *traced.steps, question.direction);
    for (Reached& reached : traced.reached) {
        reached.stated = stated[reached.path.last_step()];
    }
    return {start, question.direction, std::move(traced.reached), std::move(traced.edges),
            find_knots(view, traced.walked)};
}

} // namespace jokbo

#include "graph/impact.hpp"

#include "schema/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jokbo {

namespace {

constexpr std::array names = {
    std::pair(Change::any, std::string_view("any")),
    std::pair(Change::licence, std::string_view("licence")),
    std::pair(Change::withdrawn, std::string_view("withdrawn")),
    std::pair(Change::sanctioned, std::string_view("sanctioned")),
    std::pair(Change::acquired, std::string_view("acquired")),
};

std::vector<EdgeId> substitutes(const View& view, const Reached& reached, const std::vector<bool>& hit,
                                const ImpactRules& rules, const WalkLimits& limits) {
    const View::Edge last = view.edge(reached.path.back());
    if (std::ranges::find(rules.replaceable, last.predicate) == rules.replaceable.end()) {
        return {};
    }
    const bool as_subject = last.subject == reached.node;
    std::vector<EdgeId> found;
    const auto look = [&](EdgeId id) {
        const View::Edge edge = view.edge(id);
        const NodeId other = as_subject ? edge.object : edge.subject;
        if (edge.predicate == last.predicate && edge.status == Status::asserted && !hit[other.value] &&
            static_cast<double>(edge.confidence) >= limits.min_confidence) {
            found.push_back(id);
        }
    };
    std::ranges::for_each(as_subject ? view.out(reached.node) : view.in(reached.node), look);
    return found;
}

} // namespace

std::string_view name_of(Change change) {
    return std::ranges::find(names, change, &std::pair<Change, std::string_view>::first)->second;
}

std::optional<Change> change_named(std::string_view name) {
    const auto found = std::ranges::find(names, name, &std::pair<Change, std::string_view>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

ImpactRules impact_rules(const Pack& pack, const Ontology& ontology, Change change) {
    ImpactRules rules;
    for (const Row& row : read_table(pack.file("graph/impact.tsv"), {"relation", "from", "then", "else", "if"})) {
        const auto relation = ontology.find_predicate(row[0]);
        if (!relation || ontology.predicate(*relation).kind != Predicate::Kind::relation) {
            throw row.error(0, "there is no such relation");
        }
        if (row[1] != "subject" && row[1] != "object") {
            throw row.error(1, "expected subject or object");
        }
        if (row[2] != "on" && row[2] != "end") {
            throw row.error(2, "expected on or end");
        }
        if (!row[3].empty() && row[3] != "swap") {
            throw row.error(3, "expected swap or nothing");
        }
        bool holds = change == Change::any;
        for (const std::string_view word : split(row[4], '|')) {
            const auto named = change_named(word);
            if (!named || *named == Change::any) {
                throw row.error(4, "expected licence, withdrawn, sanctioned or acquired");
            }
            holds = holds || *named == change;
        }
        if (holds) {
            const auto step = row[2] == "on" ? WalkRules::Step::on : WalkRules::Step::end;
            row[1] == "subject" ? rules.walk.set_along(*relation, step) : rules.walk.set_against(*relation, step);
            if (row[3] == "swap") {
                rules.replaceable.push_back(*relation);
            }
        }
    }
    return rules;
}

std::vector<Hit> assess_impact(const View& view, NodeId start, const ImpactRules& rules, const WalkLimits& limits) {
    return assess_impact_of_all(view, std::vector{start}, rules, limits);
}

std::vector<Hit> assess_impact_of_all(const View& view, const std::vector<NodeId>& starts, const ImpactRules& rules,
                                      const WalkLimits& limits) {
    Trace traced = trace_all(view, starts, rules.walk, limits);
    std::vector<bool> hit(view.node_count());
    for (const NodeId start : starts) {
        hit[start.value] = true;
    }
    for (const Reached& reached : traced.reached) {
        hit[reached.node.value] = true;
    }
    const FamilyStatements makers(view, view.ontology().predicate_named("developed_by"));
    std::vector<Hit> hits;
    hits.reserve(traced.reached.size());
    for (Reached& reached : traced.reached) {
        Hit next{std::move(reached), {}, {}};
        next.makers = makers.of(next.reached.node);
        next.substitutes = substitutes(view, next.reached, hit, rules, limits);
        hits.push_back(std::move(next));
    }
    return hits;
}

} // namespace jokbo

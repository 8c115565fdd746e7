#include "graph/impact.hpp"

#include "graph/reachability.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"
#include "tests/graph/random_graph.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

using Lines = std::vector<std::string>;
using Step = WalkRules::Step;

Lines hits(const View& view, std::string_view name, Change change) {
    Lines lines;
    const auto rules = impact_rules(Pack::embedded(), view.ontology(), change);
    for (const Hit& hit : assess_impact(view, node_named(view, name), rules, {})) {
        std::string line = std::string(view.node(hit.reached.node).name) + " " + std::to_string(hit.reached.hops());
        for (const NodeId maker : hit.makers) {
            line += " by " + std::string(view.node(maker).name);
        }
        for (const EdgeId edge : hit.substitutes) {
            line += " or " + std::string(view.node(view.edge(edge).object).name);
        }
        lines.push_back(line);
    }
    return lines;
}

View little_world() {
    LittleGraph graph;
    for (const auto* name : {"Alibaba", "SKT", "Customer", "Parent"}) {
        graph.entity("Organization", name);
    }
    graph.entity("Product", "A.");
    graph.entity("Person", "Kim");
    graph.edge("Qwen", "developed_by", "Alibaba");
    graph.edge("A.X 4.0", "based_on", "Qwen");
    graph.edge("A.X 4.0", "developed_by", "SKT");
    graph.edge("A.X 4.0 Light", "version_of", "A.X 4.0");
    graph.edge("A.", "uses", "A.X 4.0");
    graph.edge("A.", "uses", "GPT-4o");
    graph.edge("SKT's other", "developed_by", "SKT");
    graph.edge("SKT", "supplies", "Customer");
    graph.edge("Kim", "works_for", "SKT");
    return graph.view();
}

} // namespace

TEST_CASE("impact follows dependencies, names the makers and tells substitutes", "[impact]") {
    const View view = little_world();
    // SKT is hit through its model, but that does not take its other model along.
    CHECK(hits(view, "Qwen", Change::licence) ==
          Lines{"A.X 4.0 1 by SKT", "Alibaba 1", "A. 2 or GPT-4o", "A.X 4.0 Light 2 by SKT", "SKT 2"});
    CHECK(hits(view, "GPT-4o", Change::withdrawn) == Lines{"A. 1 or A.X 4.0"});
}

TEST_CASE("what is hit depends on what happens", "[impact]") {
    const View view = little_world();
    CHECK(hits(view, "SKT", Change::licence) ==
          Lines{"A.X 4.0 1 by SKT", "SKT's other 1 by SKT", "A. 2 or GPT-4o", "A.X 4.0 Light 2 by SKT"});
    CHECK(hits(view, "SKT", Change::sanctioned) == Lines{"A.X 4.0 1 by SKT", "Customer 1", "Kim 1",
                                                         "SKT's other 1 by SKT", "A. 2 or GPT-4o",
                                                         "A.X 4.0 Light 2 by SKT"});
}

TEST_CASE("several that change at once hit what each of them hits, by the nearest", "[impact]") {
    const View view = little_world();
    const std::vector starts{node_named(view, "Qwen"), node_named(view, "SKT")};
    const auto rules = impact_rules(Pack::embedded(), view.ontology(), Change::sanctioned);
    std::map<std::string, std::size_t> hops;
    for (const Hit& hit : assess_impact_of_all(view, starts, rules, {})) {
        hops.emplace(view.node(hit.reached.node).name, hit.reached.hops());
    }
    CHECK(hops == std::map<std::string, std::size_t>{{"Alibaba", 1},
                                                     {"A.X 4.0", 1},
                                                     {"A.X 4.0 Light", 2},
                                                     {"A.", 2},
                                                     {"Customer", 1},
                                                     {"Kim", 1},
                                                     {"SKT's other", 1}});
}

TEST_CASE("a version is offered by the makers of its family", "[impact]") {
    LittleGraph graph;
    graph.entity("Organization", "Maker");
    graph.edge("v1 small", "version_of", "v1");
    graph.edge("v1", "version_of", "v");
    graph.edge("v", "developed_by", "Maker");
    const View view = graph.view();
    const auto developed_by = view.ontology().predicate_named("developed_by");
    CHECK(stated_of_family(view, node_named(view, "v1 small"), developed_by) == std::vector{node_named(view, "Maker")});
    CHECK(with_families(view, node_named(view, "v1 small")) ==
          std::vector{node_named(view, "v1 small"), node_named(view, "v1"), node_named(view, "v")});
}

TEST_CASE("a table of impacts that does not hold together is refused at its place", "[impact]") {
    for (const auto* row : {"based_in\tobject\ton\t\tlicence", "based_on\tmiddle\ton\t\tlicence",
                            "based_on\tobject\toff\t\tlicence", "based_on\tobject\ton\tmaybe\tlicence",
                            "based_on\tobject\ton\t\tstolen", "parameters\tsubject\ton\t\tlicence"}) {
        Pack pack = Pack::embedded();
        pack.add({"graph/impact.tsv", std::string("relation\tfrom\tthen\telse\tif\n") + row + "\n", "mine.tsv"});
        CHECK_THROWS_AS(impact_rules(pack, embedded_ontology(), Change::any), DataError);
    }
}

TEST_CASE("with everything asserted and going on, impact is the transitive closure", "[impact][property]") {
    Random random(23);
    const RandomGraph shape{.nodes = 30, .edges = 55, .relations = {"based_on", "version_of", "uses"}};
    const auto rules = impact_rules(Pack::embedded(), embedded_ontology(), Change::licence);
    for (int round = 0; round < 30; ++round) {
        const View view = random_view(random, shape);
        Reachability closure(view, {});
        for (std::uint32_t start = 0; start < view.node_count(); ++start) {
            std::set<NodeId> hit;
            for (const Hit& one : assess_impact(view, {start}, rules, {})) {
                hit.insert(one.reached.node);
            }
            const auto expected = closure.from({start}, LineageDirection::downstream);
            REQUIRE(hit == std::set<NodeId>(expected.begin(), expected.end()));
        }
    }
}

namespace {

/// Standing, hops, how much the weakest edge is doubted.
using Rank = std::tuple<int, std::size_t, float>;

void every_way(const View& view, const WalkRules& rules, const WalkLimits& limits, NodeId node, Rank so_far,
               std::set<NodeId>& on_the_way, std::map<NodeId, Rank>& best) {
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        for (const bool along : {true, false}) {
            const NodeId to = along ? edge.object : edge.subject;
            const Step step = along ? rules.along(edge.predicate) : rules.against(edge.predicate);
            const bool walked = limits.walked.has(edge.status);
            if ((along ? edge.subject : edge.object) != node || on_the_way.contains(to) || step == Step::no ||
                std::get<1>(so_far) == limits.depth || (!walked && !limits.shown.has(edge.status))) {
                continue;
            }
            const Rank rank{std::max(std::get<0>(so_far), weakness(edge.status)), std::get<1>(so_far) + 1,
                            std::max(std::get<2>(so_far), 1.0F - edge.confidence)};
            const auto found = best.find(to);
            if (found == best.end() || rank < found->second) {
                best[to] = rank;
            }
            if (walked && step == Step::on) {
                on_the_way.insert(to);
                every_way(view, rules, limits, to, rank, on_the_way, best);
                on_the_way.erase(to);
            }
        }
    }
}

} // namespace

TEST_CASE("walks by rules agree with trying every way on random graphs", "[tracing][oracle]") {
    Random random(29);
    const RandomGraph shape{
        .nodes = 7,
        .edges = 13,
        .relations = {"based_on", "uses", "version_of", "compared_with"},
        .statuses = {Status::asserted, Status::asserted, Status::planned, Status::alleged, Status::denied}};
    const std::vector<Step> steps = {Step::no, Step::end, Step::on, Step::on};
    for (int round = 0; round < 300; ++round) {
        const View view = random_view(random, shape);
        WalkRules rules;
        for (const auto& relation : shape.relations) {
            rules.set_along(view.ontology().predicate_named(relation), random.pick(steps));
            rules.set_against(view.ontology().predicate_named(relation), random.pick(steps));
        }
        WalkLimits limits;
        limits.depth = 1 + random.below(6);
        Tracer tracer(view);
        for (std::uint32_t start = 0; start < view.node_count(); ++start) {
            std::map<NodeId, Rank> expected;
            std::set<NodeId> on_the_way{{start}};
            every_way(view, rules, limits, {start}, {0, 0, 0.0F}, on_the_way, expected);
            std::map<NodeId, Rank> found;
            for (const Reached& reached : tracer.trace({NodeId{start}}, rules, limits).reached) {
                found[reached.node] = {weakness(reached.standing), reached.hops(), 1.0F - reached.weakest};
                NodeId at = reached.start;
                for (const EdgeId id : reached.path.edges()) {
                    const View::Edge edge = view.edge(id);
                    REQUIRE((edge.subject == at || edge.object == at));
                    at = edge.subject == at ? edge.object : edge.subject;
                }
                REQUIRE(reached.start == NodeId{start});
                REQUIRE(at == reached.node);
                REQUIRE(reached.path.edges().size() == reached.hops());
                REQUIRE(reached.path.last(1) == std::vector{reached.path.edges().back()});
            }
            REQUIRE(found == expected);
        }
    }
}

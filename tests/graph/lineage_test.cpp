#include "graph/lineage.hpp"

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

/// `Qwen 2.5: 1 hop, asserted`, with `of its family` where it is inherited.
Lines lines(const View& view, const Lineage& lineage) {
    Lines all;
    for (const Reached& reached : lineage.reached) {
        std::string line = std::string(view.node(reached.node).name) + " " + std::to_string(reached.hops()) + " " +
                           std::string(name_of(reached.standing));
        if (reached.stated == Reached::Stated::of_its_family) {
            line += " of its family";
        }
        all.push_back(line);
    }
    return all;
}

Lines upstream(const View& view, std::string_view name, LineageQuestion question = {}) {
    return lines(view, trace_lineage(view, node_named(view, name), question));
}

Lines downstream(const View& view, std::string_view name) {
    LineageQuestion question;
    question.direction = LineageDirection::downstream;
    return lines(view, trace_lineage(view, node_named(view, name), question));
}

} // namespace

TEST_CASE("upstream walks lineage relations over any number of hops and no others", "[lineage]") {
    LittleGraph graph;
    graph.entity("Organization", "Alibaba");
    graph.entity("Licence", "Apache 2.0");
    graph.edge("A.X 4.0", "based_on", "Qwen 2.5");
    graph.edge("Qwen 2.5", "version_of", "Qwen");
    graph.edge("Qwen 2.5", "licensed_under", "Apache 2.0");
    graph.edge("Qwen 2.5", "developed_by", "Alibaba");
    graph.edge("A.X 4.0", "compared_with", "GPT-4o");
    const View view = graph.view();
    CHECK(upstream(view, "A.X 4.0") == Lines{"Qwen 2.5 1 asserted", "Apache 2.0 2 asserted", "Qwen 2 asserted"});
    CHECK(downstream(view, "Qwen") == Lines{"Qwen 2.5 1 asserted", "A.X 4.0 2 asserted"});
    CHECK(upstream(view, "Qwen").empty());
}

TEST_CASE("what is not asserted never passes for a fact", "[lineage][status][honest]") {
    LittleGraph graph;
    graph.edge("M", "based_on", "rumoured", Status::alleged);
    graph.edge("rumoured", "based_on", "behind the rumour");
    graph.edge("M", "based_on", "denied", Status::denied);
    graph.edge("denied", "based_on", "behind the denial");
    graph.edge("M", "based_on", "left", Status::ended);
    graph.edge("left", "based_on", "behind the left");
    const View view = graph.view();
    CHECK(upstream(view, "M") ==
          Lines{"rumoured 1 alleged", "left 1 ended", "denied 1 denied", "behind the rumour 2 alleged"});
    LineageQuestion facts;
    facts.walked = {Status::asserted};
    facts.shown = {};
    CHECK(upstream(view, "M", facts).empty());
    LineageQuestion history;
    history.walked = {Status::asserted, Status::ended};
    history.shown = {};
    CHECK(upstream(view, "M", history) == Lines{"left 1 ended", "behind the left 2 ended"});
}

TEST_CASE("an asserted way round counts for more than a shorter rumour", "[lineage][status]") {
    LittleGraph graph;
    graph.edge("M", "based_on", "base", Status::alleged);
    graph.edge("M", "based_on", "between");
    graph.edge("between", "based_on", "base");
    const View view = graph.view();
    CHECK(upstream(view, "M") == Lines{"between 1 asserted", "base 2 asserted"});
}

TEST_CASE("a version inherits what its family states, and it is said so", "[lineage]") {
    LittleGraph graph;
    graph.edge("A.X 4.0 Light", "version_of", "A.X 4.0");
    graph.edge("A.X 4.0", "version_of", "A.X");
    graph.edge("A.X", "based_on", "base of the family");
    graph.edge("A.X 4.0 Light", "based_on", "its own base");
    const View view = graph.view();
    CHECK(upstream(view, "A.X 4.0 Light") == Lines{"A.X 4.0 1 asserted", "its own base 1 asserted", "A.X 2 asserted",
                                                   "base of the family 3 asserted of its family"});
    CHECK(downstream(view, "base of the family") ==
          Lines{"A.X 1 asserted", "A.X 4.0 2 asserted of its family", "A.X 4.0 Light 3 asserted of its family"});
    CHECK(downstream(view, "its own base") == Lines{"A.X 4.0 Light 1 asserted"});
}

TEST_CASE("cycles are reported, not looped", "[lineage]") {
    LittleGraph graph;
    graph.edge("a", "based_on", "b");
    graph.edge("b", "based_on", "c");
    graph.edge("c", "based_on", "b");
    graph.edge("d", "uses", "d");
    graph.edge("c", "uses", "d");
    const View view = graph.view();
    const Lineage lineage = trace_lineage(view, node_named(view, "a"), {});
    CHECK(lines(view, lineage) == Lines{"b 1 asserted", "c 2 asserted", "d 3 asserted"});
    REQUIRE(lineage.cycles.size() == 2);
    CHECK(lineage.cycles[0].size() == 2);
    CHECK(view.edge(lineage.cycles[0][0]).subject == node_named(view, "b"));
    CHECK(view.edge(lineage.cycles[0][1]).object == node_named(view, "b"));
    CHECK(lineage.cycles[1].size() == 1);
}

TEST_CASE("depth and confidence bound a lineage", "[lineage]") {
    LittleGraph graph;
    graph.edge("a", "based_on", "b", Status::asserted, 0.9);
    graph.edge("b", "based_on", "c", Status::asserted, 0.5);
    graph.edge("c", "based_on", "d", Status::asserted, 0.9);
    const View view = graph.view();
    LineageQuestion shallow;
    shallow.depth = 1;
    CHECK(upstream(view, "a", shallow) == Lines{"b 1 asserted"});
    LineageQuestion sure;
    sure.min_confidence = 0.6;
    CHECK(upstream(view, "a", sure) == Lines{"b 1 asserted"});
    const Lineage lineage = trace_lineage(view, node_named(view, "a"), {});
    CHECK(lineage.reached.back().weakest == 0.5F);
    LineageQuestion nowhere;
    nowhere.depth = 0;
    CHECK(upstream(view, "a", nowhere).empty());
}

namespace {

/// Standing, hops, how much the weakest edge is doubted: the less, the better.
using Rank = std::tuple<int, std::size_t, float>;

/// All ways, one by one.
void every_way(const View& view, const LineageQuestion& question, NodeId node, Rank so_far,
               std::set<NodeId>& on_the_way, std::map<NodeId, Rank>& best) {
    const bool up = question.direction == LineageDirection::upstream;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        const NodeId to = up ? edge.object : edge.subject;
        if ((up ? edge.subject : edge.object) != node || on_the_way.contains(to)) {
            continue;
        }
        const Rank rank{std::max(std::get<0>(so_far), weakness(edge.status)), std::get<1>(so_far) + 1,
                        std::max(std::get<2>(so_far), 1.0F - edge.confidence)};
        if (question.walked.has(edge.status) || question.shown.has(edge.status)) {
            const auto found = best.find(to);
            if (found == best.end() || rank < found->second) {
                best[to] = rank;
            }
        }
        if (question.walked.has(edge.status)) {
            on_the_way.insert(to);
            every_way(view, question, to, rank, on_the_way, best);
            on_the_way.erase(to);
        }
    }
}

/// Whether, seen from what depends, an edge to a family comes before one that is none.
bool takes_over(const View& view, const Reached& reached, const LineageQuestion& question) {
    std::vector<EdgeId> way = reached.path.edges();
    if (question.direction == LineageDirection::downstream) {
        std::ranges::reverse(way);
    }
    const auto is_version = [&](EdgeId id) {
        return view.edge(id).predicate == view.ontology().predicate_named("version_of");
    };
    const auto family = std::ranges::find_if(way, is_version);
    return std::any_of(family, way.end(), [&](EdgeId id) { return !is_version(id); });
}

std::map<NodeId, Rank> by_brute_force(const View& view, NodeId start, const LineageQuestion& question) {
    std::map<NodeId, Rank> best;
    std::set<NodeId> on_the_way{start};
    every_way(view, question, start, {0, 0, 0.0F}, on_the_way, best);
    return best;
}

} // namespace

TEST_CASE("lineages agree with trying every way on random graphs", "[lineage][oracle]") {
    Random random(2);
    const RandomGraph shape{.nodes = 7,
                            .edges = 13,
                            .statuses = {Status::asserted, Status::asserted, Status::planned, Status::alleged,
                                         Status::ended, Status::denied}};
    for (int round = 0; round < 400; ++round) {
        const View view = random_view(random, shape);
        LineageQuestion question;
        question.direction = round % 2 == 0 ? LineageDirection::upstream : LineageDirection::downstream;
        for (std::uint32_t start = 0; start < view.node_count(); ++start) {
            const Lineage lineage = trace_lineage(view, {start}, question);
            std::map<NodeId, Rank> found;
            for (const Reached& reached : lineage.reached) {
                found[reached.node] = {weakness(reached.standing), reached.hops(), 1.0F - reached.weakest};
                NodeId at{start};
                int worst = 0;
                for (const EdgeId id : reached.path.edges()) {
                    const View::Edge edge = view.edge(id);
                    const bool up = question.direction == LineageDirection::upstream;
                    REQUIRE((up ? edge.subject : edge.object) == at);
                    at = up ? edge.object : edge.subject;
                    worst = std::max(worst, weakness(edge.status));
                }
                REQUIRE(at == reached.node);
                REQUIRE(worst == weakness(reached.standing));
                REQUIRE((reached.stated == Reached::Stated::of_its_family) == takes_over(view, reached, question));
            }
            REQUIRE(found == by_brute_force(view, {start}, question));
        }
    }
}

TEST_CASE("a chain of a hundred thousand takes no more room than its links", "[lineage]") {
    LittleGraph graph;
    constexpr int length = 100000;
    for (int i = 0; i < length; ++i) {
        graph.edge(std::to_string(i), i % 2 == 0 ? "version_of" : "based_on", std::to_string(i + 1));
    }
    const View view = graph.view();
    const Lineage lineage = trace_lineage(view, node_named(view, "0"), {});
    REQUIRE(lineage.reached.size() == length);
    CHECK(lineage.reached.back().hops() == length);
    CHECK(lineage.reached.back().path.edges().size() == length);
    CHECK(lineage.reached.back().stated == Reached::Stated::of_its_family);
}

TEST_CASE("upstream and downstream are inverses", "[lineage][property]") {
    Random random(3);
    const RandomGraph shape{.nodes = 40, .edges = 90, .statuses = {Status::asserted, Status::planned, Status::alleged}};
    for (int round = 0; round < 20; ++round) {
        const View view = random_view(random, shape);
        std::set<std::tuple<NodeId, NodeId, Status>> up;
        std::set<std::tuple<NodeId, NodeId, Status>> down;
        for (std::uint32_t start = 0; start < view.node_count(); ++start) {
            for (const Reached& reached : trace_lineage(view, {start}, {}).reached) {
                up.emplace(NodeId{start}, reached.node, reached.standing);
            }
            LineageQuestion question;
            question.direction = LineageDirection::downstream;
            for (const Reached& reached : trace_lineage(view, {start}, question).reached) {
                down.emplace(reached.node, NodeId{start}, reached.standing);
            }
        }
        REQUIRE(up == down);
    }
}

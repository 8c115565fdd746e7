#include "graph/communities.hpp"

#include "graph/comparing.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"
#include "tests/graph/random_graph.hpp"

#include <cmath>
#include <map>
#include <set>

using namespace jokbo;
using namespace jokbo::tests;

TEST_CASE("two circles with one thread between them are two communities", "[communities]") {
    LittleGraph graph;
    for (const char side : {'a', 'b'}) {
        for (int i = 0; i < 5; ++i) {
            for (int j = i + 1; j < 5; ++j) {
                graph.edge(std::string(1, side) + std::to_string(i), "compared_with",
                           std::string(1, side) + std::to_string(j));
            }
        }
    }
    graph.edge("a0", "compared_with", "b0");
    graph.entity("Model", "alone");
    const View view = graph.view();
    const Communities communities = find_communities(view, {});
    REQUIRE(communities.groups.size() == 2);
    CHECK(communities.groups[0].size() == 5);
    CHECK(communities.groups[0].front() == node_named(view, "a0"));
    // 20 of 21 edges within, each group with half of all ends.
    CHECK(communities.modularity == Approx(20.0 / 21 - 0.5));
}

TEST_CASE("modularity is what its definition says, and groups part the connected entities", "[communities][oracle]") {
    Random random(31);
    const RandomGraph shape{.nodes = 24, .edges = 40};
    for (int round = 0; round < 40; ++round) {
        const View view = random_view(random, shape);
        std::map<std::pair<NodeId, NodeId>, double> weights;
        std::map<NodeId, double> degrees;
        double total = 0;
        for (const EdgeId id : view.edges()) {
            const View::Edge edge = view.edge(id);
            if (edge.subject != edge.object) {
                auto& weight = weights[std::minmax(edge.subject, edge.object)];
                weight = std::max(weight, std::round(static_cast<double>(edge.confidence) * 10000));
            }
        }
        for (const auto& [ends, weight] : weights) {
            degrees[ends.first] += weight;
            degrees[ends.second] += weight;
            total += weight;
        }
        const Communities communities = find_communities(view, {});
        std::map<NodeId, std::size_t> group;
        for (std::size_t i = 0; i < communities.groups.size(); ++i) {
            for (const NodeId node : communities.groups[i]) {
                REQUIRE(group.emplace(node, i).second);
            }
        }
        REQUIRE(group.size() == degrees.size());
        double modularity = 0;
        for (const auto& [ends, weight] : weights) {
            modularity += group.at(ends.first) == group.at(ends.second) ? weight / total : 0;
        }
        for (const auto& members : communities.groups) {
            double ends = 0;
            for (const NodeId node : members) {
                ends += degrees.at(node);
            }
            modularity -= std::pow(ends / (2 * total), 2);
        }
        REQUIRE(communities.modularity == Approx(modularity).margin(1e-9));
        REQUIRE(communities.modularity > 0);
    }
}

TEST_CASE("a comparison tells what is shared from what is not", "[comparing]") {
    LittleGraph graph;
    for (const auto* name : {"SKT", "KT", "Microsoft", "Anthropic", "Palantir"}) {
        graph.entity("Organization", name);
    }
    graph.edge("SKT", "partners_with", "Anthropic");
    graph.edge("KT", "partners_with", "Microsoft", Status::planned);
    graph.edge("Microsoft", "partners_with", "KT", Status::asserted, 0.5);
    graph.edge("Microsoft", "partners_with", "SKT");
    graph.edge("KT", "partners_with", "Palantir");
    graph.edge("SKT", "competes_with", "KT");
    graph.edge("A.X", "developed_by", "SKT");
    graph.attribute("SKT", "revenue", Money{100, "KRW"});
    const View view = graph.view();
    const Comparison comparison = compare(view, node_named(view, "SKT"), node_named(view, "KT"), {});
    CHECK(comparison.between.size() == 1);
    REQUIRE(comparison.aspects.size() == 2);
    CHECK(comparison.aspects[0].end == Comparison::Aspect::End::object);
    CHECK(comparison.aspects[0].only_a.size() == 1);
    const auto& partners = comparison.aspects[1];
    REQUIRE(partners.shared.size() == 1);
    CHECK(view.edge(partners.shared[0].second).status == Status::asserted);
    CHECK(partners.only_a.size() == 1);
    CHECK(partners.only_b.size() == 1);
    REQUIRE(comparison.values.size() == 1);
    CHECK(comparison.values[0].a.size() == 1);
    CHECK(comparison.values[0].b.empty());
}

#include "graph/measures.hpp"

#include "graph/reachability.hpp"
#include "graph/simple_graph.hpp"
#include "schema/error.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace jokbo {

namespace {

using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Values = std::vector<double>;

constexpr std::array names = {std::pair(Measure::pagerank, std::string_view("pagerank")),
                              std::pair(Measure::betweenness, std::string_view("betweenness")),
                              std::pair(Measure::degree, std::string_view("degree")),
                              std::pair(Measure::downstream, std::string_view("downstream"))};

Graph boosted(const SimpleGraph& simple) {
    return {boost::edges_are_unsorted_multi_pass, simple.edges.begin(), simple.edges.end(), simple.nodes};
}

auto map_of(Values& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

Values pagerank(const SimpleGraph& simple) {
    const Graph graph = boosted(simple);
    Values ranks(simple.nodes);
    Values before(simple.nodes);
    Values scratch(simple.nodes);
    constexpr double damping = 0.85;
    constexpr int most_rounds = 200;
    int rounds = 0;
    const auto settled = [&](const auto& map, const Graph&) {
        double change = 0;
        double sum = 0;
        for (std::uint32_t node = 0; node < simple.nodes; ++node) {
            change += std::abs(get(map, node) - before[node]);
            sum += get(map, node);
            before[node] = get(map, node);
        }
        return rounds++ > 0 && (change <= 1e-12 * sum || rounds > most_rounds);
    };
    boost::graph::page_rank(graph, map_of(ranks, graph), settled, damping, simple.nodes, map_of(scratch, graph));
    // Boost lets the rank of nodes without objects seep away. As the equation is linear, spreading it over all nodes only
    // scales the solution.
    const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    std::ranges::for_each(ranks, [&](double& rank) { rank /= sum; });
    return ranks;
}

Values betweenness(const SimpleGraph& simple) {
    constexpr double most_steps = 5e9;
    if (static_cast<double>(simple.nodes) * static_cast<double>(simple.edges.size()) > most_steps) {
        throw UsageError(
            "betweenness looks at every pair of entities, and these are too many; narrow it down with --relation, "
            "--around or --min-confidence");
    }
    const Graph graph = boosted(simple);
    Values values(simple.nodes);
    boost::brandes_betweenness_centrality(graph, map_of(values, graph));
    const double nodes = simple.nodes;
    if (simple.nodes > 2) {
        std::ranges::for_each(values, [&](double& value) { value /= (nodes - 1) * (nodes - 2); });
    }
    return values;
}

Values degree(const SimpleGraph& simple) {
    Values values(simple.nodes);
    for (const auto& [a, b] : simple.undirected()) {
        ++values[a];
        ++values[b];
    }
    return values;
}

Values downstream(const View& view, const EdgeFilter& filter) {
    Reachability reachability(view, filter);
    Values values(view.node_count());
    for (std::uint32_t node = 0; node < values.size(); ++node) {
        values[node] = static_cast<double>(reachability.from({node}, LineageDirection::downstream).size());
    }
    return values;
}

Values values_of(const View& view, Measure measure, const EdgeFilter& filter) {
    if (view.node_count() == 0) {
        return {};
    }
    switch (measure) {
    case Measure::pagerank: return pagerank({view, filter});
    case Measure::betweenness: return betweenness({view, filter});
    case Measure::degree: return degree({view, filter});
    case Measure::downstream: return downstream(view, filter);
    }
    return {};
}

} // namespace

std::string_view name_of(Measure measure) {
    return std::ranges::find(names, measure, &std::pair<Measure, std::string_view>::first)->second;
}

std::optional<Measure> measure_named(std::string_view name) {
    const auto found = std::ranges::find(names, name, &std::pair<Measure, std::string_view>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

std::vector<Measured> measure(const View& view, Measure measure, const EdgeFilter& filter) {
    const Values values = values_of(view, measure, filter);
    std::vector<Measured> measured;
    measured.reserve(values.size());
    for (std::uint32_t node = 0; node < values.size(); ++node) {
        measured.push_back({{node}, values[node]});
    }
    std::ranges::stable_sort(measured, [](const Measured& a, const Measured& b) { return a.value > b.value; });
    return measured;
}

} // namespace jokbo

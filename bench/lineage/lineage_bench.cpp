// usage: lineage_bench gen DB NODES | lineage_bench run DB QUERIES | lineage_bench starts DB QUERIES
// Times are those of the processor, which a busy machine disturbs less than the clock.
// The graph: newer models rest on older ones, half of the targets copy an earlier target (so that few bases carry many), one
// edge in a thousand leads a little forward, which makes short cycles. About three edges a node, each with its statement.
#include "bench/lineage/bare.hpp"
#include "bench/measure.hpp"
#include "graph/chokepoints.hpp"
#include "graph/link_walk.hpp"
#include "graph/measures.hpp"
#include "graph/reachability.hpp"
#include "graph/view_reader.hpp"
#include "schema/error.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace jokbo;
using bench::Pair;

/// Letters only, so that no rule about versions looks at it.
std::string name_of_model(std::uint32_t number) {
    std::string name = "M";
    for (int i = 0; i < 5; ++i) {
        name += static_cast<char>('a' + number % 26);
        number /= 26;
    }
    return name;
}

std::vector<Pair> make_graph(std::uint32_t nodes) {
    bench::Random random(11);
    std::vector<Pair> edges;
    for (std::uint32_t node = 1; node < nodes; ++node) {
        for (std::size_t count = random.below(7); count > 0; --count) {
            auto to = static_cast<std::uint32_t>(random.below(node));
            if (!edges.empty() && random.below(2) == 0) {
                to = edges[random.below(edges.size())].second;
            }
            if (random.below(1000) == 0) {
                to = std::min(nodes - 1, node + 1 + static_cast<std::uint32_t>(random.below(50)));
            }
            if (to != node) {
                edges.emplace_back(node, to);
            }
        }
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

struct Knowledge {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    Lexicon lexicon;
};

void generate(const std::string& path, std::uint32_t nodes) {
    Knowledge known;
    const auto edges = make_graph(nodes);
    const TypeId model = known.ontology.type_named("Model");
    const PredicateId based_on = known.ontology.predicate_named("based_on");
    Store store = Store::open(path, Store::Mode::write, known.pack, known.ontology, known.lexicon);
    const double start = bench::now();
    constexpr std::size_t per_document = 200;
    constexpr std::size_t per_batch = 500;
    std::vector<ReadDocument> batch;
    for (std::size_t at = 0; at < edges.size(); at += per_document) {
        ReadDocument read;
        read.document.id = fmt::format("d{:07}", at / per_document);
        read.document.published = fmt::format("20{:02}-{:02}-{:02}", 20 + at % 6, 1 + at % 12, 1 + at % 28);
        for (std::size_t i = at; i < std::min(edges.size(), at + per_document); ++i) {
            const std::string subject = name_of_model(edges[i].first);
            const std::string object = name_of_model(edges[i].second);
            Statement statement;
            statement.document = read.document.id;
            statement.subject = {model, subject, {subject}, Naming::named};
            statement.predicate = based_on;
            statement.object = Mention{model, object, {object}, Naming::named};
            statement.confidence = 0.9;
            statement.evidence.quote = subject + " is based on " + object + ".";
            const auto begin = static_cast<std::uint32_t>(read.document.text.size());
            read.document.text += statement.evidence.quote + "\n";
            statement.evidence.span = {begin, begin + static_cast<std::uint32_t>(statement.evidence.quote.size())};
            read.statements.push_back(std::move(statement));
        }
        batch.push_back(std::move(read));
        if (batch.size() == per_batch) {
            store.add(batch);
            batch.clear();
        }
    }
    store.add(batch);
    store.fold();
    fmt::print("{} nodes, {} edges written in {:.1f} s\n", nodes, edges.size(), bench::now() - start);
}

struct Times {
    std::vector<double> milliseconds;
    double reached = 0;

    void print(const char* name, const char* direction) const {
        double sum = 0;
        for (const double one : milliseconds) {
            sum += one;
        }
        fmt::print("{:<22} {:<10} ms: median {:8.4f} p99 {:8.3f} sum {:10.2f}  reached {:.0f}\n", name, direction,
                   bench::quantile(milliseconds, 0.5), bench::quantile(milliseconds, 0.99), sum, reached);
        std::fflush(stdout);
    }
};

template <class Count>
Times ask(const std::vector<std::uint32_t>& starts, const Count& count) {
    Times times;
    for (const std::uint32_t start : starts) {
        const double before = bench::thread_seconds();
        times.reached += static_cast<double>(count(start));
        times.milliseconds.push_back((bench::thread_seconds() - before) * 1e3);
    }
    return times;
}

std::uint32_t highest_id(const Store& store) {
    std::uint32_t highest = 0;
    store.for_each_entity([&](const Entity& entity) { highest = std::max(highest, entity.id.value); });
    return highest;
}

/// The same for every program that takes part.
std::vector<std::uint32_t> random_starts(const Store& store, std::size_t queries) {
    const std::uint32_t highest = highest_id(store);
    bench::Random random(5);
    std::vector<std::uint32_t> starts;
    while (starts.size() < queries) {
        const auto id = static_cast<std::uint32_t>(1 + random.below(highest));
        if (store.entity({id})) {
            starts.push_back(id);
        }
    }
    return starts;
}

void run(const std::string& path, std::size_t queries) {
    Knowledge known;
    const Store store = Store::open(path, Store::Mode::read, known.pack, known.ontology, known.lexicon);
    const auto statistics = store.statistics();
    const std::uint32_t highest = highest_id(store);
    fmt::print("{} entities, {} edges, {:.0f} MB on disk\n", statistics.entities, statistics.edges,
               static_cast<double>(statistics.bytes) / 1e6);
    const auto starts = random_starts(store, queries);
    const auto relations = lineage_relations(known.ontology);
    for (const bool up : {true, false}) {
        const char* direction = up ? "upstream" : "downstream";
        {
            bench::BareWalk bare(path, highest);
            ask(starts, [&](std::uint32_t start) { return bare.count(start, up); });
            ask(starts, [&](std::uint32_t start) { return bare.count(start, up); }).print("sql, bare", direction);
        }
        LineageQuestion question;
        question.direction = up ? LineageDirection::upstream : LineageDirection::downstream;
        {
            QueryFilter filter;
            filter.relations = relations;
            LinkWalk links(store, up ? Store::Direction::out : Store::Direction::in, filter);
            std::vector<std::uint32_t> seen(highest + 1);
            std::uint32_t epoch = 0;
            IdQueue queue;
            const auto walk = [&](std::uint32_t start) {
                const auto snapshot = store.snapshot();
                queue.ids.assign(1, {start});
                seen[start] = ++epoch;
                links.run(queue, [&](const Link& link) {
                    const EntityId to = up ? link.object : link.subject;
                    if (seen[to.value] != epoch) {
                        seen[to.value] = epoch;
                        queue.ids.push_back(to);
                    }
                });
                return queue.ids.size() - 1;
            };
            ask(starts, walk);
            ask(starts, walk).print("sql, LinkWalk", direction);
        }
        const auto read = [&](std::uint32_t start) {
            return read_lineage(store, EntityId{start}, question).node_count() - 1;
        };
        ask(starts, read);
        ask(starts, read).print("sql, read_lineage", direction);
        ask(starts, [&](std::uint32_t start) {
            const View view = read_lineage(store, EntityId{start}, question);
            return trace_lineage(view, view.find_key(store.entity({start})->key).value(), question).reached.size();
        }).print("sql, and traced", direction);
    }
    bench::BareGraph graph;
    const auto& halves = graph.halves;
    const double arrays = bench::load_bare(path, highest, graph);
    const double statuses = bench::load_bare_statuses(path, highest, graph);
    const double names = bench::load_bare_names(path);
    double before = bench::thread_seconds();
    const View view = read_view(store, {});
    const double load = bench::thread_seconds() - before;
    fmt::print(
        "load, s: bare offset arrays {:.2f}, with statuses {:.2f} more, with names {:.2f} more: {:.2f}; view {:.2f} "
        "({:.2f}x)\n",
        arrays, statuses - arrays, names, statuses + names, load, load / (statuses + names));
    fmt::print("topology {:.1f} bytes an edge; peak {:.0f} MB\n",
               static_cast<double>(view.topology_bytes()) / static_cast<double>(view.edge_count()),
               bench::peak_megabytes());
    before = bench::thread_seconds();
    Reachability reachability(view, {});
    fmt::print("reachability made in {:.2f} s\n", bench::thread_seconds() - before);
    std::vector<NodeId> nodes(highest + 1);
    for (std::uint32_t node = 0; node < view.node_count(); ++node) {
        nodes[view.node({node}).source] = {node};
    }
    for (const bool up : {true, false}) {
        const char* direction = up ? "upstream" : "downstream";
        const auto bare = [&](std::uint32_t start) {
            return bench::bare_closure(halves[up ? 0 : 2], halves[up ? 1 : 3], start);
        };
        ask(starts, bare);
        ask(starts, bare).print("memory, bare", direction);
        const auto ours = [&](std::uint32_t start) {
            return reachability.from(nodes[start], up ? LineageDirection::upstream : LineageDirection::downstream)
                .size();
        };
        ask(starts, ours);
        ask(starts, ours).print("memory, reachability", direction);
    }
    before = bench::thread_seconds();
    const auto ranked = measure(view, Measure::pagerank, {});
    fmt::print("pagerank {:.2f} s (first {})\n", bench::thread_seconds() - before, view.node(ranked.front().node).name);
    before = bench::thread_seconds();
    const auto points = find_chokepoints(view, {}).points;
    fmt::print("chokepoints {:.2f} s ({} of them, the first dominates {})\n", bench::thread_seconds() - before,
               points.size(), points.empty() ? 0 : points.front().dominates);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() == 3 && words[0] == "gen") {
            generate(words[1], static_cast<std::uint32_t>(std::stoul(words[2])));
            return 0;
        }
        if (words.size() == 3 && words[0] == "run") {
            run(words[1], std::stoul(words[2]));
            return 0;
        }
        if (words.size() == 3 && words[0] == "starts") {
            Knowledge known;
            const Store store = Store::open(words[1], Store::Mode::read, known.pack, known.ontology, known.lexicon);
            for (const std::uint32_t start : random_starts(store, std::stoul(words[2]))) {
                fmt::print("{}\n", start);
            }
            return 0;
        }
    } catch (const Error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 3;
    }
    fmt::print(stderr,
               "usage: lineage_bench gen DB NODES | lineage_bench run DB QUERIES | lineage_bench starts DB QUERIES\n");
    return 2;
}

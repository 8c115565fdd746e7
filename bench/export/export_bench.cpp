// usage: export_bench [SCALE] [RUNS]
//
// Writes a view of 200 k entities and 1 M edges (times SCALE) to a null stream in each text format, and draws views of the
// sizes that people look at, up to the largest that is drawn. Edges lead from newer to older entities, half of them to one that is pointed at already: a few
// hubs, as in the trade. There is no evidence, whose reading is the store's share; every edge still gets its own statement.
#include "bench/measure.hpp"
#include "export/format.hpp"
#include "graph/view_memory.hpp"
#include "schema/pack.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <ostream>
#include <streambuf>

using namespace jokbo;

namespace {

class Counting : public std::streambuf {
public:
    std::size_t bytes = 0;

protected:
    int_type overflow(int_type c) override {
        ++bytes;
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char*, std::streamsize count) override {
        bytes += static_cast<std::size_t>(count);
        return count;
    }
};

View graph(const Ontology& ontology, std::size_t nodes, std::size_t edges) {
    View::Builder builder(ontology);
    builder.reserve(nodes, edges);
    bench::Random random(9);
    const TypeId type = ontology.type_named("Model");
    for (std::size_t i = 0; i < nodes; ++i) {
        builder.add_node({.key = fmt::format("model/{:07}", i), .type = type, .name = fmt::format("개체 {}", i)});
    }
    const PredicateId relation = ontology.predicate_named("based_on");
    std::vector<std::uint32_t> targets = {0};
    for (std::size_t i = 0; i < edges; ++i) {
        const auto from = static_cast<std::uint32_t>(1 + random.below(nodes - 1));
        auto to = static_cast<std::uint32_t>(random.below(from));
        if (random.below(4) == 0) {
            to = std::min(targets[random.below(targets.size())], from - 1);
        }
        targets.push_back(to);
        builder.add_edge({.subject = {from}, .predicate = relation, .object = {to}, .confidence = 0.9F});
    }
    return std::move(builder).build(std::make_shared<MemoryDetails>());
}

void measure(const View& view, std::string_view format, const Settings& settings, int runs) {
    std::vector<double> seconds;
    std::size_t bytes = 0;
    for (int i = 0; i < runs; ++i) {
        Counting sink;
        std::ostream out(&sink);
        const double from = bench::now();
        write_view(view, format_named(format), settings, out);
        seconds.push_back(bench::now() - from);
        bytes = sink.bytes;
    }
    const double median = bench::quantile(seconds, 0.5);
    fmt::print("{:9} nodes {:7} edges {:8}  s {:8.3f}  MB {:7.1f}  MB/s {:7.1f}  edges/s {:9.0f}  peak_MB {:.0f}\n",
               format, view.node_count(), view.edge_count(), median, static_cast<double>(bytes) / 1e6,
               static_cast<double>(bytes) / 1e6 / median, static_cast<double>(view.edge_count()) / median,
               bench::peak_megabytes());
}

} // namespace

int main(int argc, char** argv) {
    const double scale = argc > 1 ? std::atof(argv[1]) : 1;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    const Pack pack = Pack::embedded();
    const Ontology ontology = Ontology::load(pack);
    Settings settings = Settings::load(pack, ontology);
    settings.version = "bench";
    for (const auto& [nodes, edges] :
         {std::pair{40, 60}, {80, 140}, {200, 400}, {500, 1000}, {2000, 4000}, {3000, 6000}}) {
        measure(graph(ontology, static_cast<std::size_t>(nodes), static_cast<std::size_t>(edges)), "svg", settings,
                nodes > 1000 ? 1 : runs);
    }
    const View large =
        graph(ontology, static_cast<std::size_t>(200'000 * scale), static_cast<std::size_t>(1'000'000 * scale));
    for (const auto* format : {"jsonld", "graphml", "csv"}) {
        measure(large, format, settings, runs);
    }
}

// usage: store_bench METHOD STORE [STATEMENTS] [RUNS]      METHOD: gen | load | add
//
// A first bulk load (and, with `add`, a thousand more documents into the full store), on the rows of the peer: 1 M statements with
// evidence of about 100 bytes over 200 k entities, endpoints skewed as in a network of companies, a quarter of the statements
// repeating an earlier edge, five statements a document. Prints processor seconds and rows a second, counting rows as the peer does: nodes,
// edge rows, evidence rows.
#include "bench/measure.hpp"
#include "graph/store.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

using namespace jokbo;

namespace {

constexpr std::size_t entities = 200'000;
constexpr std::size_t statements_a_document = 5;
constexpr std::size_t batch_bytes = std::size_t{8} << 20U; // as `jokbo ingest` does

class Rows {
public:
    explicit Rows(const Ontology& ontology) : organization_(ontology.type_named("Organization")) {
        for (const auto* name :
             {"invests_in", "acquires", "subsidiary_of", "supplies", "litigates_against", "founded_by"}) {
            relations_.push_back(ontology.predicate_named(name));
        }
    }

    ReadDocument document(std::size_t number) {
        ReadDocument read;
        read.document.id = fmt::format("page-{}", number);
        read.document.published = fmt::format("2025-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
        read.document.publisher = fmt::format("publisher {}", number % 50);
        for (std::size_t i = 0; i < statements_a_document; ++i) {
            add_statement(read, number * statements_a_document + i);
        }
        return read;
    }

private:
    void add_statement(ReadDocument& read, std::size_t number) {
        if (number > 0 && random_.below(3) == 0) {
            number = random_.below(number);
        }
        bench::Random own(number + 1000);
        const auto skewed = [&] {
            const double unit = own.unit();
            return static_cast<std::size_t>(unit * unit * static_cast<double>(entities));
        };
        Statement statement;
        statement.document = read.document.id;
        statement.subject = entity(skewed());
        statement.object = entity(skewed());
        statement.predicate = relations_[own.below(relations_.size())];
        statement.confidence = 0.9;
        auto quote = sentence();
        auto& text = read.document.text;
        statement.evidence = {
            {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + quote.size())},
            quote,
            "bench.frame"};
        text += quote + "\n";
        read.statements.push_back(std::move(statement));
    }

    Mention entity(std::size_t number) const {
        std::string name = "Entity ";
        bench::append_utf8(name, 0xAC00 + static_cast<std::uint32_t>(number * 7919 % 11172));
        bench::append_utf8(name, 0xAC00 + static_cast<std::uint32_t>(number / 11172 * 31));
        name += std::to_string(number);
        return {organization_, name, {name}, Naming::named};
    }

    std::string sentence() {
        std::string text;
        for (int word = 0; word < 8; ++word) {
            for (auto syllables = 2 + random_.below(2); syllables > 0; --syllables) {
                bench::append_utf8(text, 0xAC00 + static_cast<std::uint32_t>(random_.below(64) * random_.below(170)));
            }
            text += ' ';
        }
        return text + "depends on component";
    }

    bench::Random random_{7};
    TypeId organization_;
    std::vector<PredicateId> relations_;
};

/// Gives `count` statements to `sink`, a batch at a time.
template <class Sink>
void feed(Rows& rows, std::size_t first, std::size_t count, Sink sink) {
    std::vector<ReadDocument> batch;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count / statements_a_document; ++i) {
        batch.push_back(rows.document(first + i));
        bytes += batch.back().document.text.size();
        if (bytes >= batch_bytes) {
            sink(batch);
            batch.clear();
            bytes = 0;
        }
    }
    sink(batch);
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        fmt::print(stderr, "usage: store_bench gen|load|add STORE [STATEMENTS] [RUNS]\n");
        return 2;
    }
    const std::string method = words[1];
    const std::filesystem::path path = words[2];
    const auto statements = count > 3 ? std::strtoull(words[3], nullptr, 10) : 1'000'000ULL;
    const int runs = count > 4 ? std::atoi(words[4]) : 3;
    const auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    const auto lexicon = Lexicon::load(pack, ontology);
    std::vector<double> seconds;
    std::vector<double> adding;
    std::vector<double> folding;
    std::vector<double> more;
    std::vector<double> indexing;
    double peak_of_adding = 0;
    StoreStatistics statistics;
    for (int run = 0; run < runs; ++run) {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(path.string() + suffix);
        }
        Rows rows(ontology);
        const double start = bench::processor_seconds();
        if (method == "gen") {
            std::size_t bytes = 0;
            feed(rows, 0, statements, [&](const std::vector<ReadDocument>& batch) { bytes += batch.size(); });
            seconds.push_back(bench::processor_seconds() - start + (bytes == 0 ? 1 : 0));
            continue;
        }
        {
            auto store = Store::open(path, Store::Mode::write, pack, ontology, lexicon);
            double inside = 0;
            feed(rows, 0, statements, [&](const std::vector<ReadDocument>& batch) {
                const double begin = bench::processor_seconds();
                store.add(batch);
                inside += bench::processor_seconds() - begin;
            });
            adding.push_back(inside);
            peak_of_adding = bench::peak_megabytes();
            const double begin = bench::processor_seconds();
            store.fold();
            folding.push_back(bench::processor_seconds() - begin);
            seconds.push_back(bench::processor_seconds() - start);
            const double names = bench::processor_seconds();
            store.index_names();
            indexing.push_back(bench::processor_seconds() - names);
            statistics = store.statistics();
        }
        if (method == "add") {
            auto store = Store::open(path, Store::Mode::write, pack, ontology, lexicon);
            feed(rows, statements / statements_a_document, 5000, [&](const std::vector<ReadDocument>& batch) {
                const double begin = bench::processor_seconds();
                store.add(batch);
                store.fold();
                more.push_back(bench::processor_seconds() - begin);
            });
        }
    }
    const double median = bench::quantile(seconds, 0.5);
    const auto nodes = std::min<std::size_t>(entities, statements);
    fmt::print("{:5} {:>8} statements  s {:6.2f} (min {:.2f} max {:.2f})  rows/s {:9.0f}  peak_MB {:.0f}", method,
               statements, median, bench::quantile(seconds, 0), bench::quantile(seconds, 1),
               static_cast<double>(nodes + 2 * statements) / median, bench::peak_megabytes());
    if (method != "gen") {
        fmt::print("  add_s {:.2f} (peak_MB {:.0f}) fold_s {:.2f}  (index of names, not counted: {:.2f})  entities {} "
                   "edges {}  "
                   "bytes/statement {:.0f}",
                   bench::quantile(adding, 0.5), peak_of_adding, bench::quantile(folding, 0.5),
                   bench::quantile(indexing, 0.5), statistics.entities, statistics.edges,
                   static_cast<double>(statistics.bytes) / static_cast<double>(statements));
    }
    if (method == "add") {
        fmt::print("  1000 documents more: s {:.2f}", bench::quantile(more, 0.5));
    }
    fmt::print("\n");
}

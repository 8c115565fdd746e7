// usage: extraction_bench [CORPUS] [RUNS]
//
// CORPUS (or JOKBO_CORPUS) is a folder of articles; without one, 24 MB are made from the sample pages. Prints MB/s of text for the
// whole extraction and stage by stage, beside the bare scan for names; how the rate goes with the length of a document and with the
// number of threads; what texts made to be slow cost; and the peak of memory. Rates are by processor time, but for threads.
#include "bench/extraction/corpus.hpp"
#include "bench/extraction/traps.hpp"
#include "bench/measure.hpp"
#include "bench/scan/name_scan.hpp"
#include "extract/document_reader.hpp"
#include "extract/extractor.hpp"
#include "extract/reading_engine.hpp"
#include "schema/pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace jokbo;
using bench::processor_seconds;

namespace {

constexpr std::size_t megabyte = 1'000'000;

double megabytes(const std::vector<Document>& documents) {
    double bytes = 0;
    for (const auto& document : documents) {
        bytes += static_cast<double>(document.text.size());
    }
    return bytes / static_cast<double>(megabyte);
}

bool is_korean(const Document& document) {
    const auto high = std::ranges::count_if(document.text, [](char c) { return static_cast<signed char>(c) < 0; });
    return static_cast<std::size_t>(high) * 3 > document.text.size();
}

class Bench {
public:
    Bench(std::vector<Document> corpus, int runs) : corpus_(std::move(corpus)), runs_(runs) {}

    void run() {
        std::vector<Document> korean;
        std::vector<Document> english;
        for (const auto& document : corpus_) {
            (is_korean(document) ? korean : english).push_back(document);
        }
        fmt::print("{} documents, {:.1f} MB, {:.0f} % of it Korean; {} hardware threads; {} runs, medians\n\n",
                   corpus_.size(), megabytes(corpus_), 100 * megabytes(korean) / megabytes(corpus_),
                   std::thread::hardware_concurrency(), runs_);
        const auto corpus_memory = bench::peak_megabytes();
        extract_all(corpus_);
        const auto whole = seconds_of([&] { extract_all(corpus_); });
        row("all", megabytes(corpus_), whole);
        fmt::print("peak of memory over corpus, lexicon and frames: {:.0f} MB\n",
                   bench::peak_megabytes() - corpus_memory);
        for (const auto& [name, part] : {std::pair("Korean", &korean), std::pair("English", &english)}) {
            if (!part->empty()) {
                row(name, megabytes(*part), seconds_of([&, part = part] { extract_all(*part); }));
            }
        }
        stages();
        const auto scan = seconds_of([&] { scan_all(); });
        row("bare scan for names", megabytes(corpus_), scan);
        fmt::print("extraction takes {:.1f} times the bare scan\n", whole / scan);
        lengths();
        threads();
        trap_rates();
    }

private:
    template <class Work>
    double seconds_of(const Work& work) const {
        std::vector<double> seconds;
        for (int i = 0; i < runs_; ++i) {
            const auto from = processor_seconds();
            work();
            seconds.push_back(processor_seconds() - from);
        }
        return bench::quantile(seconds, 0.5);
    }

    static void row(std::string_view what, double size, double seconds) {
        fmt::print("{:24} {:8.2f} MB/s   {:7.2f} s\n", what, size / seconds, seconds);
    }

    void extract_all(const std::vector<Document>& documents) const {
        for (const auto& document : documents) {
            extractor_.extract(document,
                               [&](const Statement&) { statements_.fetch_add(1, std::memory_order_relaxed); });
        }
    }

    double seconds_to_read(const std::string& text) const {
        Document document;
        document.id = "page";
        document.text = text;
        return seconds_of([&] { extract_all({document}); });
    }

    void scan_all() const {
        const auto longest = [&](std::string_view text, std::uint32_t at, std::uint32_t end, const auto& accepts) {
            const auto match = engine_.names.longest(text, at, end, accepts);
            return match.list == none ? 0 : match.end;
        };
        for (const auto& document : corpus_) {
            names_ += bench::count_names(document.text, longest);
        }
    }

    void stages() const {
        ReadingMemory memory(engine_.korean, engine_.names);
        double seconds[3] = {0, 0, 0};
        for (const auto& document : corpus_) {
            const auto begin = processor_seconds();
            DocumentReader reader(engine_.tools, document, memory);
            reader.take_apart();
            const auto apart = processor_seconds();
            reader.find_names();
            const auto named = processor_seconds();
            reader.find_relations([](Finding) {});
            reader.read_card([](Finding) {});
            reader.relate_versions([](Finding) {});
            const auto related = processor_seconds();
            seconds[0] += apart - begin;
            seconds[1] += named - apart;
            seconds[2] += related - named;
        }
        row("  layout, tokens", megabytes(corpus_), seconds[0]);
        row("  names", megabytes(corpus_), seconds[1]);
        row("  relations", megabytes(corpus_), seconds[2]);
    }

    void lengths() const {
        fmt::print("\nby length of the document\n");
        std::string text;
        for (std::size_t i = 0; text.size() < 10 * megabyte; ++i) {
            text += corpus_[i % corpus_.size()].text + "\n\n";
        }
        for (const std::size_t size : {1'000U, 10'000U, 100'000U, 1'000'000U, 10'000'000U}) {
            // as many documents as make a megabyte or two
            std::vector<Document> documents;
            for (std::size_t at = 0; at < std::max(size, 2 * megabyte) && at + size <= text.size(); at += size) {
                documents.emplace_back().text = text.substr(at, size);
            }
            row(fmt::format("{} KB", size / 1000), megabytes(documents), seconds_of([&] { extract_all(documents); }));
        }
    }

    void threads() const {
        fmt::print("\nby threads, by the clock\n");
        double one = 0;
        for (std::size_t count = 1; count <= std::max(2U, std::thread::hardware_concurrency()); count *= 2) {
            const auto from = bench::now();
            std::atomic<std::size_t> next = 0;
            std::vector<std::thread> workers;
            for (std::size_t i = 0; i < count; ++i) {
                workers.emplace_back([&] {
                    for (auto at = next++; at < corpus_.size(); at = next++) {
                        extractor_.extract(corpus_[at], [](const Statement&) {});
                    }
                });
            }
            for (auto& worker : workers) {
                worker.join();
            }
            const auto seconds = bench::now() - from;
            one = count == 1 ? seconds : one;
            row(fmt::format("{} threads, {:.2f} times", count, one / seconds), megabytes(corpus_), seconds);
        }
    }

    void trap_rates() const {
        fmt::print("\ntexts made to be slow\n");
        const auto shorter = bench::traps(megabyte);
        for (std::size_t i = 0; i < shorter.size(); ++i) {
            const auto longer = bench::traps(10 * megabyte)[i].second;
            const auto rate = 1 / seconds_to_read(shorter[i].second);
            const auto long_rate = 10 / seconds_to_read(longer);
            fmt::print("{:24} {:8.2f} MB/s at 1 MB, {:8.2f} at 10 MB\n", shorter[i].first, rate, long_rate);
            std::fflush(stdout);
        }
        fmt::print("peak of memory, those of 10 MB included: {:.0f} MB\n", bench::peak_megabytes());
    }

    Pack pack_ = Pack::embedded();
    Ontology ontology_ = Ontology::load(pack_);
    Lexicon lexicon_ = Lexicon::load(pack_, ontology_);
    Extractor extractor_{pack_, ontology_, lexicon_};
    ReadingEngine engine_{pack_, ontology_, lexicon_};
    std::vector<Document> corpus_;
    int runs_;
    mutable std::atomic<std::size_t> statements_ = 0;
    mutable std::size_t names_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // each row as it comes, for peers.py too
    const char* const given = argc > 1 ? argv[1] : std::getenv("JOKBO_CORPUS");
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    auto corpus = given != nullptr ? bench::documents_in(given)
                                   : bench::articles_like(JOKBO_SOURCE_DIR "/samples", 24 * megabyte);
    if (corpus.empty()) {
        fmt::print(stderr, "extraction_bench: no documents in {}\n", given != nullptr ? given : "samples");
        return 1;
    }
    Bench(std::move(corpus), runs).run();
}

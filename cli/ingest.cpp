#include "cli/documents.hpp"
#include "cli/ordered_workers.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "extract/extractor.hpp"
#include "graph/store.hpp"
#include "schema/error.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <optional>
#include <ostream>

namespace jokbo::cli {

namespace {

/// Bytes of text that are under way at a time, and that go into one transaction. What was committed survives whatever
/// happens later; larger transactions are faster, but lose more to a power cut.
constexpr std::size_t window = std::size_t{16} << 20U;
constexpr std::size_t batch_bytes = std::size_t{8} << 20U;

struct Outcome {
    ReadDocument read;
    std::string failure;
};

struct Summary {
    AddReport added;
    FoldReport folded;
    std::size_t unchanged = 0;
    std::size_t skipped = 0;
};

/// Collects documents and puts them into the store, a transaction a batch.
class Batches {
public:
    Batches(Store& store, AddReport& report) : store_(store), report_(report) {}

    void add(ReadDocument document) {
        bytes_ += document.document.text.size();
        documents_.push_back(std::move(document));
        if (bytes_ >= batch_bytes) {
            flush();
        }
    }

    void flush() {
        if (!documents_.empty()) {
            report_ += store_.add(documents_);
            documents_.clear();
            bytes_ = 0;
        }
    }

private:
    Store& store_;
    AddReport& report_;
    std::vector<ReadDocument> documents_;
    std::size_t bytes_ = 0;
};

Summary ingest(Session& session, Documents& documents) {
    std::optional<Extractor> extractor; // made where there is something to read
    Store store =
        Store::open(session.store_path(), Store::Mode::write, session.pack(), session.ontology(), session.lexicon());
    Summary summary;
    Batches batches(store, summary.added);
    const auto wanted = session.quiet() ? Progress::Wanted::no : Progress::Wanted::yes;
    {
        Progress progress(session.error(), session.terminal(), "reading", wanted);
        std::size_t count = 0;
        const auto read = [&](Document document) {
            Outcome outcome{{std::move(document), {}}, {}};
            try {
                extractor->extract(outcome.read.document, [&](Statement statement) {
                    outcome.read.statements.push_back(std::move(statement));
                });
            } catch (const std::exception& error) {
                outcome.failure = error.what();
            }
            return outcome;
        };
        OrderedWorkers<Document, Outcome> workers(thread_count(session.arguments()), window, read,
                                                  [&](Outcome outcome) {
                                                      if (outcome.failure.empty()) {
                                                          batches.add(std::move(outcome.read));
                                                      } else {
                                                          documents.skip(outcome.read.document.path, outcome.failure);
                                                      }
                                                  });
        documents.for_each([&](Document document) {
            progress.show(documents.done_bytes(), documents.total_bytes(),
                          fmt::format("{} documents, {}", ++count, document.id));
            if (store.holds(document)) {
                ++summary.unchanged;
                return;
            }
            if (!extractor) {
                extractor.emplace(session.pack(), session.ontology(), session.lexicon());
            }
            const auto weight = document.text.size();
            workers.submit(std::move(document), weight);
        });
        workers.finish();
        batches.flush();
    }
    {
        Progress progress(session.error(), session.terminal(), "putting the graph together", wanted);
        progress.show(0, 0, "");
        summary.folded = store.fold();
        store.index_names();
    }
    summary.unchanged += summary.added.unchanged;
    summary.skipped = documents.skipped();
    return summary;
}

void print_json(std::ostream& out, const Summary& summary, const std::string& store) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    const auto count = [&](std::string_view name, std::size_t number) { json.field(name, std::uint64_t{number}); };
    json.begin_object().field("store", store).key("documents").begin_object();
    count("new", summary.added.added);
    count("changed", summary.added.replaced);
    count("unchanged", summary.unchanged);
    count("skipped", summary.skipped);
    json.end_object();
    count("statements", summary.added.statements);
    count("refused", summary.added.refused.size());
    count("new_entities", summary.folded.new_entities);
    count("new_edges", summary.folded.new_edges);
    count("gone_entities", summary.folded.gone_entities);
    count("gone_edges", summary.folded.gone_edges);
    json.end_object();
    out << text << '\n';
}

void print_human(std::ostream& out, const Summary& summary, const std::string& store) {
    const auto& added = summary.added;
    out << fmt::format("documents   {} new, {} changed, {} unchanged, {} skipped\n", added.added, added.replaced,
                       summary.unchanged, summary.skipped)
        << fmt::format("statements  {} read\n", added.statements)
        << fmt::format("graph       {} and {} are new", counted(summary.folded.new_entities, "entity", "entities"),
                       counted(summary.folded.new_edges, "edge", "edges"));
    if (summary.folded.gone_entities + summary.folded.gone_edges > 0) {
        out << fmt::format("; {} and {} are gone", counted(summary.folded.gone_entities, "entity", "entities"),
                           counted(summary.folded.gone_edges, "edge", "edges"));
    }
    out << "\nstore       " << store << '\n';
}

Exit run(Session& session) {
    Documents documents(session);
    const Summary summary = ingest(session, documents);
    const std::string store = session.store_path().string();
    if (session.output() == Session::Output::json) {
        print_json(session.out(), summary, store);
    } else if (!session.quiet()) {
        print_human(session.out(), summary, store);
    }
    if (!summary.added.refused.empty()) {
        session.warn(fmt::format("{} refused, the first: {}",
                                 counted(summary.added.refused.size(), "statement was", "statements were"),
                                 summary.added.refused.front()));
    }
    return documents.exit();
}

} // namespace

Command ingest_command() {
    return {.name = "ingest",
            .group = Group::reading,
            .summary = "read documents into the store",
            .positionals = {document_paths()},
            .options = reading_options(),
            .notes = "Folders are read with all that is below them. A document goes by its file's name without the "
                     "suffix (a line of\n"
                     "a .jsonl by its \"id\"); one that the store holds already is passed over, one that has changed "
                     "replaces what it\n"
                     "said before. Title, date, publisher and url are taken from front matter. What cannot be read is "
                     "named and\n"
                     "skipped, and the exit status is 3 then.",
            .example = "jokbo ingest articles/ --db ai.db\n"
                       "pdftotext report.pdf - | jokbo ingest - --published 2025-07-10",
            .run = run};
}

} // namespace jokbo::cli

#include "cli/documents.hpp"
#include "cli/ordered_workers.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "extract/extractor.hpp"
#include "schema/statement_json.hpp"

#include <fmt/core.h>

#include <ostream>
#include <sstream>
#include <utility>

namespace jokbo::cli {

namespace {

/// Bytes of text that are under way at a time.
constexpr std::size_t window = std::size_t{16} << 20U;

struct Lines {
    std::string path;
    std::string text;
    std::string failure;
};

Exit run(Session& session) {
    const Extractor extractor(session.pack(), session.ontology(), session.lexicon());
    const Ontology& ontology = session.ontology();
    const bool explains = session.arguments().has("explain");
    const auto read = [&](Document document) {
        Lines lines{document.path, {}, {}};
        try {
            if (explains) {
                std::ostringstream text;
                extractor.explain(document, text);
                lines.text = text.str();
                return lines;
            }
            extractor.extract(document,
                              [&](const Statement& statement) { append_json_line(lines.text, statement, ontology); });
        } catch (const std::exception& error) {
            lines.failure = error.what();
        }
        return lines;
    };

    Documents documents(session);
    Progress progress(session.error(), session.terminal(), "reading",
                      session.quiet() ? Progress::Wanted::no : Progress::Wanted::yes);
    std::size_t count = 0;
    OrderedWorkers<Document, Lines> workers(thread_count(session.arguments()), window, read, [&](const Lines& lines) {
        if (!lines.failure.empty()) {
            documents.skip(lines.path, lines.failure);
        }
        session.out() << lines.text;
    });
    documents.for_each([&](Document document) {
        progress.show(documents.done_bytes(), documents.total_bytes(),
                      fmt::format("{} documents, {}", ++count, document.id));
        const auto weight = document.text.size();
        workers.submit(std::move(document), weight);
    });
    workers.finish();
    if (documents.skipped() > 0) {
        session.warn(fmt::format("{} skipped", documents.skipped()));
    }
    return documents.exit();
}

} // namespace

Command extract_command() {
    auto options = reading_options();
    options.push_back({.name = "explain",
                       .metavar = "",
                       .help = "show, sentence by sentence, what led to each statement and which frame came close"});
    return {.name = "extract",
            .group = Group::reading,
            .summary = "print what documents state, one JSON object a line; no store is touched",
            .positionals = {document_paths()},
            .options = std::move(options),
            .notes = "A line holds the document's id, subject, relation and object (or attribute and value), status, "
                     "qualifiers,\n"
                     "confidence, and the evidence: the quote and its place in the document, in bytes.\n"
                     "The lines come in the order of the input, whatever the number of threads.\n\n"
                     "With --explain, each sentence is followed by its mentions with their types, the words that open "
                     "frames with their\narguments, the statements (=>) with the frame that read each, and the frames "
                     "that filled a slot and still found\nnothing (no), with what stood in the way.",
            .example =
                "jokbo extract samples/2025-07-skt-ax-4.md\njokbo extract articles/ --threads 4 > statements.ndjson\n"
                "jokbo extract samples/2025-07-skt-ax-4.md --explain",
            .run = run};
}

} // namespace jokbo::cli

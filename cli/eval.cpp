#include "cli/documents.hpp"
#include "cli/eval_listing.hpp"
#include "cli/ordered_workers.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "eval/calibration.hpp"
#include "eval/score.hpp"
#include "extract/extractor.hpp"
#include "schema/error.hpp"
#include "schema/json.hpp"
#include "schema/statement_json.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <istream>
#include <ostream>

namespace jokbo::cli {

namespace {

/// What is scored: the pages, how far each is hit, and its text.
struct Evaluation {
    std::vector<GoldPage> pages;
    std::vector<PageScore> scores;
    std::vector<std::string> texts; ///< as many as pages; empty where the text is not there
    std::vector<std::string> faults;
    std::vector<std::string> strangers;
    Calibration calibration;

    void take(std::size_t page, const Statement& statement) {
        calibration.take(page, statement, scores[page].take(statement));
        if (!texts[page].empty() && !quote_stands(statement.evidence, texts[page])) {
            faults.push_back(fmt::format("{}: bytes {} to {} are not «{}»", statement.document,
                                         statement.evidence.span.begin, statement.evidence.span.end,
                                         clipped(one_line(as_shown(statement.evidence.quote)), 60)));
        }
    }
};

std::vector<GoldPage> wanted_pages(Session& session) {
    const auto& words = session.arguments().positionals("GOLD");
    auto pages = read_gold({words.begin(), words.end()}, session.ontology());
    if (const auto& language = session.arguments().value("language"); !language.empty()) {
        std::erase_if(pages, [&](const GoldPage& page) { return page.language != language; });
    }
    if (pages.empty()) {
        throw NotFound("no gold page is there to score against");
    }
    return pages;
}

/// The document of a page under the page's name for it; none where its text is not there.
std::optional<Document> document_of(Session& session, const GoldPage& page) {
    const auto path = page.text_path(session.arguments().value("texts"));
    std::optional<Document> found;
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (failure) {
        session.warn(fmt::format("{}: cannot be read, so that all facts of {} count as missed (--texts says where the "
                                 "texts are)",
                                 path.string(), page.file.string()));
        return found;
    }
    read_source(
        {path, size}, {}, [&](Document document) { found = std::move(document); },
        [&](const Problem& problem) { session.warn(problem.path + ": " + problem.what); });
    if (found) {
        found->id = page.document;
    }
    return found;
}

void score_extraction(Session& session, Evaluation& evaluation) {
    const Extractor extractor(session.pack(), session.ontology(), session.lexicon());
    using Job = std::pair<std::size_t, Document>;
    using Found = std::pair<std::size_t, std::vector<Statement>>;
    const auto read = [&](const Job& job) {
        Found found{job.first, {}};
        extractor.extract(job.second, [&](Statement statement) { found.second.push_back(std::move(statement)); });
        return found;
    };
    OrderedWorkers<Job, Found> workers(thread_count(session.arguments()), std::size_t{16} << 20U, read,
                                       [&](const Found& found) {
                                           for (const Statement& statement : found.second) {
                                               evaluation.take(found.first, statement);
                                           }
                                       });
    for (std::size_t i = 0; i < evaluation.pages.size(); ++i) {
        if (auto document = document_of(session, evaluation.pages[i])) {
            evaluation.texts[i] = document->text;
            const auto weight = document->text.size();
            workers.submit({i, std::move(*document)}, weight);
        }
    }
    workers.finish();
}

void score_lines(Session& session, Evaluation& evaluation, const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
        if (!file) {
            throw InputError(path + ": cannot be read");
        }
    }
    for (std::size_t i = 0; i < evaluation.pages.size(); ++i) {
        std::ifstream in(evaluation.pages[i].text_path(session.arguments().value("texts")), std::ios::binary);
        evaluation.texts[i].assign(std::istreambuf_iterator<char>(in), {});
    }
    std::istream& in = path == "-" ? session.in() : file;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        try {
            const Statement statement = statement_from_json(line, session.ontology());
            const auto page = std::ranges::find(evaluation.pages, statement.document, &GoldPage::document);
            if (page == evaluation.pages.end()) {
                evaluation.strangers.push_back(statement.document);
            } else {
                evaluation.take(static_cast<std::size_t>(page - evaluation.pages.begin()), statement);
            }
        } catch (const InputError& error) {
            throw InputError(fmt::format("{}:{}: {}", path, number, error.what()));
        }
    }
}

void print_json(std::ostream& out, const Score& score) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    const auto counts = [&](const Tally& tally) {
        json.field("right", std::uint64_t{tally.right}).field("missed", std::uint64_t{tally.missed});
        json.field("wrong", std::uint64_t{tally.wrong});
    };
    json.begin_object().field("documents", std::uint64_t{score.documents}).field("precision", score.precision());
    json.field("recall", score.recall()).field("f1", score.f1()).field("status", score.status());
    counts(score.total());
    json.field("optional", std::uint64_t{score.optional_hits}).key("relations").begin_object();
    for (const auto& [name, tally] : score.by_predicate) {
        json.key(name).begin_object();
        counts(tally);
        json.field("precision", tally.precision()).field("recall", tally.recall()).end_object();
    }
    json.end_object().end_object();
    out << text << '\n';
}

void tell_strangers(Session& session, std::vector<std::string> strangers) {
    std::ranges::sort(strangers);
    strangers.erase(std::ranges::unique(strangers).begin(), strangers.end());
    std::string list;
    for (const auto& name : strangers) {
        list += (list.empty() ? "" : ", ") + name;
    }
    session.warn("statements of documents without gold, not counted: " + clipped(list, 200));
}

bool falls_short(const Arguments& arguments, std::string_view bound, double reached) {
    return arguments.has(bound) && reached < arguments.decimal(bound);
}

Exit run(Session& session) {
    const Arguments& arguments = session.arguments();
    Evaluation evaluation;
    evaluation.pages = wanted_pages(session);
    evaluation.texts.resize(evaluation.pages.size());
    for (const GoldPage& page : evaluation.pages) {
        evaluation.scores.emplace_back(page, session.ontology());
    }
    if (arguments.has("statements")) {
        score_lines(session, evaluation, arguments.value("statements"));
    } else {
        score_extraction(session, evaluation);
    }

    Score score;
    std::optional<FaultLister> lister;
    if (session.output() == Session::Output::human && !arguments.has("brief") && !session.quiet()) {
        lister.emplace(session.pack(), session.ontology(), session.terminal());
    }
    for (std::size_t i = 0; i < evaluation.scores.size(); ++i) {
        score.add(evaluation.scores[i], session.ontology());
        if (lister) {
            lister->list(session.out(), evaluation.scores[i], evaluation.texts[i]);
        }
    }
    if (session.output() == Session::Output::json) {
        print_json(session.out(), score);
    } else {
        session.out() << score.table();
    }
    if (arguments.has("calibrate")) {
        OutputFile file(arguments.value("calibrate"));
        file.stream() << "# How often a frame reads aright, counted on annotated texts (jokbo eval --calibrate): `*` "
                         "stands for frames that are\n"
                         "# not listed, `cards.*` for all of a file. `right` of the `read` claims are what the texts "
                         "say; few are pulled to their file's share.\n"
                      << evaluation.calibration.table();
        file.commit();
        if (session.output() == Session::Output::human) {
            session.out() << '\n' << evaluation.calibration.comparison();
        }
    }
    if (!evaluation.strangers.empty()) {
        tell_strangers(session, evaluation.strangers);
    }
    if (!evaluation.faults.empty()) {
        session.warn(fmt::format("{} statements quote what the text does not hold, the first: {}",
                                 evaluation.faults.size(), evaluation.faults.front()));
    }
    const bool short_of = falls_short(arguments, "min-precision", score.precision()) ||
                          falls_short(arguments, "min-recall", score.recall()) ||
                          falls_short(arguments, "min-status", score.status());
    return short_of || !evaluation.faults.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command eval_command() {
    return {.name = "eval",
            .group = Group::reading,
            .summary = "score the reading against what people found in the same documents",
            .positionals = {{"GOLD", "gold files (.json), or folders of them", Positional::Count::many}},
            .options = {{.name = "texts", .metavar = "DIR", .help = "where the texts are that the gold files name"},
                        {.name = "statements",
                         .metavar = "FILE",
                         .help = "score these lines (as of extract) instead; - for standard input"},
                        {.name = "language", .metavar = "CODE", .help = "only pages in this language"},
                        {.name = "calibrate",
                         .metavar = "FILE",
                         .help = "write how reliable each frame proves to be (see graph/reliability.tsv)"},
                        {.name = "brief", .metavar = "", .help = "only the table, no misses and wrongs"},
                        {.name = "min-precision", .metavar = "P", .help = "exit with 1 below it"},
                        {.name = "min-recall", .metavar = "R", .help = "exit with 1 below it"},
                        {.name = "min-status", .metavar = "S", .help = "exit with 1 below it"},
                        {.name = "threads",
                         .metavar = "N",
                         .help = "threads that read; 0: as many as the machine has",
                         .fallback = "0"}},
            .notes = "Entities match when their types agree and any of their names do, whatever the case, spaces and "
                     "punctuation.\n"
                     "Optional facts are neither demanded nor held against the reading. Misses are shown with the "
                     "sentence that\n"
                     "names both ends, where there is one; wrongs with what they quote and the frame that read it.",
            .example = "jokbo eval gold/\njokbo eval gold/page.json --texts articles/ --pack my-rules/ --brief\n"
                       "jokbo eval gold/ --brief --calibrate my-rules/graph/reliability.tsv",
            .run = run};
}

} // namespace jokbo::cli

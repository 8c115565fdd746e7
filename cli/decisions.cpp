#include "cli/question.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/decision_text.hpp"
#include "schema/error.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <set>
#include <sstream>

namespace jokbo::cli {

namespace {

std::string words_of(const Decision& decision) {
    std::string words(name_of(decision.action));
    switch (decision.action) {
    case Decision::Action::merge:
        return fmt::format("merge {}:{} and {}:{}", decision.subject.type, decision.subject.text, decision.object.type,
                           decision.object.text);
    case Decision::Action::split:
        return fmt::format("split {} from {}:{}", decision.object.text, decision.subject.type, decision.subject.text);
    case Decision::Action::rename:
        return fmt::format("rename {}:{} to {}", decision.subject.type, decision.subject.text, decision.object.text);
    case Decision::Action::undo: return "undo " + decision.target;
    case Decision::Action::reject:
    case Decision::Action::accept: break;
    }
    if (!decision.target.empty()) {
        return fmt::format("{} statement {} of {}", words, decision.target, decision.subject.text);
    }
    return fmt::format("{} {} -{}-> {}{}", words, decision.subject.text, decision.predicate, decision.object.text,
                       decision.status.empty() ? "" : " [" + decision.status + "]");
}

Exit list(Session& session) {
    const auto all = open_for_reading(session).decisions();
    std::set<std::string> standing;
    for (const auto& decision : in_force(all)) {
        standing.insert(decision.id());
    }
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& decision : all) {
            json.begin_object()
                .field("id", decision.id())
                .field("action", name_of(decision.action))
                .field("words", words_of(decision));
            json.field("who", decision.who).field("when", decision.when).field("why", decision.why);
            json.field("in_force", decision.action == Decision::Action::undo || standing.contains(decision.id()))
                .end_object();
        }
        json.end_array();
        session.out() << text << '\n';
        return Exit::ok;
    }
    Table table({{"when"},
                 {"who"},
                 {"decision", Column::Align::left, Column::Fit::shrink},
                 {"why", Column::Align::left, Column::Fit::shrink},
                 {"id"},
                 {""}});
    for (const auto& decision : all) {
        const bool undone = decision.action != Decision::Action::undo && !standing.contains(decision.id());
        table.add({decision.when, decision.who, Cell(words_of(decision), undone ? Style::dim : Style::plain),
                   decision.why, decision.id(), undone ? "undone" : ""});
    }
    if (table.empty()) {
        session.warn("nothing was decided yet");
        return Exit::nothing;
    }
    table.print(session.out(), session.terminal());
    return Exit::ok;
}

Exit import(Session& session, const std::string& path) {
    std::ostringstream bytes;
    if (path == "-") {
        bytes << session.in().rdbuf();
    } else {
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            throw InputError(path + ": cannot be opened");
        }
        bytes << file.rdbuf();
    }
    const auto decisions = decisions_from_text({path, bytes.str(), path});
    auto store =
        Store::open(session.store_path(), Store::Mode::write, session.pack(), session.ontology(), session.lexicon());
    std::size_t taken = 0;
    for (const auto& decision : decisions) {
        taken += store.decide(decision) ? 1 : 0;
    }
    store.fold();
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter(text)
            .begin_object()
            .field("new", std::uint64_t{taken})
            .field("known", std::uint64_t{decisions.size() - taken})
            .end_object();
        session.out() << text << '\n';
    } else if (!session.quiet()) {
        session.out() << fmt::format("decisions   {} new, {} known\n", taken, decisions.size() - taken);
    }
    return Exit::ok;
}

Exit run(Session& session) {
    const auto& what = session.arguments().positional("WHAT");
    const auto& file = session.arguments().positional("FILE");
    if (what.empty() || what == "list") {
        return list(session);
    }
    if (what == "export") {
        const auto text = decisions_text(open_for_reading(session).decisions());
        if (file.empty() || file == "-") {
            session.out() << text;
            return Exit::ok;
        }
        std::ofstream out(file, std::ios::binary);
        out << text;
        out.close();
        if (!out) {
            throw InputError(file + ": cannot be written");
        }
        return Exit::ok;
    }
    if (what == "import" && !file.empty()) {
        return import(session, file);
    }
    throw UsageError(what == "import" ? "import takes a FILE" : "decisions can be listed, exported and imported");
}

} // namespace

Command decisions_command() {
    return {
        .name = "decisions",
        .group = Group::curation,
        .summary = "list what people decided; export it to a file, import it from one",
        .positionals = {{"WHAT", "list, export or import; list where not given", Positional::Count::optional},
                        {"FILE", "where to or from, - for standard output or input", Positional::Count::optional}},
        .notes = "The file has one decision a line, in the order of time, so that it diffs and merges in git. "
                 "Importing it again changes\n"
                 "nothing.",
        .example =
            "jokbo decisions\njokbo decisions export decisions.tsv\njokbo decisions import decisions.tsv --db other.db",
        .run = run};
}

} // namespace jokbo::cli

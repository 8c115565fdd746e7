#include "cli/facts.hpp"
#include "cli/session.hpp"
#include "graph/difference.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

std::string_view name_of(Difference::Change::Kind kind) {
    switch (kind) {
    case Difference::Change::Kind::came: return "came";
    case Difference::Change::Kind::went: return "went";
    case Difference::Change::Kind::changed: break;
    }
    return "changed";
}

std::string statuses(const std::vector<Edge>& edges) {
    std::string words;
    for (const auto& edge : edges) {
        words += (words.empty() ? "" : " and ") + std::string(jokbo::name_of(edge.status));
    }
    return words;
}

void print_human(Session& session, const Store& before, const Store& after, const Difference& difference,
                 const std::string& as_of) {
    auto& out = session.out();
    const auto& terminal = session.terminal();
    for (const auto& entity : difference.came) {
        out << terminal.styled("+", Style::green) << ' ' << after.ontology().type(entity.type).name << ' '
            << one_line(entity.name) << '\n';
    }
    for (const auto& entity : difference.went) {
        out << terminal.styled("-", Style::red) << ' ' << before.ontology().type(entity.type).name << ' '
            << one_line(entity.name) << '\n';
    }
    for (const auto& change : difference.changes) {
        const bool went = change.kind == Difference::Change::Kind::went;
        const auto& store = went ? before : after;
        const auto& edges = went ? change.before : change.after;
        const auto mark = went                                          ? terminal.styled("-", Style::red)
                        : change.kind == Difference::Change::Kind::came ? terminal.styled("+", Style::green)
                                                                        : terminal.styled("~", Style::yellow);
        if (change.kind == Difference::Change::Kind::changed) {
            auto plain = edges.front();
            plain.status = Status::asserted;
            out << mark << ' ' << edge_words(store, plain, terminal) << ": " << statuses(change.before) << " → "
                << statuses(change.after) << '\n';
        } else {
            for (const auto& edge : edges) {
                out << mark << ' ' << edge_words(store, edge, terminal) << '\n';
            }
        }
        if (evidence_shown(session) == EvidenceShown::none) {
            continue;
        }
        const auto supports = store.supports(edges.front().id, went ? std::string_view() : std::string_view(as_of));
        for (std::size_t i = 0; i < supports.size() && (i < 1 || evidence_shown(session) == EvidenceShown::all); ++i) {
            out << "    “" << one_line(as_shown(supports[i].quote)) << "”  "
                << terminal.styled(place_words(supports[i]), Style::dim) << '\n';
        }
    }
}

void print_json(Session& session, const Store& before, const Store& after, const Difference& difference,
                const std::string& as_of) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    const auto entities = [&](std::string_view name, const Store& store, const std::vector<Entity>& some) {
        json.key(name).begin_array();
        for (const auto& entity : some) {
            write_entity(json, store, entity);
        }
        json.end_array();
    };
    json.begin_object();
    entities("came", after, difference.came);
    entities("went", before, difference.went);
    json.key("changes").begin_array();
    for (const auto& change : difference.changes) {
        json.begin_object().field("kind", name_of(change.kind));
        for (const auto& [name, store, edges] :
             {std::tuple("before", &before, &change.before), std::tuple("after", &after, &change.after)}) {
            json.key(name).begin_array();
            for (const auto& edge : *edges) {
                write_fact(json, *store, edge, evidence_shown(session), store == &after ? as_of : std::string());
            }
            json.end_array();
        }
        json.end_object();
    }
    json.end_array().end_object();
    session.out() << text << '\n';
}

Exit run(Session& session) {
    const auto& arguments = session.arguments();
    const auto& files = arguments.positionals("STORE");
    const bool by_date = arguments.has("from") || arguments.has("to");
    if (by_date == !files.empty() || (!by_date && files.size() != 2)) {
        throw UsageError("either two stores, or --from and --to");
    }
    const auto open = [&](const std::filesystem::path& path) {
        return Store::open(path, Store::Mode::read, session.pack(), session.ontology(), session.lexicon());
    };
    QueryFilter old_filter;
    QueryFilter new_filter;
    if (by_date) {
        old_filter.as_of = arguments.date("from");
        new_filter.as_of = arguments.date("to");
        if (old_filter.as_of.empty()) {
            throw UsageError("--from says what to compare with");
        }
    }
    const auto before = open(by_date ? session.store_path() : std::filesystem::path(files[0]));
    const auto after = open(by_date ? session.store_path() : std::filesystem::path(files[1]));
    const auto found = difference(before, old_filter, after, new_filter);
    if (session.output() == Session::Output::json) {
        print_json(session, before, after, found, new_filter.as_of);
    } else {
        print_human(session, before, after, found, new_filter.as_of);
    }
    if (found.came.empty() && found.went.empty() && found.changes.empty()) {
        session.warn("nothing differs");
        return Exit::nothing;
    }
    return Exit::ok;
}

} // namespace

Command diff_command() {
    return {.name = "diff",
            .group = Group::questions,
            .summary = "what came, went or changed between two stores or two dates",
            .positionals = {{"STORE", "the old and the new one", Positional::Count::any}},
            .options = {{.name = "from", .metavar = "DATE", .help = "compare what was known then …"},
                        {.name = "to", .metavar = "DATE", .help = "… with what was known then", .fallback = ""},
                        {.name = "evidence",
                         .metavar = "HOW",
                         .help = "how many of the places to show; first for people, all with --json",
                         .choices = {"none", "first", "all"}}},
            .notes = "Things are the same by their keys. A relation changed where it is now said with another status.",
            .example = "jokbo diff monday.db tuesday.db\njokbo diff --from 2025-07 --to 2025-12",
            .run = run};
}

} // namespace jokbo::cli

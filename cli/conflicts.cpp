#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "graph/contradictions.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <ostream>

namespace jokbo::cli {

namespace {

std::string_view name_of(Contradiction::Kind kind) {
    return kind == Contradiction::Kind::denied ? "denied" : "several";
}

std::string_view meaning_of(const std::string& kind) {
    if (kind == "version") {
        return "a text calls two versions one";
    }
    return kind == "split" ? "a text unites what a person split" : "a text calls two known things one";
}

void print_json(Session& session, const Store& store, const std::vector<Contradiction>& found,
                const std::vector<Conflict>& names, const QueryFilter& filter) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    json.begin_object().key("contradictions").begin_array();
    for (const auto& one : found) {
        json.begin_object().field("kind", name_of(one.kind)).key("subject");
        write_entity(json, store, store.entity(one.subject).value());
        json.field("predicate", store.ontology().predicate(one.predicate).name).key("sides").begin_array();
        for (const auto& side : one.sides) {
            write_fact(json, store, side, evidence_shown(session), filter.as_of);
        }
        json.end_array().end_object();
    }
    json.end_array().key("names").begin_array();
    for (const auto& conflict : names) {
        json.begin_object()
            .field("kind", conflict.kind)
            .field("type", conflict.type)
            .field("a", conflict.a)
            .field("b", conflict.b);
        json.key("documents").begin_array();
        for (const auto& document : conflict.documents) {
            json.value(document);
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    session.out() << text << '\n';
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto filter = filter_of(session);
    const auto found = contradictions(store, session.pack(), filter);
    const auto names = filter.relations.empty() ? store.conflicts() : std::vector<Conflict>();
    auto& out = session.out();
    const auto& terminal = session.terminal();
    if (session.output() == Session::Output::json) {
        print_json(session, store, found, names, filter);
    } else {
        for (const auto& one : found) {
            out << terminal.styled(one_line(store.entity(one.subject).value().name), Style::bold) << ' '
                << store.ontology().predicate(one.predicate).name << ": " << words_of(one) << '\n';
            for (const auto& side : one.sides) {
                out << "  " << confidence_words(side.confidence) << "  " << edge_words(store, side, terminal) << '\n';
                if (evidence_shown(session) != EvidenceShown::none) {
                    for (const auto& support : store.supports(side.id, filter.as_of)) {
                        out << "        “" << one_line(as_shown(support.quote)) << "”\n        "
                            << terminal.styled(place_words(support), Style::dim) << '\n';
                        if (evidence_shown(session) == EvidenceShown::first) {
                            break;
                        }
                    }
                }
            }
            out << '\n';
        }
        for (const auto& conflict : names) {
            out << fmt::format("{} “{}” = “{}”: {}, and nothing was united ({})\n", conflict.type, one_line(conflict.a),
                               one_line(conflict.b), meaning_of(conflict.kind), fmt::join(conflict.documents, ", "));
        }
    }
    if (found.empty() && names.empty()) {
        session.warn("nothing contradicts itself");
        return Exit::nothing;
    }
    return Exit::ok;
}

} // namespace

Command conflicts_command() {
    return {.name = "conflicts",
            .group = Group::curation,
            .summary = "where texts contradict each other, each side with its evidence",
            .options = question_options(),
            .notes = "Two kinds of edges: what some say and others deny, and several values of what a thing has one of "
                     "(licence, parent,\n"
                     "parameters …; graph/single.tsv lists them). And, unless --relation asks for less, names that a "
                     "text unites though they stand\n"
                     "for different things.",
            .example = "jokbo conflicts --evidence all",
            .run = run};
}

} // namespace jokbo::cli

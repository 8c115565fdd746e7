#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "graph/paths.hpp"
#include "schema/error.hpp"

#include <fmt/core.h>

#include <ostream>

namespace jokbo::cli {

namespace {

/// Every way is sought among all that were found before: more would take long, and there may be more than memory holds.
constexpr std::size_t most_ways = 1000;

void print_way(std::ostream& out, const View& view, NodeId at, const Way& way, std::size_t number, Notes& notes,
               const Terminal& terminal) {
    constexpr std::size_t most_edges = 3;
    out << number << ". " << way.hops.size() << (way.hops.size() == 1 ? " hop" : " hops") << ", belief "
        << confidence_words(way.belief) << '\n';
    for (const Way::Hop& hop : way.hops) {
        for (std::size_t i = 0; i < hop.edges.size() && i < most_edges; ++i) {
            const EdgeId edge = hop.edges[i];
            out << (i == 0 ? "   " : "   also ") << step_words(view, edge, at, terminal) << "  "
                << confidence_words(static_cast<double>(view.edge(edge).confidence)) << notes.mark(edge) << '\n';
        }
        if (hop.edges.size() > most_edges) {
            out << "   also " << hop.edges.size() - most_edges << " more\n";
        }
        at = hop.to;
    }
}

void write_way(JsonWriter& json, const View& view, const Way& way, EvidenceShown shown) {
    json.begin_object().key("belief");
    write_confidence(json, way.belief);
    json.key("hops").begin_array();
    for (const Way::Hop& hop : way.hops) {
        json.begin_object().key("to");
        write_node(json, view, hop.to);
        json.key("edges");
        write_path(json, view, hop.edges, shown);
        json.end_object();
    }
    json.end_array().end_object();
}

/// All but where something lies: that two companies sit in one country ties them to each other by nothing.
std::vector<PredicateId> connecting_relations(const Ontology& ontology) {
    std::vector<PredicateId> relations;
    for (const Predicate& predicate : ontology.predicates()) {
        if (predicate.kind == Predicate::Kind::relation && predicate.name != "located_in") {
            relations.push_back(predicate.id);
        }
    }
    return relations;
}

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const std::size_t count = session.arguments().number("k", 1);
    if (count > most_ways) {
        throw UsageError(fmt::format("--k is at most {}: there are more ways than anyone can look at", most_ways));
    }
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    const NodeId from = node_named(store, view, session.arguments().positional("A"));
    const NodeId to = node_named(store, view, session.arguments().positional("B"));
    if (from == to) {
        throw UsageError(fmt::format("both names stand for {}; give two that differ", view.node(from).name));
    }
    EdgeFilter edges(filter);
    if (filter.relations.empty()) {
        edges.set_relations(connecting_relations(session.ontology()));
    }
    edges.statuses = statuses_of(filter, {Status::asserted, Status::planned, Status::alleged});
    const auto ways = best_ways(view, from, to, count, edges, depth_of(session));
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_object().key("from");
            write_node(json, view, from);
            json.key("to");
            write_node(json, view, to);
            json.key("ways").begin_array();
            for (const Way& way : ways) {
                write_way(json, view, way, evidence_shown(session));
            }
            json.end_array().end_object();
        });
    } else if (ways.empty()) {
        session.out() << "nothing that was read connects " << node_words(view, from, session.terminal()) << " and "
                      << node_words(view, to, session.terminal())
                      << (session.arguments().has("depth") ? " within so few hops" : "") << '\n';
    } else {
        Notes notes(view, evidence_shown(session));
        for (const Way& way : ways) {
            print_way(session.out(), view, from, way, static_cast<std::size_t>(&way - ways.data()) + 1, notes,
                      session.terminal());
        }
        notes.print(session.out(), session.terminal());
    }
    return ways.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command path_command() {
    return {.name = "path",
            .group = Group::dependencies,
            .summary = "how two entities are connected",
            .positionals = {{"A", "where to start: a name or key, or Type:name"}, {"B", "where to arrive"}},
            .options = question_options(
                {{.name = "k", .metavar = "N", .help = "the N best connections", .fallback = "1"}, depth_option()}),
            .notes = "Edges are followed in either direction. The best connection is that of the fewest hops, then of "
                     "the fewest hops\n"
                     "that are not asserted, then the best believed one. What is denied or ended connects nothing "
                     "unless --status asks\n"
                     "for it, nor does lying in the same place unless --relation does.",
            .example = "jokbo path KT OpenAI --k 3",
            .run = run};
}

} // namespace jokbo::cli

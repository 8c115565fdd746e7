#include "graph/match.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string column_name(const Pattern& pattern, std::size_t index) {
    const std::string& variable = pattern.nodes[index].variable;
    return variable.empty() ? "(" + std::to_string(index + 1) + ")" : variable;
}

void print_matches(Session& session, const View& view, const Pattern& pattern,
                   const std::vector<PatternMatch>& matches) {
    Notes notes(view, evidence_shown(session));
    std::vector<Column> columns;
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
        columns.push_back({column_name(pattern, i), Column::Align::left, Column::Fit::shrink});
    }
    if (evidence_shown(session) != EvidenceShown::none && !pattern.edges.empty()) {
        columns.push_back({"evidence"});
    }
    Table table(std::move(columns));
    for (const PatternMatch& match : matches) {
        std::vector<Cell> cells;
        for (const NodeId node : match.nodes) {
            cells.emplace_back(std::string(view.node(node).name));
        }
        std::string marks;
        for (const auto& edges : match.edges) {
            marks += notes.marks(edges);
        }
        if (!marks.empty()) {
            cells.emplace_back(marks.substr(1));
        }
        table.add(std::move(cells));
    }
    table.print(session.out(), session.terminal());
    notes.print(session.out(), session.terminal());
}

void write_matches(JsonWriter& json, const View& view, const Pattern& pattern, const std::vector<PatternMatch>& matches,
                   EvidenceShown shown) {
    json.begin_array();
    for (const PatternMatch& match : matches) {
        json.begin_object().key("nodes").begin_object();
        for (std::size_t i = 0; i < match.nodes.size(); ++i) {
            json.key(column_name(pattern, i));
            write_node(json, view, match.nodes[i]);
        }
        json.end_object().key("edges").begin_array();
        for (std::size_t i = 0; i < match.edges.size(); ++i) {
            json.begin_object().field("from", column_name(pattern, pattern.edges[i].from));
            json.field("to", column_name(pattern, pattern.edges[i].to));
            if (!pattern.edges[i].variable.empty()) {
                json.field("variable", pattern.edges[i].variable);
            }
            json.key("edges");
            write_path(json, view, match.edges[i], shown);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const Pattern pattern = parse_pattern(session.arguments().positional("PATTERN"), session.ontology());
    const std::size_t most = session.arguments().number("top", 1);
    const Store store = open_for_reading(session);
    // Without edges in the pattern, entities that have none are asked for as well; the filter then only drops edges.
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    EdgeFilter edges(filter);
    edges.statuses = statuses_of(filter, {Status::asserted});
    auto matches = find_matches(view, pattern, edges, most + 1);
    const bool more = matches.size() > most;
    matches.resize(std::min(matches.size(), most));
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_object().key("matches");
            write_matches(json, view, pattern, matches, evidence_shown(session));
            json.field("more", more).end_object();
        });
    } else if (matches.empty()) {
        session.out() << "nothing matches\n";
    } else {
        print_matches(session, view, pattern, matches);
        if (more) {
            session.out() << "\nthere are more; --top shows more than " << most << '\n';
        }
    }
    return matches.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command match_command() {
    return {.name = "match",
            .group = Group::dependencies,
            .summary = "find a pattern of entities and relations",
            .positionals = {{"PATTERN", "a path pattern of ISO GQL, as far as it goes"}},
            .options = question_options({top_option("100")}),
            .notes = "Nodes: (variable:Type|Type {name: \"…\", country: CN, parameters: 72000000000}). Edges: "
                     "-[based_on|version_of]->,\n"
                     "<-[uses]-, ~[partners_with]~ or -[…]- either way, --> for any; repeated with + * {m,n}, which "
                     "yields a shortest\n"
                     "way; with {status: planned, how: distilled, component: tokenizer}. Several patterns stand after "
                     "commas; a variable\n"
                     "that stands twice is the same entity. Only asserted edges match unless --status or the pattern "
                     "asks for others.\n"
                     "Names are compared as look-ups do, in any spelling.",
            .example =
                "jokbo match \"(m:Model)-[based_on+]->(b:Model)-[developed_by]->(o:Organization {country: CN})\"\n"
                "jokbo match \"(a:Organization)~[partners_with]~(b)<-[developed_by]-(m:Model {name: 'SOTA K'})\"",
            .run = run};
}

} // namespace jokbo::cli

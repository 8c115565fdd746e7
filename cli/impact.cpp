#include "graph/impact.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>
#include <utility>

namespace jokbo::cli {

namespace {

/// How many makers or substitutes are named in a row.
constexpr std::size_t named_in_row = 3;

std::string substitutes_words(const View& view, const Hit& hit) {
    std::vector<NodeId> others;
    for (const EdgeId edge : hit.substitutes) {
        const View::Edge known = view.edge(edge);
        others.push_back(known.subject == hit.reached.node ? known.object : known.subject);
    }
    return names_words(view, others, named_in_row);
}

void print_summary(std::ostream& out, const View& view, NodeId start, Change change, const std::vector<Hit>& hits,
                   const Terminal& terminal) {
    std::map<TypeId, std::size_t> counts;
    std::size_t facts = 0;
    for (const Hit& hit : hits) {
        ++counts[view.node(hit.reached.node).type];
        facts += hit.reached.standing == Status::asserted ? 1 : 0;
    }
    out << node_words(view, start, terminal) << ", "
        << (change == Change::any ? std::string("whatever happens to it") : fmt::format("if {}", name_of(change)))
        << ": " << hits.size() << " hit, " << facts << " of them by what is asserted throughout (";
    std::string words;
    for (const auto& [type, count] : counts) {
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, view.ontology().type(type).name);
    }
    out << words << ")\n\n";
}

/// For people: by hops, then type, then name.
std::vector<Hit> by_name(const View& view, std::vector<Hit> hits) {
    std::ranges::stable_sort(hits, {}, [&](const Hit& hit) {
        const View::Node node = view.node(hit.reached.node);
        return std::tuple(hit.reached.hops(), node.type, node.name);
    });
    return hits;
}

void print_hits(Session& session, const View& view, NodeId start, const std::vector<Hit>& hits) {
    Notes notes(view, evidence_shown(session));
    Table table({{"hops", Column::Align::right},
                 {"what"},
                 {"type"},
                 {"standing"},
                 {"by", Column::Align::left, Column::Fit::shrink},
                 {"how", Column::Align::left, Column::Fit::shrink},
                 {"else", Column::Align::left, Column::Fit::shrink}});
    for (const Hit& hit : by_name(view, hits)) {
        const View::Node node = view.node(hit.reached.node);
        const bool fact = hit.reached.standing == Status::asserted;
        table.add({std::to_string(hit.reached.hops()),
                   {std::string(node.name), fact ? Style::bold : Style::plain},
                   view.ontology().type(node.type).name,
                   {std::string(jokbo::name_of(hit.reached.standing)), fact ? Style::plain : Style::yellow},
                   names_words(view, hit.makers, named_in_row),
                   chain_words(view, start, hit.reached.path) + notes.marks({hit.reached.path.back()}),
                   substitutes_words(view, hit)});
    }
    table.print(session.out(), session.terminal());
    notes.print(session.out(), session.terminal());
}

void write_hits(JsonWriter& json, const View& view, NodeId start, Change change, const std::vector<Hit>& hits,
                EvidenceShown shown) {
    json.begin_object().key("start");
    write_node(json, view, start);
    json.field("if", jokbo::name_of(change)).key("hit").begin_array();
    for (const Hit& hit : hits) {
        json.begin_object().key("entity");
        write_node(json, view, hit.reached.node);
        json.field("hops", std::uint64_t{hit.reached.hops()}).field("standing", jokbo::name_of(hit.reached.standing));
        json.key("weakest");
        write_confidence(json, static_cast<double>(hit.reached.weakest));
        json.key("makers");
        write_nodes(json, view, hit.makers);
        json.key("path");
        write_path(json, view, hit.reached.path, shown);
        json.key("substitutes");
        write_path(json, view, hit.substitutes, shown);
        json.end_object();
    }
    json.end_array().end_object();
}

Exit run(Session& session) {
    QueryFilter filter = filter_of(session);
    const std::string& word = session.arguments().value("if");
    const Change change = word.empty() ? Change::any : change_named(word).value();
    ImpactRules rules = impact_rules(session.pack(), session.ontology(), change);
    WalkLimits limits = walk_limits(session, filter);
    // Who makes what is hit is told whatever --relation says of the walk.
    EdgeFilter walked;
    walked.set_relations(std::exchange(filter.relations, {}));
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    const NodeId start = node_named(store, view, session.arguments().positional("NAME"));
    limits.passes = [&](EdgeId edge) { return walked.admits(view.edge(edge).predicate); };
    const auto hits = assess_impact(view, start, rules, limits);
    if (session.output() == Session::Output::json) {
        print_json(session.out(),
                   [&](JsonWriter& json) { write_hits(json, view, start, change, hits, evidence_shown(session)); });
    } else if (hits.empty()) {
        session.out() << node_words(view, start, session.terminal()) << ": nothing is stated that it would hit\n";
    } else {
        print_summary(session.out(), view, start, change, hits, session.terminal());
        print_hits(session, view, start, hits);
    }
    return hits.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command impact_command() {
    return {.name = "impact",
            .group = Group::dependencies,
            .summary = "what is hit if an entity changes",
            .positionals = {{"NAME", "a model, company, dataset, chip, licence …: a name or key, or Type:name"}},
            .options = question_options({{.name = "if",
                                          .metavar = "CHANGE",
                                          .help = "what happens to it; anything where not given",
                                          .choices = {"licence", "withdrawn", "sanctioned", "acquired"}},
                                         depth_option()}),
            .notes = "Who is hit by what stands in a table of its own, graph/impact.tsv, which --pack may replace. "
                     "\"by\" names the makers as\n"
                     "stated for an entity or its family; \"else\" what it could rest on instead: another base, "
                     "dataset, chip or supplier\n"
                     "that is asserted and not hit itself.",
            .example = "jokbo impact \"Qwen 2.5\" --if licence\njokbo impact NVIDIA --if sanctioned --depth 3",
            .run = run};
}

} // namespace jokbo::cli

#include "graph/impact.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"
#include "graph/countries.hpp"

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

/// What changes: one entity, or all that is known to be of a country.
struct Asked {
    std::vector<NodeId> starts;
    std::string country; ///< its code; empty: one entity
};

/// The code of the country that is meant, unless the name stands for something other than a place.
std::string country_meant(const Store& store, const std::string& name) {
    std::vector<Entity> bearers;
    if (auto entity = store.entity_with_key(name)) {
        bearers.push_back(std::move(*entity));
    } else {
        for (Found& found : store.find(name)) {
            bearers.push_back(std::move(found.entity));
        }
    }
    const TypeId place = store.ontology().type_named("Place");
    const bool may_be = std::ranges::all_of(bearers, [&](const Entity& entity) { return entity.type == place; });
    return may_be ? country_code(store.lexicon(), store.ontology(), name) : std::string();
}

/// A country's code or name stands for all that is of it.
Asked asked_for(const Store& store, const View& view, const std::string& name) {
    Asked asked{{}, country_meant(store, name)};
    for (std::uint32_t node = 0; node < view.node_count() && !asked.country.empty(); ++node) {
        if (view.node({node}).country == asked.country) {
            asked.starts.push_back({node});
        }
    }
    if (asked.starts.empty()) {
        asked = {{node_named(store, view, name)}, {}};
    }
    return asked;
}

std::string asked_words(const View& view, const Asked& asked, const Terminal& terminal) {
    return asked.country.empty() ? node_words(view, asked.starts.front(), terminal)
                                 : fmt::format("all that is known to be of {}", asked.country);
}

std::string substitutes_words(const View& view, const Hit& hit) {
    std::vector<NodeId> others;
    for (const EdgeId edge : hit.substitutes) {
        const View::Edge known = view.edge(edge);
        others.push_back(known.subject == hit.reached.node ? known.object : known.subject);
    }
    return names_words(view, others, named_in_row);
}

void print_summary(std::ostream& out, const View& view, const Asked& asked, Change change, const std::vector<Hit>& hits,
                   const Terminal& terminal) {
    std::map<TypeId, std::size_t> counts;
    std::size_t facts = 0;
    for (const Hit& hit : hits) {
        ++counts[view.node(hit.reached.node).type];
        facts += hit.reached.standing == Status::asserted ? 1 : 0;
    }
    out << asked_words(view, asked, terminal) << ", "
        << (change == Change::any ? std::string("whatever happens to it") : fmt::format("if {}", name_of(change)))
        << ": " << hits.size() << " hit, " << facts << " of them by what is asserted throughout (";
    std::string words;
    for (const auto& [type, count] : counts) {
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, view.ontology().type(type).name);
    }
    out << words << ")\n";
    if (!asked.country.empty()) {
        out << "of " << asked.country << ": " << names_words(view, asked.starts) << '\n';
    }
    out << '\n';
}

/// For people: by hops, then type, then name.
std::vector<Hit> by_name(const View& view, std::vector<Hit> hits) {
    std::ranges::stable_sort(hits, {}, [&](const Hit& hit) {
        const View::Node node = view.node(hit.reached.node);
        return std::tuple(hit.reached.hops(), node.type, node.name);
    });
    return hits;
}

void print_hits(Session& session, const View& view, const std::vector<Hit>& hits) {
    Notes notes(view, evidence_shown(session));
    Table table({{"hops", Column::Align::right},
                 {"what"},
                 {"type"},
                 {"standing"},
                 {"by", Column::Align::left, Column::Fit::shrink},
                 {"how", Column::Align::left, Column::Fit::below},
                 {"else", Column::Align::left, Column::Fit::shrink}});
    for (const Hit& hit : by_name(view, hits)) {
        const View::Node node = view.node(hit.reached.node);
        const bool fact = hit.reached.standing == Status::asserted;
        table.add({std::to_string(hit.reached.hops()),
                   {std::string(node.name), fact ? Style::bold : Style::plain},
                   view.ontology().type(node.type).name,
                   {std::string(jokbo::name_of(hit.reached.standing)), fact ? Style::plain : Style::yellow},
                   names_words(view, hit.makers, named_in_row),
                   way_words(view, hit.reached) + notes.mark(hit.reached.path.back()),
                   substitutes_words(view, hit)});
    }
    table.print(session.out(), session.terminal());
    notes.print(session.out(), session.terminal());
}

template <class HandOn>
void write_hits(JsonWriter& json, const HandOn& hand_on, const View& view, const Asked& asked, Change change,
                const std::vector<Hit>& hits, EvidenceShown shown) {
    json.begin_object();
    if (asked.country.empty()) {
        json.key("start");
        write_node(json, view, asked.starts.front());
    } else {
        json.field("country", asked.country).key("starts");
        write_nodes(json, view, asked.starts);
    }
    json.field("if", jokbo::name_of(change)).key("hit").begin_array();
    for (const Hit& hit : hits) {
        json.begin_object().key("entity");
        write_node(json, view, hit.reached.node);
        json.field("hops", std::uint64_t{hit.reached.hops()}).field("standing", jokbo::name_of(hit.reached.standing));
        json.key("weakest");
        write_confidence(json, static_cast<double>(hit.reached.weakest));
        json.key("makers");
        write_nodes(json, view, hit.makers);
        write_way(json, view, hit.reached, [&](EdgeId edge) { write_edge(json, view, edge, shown); });
        json.key("substitutes");
        write_path(json, view, hit.substitutes, shown);
        json.end_object();
        hand_on();
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
    const Asked asked = asked_for(store, view, session.arguments().positional("NAME"));
    limits.passes = [&](EdgeId edge) { return walked.admits(view.edge(edge).predicate); };
    const auto hits = assess_impact_of_all(view, asked.starts, rules, limits);
    if (session.output() == Session::Output::json) {
        print_long_json(session.out(), [&](JsonWriter& json, const auto& hand_on) {
            write_hits(json, hand_on, view, asked, change, hits, evidence_shown(session));
        });
    } else if (hits.empty()) {
        session.out() << asked_words(view, asked, session.terminal()) << ": nothing is stated that it would hit\n";
    } else {
        print_summary(session.out(), view, asked, change, hits, session.terminal());
        print_hits(session, view, hits);
    }
    return hits.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command impact_command() {
    return {
        .name = "impact",
        .group = Group::dependencies,
        .summary = "what is hit if an entity changes",
        .positionals =
            {{"NAME",
              "a model, company, dataset, chip, licence …: a name or key, or Type:name; or a country, as China or CN"}},
        .options = question_options({{.name = "if",
                                      .metavar = "CHANGE",
                                      .help = "what happens to it; anything where not given",
                                      .choices = {"licence", "withdrawn", "sanctioned", "acquired"}},
                                     depth_option()}),
        .notes =
            "Who is hit by what stands in a table of its own, graph/impact.tsv, which --pack may replace. "
            "\"by\" names the makers as\n"
            "stated for an entity or its family; \"else\" what it could rest on instead: another base, "
            "dataset, chip or supplier\n"
            "that is asserted and not hit itself. A country stands for all that is known to be of it, whether or not a "
            "text says where\n"
            "it lies; Place:China for what texts say lies there.",
        .example = "jokbo impact \"Qwen 2.5\" --if licence\njokbo impact NVIDIA --if sanctioned --depth 3\njokbo "
                   "impact CN --if sanctioned",
        .run = run};
}

} // namespace jokbo::cli

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string value_words(Measure by, double value) {
    return by == Measure::degree || by == Measure::downstream ? fmt::format("{:.0f}", value)
                                                              : fmt::format("{:.5f}", value);
}

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const TypeSet types = types_of(session);
    const Measure by = measure_named(session.arguments().value("by")).value();
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    EdgeFilter edges(filter);
    edges.statuses = statuses_of(filter, {Status::asserted});
    if (by == Measure::downstream && filter.relations.empty()) {
        edges.set_relations(lineage_relations(session.ontology()));
    }
    auto ranked = measure(view, by, edges);
    std::erase_if(ranked, [&](const Measured& one) {
        return one.value <= 0 || (!types.empty() && !types.has(view.node(one.node).type));
    });
    ranked.resize(std::min(ranked.size(), session.arguments().number("top", 1)));
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_object().field("by", name_of(by)).key("ranked").begin_array();
            for (const Measured& one : ranked) {
                json.begin_object().key("entity");
                write_node(json, view, one.node);
                json.field("value", one.value).end_object();
            }
            json.end_array().end_object();
        });
    } else if (ranked.empty()) {
        session.out() << "nothing to rank within these limits\n";
    } else {
        Table table({{"", Column::Align::right}, {"what"}, {"type"}, {std::string(name_of(by)), Column::Align::right}});
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            const View::Node node = view.node(ranked[i].node);
            table.add({std::to_string(i + 1),
                       {std::string(node.name), Style::bold},
                       view.ontology().type(node.type).name,
                       value_words(by, ranked[i].value)});
        }
        table.print(session.out(), session.terminal());
    }
    return ranked.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command rank_command() {
    return {
        .name = "rank",
        .group = Group::dependencies,
        .summary = "the most important entities by a measure of the network",
        .options = network_options({{.name = "by",
                                     .metavar = "MEASURE",
                                     .help = "the measure",
                                     .fallback = "pagerank",
                                     .choices = {"pagerank", "betweenness", "degree", "downstream"}},
                                    type_option(),
                                    top_option("20")}),
        .notes = "pagerank: pointed at by what is pointed at (damping 0.85, sums to 1). betweenness: the part of all "
                 "shortest ways\n"
                 "that lead through, from subject to object. degree: entities it has an edge with. downstream: "
                 "entities that depend\n"
                 "on it over any number of hops. Only asserted edges count unless --status says otherwise; --type "
                 "chooses what is\n"
                 "listed, --relation what is measured.",
        .example =
            "jokbo rank --by downstream --type Model\njokbo rank --by betweenness --relation partners_with,invests_in",
        .run = run};
}

} // namespace jokbo::cli

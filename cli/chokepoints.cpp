#include "graph/chokepoints.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

/// How much of what hangs on a chokepoint is named to people.
constexpr std::size_t examples = 4;

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const TypeSet types = types_of(session);
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    EdgeFilter edges(filter);
    edges.statuses = statuses_of(filter, {Status::asserted});
    edges.set_relations(filter.relations.empty() ? lineage_relations(session.ontology()) : filter.relations);
    Chokepoints found = find_chokepoints(view, edges);
    auto& points = found.points;
    std::erase_if(points,
                  [&](const Chokepoint& point) { return !types.empty() && !types.has(view.node(point.node).type); });
    points.resize(std::min(points.size(), session.arguments().number("top", 1)));
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_array();
            for (const Chokepoint& point : points) {
                json.begin_object().key("entity");
                write_node(json, view, point.node);
                json.key("dominates");
                write_nodes(json, view, found.dominated_by(point.node));
                json.field("cuts_off", std::uint64_t{point.cut_off}).end_object();
            }
            json.end_array();
        });
    } else if (points.empty()) {
        session.out() << "no chokepoints: nothing that was read rests on a single other thing\n";
    } else {
        Table table({{"dominates", Column::Align::right},
                     {"cuts off", Column::Align::right},
                     {"what"},
                     {"type"},
                     {"among them", Column::Align::left, Column::Fit::shrink}});
        for (const Chokepoint& point : points) {
            const View::Node node = view.node(point.node);
            table.add({std::to_string(point.dominates),
                       std::to_string(point.cut_off),
                       {std::string(node.name), Style::bold},
                       view.ontology().type(node.type).name,
                       names_words(view, found.dominated_by(point.node), examples)});
        }
        table.print(session.out(), session.terminal());
    }
    return points.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command chokepoints_command() {
    return {.name = "chokepoints",
            .group = Group::dependencies,
            .summary = "single points of failure",
            .options = network_options({type_option(), top_option("20")}),
            .notes = "An entity dominates what rests on it whichever of its stated dependencies one follows down to "
                     "the ground: the\n"
                     "dominators of the graph of dependencies. It cuts off what loses its connection with the larger "
                     "part of the network\n"
                     "if it goes: the articulation points. Only asserted edges count unless --status says otherwise. "
                     "The evidence\n"
                     "behind the hops: jokbo downstream.",
            .example = "jokbo chokepoints --top 10\njokbo chokepoints --type Model --relation based_on,version_of",
            .run = run};
}

} // namespace jokbo::cli

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"
#include "graph/view_reader.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>
#include <vector>

namespace jokbo::cli {

namespace {

Exit run(Session& session) {
    Selection selection;
    selection.filter = filter_of(session);
    const TypeSet types = types_of(session);
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const Entity entity = store.entity_named(session.arguments().positional("NAME"));
    selection.around = {entity.id};
    const View view = read_view(store, selection);
    const NodeId start = view.find_key(entity.key).value();
    std::vector<EdgeId> edges;
    const auto keep = [&](EdgeId id) {
        const View::Edge edge = view.edge(id);
        if (types.empty() || types.has(view.node(edge.subject == start ? edge.object : edge.subject).type)) {
            edges.push_back(id);
        }
    };
    std::ranges::for_each(view.out(start), keep);
    std::ranges::for_each(view.in(start), keep);
    std::ranges::stable_sort(edges, {}, [&](EdgeId id) {
        const View::Edge edge = view.edge(id);
        const NodeId other = edge.subject == start ? edge.object : edge.subject;
        return std::tuple(edge.predicate, edge.subject != start, weakness(edge.status), view.node(other).name);
    });
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_object().key("entity");
            write_node(json, view, start);
            json.key("edges");
            write_path(json, view, edges, evidence_shown(session));
            json.end_object();
        });
    } else if (edges.empty()) {
        session.out() << node_words(view, start, session.terminal()) << ": no neighbours within these limits\n";
    } else {
        session.out() << node_words(view, start, session.terminal()) << '\n';
        Notes notes(view, evidence_shown(session));
        for (const EdgeId edge : edges) {
            const bool along = view.edge(edge).subject == start;
            session.out() << "  "
                          << hop_words(view, edge, along ? Standpoint::subject : Standpoint::object, session.terminal())
                          << notes.mark(edge) << '\n';
        }
        notes.print(session.out(), session.terminal());
    }
    return edges.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command neighbours_command() {
    return {.name = "neighbours",
            .group = Group::dependencies,
            .summary = "what an entity is directly connected with",
            .positionals = {{"NAME", "a name or key of the entity, or Type:name"}},
            .options = question_options({type_option()}),
            .notes = "By relation, the entity as subject first; asserted edges before others, which are marked.",
            .example = "jokbo neighbours \"LG CNS\" --type Organization",
            .run = run};
}

} // namespace jokbo::cli

#include "graph/communities.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <vector>

namespace jokbo::cli {

namespace {

/// Members with the most neighbours first, so that a group is known by its head.
std::vector<NodeId> by_degree(std::vector<NodeId> members, const std::vector<double>& degrees) {
    std::ranges::stable_sort(members, [&](NodeId a, NodeId b) { return degrees[a.value] > degrees[b.value]; });
    return members;
}

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    EdgeFilter edges(filter);
    edges.statuses = statuses_of(filter, {Status::asserted});
    Communities communities = find_communities(view, edges);
    std::vector<double> degrees(view.node_count());
    for (const Measured& one : measure(view, Measure::degree, edges)) {
        degrees[one.node.value] = one.value;
    }
    const std::size_t all = communities.groups.size();
    communities.groups.resize(std::min(all, session.arguments().number("top", 1)));
    for (auto& members : communities.groups) {
        members = by_degree(std::move(members), degrees);
    }
    if (session.output() == Session::Output::json) {
        print_json(session.out(), [&](JsonWriter& json) {
            json.begin_object().field("modularity", communities.modularity).field("communities", std::uint64_t{all});
            json.key("largest").begin_array();
            for (const auto& members : communities.groups) {
                write_nodes(json, view, members);
            }
            json.end_array().end_object();
        });
    } else {
        session.out() << counted(all, "community", "communities") << ", modularity "
                      << fmt::format("{:.3f}", communities.modularity) << '\n';
        constexpr std::size_t most = 12;
        for (const auto& members : communities.groups) {
            session.out() << '\n' << fmt::format("{:>5}  ", members.size()) << names_words(view, members, most) << '\n';
        }
    }
    return all == 0 ? Exit::nothing : Exit::ok;
}

} // namespace

Command communities_command() {
    return {.name = "communities",
            .group = Group::dependencies,
            .summary = "who keeps company with whom",
            .options = network_options({top_option("20")}),
            .notes = "Louvain's method on the asserted edges (or those of --status), whichever way they point, "
                     "weighted by confidence.\n"
                     "Of each group those with the most neighbours come first.",
            .example = "jokbo communities --relation partners_with,invests_in,supplies",
            .run = run};
}

} // namespace jokbo::cli

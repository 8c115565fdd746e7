#include "cli/facts.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"

#include <fmt/core.h>

#include <map>
#include <ostream>

namespace jokbo::cli {

namespace {

struct Counts {
    std::map<TypeId, std::size_t> entities;
    std::map<PredicateId, std::map<Status, std::size_t>> edges;
};

Counts counts_of(const Store& store) {
    Counts counts;
    store.for_each_entity([&](const Entity& entity) { ++counts.entities[entity.type]; });
    store.for_each_edge({}, [&](const Edge& edge) { ++counts.edges[edge.predicate][edge.status]; });
    return counts;
}

constexpr Status statuses[] = {Status::asserted, Status::planned, Status::alleged, Status::denied, Status::ended};

void print_json(std::ostream& out, const Store& store, const StoreStatistics& known, const Counts& counts) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    const auto number = [&](std::string_view name, std::uint64_t value) { json.field(name, value); };
    json.begin_object();
    number("documents", known.documents);
    json.field("first_published", known.first_published).field("last_published", known.last_published);
    number("statements", known.statements);
    number("entities", known.entities);
    number("names", known.names);
    number("edges", known.edges);
    number("conflicts", known.conflicts);
    number("decisions", known.decisions);
    number("waiting", known.waiting);
    number("bytes", known.bytes);
    json.key("types").begin_object();
    for (const auto& [type, count] : counts.entities) {
        number(store.ontology().type(type).name, count);
    }
    json.end_object().key("predicates").begin_object();
    for (const auto& [predicate, by_status] : counts.edges) {
        json.key(store.ontology().predicate(predicate).name).begin_object();
        for (const auto& [status, count] : by_status) {
            number(name_of(status), count);
        }
        json.end_object();
    }
    json.end_object().end_object();
    out << text << '\n';
}

void print_human(std::ostream& out, const Terminal& terminal, const Store& store, const StoreStatistics& known,
                 const Counts& counts) {
    out << fmt::format("documents   {}", known.documents);
    if (!known.first_published.empty()) {
        out << fmt::format(", published {} to {}", known.first_published, known.last_published);
    }
    out << fmt::format("\nstatements  {}\nentities    {} under {} names\nedges       {}\n", known.statements,
                       known.entities, known.names, known.edges);
    if (known.conflicts > 0) {
        out << fmt::format("conflicts   {} (jokbo conflicts)\n", known.conflicts);
    }
    if (known.decisions > 0) {
        out << fmt::format("decisions   {} (jokbo decisions)\n", known.decisions);
    }
    if (known.waiting > 0) {
        out << fmt::format("waiting     {} documents that an interrupted run left; the next one that writes puts them "
                           "into the graph\n",
                           known.waiting);
    }
    out << fmt::format("on disk     {:.1f} MB\n", static_cast<double>(known.bytes) / 1e6);
    Table types({{"type"}, {"entities", Column::Align::right}});
    for (const auto& [type, count] : counts.entities) {
        types.add({store.ontology().type(type).name, std::to_string(count)});
    }
    Table predicates({{"relation or attribute"},
                      {"asserted", Column::Align::right},
                      {"planned", Column::Align::right},
                      {"alleged", Column::Align::right},
                      {"denied", Column::Align::right},
                      {"ended", Column::Align::right}});
    for (const auto& [predicate, by_status] : counts.edges) {
        std::vector<Cell> row = {store.ontology().predicate(predicate).name};
        for (const auto status : statuses) {
            const auto found = by_status.find(status);
            row.emplace_back(found == by_status.end() ? "" : std::to_string(found->second));
        }
        predicates.add(std::move(row));
    }
    for (const auto* table : {&types, &predicates}) {
        if (!table->empty()) {
            out << '\n';
            table->print(out, terminal);
        }
    }
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto known = store.statistics();
    const auto counts = counts_of(store);
    if (session.output() == Session::Output::json) {
        print_json(session.out(), store, known, counts);
    } else {
        print_human(session.out(), session.terminal(), store, known, counts);
    }
    return Exit::ok;
}

} // namespace

Command stats_command() {
    return {.name = "stats",
            .group = Group::store,
            .summary = "how much a store holds, by type and relation",
            .example = "jokbo stats --json",
            .run = run};
}

} // namespace jokbo::cli

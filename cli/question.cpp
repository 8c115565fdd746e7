#include "cli/question.hpp"

#include "graph/view_reader.hpp"
#include "schema/error.hpp"
#include "schema/table.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace jokbo::cli {

namespace {

constexpr std::array statuses = {Status::asserted, Status::planned, Status::alleged, Status::denied, Status::ended};

Status status_of(const std::string& word) {
    if (const auto status = status_named(word)) {
        return *status;
    }
    std::string message = "there is no status '" + word + "'";
    std::vector<std::string_view> names;
    std::ranges::transform(statuses, std::back_inserter(names), [](Status status) { return name_of(status); });
    if (const auto near = nearest(word, names); !near.empty()) {
        message += "; did you mean '" + std::string(near) + "'?";
    }
    throw UsageError(message + "\n       statuses: asserted, planned, alleged, denied, ended");
}

/// A word of the command line that the ontology lacks is a mistake in the question, not an answer to it.
template <class Look>
auto asked_for(const Look& look) {
    try {
        return look();
    } catch (const NotFound& error) {
        throw UsageError(error.what());
    }
}

} // namespace

std::vector<Option> question_options(std::vector<Option> more) {
    const std::vector<Option> shared = {
        {.name = "as-of", .metavar = "DATE", .help = "only what was published up to then: 2025, 2025-07 or 2025-07-10"},
        {.name = "status",
         .metavar = "LIST",
         .help = "only statements of these statuses: asserted, planned, alleged, denied, ended"},
        {.name = "min-confidence",
         .metavar = "NUMBER",
         .help = "only edges believed at least so much, 0 to 1",
         .fallback = "0"},
        {.name = "relation",
         .metavar = "LIST",
         .help = "only these relations, as based_on,uses; lineage: all that point at what a thing depends on"},
        {.name = "evidence",
         .metavar = "HOW",
         .help = "how many of the places to show behind a hop; first for people, all with --json",
         .choices = {"none", "first", "all"}},
    };
    more.insert(more.end(), shared.begin(), shared.end());
    return more;
}

std::vector<Option> network_options(std::vector<Option> more) {
    std::vector<Option> options = question_options(std::move(more));
    std::erase_if(options, [](const Option& option) { return option.name == "evidence"; });
    return options;
}

std::vector<std::string> listed(const Arguments& arguments, std::string_view option) {
    std::vector<std::string> words;
    for (const std::string& value : arguments.values(option)) {
        for (const std::string_view word : split(value, ',')) {
            words.emplace_back(word);
        }
    }
    return words;
}

QueryFilter filter_of(Session& session) {
    const Arguments& arguments = session.arguments();
    QueryFilter filter;
    filter.as_of = arguments.date("as-of");
    filter.min_confidence = arguments.decimal("min-confidence");
    if (filter.min_confidence < 0 || filter.min_confidence > 1) {
        throw UsageError("--min-confidence is a number from 0 to 1");
    }
    for (const std::string& word : listed(arguments, "status")) {
        filter.statuses.push_back(status_of(word));
    }
    for (const std::string& word : listed(arguments, "relation")) {
        if (word == "lineage") {
            const auto all = lineage_relations(session.ontology());
            filter.relations.insert(filter.relations.end(), all.begin(), all.end());
            continue;
        }
        const PredicateId relation = asked_for([&] { return session.ontology().predicate_named(word); });
        if (session.ontology().predicate(relation).kind != Predicate::Kind::relation) {
            throw UsageError("'" + word + "' is an attribute, not a relation");
        }
        filter.relations.push_back(relation);
    }
    return filter;
}

EvidenceShown evidence_shown(const Session& session) {
    if (!session.arguments().has("evidence")) {
        return session.output() == Session::Output::json ? EvidenceShown::all : EvidenceShown::first;
    }
    const std::string& how = session.arguments().value("evidence");
    return how == "none" ? EvidenceShown::none : how == "first" ? EvidenceShown::first : EvidenceShown::all;
}

Store open_for_reading(Session& session) {
    return Store::open_to_read(session.store_path(), session.pack(), session.ontology());
}

StatusSet statuses_of(const QueryFilter& filter, StatusSet otherwise) {
    return filter.statuses.empty() ? otherwise : EdgeFilter(filter).statuses;
}

WalkLimits walk_limits(const Session& session, const QueryFilter& filter) {
    WalkLimits limits;
    if (!filter.statuses.empty()) {
        limits.walked = EdgeFilter(filter).statuses;
        limits.shown = {};
    }
    limits.min_confidence = filter.min_confidence;
    limits.depth = depth_of(session);
    return limits;
}

View whole_view(const Store& store, QueryFilter filter) {
    filter.statuses.clear();
    Selection selection;
    selection.filter = std::move(filter);
    return read_view(store, selection);
}

NodeId node_named(const Store& store, const View& view, std::string_view name) {
    const Entity entity = store.entity_named(name);
    if (const auto node = view.find_key(entity.key)) {
        return *node;
    }
    throw NotFound("nothing is stated of '" + entity.name + "' within these limits");
}

Option type_option() {
    return {.name = "type", .metavar = "LIST", .help = "only entities of these types, as Model,Product"};
}

TypeSet types_of(Session& session) {
    TypeSet types;
    for (const std::string& word : listed(session.arguments(), "type")) {
        types.add(asked_for([&] { return session.ontology().type_named(word); }));
    }
    return types;
}

Option top_option(std::string_view fallback) {
    return {.name = "top", .metavar = "N", .help = "only the first N", .fallback = fallback};
}

Option depth_option() {
    return {.name = "depth", .metavar = "N", .help = "at most N hops; any number where not given"};
}

std::size_t depth_of(const Session& session) {
    return session.arguments().has("depth") ? session.arguments().number("depth", 1)
                                            : std::numeric_limits<std::size_t>::max();
}

} // namespace jokbo::cli

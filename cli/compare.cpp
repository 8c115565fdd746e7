#include "graph/comparing.hpp"

#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"
#include "graph/view_reader.hpp"
#include "schema/error.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

namespace {

using Aspect = Comparison::Aspect;

std::string end_words(const View& view, EdgeId id, NodeId node, Notes& notes) {
    const Status status = view.edge(id).status;
    return one_line(view.node(other_end(view, id, node)).name) +
           (status == Status::asserted ? "" : fmt::format(" ({})", name_of(status))) + notes.mark(id);
}

std::string attribute_words(const Attribute& attribute) {
    const std::string words = one_line(value_words(attribute.value));
    return attribute.status == Status::asserted ? words : words + fmt::format(" ({})", name_of(attribute.status));
}

std::string value_at(const std::vector<Attribute>& attributes, std::size_t row) {
    return row < attributes.size() ? attribute_words(attributes[row]) : std::string();
}

std::string aspect_words(const View& view, const Aspect& aspect) {
    const std::string& label = view.ontology().predicate(aspect.relation).label_en;
    return aspect.end == Aspect::End::subject ? label : label + " it";
}

void print_answer(Session& session, const View& view, NodeId a, NodeId b, const Comparison& comparison) {
    Notes notes(view, evidence_shown(session));
    const auto plain = [&](NodeId node) { return std::string(view.node(node).name); };
    Table table({{""},
                 {"both", Column::Align::left, Column::Fit::shrink},
                 {plain(a), Column::Align::left, Column::Fit::shrink},
                 {plain(b), Column::Align::left, Column::Fit::shrink}});
    for (const auto& both : comparison.values) {
        for (std::size_t i = 0; i < std::max(both.a.size(), both.b.size()); ++i) {
            table.add({i == 0 ? view.ontology().predicate(both.attribute).label_en : std::string(), "",
                       value_at(both.a, i), value_at(both.b, i)});
        }
    }
    for (const Aspect& aspect : comparison.aspects) {
        const std::size_t rows = std::max({aspect.shared.size(), aspect.only_a.size(), aspect.only_b.size()});
        for (std::size_t i = 0; i < rows; ++i) {
            std::string shared;
            if (i < aspect.shared.size()) {
                shared = end_words(view, aspect.shared[i].first, a, notes);
                const Status other = view.edge(aspect.shared[i].second).status;
                shared += (other == view.edge(aspect.shared[i].first).status
                               ? ""
                               : fmt::format(" ({} of the other)", name_of(other))) +
                          notes.mark(aspect.shared[i].second);
            }
            table.add({i == 0 ? aspect_words(view, aspect) : std::string(), shared,
                       i < aspect.only_a.size() ? end_words(view, aspect.only_a[i], a, notes) : std::string(),
                       i < aspect.only_b.size() ? end_words(view, aspect.only_b[i], b, notes) : std::string()});
        }
    }
    for (const EdgeId edge : comparison.between) {
        session.out() << arrow_words(view, edge, session.terminal()) << notes.mark(edge) << '\n';
    }
    session.out() << (comparison.between.empty() ? "" : "\n");
    table.print(session.out(), session.terminal());
    notes.print(session.out(), session.terminal());
}

void write_answer(JsonWriter& json, const View& view, NodeId a, NodeId b, const Comparison& comparison,
                  EvidenceShown shown) {
    json.begin_object().key("a");
    write_node(json, view, a);
    json.key("b");
    write_node(json, view, b);
    json.key("between");
    write_path(json, view, comparison.between, shown);
    json.key("relations").begin_array();
    for (const Aspect& aspect : comparison.aspects) {
        json.begin_object().field("relation", view.ontology().predicate(aspect.relation).name);
        json.field("as", aspect.end == Aspect::End::subject ? "subject" : "object").key("shared").begin_array();
        for (const auto& [of_a, of_b] : aspect.shared) {
            json.begin_object().key("entity");
            write_node(json, view, other_end(view, of_a, a));
            json.key("a");
            write_edge(json, view, of_a, shown);
            json.key("b");
            write_edge(json, view, of_b, shown);
            json.end_object();
        }
        json.end_array().key("only_a");
        write_path(json, view, aspect.only_a, shown);
        json.key("only_b");
        write_path(json, view, aspect.only_b, shown);
        json.end_object();
    }
    json.end_array().key("attributes").begin_array();
    for (const auto& both : comparison.values) {
        json.begin_object().field("attribute", view.ontology().predicate(both.attribute).name);
        for (const auto& [side, attributes] : {std::pair("a", &both.a), std::pair("b", &both.b)}) {
            json.key(side).begin_array();
            for (const Attribute& attribute : *attributes) {
                json.begin_object().key("value");
                write_value(json, attribute.value);
                json.field("status", name_of(attribute.status)).key("evidence");
                write_evidence(json, attribute.evidence, shown);
                json.end_object();
            }
            json.end_array();
        }
        json.end_object();
    }
    json.end_array().end_object();
}

Exit run(Session& session) {
    const QueryFilter filter = filter_of(session);
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const Entity first = store.entity_named(session.arguments().positional("A"));
    const Entity second = store.entity_named(session.arguments().positional("B"));
    if (first.id == second.id) {
        throw UsageError(fmt::format("both names stand for {}; give two that differ", first.name));
    }
    Selection around{filter, {first.id, second.id}, 1};
    around.filter.statuses.clear();
    const View view = read_view(store, around);
    const NodeId a = view.find_key(first.key).value();
    const NodeId b = view.find_key(second.key).value();
    const Comparison comparison = compare(view, a, b, EdgeFilter(filter));
    const bool nothing = comparison.aspects.empty() && comparison.values.empty() && comparison.between.empty();
    if (session.output() == Session::Output::json) {
        print_json(session.out(),
                   [&](JsonWriter& json) { write_answer(json, view, a, b, comparison, evidence_shown(session)); });
    } else if (nothing) {
        session.out() << "nothing to compare is stated of " << node_words(view, a, session.terminal()) << " and "
                      << node_words(view, b, session.terminal()) << " within these limits\n";
    } else {
        print_answer(session, view, a, b, comparison);
    }
    return nothing ? Exit::nothing : Exit::ok;
}

} // namespace

Command compare_command() {
    return {.name = "compare",
            .group = Group::dependencies,
            .summary = "two entities side by side: what they share and what not",
            .positionals = {{"A", "a name or key of an entity, or Type:name"}, {"B", "another"}},
            .options = question_options(),
            .notes = "By attribute and relation, seen from either end. What is not asserted is marked.",
            .example = "jokbo compare SKT KT\njokbo compare \"A.X 4.0\" \"믿음 2.0\" --evidence none",
            .run = run};
}

} // namespace jokbo::cli

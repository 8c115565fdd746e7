#include "cli/lineage_answer.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/tree.hpp"
#include "graph/view_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>
#include <unordered_map>

namespace jokbo::cli {

namespace {

struct Answer {
    const View& view;
    const Lineage& lineage;
    bool up;

    NodeId near_end(EdgeId id) const { return up ? view.edge(id).subject : view.edge(id).object; }
    NodeId far_end(EdgeId id) const { return up ? view.edge(id).object : view.edge(id).subject; }
};

/// Every edge of the lineage once; what an entity rests on hangs where its best path comes by.
class Drawing {
public:
    Drawing(const Answer& answer, Notes& notes, const Terminal& terminal)
        : answer_(answer), notes_(notes), terminal_(terminal) {
        for (const EdgeId edge : answer.lineage.edges) {
            below_[answer.near_end(edge)].push_back(edge);
        }
        const auto rank = [&](EdgeId id) {
            const View::Edge edge = answer.view.edge(id);
            return std::tuple(weakness(edge.status), edge.predicate, answer.view.node(answer.far_end(id)).name, id);
        };
        for (auto& [node, edges] : below_) {
            std::ranges::sort(edges, {}, rank);
        }
        for (const Reached& reached : answer.lineage.reached) {
            best_.emplace(reached.path.back(), &reached);
        }
    }

    Tree draw() {
        return {node_words(answer_.view, answer_.lineage.start, terminal_), children(answer_.lineage.start)};
    }

private:
    std::vector<Tree> children(NodeId node) {
        std::vector<Tree> trees;
        const auto found = below_.find(node);
        if (found == below_.end()) {
            return trees;
        }
        if (above_.size() >= longest_way) {
            return {{"… deeper; --json tells all of it", {}}};
        }
        above_.insert(node);
        for (const EdgeId edge : found->second) {
            trees.push_back(branch(edge));
        }
        above_.erase(node);
        return trees;
    }

    Tree branch(EdgeId edge) {
        const NodeId far = answer_.far_end(edge);
        Tree tree{hop_words(answer_.view, edge, answer_.up ? Standpoint::subject : Standpoint::object, terminal_) +
                      notes_.mark(edge),
                  {}};
        const auto best = best_.find(edge);
        if (best != best_.end()) {
            if (best->second->stated == Reached::Stated::of_its_family) {
                tree.label += terminal_.styled(" · stated of the family", Style::dim);
            }
            tree.children = children(far);
        } else if (above_.contains(far)) {
            tree.label += terminal_.styled(" ↺ a cycle", Style::red);
        } else if (below_.contains(far)) {
            tree.label += terminal_.styled(" … see there", Style::dim);
        }
        return tree;
    }

    const Answer& answer_;
    Notes& notes_;
    const Terminal& terminal_;
    std::map<NodeId, std::vector<EdgeId>> below_;
    std::map<EdgeId, const Reached*> best_;
    std::set<NodeId> above_;
};

/// The ways of not resting on anything.
enum class NotKnown { says_from_scratch, from_scratch_disputed, not_stated };

NotKnown not_known(const View& view, NodeId node) {
    const auto from_scratch = view.ontology().find_predicate("from_scratch");
    bool said = false;
    bool doubted = false;
    for (const Attribute& attribute : view.attributes(node)) {
        if (attribute.predicate == from_scratch) {
            const bool yes = attribute.value == Value(true);
            (yes && attribute.status == Status::asserted ? said : doubted) = true;
        }
    }
    return said && doubted ? NotKnown::from_scratch_disputed
         : said            ? NotKnown::says_from_scratch
                           : NotKnown::not_stated;
}

std::string_view name_of(NotKnown how) {
    switch (how) {
    case NotKnown::says_from_scratch: return "says_from_scratch";
    case NotKnown::from_scratch_disputed: return "from_scratch_disputed";
    case NotKnown::not_stated: return "not_stated";
    }
    return "";
}

std::string_view words_of(NotKnown how) {
    switch (how) {
    case NotKnown::says_from_scratch: return "no dependency is stated; it is said to be made from scratch";
    case NotKnown::from_scratch_disputed:
        return "no dependency is stated; that it is made from scratch is said and disputed";
    case NotKnown::not_stated: return "no dependency is stated";
    }
    return "";
}

void print_summary(std::ostream& out, const Answer& answer) {
    std::map<int, std::pair<Status, std::size_t>> counts;
    for (const Reached& reached : answer.lineage.reached) {
        auto& count = counts[weakness(reached.standing)];
        count = {reached.standing, count.second + 1};
    }
    out << '\n' << answer.lineage.reached.size() << (answer.up ? " upstream: " : " downstream: ");
    std::string words;
    for (const auto& [rank, count] : counts) {
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count.second, jokbo::name_of(count.first));
    }
    out << words << '\n';
    for (const auto& cycle : answer.lineage.cycles) {
        std::string round;
        for (std::size_t i = 0; i < std::min(cycle.size(), longest_way); ++i) {
            round += one_line(answer.view.node(answer.view.edge(cycle[i]).subject).name) + " → ";
        }
        round += cycle.size() > longest_way ? fmt::format("… {} more … → ", cycle.size() - longest_way) : "";
        out << "cycle: " << round << one_line(answer.view.node(answer.view.edge(cycle.front()).subject).name) << '\n';
    }
}

/// Whether what was not found may lie outside of what was asked for.
std::string_view within_limits(const LineageQuestion& question, const QueryFilter& filter) {
    const bool limited = !filter.as_of.empty() || !filter.statuses.empty() || !filter.relations.empty() ||
                         filter.min_confidence > 0 || question.depth != LineageQuestion{}.depth;
    return limited ? " within these limits" : "";
}

/// Where a lineage is empty, other relations may be what was looked for.
void tell_what_else(Session& session, const Store& store, const Entity& entity) {
    std::size_t others = 0;
    for (const auto direction : {Store::Direction::out, Store::Direction::in}) {
        store.for_each_link_of(entity.id, direction, {}, [&](const Link&) { ++others; });
    }
    if (others > 0 && !session.quiet()) {
        session.out() << "see what is: jokbo neighbours \"" << session.arguments().positional("NAME") << "\" ("
                      << counted(others, "relation", "relations") << ")\n";
    }
}

template <class HandOn>
void write_answer(JsonWriter& json, const HandOn& hand_on, const Answer& answer, EvidenceShown shown) {
    json.begin_object().key("start");
    write_node(json, answer.view, answer.lineage.start);
    json.field("direction", answer.up ? "upstream" : "downstream");
    if (answer.lineage.reached.empty() && answer.up) {
        json.field("not_known", name_of(not_known(answer.view, answer.lineage.start)));
    }
    std::unordered_map<EdgeId, std::size_t> numbers;
    for (const EdgeId edge : answer.lineage.edges) {
        numbers.emplace(edge, numbers.size());
    }
    const auto write_number = [&](EdgeId edge) { json.value(std::uint64_t{numbers.at(edge)}); };
    json.key("reached").begin_array();
    for (const Reached& reached : answer.lineage.reached) {
        json.begin_object().key("entity");
        write_node(json, answer.view, reached.node);
        json.field("hops", std::uint64_t{reached.hops()}).field("standing", jokbo::name_of(reached.standing));
        json.key("weakest");
        write_confidence(json, static_cast<double>(reached.weakest));
        json.field("stated_of", reached.stated == Reached::Stated::of_itself ? "itself" : "its_family");
        write_way(json, answer.view, reached, write_number);
        json.end_object();
        hand_on();
    }
    json.end_array().key("edges").begin_array();
    for (const EdgeId edge : answer.lineage.edges) {
        write_edge(json, answer.view, edge, shown);
        hand_on();
    }
    json.end_array().key("cycles").begin_array();
    for (const auto& cycle : answer.lineage.cycles) {
        json.begin_array();
        std::ranges::for_each(cycle, write_number);
        json.end_array();
    }
    json.end_array().end_object();
}

LineageQuestion question_of(Session& session, LineageDirection direction, const QueryFilter& filter) {
    LineageQuestion question{walk_limits(session, filter), direction, filter.relations};
    return question;
}

} // namespace

std::vector<Option> lineage_options() { return question_options({depth_option()}); }

Exit answer_lineage(Session& session, LineageDirection direction) {
    const QueryFilter filter = filter_of(session);
    const LineageQuestion question = question_of(session, direction, filter);
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const Entity entity = store.entity_named(session.arguments().positional("NAME"));
    const View view = read_lineage(store, entity.id, question, filter.as_of);
    const Lineage lineage = trace_lineage(view, view.find_key(entity.key).value(), question);
    const Answer answer{view, lineage, direction == LineageDirection::upstream};
    if (session.output() == Session::Output::json) {
        print_long_json(session.out(), [&](JsonWriter& json, const auto& hand_on) {
            write_answer(json, hand_on, answer, evidence_shown(session));
        });
    } else if (lineage.reached.empty() && lineage.cycles.empty()) {
        session.out() << node_words(view, lineage.start, session.terminal()) << ": "
                      << (answer.up ? words_of(not_known(view, lineage.start)) : "nothing is stated to depend on it")
                      << within_limits(question, filter) << '\n';
        tell_what_else(session, store, entity);
    } else {
        Notes notes(view, evidence_shown(session));
        print_tree(session.out(), Drawing(answer, notes, session.terminal()).draw());
        print_summary(session.out(), answer);
        notes.print(session.out(), session.terminal());
    }
    return lineage.reached.empty() ? Exit::nothing : Exit::ok;
}

} // namespace jokbo::cli

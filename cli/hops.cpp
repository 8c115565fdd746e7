#include "cli/hops.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jokbo::cli {

namespace {

Style style_of(Status status) {
    switch (status) {
    case Status::asserted: return Style::plain;
    case Status::planned: return Style::yellow;
    case Status::alleged: return Style::yellow;
    case Status::denied: return Style::red;
    case Status::ended: return Style::dim;
    }
    return Style::plain;
}

constexpr std::array texts = {
    std::pair("when", &Qualifiers::when),           std::pair("how", &Qualifiers::how),
    std::pair("component", &Qualifiers::component), std::pair("role", &Qualifiers::role),
    std::pair("product", &Qualifiers::product),     std::pair("attributed_to", &Qualifiers::attributed_to)};

/// `Model · planned · fine_tuned · 0.97`
std::string facts_words(const View& view, EdgeId id, NodeId shown, const Terminal& terminal) {
    const View::Edge edge = view.edge(id);
    std::string words = terminal.styled(view.ontology().type(view.node(shown).type).name, Style::dim);
    if (edge.status != Status::asserted) {
        words += " · " + terminal.styled(name_of(edge.status), style_of(edge.status));
    }
    const Qualifiers said = view.qualifiers(id);
    for (const std::string& what : {said.how, said.component, said.role, said.product}) {
        if (!what.empty()) {
            words += " · " + one_line(what);
        }
    }
    if (!said.when.empty()) {
        words += " · " + said.when;
    }
    return words + " · " + confidence_words(static_cast<double>(edge.confidence));
}

std::string place_words(const Testimony& testimony) {
    std::string words;
    for (const std::string& part : {testimony.published, testimony.publisher, testimony.document}) {
        if (!part.empty()) {
            words += (words.empty() ? "" : " · ") + one_line(part);
        }
    }
    return words;
}

/// `-based_on (alleged)->`
std::string arrow(const View& view, const View::Edge& edge, const char* tail, const char* head,
                  const Terminal& terminal) {
    const std::string status =
        edge.status == Status::asserted
            ? std::string()
            : " " + terminal.styled(fmt::format("({})", name_of(edge.status)), style_of(edge.status));
    return tail + view.ontology().predicate(edge.predicate).name + status + head;
}

/// The arrow and what it leads to, seen from `from`.
std::string step(const View& view, EdgeId id, NodeId from, const Terminal& terminal) {
    const View::Edge edge = view.edge(id);
    const bool symmetric = view.ontology().predicate(edge.predicate).symmetry == Predicate::Symmetry::symmetric;
    const bool along = edge.subject == from;
    return " " + arrow(view, edge, along || symmetric ? "-" : "<-", along && !symmetric ? "->" : "-", terminal) + " " +
           one_line(view.node(other_end(view, id, from)).name);
}

void write_value(JsonWriter& json, const Money& money) {
    json.begin_object().field("value", money.value).field("currency", money.currency).end_object();
}

void write_qualifiers(JsonWriter& json, const Qualifiers& said) {
    json.begin_object();
    for (const auto& [name, text] : texts) {
        if (!(said.*text).empty()) {
            json.field(name, said.*text);
        }
    }
    if (said.amount) {
        json.key("amount");
        write_value(json, *said.amount);
    }
    json.end_object();
}

void write_testimony(JsonWriter& json, const Testimony& testimony) {
    json.begin_object().field("document", testimony.document);
    for (const auto& [name, text] :
         {std::pair("title", &Testimony::title), std::pair("published", &Testimony::published),
          std::pair("publisher", &Testimony::publisher), std::pair("url", &Testimony::url)}) {
        if (!(testimony.*text).empty()) {
            json.field(name, testimony.*text);
        }
    }
    json.field("quote", testimony.evidence.quote);
    json.field("begin", testimony.evidence.span.begin).field("end", testimony.evidence.span.end);
    json.key("confidence");
    write_confidence(json, testimony.confidence);
    json.end_object();
}

} // namespace

NodeId other_end(const View& view, EdgeId id, NodeId node) {
    const View::Edge edge = view.edge(id);
    return edge.subject == node ? edge.object : edge.subject;
}

std::string confidence_words(double confidence) { return fmt::format("{:.2f}", confidence); }

void write_confidence(JsonWriter& json, double confidence) { json.value(std::round(confidence * 10000) / 10000); }

std::string node_words(const View& view, NodeId node, const Terminal& terminal) {
    return terminal.styled(one_line(view.node(node).name), Style::bold) + " (" +
           view.ontology().type(view.node(node).type).name + ")";
}

std::string hop_words(const View& view, EdgeId id, Standpoint standpoint, const Terminal& terminal) {
    const View::Edge edge = view.edge(id);
    const std::string& label = view.ontology().predicate(edge.predicate).label_en;
    const NodeId shown = standpoint == Standpoint::subject ? edge.object : edge.subject;
    const std::string name = terminal.styled(one_line(view.node(shown).name),
                                             edge.status == Status::asserted ? Style::bold : style_of(edge.status));
    const std::string facts = "  " + facts_words(view, id, shown, terminal);
    const bool symmetric = view.ontology().predicate(edge.predicate).symmetry == Predicate::Symmetry::symmetric;
    return standpoint == Standpoint::subject || symmetric ? label + " " + name + facts
                                                          : name + " (" + label + " it)" + facts;
}

std::string arrow_words(const View& view, EdgeId id, const Terminal& terminal) {
    const View::Edge edge = view.edge(id);
    return one_line(view.node(edge.subject).name) + " " + arrow(view, edge, "-", "->", terminal) + " " +
           one_line(view.node(edge.object).name);
}

std::string step_words(const View& view, EdgeId id, NodeId from, const Terminal& terminal) {
    return one_line(view.node(from).name) + step(view, id, from, terminal);
}

std::string way_words(const View& view, const Reached& reached) {
    std::string words = one_line(view.node(reached.start).name);
    NodeId at = reached.start;
    const bool whole = reached.hops() <= longest_way;
    if (!whole) {
        at = other_end(view, reached.path.back(), reached.node);
        words += fmt::format(" … {} hops … {}", reached.hops() - 1, one_line(view.node(at).name));
    }
    for (const EdgeId id : reached.path.last(whole ? reached.hops() : 1)) {
        words += step(view, id, at, {});
        at = other_end(view, id, at);
    }
    return words;
}

std::string names_words(const View& view, std::span<const NodeId> nodes, std::size_t most) {
    std::string words;
    for (const NodeId node : nodes.first(std::min(most, nodes.size()))) {
        words += (words.empty() ? "" : ", ") + one_line(view.node(node).name);
    }
    return nodes.size() > most ? words + fmt::format(", … {} more", nodes.size() - most) : words;
}

std::string Notes::marks(const std::vector<EdgeId>& path) {
    std::string words;
    for (const EdgeId edge : path) {
        const std::string one = mark(edge);
        words += words.empty() || one.empty() ? one : one.substr(1);
    }
    return words;
}

std::string Notes::mark(EdgeId edge) {
    if (shown_ == EvidenceShown::none) {
        return "";
    }
    const auto [known, is_new] = numbers_.emplace(edge, numbers_.size() + 1);
    if (is_new) {
        // Read now, while what the hop itself needed is at hand.
        const auto evidence = view_.evidence(edge);
        const std::size_t count =
            shown_ == EvidenceShown::all ? evidence.size() : std::min<std::size_t>(1, evidence.size());
        for (std::size_t at = 0; at < count; ++at) {
            notes_.push_back({at == 0 ? known->second : 0, place_words(evidence[at]),
                              one_line(as_shown(evidence[at].evidence.quote)), evidence.size() - count});
        }
    }
    return fmt::format(" [{}]", known->second);
}

void Notes::print(std::ostream& out, const Terminal& terminal) const {
    if (numbers_.empty()) {
        return;
    }
    out << '\n';
    const std::size_t digits = fmt::format("[{}]", numbers_.size()).size();
    for (const Note& note : notes_) {
        const std::string lead =
            note.number > 0 ? padded(fmt::format("[{}]", note.number), digits) : std::string(digits, ' ');
        const std::string more = note.more > 0 ? fmt::format(" (and {} more)", note.more) : std::string();
        std::string quote = note.quote;
        if (terminal.width > 0) {
            const std::size_t used = digits + 5 + text_width(note.place) + text_width(more);
            quote = clipped(quote, std::max<std::size_t>(24, terminal.width > used ? terminal.width - used : 0));
        }
        out << lead << ' ' << terminal.styled(note.place, Style::dim) << ": “" << quote << "”" << more << '\n';
    }
}

void write_node(JsonWriter& json, const View& view, NodeId id) {
    const View::Node node = view.node(id);
    json.begin_object()
        .field("key", node.key)
        .field("type", view.ontology().type(node.type).name)
        .field("name", node.name);
    if (!node.country.empty()) {
        json.field("country", node.country);
    }
    if (node.naming == Naming::described) {
        json.field("named", false);
    }
    json.end_object();
}

void write_evidence(JsonWriter& json, const std::vector<Testimony>& evidence, EvidenceShown shown) {
    json.begin_array();
    for (const Testimony& testimony : evidence) {
        if (shown == EvidenceShown::none) {
            break;
        }
        write_testimony(json, testimony);
        if (shown == EvidenceShown::first) {
            break;
        }
    }
    json.end_array();
}

void write_edge(JsonWriter& json, const View& view, EdgeId id, EvidenceShown shown) {
    const View::Edge edge = view.edge(id);
    json.begin_object().key("subject");
    write_node(json, view, edge.subject);
    json.field("relation", view.ontology().predicate(edge.predicate).name).key("object");
    write_node(json, view, edge.object);
    json.field("status", name_of(edge.status)).key("confidence");
    write_confidence(json, static_cast<double>(edge.confidence));
    if (const Qualifiers said = view.qualifiers(id); said != Qualifiers{}) {
        json.key("qualifiers");
        write_qualifiers(json, said);
    }
    if (shown != EvidenceShown::none) {
        json.key("evidence");
        write_evidence(json, view.evidence(id), shown);
    }
    json.end_object();
}

void write_nodes(JsonWriter& json, const View& view, const std::vector<NodeId>& nodes) {
    json.begin_array();
    for (const NodeId node : nodes) {
        write_node(json, view, node);
    }
    json.end_array();
}

void write_path(JsonWriter& json, const View& view, const std::vector<EdgeId>& path, EvidenceShown shown) {
    json.begin_array();
    for (const EdgeId edge : path) {
        write_edge(json, view, edge, shown);
    }
    json.end_array();
}

} // namespace jokbo::cli

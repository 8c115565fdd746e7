#include "graph/view.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace jokbo {

namespace {

using Topology = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                    boost::no_property, std::uint32_t, std::uint32_t>;

/// Key and name stand one after the other in the pool of characters.
struct NodeRow {
    std::uint32_t key;
    std::uint32_t name;
    std::uint32_t end;
    std::uint32_t source;
    char country[2];
    std::uint8_t type;
    Naming naming;
};

struct EdgeRow {
    std::uint32_t subject;
    std::uint32_t source;
    float confidence;
    std::uint16_t predicate;
    Status status;
};

/// The first sixteen bytes, as numbers that compare like them.
std::array<std::uint64_t, 2> beginning_of(std::string_view key) {
    std::array<std::uint64_t, 2> letters{};
    for (std::size_t i = 0; i < 16; ++i) {
        letters[i / 8] = letters[i / 8] << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    }
    return letters;
}

std::uint32_t checked(std::size_t number) {
    if (number > std::numeric_limits<std::uint32_t>::max() - 1) {
        throw std::length_error("a view holds at most 4 billion edges and bytes of names");
    }
    return static_cast<std::uint32_t>(number);
}

} // namespace

struct View::Body {
    const Ontology* ontology = nullptr;
    std::string pool;
    std::vector<NodeRow> nodes;
    std::vector<EdgeRow> edges;
    /// Few edges say more than that they hold: by edge, ascending.
    std::vector<std::pair<std::uint32_t, Qualifiers>> qualifiers;
    Topology topology;
    std::shared_ptr<const ViewDetails> details;
    /// Objects of the edges, until `topology` holds them.
    std::vector<std::uint32_t> objects;

    std::string_view text(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(pool).substr(begin, end - begin);
    }
    std::string_view key(const NodeRow& row) const { return text(row.key, row.name); }

    void order_nodes();
    void order_edges();
    void connect();
};

void View::Body::order_nodes() {
    // The beginnings of the keys beside each other decide nearly all comparisons without a look into the pool.
    struct Beginning {
        std::array<std::uint64_t, 2> letters;
        std::uint32_t node;
    };
    std::vector<Beginning> order(nodes.size());
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        order[i] = {beginning_of(key(nodes[i])), i};
    }
    const auto by_key = [this](const Beginning& a, const Beginning& b) {
        return a.letters != b.letters ? a.letters < b.letters : key(nodes[a.node]) < key(nodes[b.node]);
    };
    const bool sorted = std::ranges::is_sorted(order, by_key);
    if (!sorted) {
        std::ranges::sort(order, by_key);
    }
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (!by_key(order[i - 1], order[i])) {
            throw std::invalid_argument("two nodes have the key '" + std::string(key(nodes[order[i].node])) + "'");
        }
    }
    if (sorted) {
        return;
    }
    std::vector<std::uint32_t> place(nodes.size());
    std::vector<NodeRow> ordered;
    ordered.reserve(nodes.size());
    for (const Beginning& next : order) {
        place[next.node] = static_cast<std::uint32_t>(ordered.size());
        ordered.push_back(nodes[next.node]);
    }
    nodes = std::move(ordered);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        edges[i].subject = place[edges[i].subject];
        objects[i] = place[objects[i]];
    }
}

void View::Body::order_edges() {
    struct Whole {
        EdgeRow row;
        std::uint32_t object;
        std::uint32_t number;
        auto rank() const { return std::tuple(row.predicate, object, row.status, row.source); }
    };
    // A counting sort by subject leaves short runs to compare.
    std::vector<std::uint32_t> starts(nodes.size() + 1);
    for (const EdgeRow& row : edges) {
        ++starts[row.subject + 1];
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<Whole> ordered(edges.size());
    auto next = starts;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        ordered[next[edges[i].subject]++] = {edges[i], objects[i], i};
    }
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        std::sort(ordered.begin() + starts[node], ordered.begin() + starts[node + 1],
                  [](const Whole& a, const Whole& b) { return a.rank() < b.rank(); });
    }
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        edges[i] = ordered[i].row;
        objects[i] = ordered[i].object;
    }
    edges.shrink_to_fit();
    if (!qualifiers.empty()) {
        std::vector<std::uint32_t> place(edges.size());
        for (std::uint32_t i = 0; i < ordered.size(); ++i) {
            place[ordered[i].number] = i;
        }
        for (auto& [edge, said] : qualifiers) {
            edge = place[edge];
        }
        std::ranges::sort(qualifiers, {}, &std::pair<std::uint32_t, Qualifiers>::first);
    }
}

void View::Body::connect() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        pairs.emplace_back(edges[i].subject, objects[i]);
    }
    objects = {};
    // Boost's histogram sort is stable: the edges, sorted already, keep their numbers.
    topology = Topology(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), checked(nodes.size()));
}

View::View(std::shared_ptr<const Body> body) : body_(std::move(body)) {}

const Ontology& View::ontology() const { return *body_->ontology; }
std::size_t View::node_count() const { return body_->nodes.size(); }
std::size_t View::edge_count() const { return body_->edges.size(); }

View::Node View::node(NodeId id) const {
    const NodeRow& row = body_->nodes.at(id.value);
    return {.key = body_->key(row),
            .type = {row.type},
            .name = body_->text(row.name, row.end),
            .naming = row.naming,
            .country = {row.country, row.country[0] == '\0' ? 0U : 2U},
            .source = row.source};
}

View::Edge View::edge(EdgeId id) const {
    const EdgeRow& row = body_->edges.at(id.value);
    return {.subject = {row.subject},
            .predicate = {row.predicate},
            .object = {body_->topology.m_forward.m_column[id.value]},
            .status = row.status,
            .confidence = row.confidence,
            .source = row.source};
}

Qualifiers View::qualifiers(EdgeId id) const {
    const auto found =
        std::ranges::lower_bound(body_->qualifiers, id.value, {}, &std::pair<std::uint32_t, Qualifiers>::first);
    if (found != body_->qualifiers.end() && found->first == id.value) {
        return found->second;
    }
    return body_->details == nullptr ? Qualifiers{} : body_->details->qualifiers(edge(id).source);
}

View::EdgeRange View::out(NodeId id) const {
    const auto& starts = body_->topology.m_forward.m_rowstart;
    return {nullptr, starts.at(id.value), starts.at(id.value + 1)};
}

View::EdgeRange View::in(NodeId id) const {
    const auto& half = body_->topology.m_backward;
    return {half.m_edge_properties.data(), half.m_rowstart.at(id.value), half.m_rowstart.at(id.value + 1)};
}

View::EdgeRange View::edges() const { return {nullptr, 0, static_cast<std::uint32_t>(edge_count())}; }

std::optional<NodeId> View::find_key(std::string_view key) const {
    const auto key_of = [this](const NodeRow& row) { return body_->key(row); };
    const auto found = std::ranges::lower_bound(body_->nodes, key, {}, key_of);
    if (found == body_->nodes.end() || key_of(*found) != key) {
        return std::nullopt;
    }
    return NodeId{static_cast<std::uint32_t>(found - body_->nodes.begin())};
}

std::vector<NodeName> View::names(NodeId id) const {
    if (body_->details != nullptr) {
        if (auto names = body_->details->names(node(id).source); !names.empty()) {
            return names;
        }
    }
    return {{.text = std::string(node(id).name), .language = {}}};
}

std::vector<Attribute> View::attributes(NodeId id) const {
    return body_->details == nullptr ? std::vector<Attribute>{} : body_->details->attributes(node(id).source);
}

std::vector<Testimony> View::evidence(EdgeId id, Detail detail) const {
    return body_->details == nullptr ? std::vector<Testimony>{} : body_->details->evidence(edge(id).source, detail);
}

std::size_t View::topology_bytes() const {
    const auto bytes = [](const auto& column) { return column.capacity() * sizeof(column[0]); };
    const auto& forward = body_->topology.m_forward;
    const auto& backward = body_->topology.m_backward;
    return bytes(forward.m_rowstart) + bytes(forward.m_column) + bytes(backward.m_rowstart) + bytes(backward.m_column) +
           bytes(backward.m_edge_properties) + body_->edges.capacity() * sizeof(EdgeRow::subject);
}

View::Builder::Builder(const Ontology& ontology) : body_(std::make_unique<Body>()) { body_->ontology = &ontology; }
View::Builder::~Builder() = default;
View::Builder::Builder(Builder&&) noexcept = default;

void View::Builder::reserve(std::size_t nodes, std::size_t edges) {
    body_->nodes.reserve(nodes);
    body_->edges.reserve(edges);
    body_->objects.reserve(edges);
}

NodeId View::Builder::add_node(const Node& node) {
    NodeRow row{.key = checked(body_->pool.size()),
                .name = 0,
                .end = 0,
                .source = node.source,
                .country = {},
                .type = static_cast<std::uint8_t>(node.type.value),
                .naming = node.naming};
    if (node.country.size() == 2) {
        std::memcpy(row.country, node.country.data(), 2);
    }
    body_->pool += node.key;
    row.name = checked(body_->pool.size());
    body_->pool += node.name;
    row.end = checked(body_->pool.size());
    body_->nodes.push_back(row);
    return {checked(body_->nodes.size() - 1)};
}

EdgeId View::Builder::add_edge(const Edge& edge, const Qualifiers& qualifiers) {
    if (edge.subject.value >= body_->nodes.size() || edge.object.value >= body_->nodes.size()) {
        throw std::invalid_argument("an edge names a node that was not added");
    }
    const auto id = checked(body_->edges.size());
    body_->edges.push_back({.subject = edge.subject.value,
                            .source = edge.source,
                            .confidence = edge.confidence,
                            .predicate = static_cast<std::uint16_t>(edge.predicate.value),
                            .status = edge.status});
    body_->objects.push_back(edge.object.value);
    if (qualifiers != Qualifiers{}) {
        body_->qualifiers.emplace_back(id, qualifiers);
    }
    return {id};
}

View View::Builder::build(std::shared_ptr<const ViewDetails> details) && {
    body_->order_nodes();
    body_->order_edges();
    body_->connect();
    body_->details = std::move(details);
    return View(std::shared_ptr<const Body>(std::move(body_)));
}

} // namespace jokbo

#pragma once

#include "schema/ontology.hpp"
#include "schema/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;

/// One place in one document that says what an edge or an attribute says.
struct Testimony {
    std::string document; ///< Document::id
    std::string title;
    std::string url;
    std::string publisher;
    std::string published; ///< ISO date, as precise as is known
    /// Bytes of the document, the quote, the frame that read it.
    Evidence evidence;
    /// The same span counted in Unicode code points, as web annotations count.
    Span characters;
    /// Up to 32 code points before and after the quote. These three only where they are asked for (Detail::surroundings).
    std::string prefix;
    std::string suffix;
    Qualifiers qualifiers; ///< what this one text says besides
    double confidence = 1.0;

    friend bool operator==(const Testimony&, const Testimony&) = default;
};

/// One of an entity's names.
struct NodeName {
    std::string text;
    std::string language; ///< "ko", "en", or empty where the letters tell neither

    friend bool operator==(const NodeName&, const NodeName&) = default;
};

/// A value that texts state of an entity; several may stand side by side.
struct Attribute {
    PredicateId predicate;
    Value value;
    Status status = Status::asserted;
    Qualifiers qualifiers;
    double confidence = 1.0;
    std::vector<Testimony> evidence;

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// How much to tell of a place in a text: counting code points takes a look at all of the text before it.
enum class Detail : std::uint8_t { quote, surroundings };

/// Where a view finds what it does not keep in memory. `source` is what the builder was given as View::Node::source and
/// View::Edge::source.
class ViewDetails {
public:
    virtual ~ViewDetails() = default;
    /// The canonical name first, the others by text.
    virtual std::vector<NodeName> names(std::uint32_t source) const = 0;
    /// By predicate, then value, then status; their evidence with its surroundings.
    virtual std::vector<Attribute> attributes(std::uint32_t source) const = 0;
    /// By date of publication, then document, then place.
    virtual std::vector<Testimony> evidence(std::uint32_t source, Detail detail) const = 0;
    /// Asked for edges that were added without qualifiers.
    virtual Qualifiers qualifiers(std::uint32_t /*source*/) const { return {}; }
};

/// An immutable graph in memory: what a store (or a builder) held, or a part of it. Nodes are numbered by key, edges by
/// subject, predicate, object, status. Topology, types, names and statuses are in memory; the rest is read on demand.
/// Cheap to move, and to copy: copies share.
class View {
public:
    struct Node {
        /// Stable, unique, ASCII without spaces.
        std::string_view key = {};
        TypeId type = {};
        /// The canonical name.
        std::string_view name = {};
        Naming naming = Naming::named;
        /// ISO 3166 alpha-2, a fact of the lexicon rather than of a text; empty where it does not say.
        std::string_view country = {};
        std::uint32_t source = 0;
    };

    /// One edge a status: what is asserted by one and denied by another stands twice.
    struct Edge {
        NodeId subject;
        PredicateId predicate;
        NodeId object;
        Status status = Status::asserted;
        float confidence = 1.0F;
        std::uint32_t source = 0;
    };

    class Builder;

    const Ontology& ontology() const;

    std::size_t node_count() const;
    std::size_t edge_count() const;

    Node node(NodeId id) const;
    Edge edge(EdgeId id) const;
    /// What the texts of this edge say besides; of each qualifier, the best believed text that gives it.
    Qualifiers qualifiers(EdgeId id) const;

    /// Edges whose subject (out) or object (in) the node is, in order of their ids:
    /// `for (EdgeId edge : view.out(node))`.
    class EdgeRange;
    EdgeRange out(NodeId id) const;
    EdgeRange in(NodeId id) const;
    /// All edges.
    EdgeRange edges() const;

    std::optional<NodeId> find_key(std::string_view key) const;

    std::vector<NodeName> names(NodeId id) const;
    std::vector<Attribute> attributes(NodeId id) const;
    std::vector<Testimony> evidence(EdgeId id, Detail detail = Detail::quote) const;

    /// Bytes of memory that edges and adjacency take, both directions.
    std::size_t topology_bytes() const;

private:
    struct Body;
    explicit View(std::shared_ptr<const Body> body);
    std::shared_ptr<const Body> body_;
};

/// Some edges of a view, in order of their ids.
class View::EdgeRange {
public:
    class iterator {
    public:
        using value_type = EdgeId;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;

        iterator() = default;
        iterator(const std::uint32_t* listed, std::uint32_t at) : listed_(listed), at_(at) {}
        EdgeId operator*() const { return {listed_ == nullptr ? at_ : listed_[at_]}; }
        iterator& operator++() {
            ++at_;
            return *this;
        }
        iterator operator++(int) {
            iterator before = *this;
            ++at_;
            return before;
        }
        bool operator==(const iterator&) const = default;

    private:
        const std::uint32_t* listed_ = nullptr;
        std::uint32_t at_ = 0;
    };
    /// Either a run of ids, or positions in a list of them.
    EdgeRange(const std::uint32_t* listed, std::uint32_t first, std::uint32_t past)
        : listed_(listed), first_(first), past_(past) {}
    iterator begin() const { return {listed_, first_}; }
    iterator end() const { return {listed_, past_}; }
    std::size_t size() const { return past_ - first_; }
    bool empty() const { return first_ == past_; }

private:
    const std::uint32_t* listed_;
    std::uint32_t first_;
    std::uint32_t past_;
};

/// Builds a view out of plain values; every string is copied.
class View::Builder {
public:
    /// `ontology` must outlive the view.
    explicit Builder(const Ontology& ontology);
    ~Builder();
    Builder(Builder&&) noexcept;

    void reserve(std::size_t nodes, std::size_t edges);

    /// The id counts nodes in the order of their adding; `build` renumbers.
    NodeId add_node(const Node& node);
    EdgeId add_edge(const Edge& edge, const Qualifiers& qualifiers = {});

    /// Throws std::invalid_argument where two nodes have one key or an edge names a node that was not added.
    View build(std::shared_ptr<const ViewDetails> details = nullptr) &&;

private:
    std::unique_ptr<Body> body_;
};

} // namespace jokbo

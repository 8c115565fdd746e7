#pragma once

#include "cli/question.hpp"
#include "graph/tracing.hpp"
#include "graph/view.hpp"
#include "schema/json.hpp"

#include <limits>
#include <ostream>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace jokbo::cli {

/// Which end of an edge a reader already stands at.
enum class Standpoint { subject, object };

/// `based on Qwen 2.5`, or from the other end `A.X 4.0 (based on it)`; with the type, the status where it is not asserted,
/// what the texts say of the how, and the confidence.
std::string hop_words(const View& view, EdgeId edge, Standpoint standpoint, const Terminal& terminal);

/// The end of an edge that is not `node`.
NodeId other_end(const View& view, EdgeId edge, NodeId node);

/// `A.X 4.0 -based_on-> Qwen 2.5`
std::string arrow_words(const View& view, EdgeId edge, const Terminal& terminal);

/// The same from `from` to the other end, as a step on a way: `Qwen 2.5 <-based_on- A.X 4.0`; `KT -partners_with- Microsoft`,
/// where a relation has no direction.
std::string step_words(const View& view, EdgeId edge, NodeId from, const Terminal& terminal);

/// Of a way with more hops than these only the last is told, and where it goes on from: told in full, the ways along a chain
/// would take the square of its length.
constexpr std::size_t longest_way = 64;

/// `Qwen 2.5 <-based_on- A.X 4.0 <-version_of- A.X 4.0 Light`, edges that are not asserted marked.
std::string way_words(const View& view, const Reached& reached);

/// The names of some entities, separated by commas; of more than `most` the first ones and how many more.
std::string names_words(const View& view, std::span<const NodeId> nodes,
                        std::size_t most = std::numeric_limits<std::size_t>::max());

/// `A.X 4.0 (Model)`
std::string node_words(const View& view, NodeId node, const Terminal& terminal);

/// Numbered notes below an answer that say where its hops stand written.
class Notes {
public:
    Notes(const View& view, EvidenceShown shown) : view_(view), shown_(shown) {}

    /// The mark of an edge's note, as ` [3]`; the same edge keeps its mark.
    std::string mark(EdgeId edge);
    /// The same for the hops of a path, as ` [3][4]`.
    std::string marks(const std::vector<EdgeId>& path);
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    const View& view_;
    EvidenceShown shown_;
    struct Note {
        std::size_t number = 0; ///< of the mark, from 1; 0: goes on with the one before
        std::string place;
        std::string quote;
        std::size_t more = 0;
    };
    std::vector<Note> notes_;
    std::unordered_map<EdgeId, std::size_t> numbers_; ///< from 1
};

/// An object with key, type, name and, where there is one, country.
void write_node(JsonWriter& json, const View& view, NodeId node);
/// An object with subject, relation, object, status, confidence, qualifiers, and evidence.
void write_edge(JsonWriter& json, const View& view, EdgeId edge, EvidenceShown shown);
/// An array of entities.
void write_nodes(JsonWriter& json, const View& view, const std::vector<NodeId>& nodes);
/// An array of edges.
void write_path(JsonWriter& json, const View& view, const std::vector<EdgeId>& path, EvidenceShown shown);
/// The field "path"; of a way longer than `longest_way` with the last hop only, and "path_from", the entity before it.
template <class WriteEdge>
void write_way(JsonWriter& json, const View& view, const Reached& reached, const WriteEdge& write_edge);
/// An array of places in documents.
void write_evidence(JsonWriter& json, const std::vector<Testimony>& evidence, EvidenceShown shown);
/// A confidence, without the noise of its last digits.
void write_confidence(JsonWriter& json, double confidence);

/// Prints what `write` wrote, indented.
template <class Write>
void print_json(std::ostream& out, const Write& write) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    write(json);
    out << text << '\n';
}

/// The same for an answer of many parts: `write(json, hand_on)`, where `hand_on()` behind each keeps what waits small.
template <class Write>
void print_long_json(std::ostream& out, const Write& write) {
    constexpr std::size_t much = std::size_t{1} << 20U;
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::indented);
    write(json, [&] {
        if (text.size() > much) {
            out << text;
            text.clear();
        }
    });
    out << text << '\n';
}

template <class WriteEdge>
void write_way(JsonWriter& json, const View& view, const Reached& reached, const WriteEdge& write_edge) {
    const bool whole = reached.hops() <= longest_way;
    if (!whole) {
        json.key("path_from");
        write_node(json, view, other_end(view, reached.path.back(), reached.node));
    }
    json.key("path").begin_array();
    for (const EdgeId edge : reached.path.last(whole ? reached.hops() : 1)) {
        write_edge(edge);
    }
    json.end_array();
}

/// `0.97`
std::string confidence_words(double confidence);

} // namespace jokbo::cli

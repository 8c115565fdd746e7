#pragma once

#include "cli/question.hpp"
#include "graph/view.hpp"
#include "schema/json.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace jokbo::cli {

/// Which end of an edge a reader already stands at.
enum class Standpoint { subject, object };

/// `based on Qwen 2.5`, or from the other end `A.X 4.0 (based on it)`; with the type, the status where it is not asserted,
/// what the texts say of the how, and the confidence.
std::string hop_words(const View& view, EdgeId edge, Standpoint standpoint, const Terminal& terminal);

/// `A.X 4.0 -based_on-> Qwen 2.5`
std::string arrow_words(const View& view, EdgeId edge, const Terminal& terminal);

/// `Qwen 2.5 <-based_on- A.X 4.0 <-version_of- A.X 4.0 Light`, edges that are not asserted marked.
std::string chain_words(const View& view, NodeId start, const std::vector<EdgeId>& path);

/// The names of some entities, separated by commas.
std::string names_words(const View& view, const std::vector<NodeId>& nodes);

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
    std::vector<EdgeId> edges_;
};

/// An object with key, type, name and, where there is one, country.
void write_node(JsonWriter& json, const View& view, NodeId node);
/// An object with subject, relation, object, status, confidence, qualifiers, and evidence.
void write_edge(JsonWriter& json, const View& view, EdgeId edge, EvidenceShown shown);
/// An array of entities.
void write_nodes(JsonWriter& json, const View& view, const std::vector<NodeId>& nodes);
/// An array of edges.
void write_path(JsonWriter& json, const View& view, const std::vector<EdgeId>& path, EvidenceShown shown);
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

/// `0.97`
std::string confidence_words(double confidence);

} // namespace jokbo::cli

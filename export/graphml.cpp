#include "export/sources.hpp"
#include "export/words.hpp"
#include "export/writers.hpp"

#include <fmt/format.h>

#include <ostream>
#include <vector>

namespace jokbo::writers {

namespace {

/// What the readers of GraphML agree on: string, long, double, boolean.
struct Key {
    std::string_view id;
    std::string_view of;
    std::string_view type;
    std::string_view fallback = {};
};

constexpr Key keys[] = {
    {"label", "node", "string"},    {"type", "node", "string"},          {"named", "node", "boolean", "true"},
    {"country", "node", "string"},  {"names", "node", "string"},         {"relation", "edge", "string"},
    {"status", "edge", "string"},   {"weight", "edge", "double"},        {"confidence", "edge", "double"},
    {"when", "edge", "string"},     {"how", "edge", "string"},           {"component", "edge", "string"},
    {"role", "edge", "string"},     {"product", "edge", "string"},       {"amount", "edge", "long"},
    {"currency", "edge", "string"}, {"attributed_to", "edge", "string"}, {"documents", "edge", "long"},
    {"quote", "edge", "string"},    {"page", "edge", "string"},
};

class GraphMl {
public:
    GraphMl(const View& view, std::ostream& out) : view_(view), out_(out) {}

    void write() {
        out_ << R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";
        write_keys();
        out_ << "<graph id=\"jokbo\" edgedefault=\"directed\">\n";
        for (std::uint32_t i = 0; i < view_.node_count() && out_; ++i) {
            write_node({i});
        }
        for (std::uint32_t i = 0; i < view_.edge_count() && out_; ++i) {
            write_edge({i});
        }
        out_ << "</graph>\n</graphml>\n";
    }

private:
    void write_keys() {
        for (const Key& key : keys) {
            out_ << fmt::format(R"(<key id="{0}" for="{1}" attr.name="{0}" attr.type="{2}")", key.id, key.of, key.type);
            out_ << (key.fallback.empty() ? "/>\n" : fmt::format("><default>{}</default></key>\n", key.fallback));
        }
        for (const Predicate& predicate : view_.ontology().predicates()) {
            if (predicate.kind == Predicate::Kind::attribute) {
                out_ << fmt::format("<key id=\"fact_{0}\" for=\"node\" attr.name=\"{0}\" attr.type=\"{1}\"/>\n",
                                    predicate.name,
                                    predicate.value == Predicate::ValueKind::count   ? "long"
                                    : predicate.value == Predicate::ValueKind::truth ? "boolean"
                                                                                     : "string");
            }
        }
    }

    void data(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            out_ << fmt::format("<data key=\"{}\">{}</data>", key, xml_text(value));
        }
    }

    void write_node(NodeId id) {
        const auto node = view_.node(id);
        out_ << fmt::format("<node id=\"{}\">", xml_text(node.key));
        data("label", node.name);
        data("type", view_.ontology().type(node.type).name);
        data("named", node.naming == Naming::named ? "" : "false");
        data("country", node.country);
        data("names", joined_names(view_.names(id)));
        const auto attributes = view_.attributes(id);
        for (const Attribute* attribute : best_values(attributes)) {
            data("fact_" + view_.ontology().predicate(attribute->predicate).name, exact_text(attribute->value));
        }
        out_ << "</node>\n";
    }

    void write_edge(EdgeId id) {
        const auto edge = view_.edge(id);
        const Qualifiers& said = view_.qualifiers(id);
        const auto evidence = view_.evidence(id);
        const auto confidence = decimal_text(static_cast<double>(edge.confidence));
        // Symmetric relations, too, are written as directed ones: NetworkX takes no mixed graphs.
        out_ << fmt::format("<edge id=\"e{}\" source=\"{}\" target=\"{}\">", id.value,
                            xml_text(view_.node(edge.subject).key), xml_text(view_.node(edge.object).key));
        data("relation", view_.ontology().predicate(edge.predicate).name);
        data("status", name_of(edge.status));
        data("weight", confidence);
        data("confidence", confidence);
        data("when", said.when);
        data("how", said.how);
        data("component", said.component);
        data("role", said.role);
        data("product", said.product);
        data("amount", said.amount ? std::to_string(said.amount->value) : "");
        data("currency", said.amount ? said.amount->currency : "");
        data("attributed_to", said.attributed_to);
        data("documents", evidence.empty() ? "" : std::to_string(documents_in(evidence)));
        if (!evidence.empty()) {
            data("quote", evidence.front().evidence.quote);
            data("page", evidence.front().url.empty() ? evidence.front().document : evidence.front().url);
        }
        out_ << "</edge>\n";
    }

    const View& view_;
    std::ostream& out_;
};

} // namespace

void graphml(const View& view, const Settings&, std::ostream& out) { GraphMl(view, out).write(); }

} // namespace jokbo::writers

#include "export/sources.hpp"
#include "export/words.hpp"
#include "export/writers.hpp"

#include <fmt/format.h>

#include <ostream>
#include <vector>

namespace jokbo::writers {

namespace {

/// RFC 4180, and no cell that a spreadsheet would run as a formula: those get an apostrophe in front.
std::string cell(std::string_view value) {
    std::string text = clean_text(value);
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        (row += i == 0 ? "" : ",") += cell(cells[i]);
    }
    out << row << "\r\n";
}

std::string decimal(const std::optional<Money>& amount) { return amount ? std::to_string(amount->value) : ""; }

} // namespace

void csv(const View& view, const Settings&, std::ostream& out) {
    write_row(out, {"subject",    "subject_type", "relation",      "object",    "object_type", "status",
                    "confidence", "when",         "how",           "component", "role",        "product",
                    "amount",     "currency",     "attributed_to", "documents", "quote",       "document",
                    "published",  "url",          "subject_key",   "object_key"});
    for (std::uint32_t i = 0; i < view.edge_count() && out; ++i) {
        const auto edge = view.edge({i});
        const auto subject = view.node(edge.subject);
        const auto object = view.node(edge.object);
        const Qualifiers& said = view.qualifiers({i});
        const auto evidence = view.evidence({i});
        const Testimony first = evidence.empty() ? Testimony{} : evidence.front();
        write_row(out, {std::string(subject.name),
                        view.ontology().type(subject.type).name,
                        view.ontology().predicate(edge.predicate).name,
                        std::string(object.name),
                        view.ontology().type(object.type).name,
                        std::string(name_of(edge.status)),
                        decimal_text(static_cast<double>(edge.confidence)),
                        said.when,
                        said.how,
                        said.component,
                        said.role,
                        said.product,
                        decimal(said.amount),
                        said.amount ? said.amount->currency : "",
                        said.attributed_to,
                        std::to_string(documents_in(evidence)),
                        first.evidence.quote,
                        first.document,
                        first.published,
                        first.url,
                        std::string(subject.key),
                        std::string(object.key)});
    }
}

void csv_nodes(const View& view, const Settings&, std::ostream& out) {
    std::vector<std::string> header = {"key", "type", "name", "names", "named", "country"};
    std::vector<PredicateId> columns;
    for (const Predicate& predicate : view.ontology().predicates()) {
        if (predicate.kind == Predicate::Kind::attribute) {
            header.push_back(predicate.name);
            columns.push_back(predicate.id);
        }
    }
    write_row(out, header);
    for (std::uint32_t i = 0; i < view.node_count() && out; ++i) {
        const auto node = view.node({i});
        std::vector<std::string> cells = {std::string(node.key),
                                          view.ontology().type(node.type).name,
                                          std::string(node.name),
                                          joined_names(view.names({i})),
                                          node.naming == Naming::named ? "true" : "false",
                                          std::string(node.country)};
        const auto attributes = view.attributes({i});
        for (const PredicateId column : columns) {
            std::string values;
            for (const Attribute& attribute : attributes) {
                if (attribute.predicate == column && attribute.status == Status::asserted) {
                    (values += values.empty() ? "" : " | ") += exact_text(attribute.value);
                }
            }
            cells.push_back(values);
        }
        write_row(out, cells);
    }
}

} // namespace jokbo::writers

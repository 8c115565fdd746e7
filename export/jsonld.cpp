#include "export/iri.hpp"
#include "export/json_output.hpp"
#include "export/jsonld_context.hpp"
#include "export/words.hpp"
#include "export/writers.hpp"

#include <map>
#include <set>

namespace jokbo::writers {

namespace {

/// The literal type of an ISO date, which RDF has for each precision.
std::string_view type_of_date(std::string_view date) {
    return date.size() == 4 ? "xsd:gYear" : date.size() == 7 ? "xsd:gYearMonth" : "xsd:date";
}

bool is_date(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != '-') {
            return false;
        }
    }
    return true;
}

class JsonLd {
public:
    JsonLd(const View& view, const Settings& settings, std::ostream& out)
        : view_(view), settings_(settings), json_(out), run_("run:jokbo-" + settings.version) {}

    void write() {
        json_.open();
        json_.key("@context");
        write_context(json_, view_.ontology(), settings_);
        json_.key("@graph");
        json_.open_list();
        write_provenance();
        for (std::uint32_t i = 0; i < view_.node_count(); ++i) {
            write_node({i});
        }
        json_.newline();
        json_.close_list();
        json_.close();
        json_.newline();
        json_.flush();
    }

private:
    void begin(std::initializer_list<std::string_view> types, std::string_view id) {
        json_.open();
        json_.key("@type");
        if (types.size() == 1) {
            json_.text(*types.begin());
        } else {
            write_list(types);
        }
        json_.pair("@id", id);
    }

    /// A node of the graph on a line of its own.
    void begin_line(std::initializer_list<std::string_view> types, std::string_view id) {
        json_.newline();
        begin(types, id);
    }

    template <class Texts>
    void write_list(const Texts& texts) {
        json_.open_list();
        for (const auto& text : texts) {
            json_.text(text);
        }
        json_.close_list();
    }

    void typed(std::string_view value, std::string_view type) {
        json_.open();
        json_.pair("@type", type);
        json_.pair("@value", value);
        json_.close();
    }

    void date(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            json_.key(key);
            is_date(value) ? typed(value, type_of_date(value)) : json_.text(value);
        }
    }

    void money(const Money& amount) {
        begin({"Money"}, iri::money(amount));
        json_.pair("value", std::to_string(amount.value));
        json_.pair("currency", amount.currency);
        json_.close();
    }

    void value(const Value& value) {
        if (const auto* amount = std::get_if<Money>(&value)) {
            money(*amount);
        } else if (const auto* text = std::get_if<std::string>(&value); text != nullptr && !is_date(*text)) {
            json_.open();
            json_.pair("@value", *text);
            json_.close();
        } else {
            const auto plain = exact_text(value);
            typed(plain, text != nullptr                       ? type_of_date(plain)
                         : std::holds_alternative<bool>(value) ? "xsd:boolean"
                                                               : "xsd:integer");
        }
    }

    void write_provenance() {
        const std::string extractor = "run:extractor/jokbo-" + settings_.version;
        begin_line({"Extractor"}, extractor);
        json_.pair("label", "jokbo");
        json_.pair("version", settings_.version);
        json_.close();
        begin_line({"Run"}, run_);
        json_.pair("agent", extractor);
        json_.close();
    }

    void write_node(NodeId id) {
        const auto attributes = view_.attributes(id);
        const auto node = view_.node(id);
        const EntityType& type = view_.ontology().type(node.type);
        json_.newline();
        json_.open();
        json_.key("@type");
        std::vector<std::string> types = {type.name};
        for (const Alignment& published : type.published) {
            types.push_back(published.term);
        }
        write_list(types);
        json_.pair("@id", iri::entity(node));
        json_.pair("label", node.name);
        write_names(view_.names(id), node.name);
        if (node.naming == Naming::described) {
            json_.pair("naming", "jokbo:described");
        }
        json_.pair_if("country", node.country);
        write_facts(id, attributes);
        json_.close();
        for (const Attribute& attribute : attributes) {
            write_attribute(node, attribute);
        }
        for (const EdgeId edge : view_.out(id)) {
            write_edge(edge);
        }
    }

    /// One name for each language, the others as aliases.
    void write_names(const std::vector<NodeName>& names, std::string_view canonical) {
        std::map<std::string_view, std::string_view> by_language;
        std::vector<const NodeName*> aliases;
        for (const NodeName& name : names) {
            const std::string_view language = name.language.empty() ? "und" : std::string_view(name.language);
            if (!by_language.emplace(language, name.text).second) {
                aliases.push_back(&name);
            }
        }
        if (by_language.empty()) {
            by_language.emplace("und", canonical);
        }
        json_.key("name");
        json_.open();
        for (const auto& [language, name] : by_language) {
            json_.pair(language, name);
        }
        json_.close();
        if (!aliases.empty()) {
            json_.key("alias");
            json_.open_list();
            for (const NodeName* alias : aliases) {
                json_.open();
                json_.pair_if("@language", alias->language);
                json_.pair("@value", alias->text);
                json_.close();
            }
            json_.close_list();
        }
    }

    /// The bare triples: what is asserted, and nothing else.
    void write_facts(NodeId id, const std::vector<Attribute>& attributes) {
        std::map<std::string, std::set<std::string>> links;
        const auto collect = [&](const View::Edge& edge, Alignment::Direction direction, const View::Node& other) {
            const Predicate& relation = view_.ontology().predicate(edge.predicate);
            if (edge.status != Status::asserted) {
                return;
            }
            if (direction == Alignment::Direction::same) {
                links[relation.name].insert(iri::entity(other));
            }
            for (const Alignment& published : relation.published) {
                if (published.direction == direction) {
                    links[published.term].insert(iri::entity(other));
                }
            }
        };
        for (const EdgeId edge : view_.out(id)) {
            collect(view_.edge(edge), Alignment::Direction::same, view_.node(view_.edge(edge).object));
        }
        for (const EdgeId edge : view_.in(id)) {
            collect(view_.edge(edge), Alignment::Direction::inverse, view_.node(view_.edge(edge).subject));
        }
        for (const auto& [term, targets] : links) {
            json_.key(term);
            targets.size() == 1 ? json_.text(*targets.begin()) : write_list(targets);
        }
        std::map<PredicateId, std::vector<const Value*>> facts;
        for (const Attribute& attribute : attributes) {
            if (attribute.status == Status::asserted) {
                facts[attribute.predicate].push_back(&attribute.value);
            }
        }
        for (const auto& [predicate, values] : facts) {
            json_.key(view_.ontology().predicate(predicate).name);
            json_.open_list();
            for (const Value* fact : values) {
                value(*fact);
            }
            json_.close_list();
        }
    }

    void write_attribute(const View::Node& node, const Attribute& attribute) {
        const std::string& predicate = view_.ontology().predicate(attribute.predicate).name;
        const auto statement =
            iri::hashed({"attribute", node.key, predicate, exact_text(attribute.value), name_of(attribute.status)});
        const auto evidence = write_evidence(statement, attribute.evidence);
        begin_line({"AttributeStatement", "Statement"}, "s:" + statement);
        json_.pair("subject", iri::entity(node));
        json_.pair("predicate", "jokbo:" + predicate);
        json_.key("object");
        value(attribute.value);
        write_claim(attribute.status, attribute.confidence, attribute.qualifiers, evidence);
    }

    void write_edge(EdgeId id) {
        const auto edge = view_.edge(id);
        const auto subject = view_.node(edge.subject);
        const auto object = view_.node(edge.object);
        const std::string& predicate = view_.ontology().predicate(edge.predicate).name;
        const auto statement = iri::hashed({"edge", subject.key, predicate, object.key, name_of(edge.status)});
        const auto evidence = write_evidence(statement, view_.evidence(id, Detail::surroundings));
        begin_line({"Edge", "Statement"}, "s:" + statement);
        json_.pair("subject", iri::entity(subject));
        json_.pair("predicate", "jokbo:" + predicate);
        json_.pair("object", iri::entity(object));
        write_claim(edge.status, static_cast<double>(edge.confidence), view_.qualifiers(id), evidence);
    }

    /// What edges and attributes have in common, and the end of the node.
    void write_claim(Status status, double confidence, const Qualifiers& qualifiers,
                     const std::vector<std::string>& evidence) {
        json_.pair("status", "jokbo:" + std::string(name_of(status)));
        json_.pair("confidence", decimal_text(confidence));
        write_qualifiers(qualifiers);
        if (!evidence.empty()) {
            json_.key("evidence");
            write_list(evidence);
        }
        json_.pair("generatedBy", run_);
        json_.close();
    }

    void write_qualifiers(const Qualifiers& qualifiers) {
        date("when", qualifiers.when);
        json_.pair_if("how", qualifiers.how);
        json_.pair_if("component", qualifiers.component);
        json_.pair_if("role", qualifiers.role);
        json_.pair_if("product", qualifiers.product);
        json_.pair_if("attributedTo", qualifiers.attributed_to);
        if (qualifiers.amount) {
            json_.key("amount");
            money(*qualifiers.amount);
        }
    }

    /// Writes pages that were not written before, then the evidence; returns its addresses.
    std::vector<std::string> write_evidence(const std::string& statement, const std::vector<Testimony>& testimonies) {
        std::vector<std::string> addresses;
        std::set<std::string> written;
        for (const Testimony& testimony : testimonies) {
            write_page(testimony);
            const Span span = testimony.evidence.span;
            auto address = "ev:" + iri::hashed({statement, testimony.document, std::to_string(span.begin),
                                                std::to_string(span.end)});
            if (written.insert(address).second) {
                write_testimony(address, testimony);
                addresses.push_back(std::move(address));
            }
        }
        return addresses;
    }

    void write_page(const Testimony& testimony) {
        if (!pages_.insert(testimony.document).second) {
            return;
        }
        begin_line({"Page"}, iri::document(testimony.document));
        json_.pair("identifier", testimony.document);
        json_.pair_if("title", testimony.title);
        json_.pair_if("publisher", testimony.publisher);
        date("published", testimony.published);
        json_.pair_if("url", iri::web_address(testimony.url));
        json_.close();
    }

    void write_testimony(const std::string& address, const Testimony& testimony) {
        begin_line({"Evidence"}, address);
        json_.pair("source", iri::document(testimony.document));
        json_.key("selector");
        json_.open_list();
        begin({"QuoteSelector"}, address + "/quote");
        json_.pair("exact", testimony.evidence.quote);
        json_.pair_if("prefix", testimony.prefix);
        json_.pair_if("suffix", testimony.suffix);
        json_.close();
        begin({"PositionSelector"}, address + "/position");
        json_.pair("start", std::to_string(testimony.characters.begin));
        json_.pair("end", std::to_string(testimony.characters.end));
        json_.pair("byteStart", std::to_string(testimony.evidence.span.begin));
        json_.pair("byteEnd", std::to_string(testimony.evidence.span.end));
        json_.close();
        json_.close_list();
        json_.pair_if("frame", testimony.evidence.frame);
        json_.pair("confidence", decimal_text(testimony.confidence));
        write_qualifiers(testimony.qualifiers);
        json_.close();
    }

    const View& view_;
    const Settings& settings_;
    JsonOutput json_;
    std::string run_;
    std::set<std::string> pages_;
};

} // namespace

void jsonld(const View& view, const Settings& settings, std::ostream& out) { JsonLd(view, settings, out).write(); }

} // namespace jokbo::writers

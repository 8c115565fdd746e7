#include "export/labels.hpp"

#include "export/sources.hpp"
#include "export/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace jokbo::labels {

namespace {

constexpr int name_columns = 24;
constexpr int quote_columns = 160;
constexpr std::size_t quotes_shown = 5;

template <class Labelled>
const std::string& label_of(const Labelled& item, const Settings& settings) {
    return settings.language == Settings::Language::ko ? item.label_ko : item.label_en;
}

/// `pattern` with its {} replaced; `pattern` itself may be empty, which means {}.
std::string filled(std::string_view pattern, std::string_view text) {
    std::string out(pattern.empty() ? "{}" : pattern);
    if (const auto at = out.find("{}"); at != std::string::npos) {
        out.replace(at, 2, text);
    }
    return out;
}

std::string status_selector(Status status) { return "status:" + std::string(name_of(status)); }

/// What the style shows of the values believed most, in its words.
std::vector<std::string> shown_attributes(const View& view, NodeId id, const Settings& settings) {
    std::vector<std::string> shown;
    const auto attributes = view.attributes(id);
    for (const Attribute* attribute : best_values(attributes)) {
        const auto pattern =
            settings.style.value("show", {"attribute:" + view.ontology().predicate(attribute->predicate).name});
        if (!pattern.empty()) {
            shown.push_back(filled(pattern, short_text(attribute->value)));
        }
    }
    return shown;
}

std::set<TypeId> types_in(const View& view) {
    std::set<TypeId> types;
    for (std::uint32_t i = 0; i < view.node_count(); ++i) {
        types.insert(view.node({i}).type);
    }
    return types;
}

/// What the legend calls a kind of line, as markup; empty where the style does not name it.
std::string_view legend_words(const std::string& selector, const Settings& settings) {
    return settings.style.value(settings.language == Settings::Language::ko ? "legend_ko" : "legend", {selector});
}

/// The kinds of lines that occur and that the legend names, of several with one name the first: traits, relations, statuses.
std::vector<std::string> lines_in(const View& view, const Settings& settings) {
    std::set<PredicateId> relations;
    std::set<Status> statuses;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        relations.insert(edge.predicate);
        statuses.insert(edge.status);
    }
    std::vector<std::string> selectors;
    const auto add = [&](const std::string& selector) {
        const auto words = legend_words(selector, settings);
        if (!words.empty() && std::ranges::none_of(selectors, [&](const std::string& known) {
                return legend_words(known, settings) == words;
            })) {
            selectors.push_back(selector);
        }
    };
    const auto is_lineage = [&](PredicateId id) {
        return view.ontology().predicate(id).lineage == Predicate::Lineage::yes;
    };
    if (std::ranges::any_of(relations, is_lineage)) {
        add("trait:lineage");
    }
    for (const PredicateId id : relations) {
        add("relation:" + view.ontology().predicate(id).name);
    }
    for (const Status status : statuses) {
        add(status_selector(status));
    }
    return selectors;
}

/// `markup` as the style writes the legend.
std::string text_cell(std::string_view markup, const Style& style) {
    return fmt::format(R"(<TD ALIGN="LEFT" BORDER="0">{}</TD>)", filled(style.value("words", {"legend"}), markup));
}

void add_line(std::string& text, std::string_view head, std::string_view rest) {
    if (!rest.empty()) {
        fmt::format_to(std::back_inserter(text), "\n{}: {}", head, rest);
    }
}

} // namespace

std::vector<std::string> selectors(const View& view, const View::Node& node) {
    std::vector<std::string> found = {"node", "type:" + view.ontology().type(node.type).name};
    found.emplace_back(node.naming == Naming::named ? "naming:named" : "naming:described");
    return found;
}

std::vector<std::string> selectors(const View& view, const View::Edge& edge) {
    const Predicate& relation = view.ontology().predicate(edge.predicate);
    std::vector<std::string> found = {"edge"};
    if (relation.lineage == Predicate::Lineage::yes) {
        found.emplace_back("trait:lineage");
    }
    if (relation.symmetry == Predicate::Symmetry::symmetric) {
        found.emplace_back("trait:symmetric");
    }
    found.push_back("relation:" + relation.name);
    found.push_back(status_selector(edge.status));
    return found;
}

std::string node_markup(const View& view, NodeId id, const Settings& settings) {
    const auto node = view.node(id);
    std::string markup;
    for (const auto& line : wrapped(node.name, name_columns)) {
        markup += (markup.empty() ? "" : "<BR/>") + xml_text(line);
    }
    const auto selected = selectors(view, node);
    markup = filled(settings.style.value("name", selected), markup.empty() ? "?" : markup);
    const auto shown = shown_attributes(view, id, settings);
    if (!shown.empty()) {
        markup += "<BR/>" +
                  filled(settings.style.value("facts", selected), xml_text(fmt::format("{}", fmt::join(shown, " · "))));
    }
    return markup;
}

std::string node_tooltip(const View& view, NodeId id, const Settings& settings) {
    const auto node = view.node(id);
    std::string text = fmt::format("{} ({})", node.name, label_of(view.ontology().type(node.type), settings));
    std::string others;
    for (const NodeName& name : view.names(id)) {
        if (name.text != node.name) {
            others += (others.empty() ? "" : ", ") + name.text;
        }
    }
    add_line(text, settings.language == Settings::Language::ko ? "다른 이름" : "also", others);
    for (const Attribute& attribute : view.attributes(id)) {
        auto value = short_text(attribute.value);
        if (attribute.status != Status::asserted) {
            value += fmt::format(" ({})", name_of(attribute.status));
        }
        if (!attribute.evidence.empty()) {
            value += " [" + source_text(attribute.evidence.front()) + "]";
        }
        add_line(text, label_of(view.ontology().predicate(attribute.predicate), settings), value);
    }
    return clean_text(text);
}

std::string edge_markup(const View& view, const View::Edge& edge, const Settings& settings) {
    const auto selected = selectors(view, edge);
    const auto words = filled(settings.style.value("words", selected),
                              xml_text(label_of(view.ontology().predicate(edge.predicate), settings)));
    return filled(settings.style.value("frame", selected), words);
}

std::string edge_tooltip(const View& view, EdgeId id, const std::vector<Testimony>& evidence,
                         const Settings& settings) {
    const auto edge = view.edge(id);
    const Qualifiers& said = view.qualifiers(id);
    std::string text = fmt::format("{} – {} – {}\n{}, {:.2f}", view.node(edge.subject).name,
                                   label_of(view.ontology().predicate(edge.predicate), settings),
                                   view.node(edge.object).name, name_of(edge.status), edge.confidence);
    add_line(text, "when", said.when);
    add_line(text, "how", said.how);
    add_line(text, "component", said.component);
    add_line(text, "role", said.role);
    add_line(text, "product", said.product);
    add_line(text, "amount", said.amount ? short_text(*said.amount) : "");
    add_line(text, "according to", said.attributed_to);
    for (std::size_t i = 0; i < std::min(evidence.size(), quotes_shown); ++i) {
        text +=
            fmt::format("\n“{}”\n  {}", shortened(evidence[i].evidence.quote, quote_columns), source_text(evidence[i]));
    }
    if (evidence.size() > quotes_shown) {
        text += fmt::format("\n+ {}", evidence.size() - quotes_shown);
    }
    return clean_text(text);
}

std::string legend_markup(const View& view, const Settings& settings) {
    const Style& style = settings.style;
    const auto types = types_in(view);
    const auto lines = lines_in(view, settings);
    std::string cells;
    for (const TypeId id : types) {
        const EntityType& type = view.ontology().type(id);
        const std::vector<std::string> selected = {"node", "type:" + type.name};
        cells += fmt::format(R"(<TD BORDER="1" STYLE="ROUNDED" COLOR="{}" BGCOLOR="{}" WIDTH="22"></TD>)",
                             style.value("color", selected), style.value("fillcolor", selected));
        cells += text_cell(xml_text(label_of(type, settings)), style);
    }
    for (const std::string& selector : lines) {
        const std::vector<std::string> selected = {"edge", selector};
        const auto line = style.value("style", selected);
        const auto dash = line.find("dashed") != std::string_view::npos ? "DASHED"
                        : line.find("dotted") != std::string_view::npos ? "DOTTED"
                                                                        : "SOLID";
        cells += fmt::format(
            R"(<TD BORDER="0" CELLPADDING="0"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD BORDER="2" SIDES="B" STYLE="{}" COLOR="{}" WIDTH="26" HEIGHT="8"></TD></TR><TR><TD HEIGHT="8"></TD></TR></TABLE></TD>)",
            dash, style.value("color", selected));
        cells += text_cell(legend_words(selector, settings), style);
    }
    if (cells.empty()) {
        return {};
    }
    std::string rows;
    if (!settings.title.empty()) {
        rows = fmt::format(R"(<TR><TD BORDER="0" ALIGN="LEFT" COLSPAN="{}">{}</TD></TR>)",
                           2 * (types.size() + lines.size()),
                           filled(style.value("title", {"legend"}), xml_text(settings.title)));
    }
    return fmt::format(
        R"(<TABLE BORDER="0" CELLSPACING="5" CELLPADDING="3"><TR><TD HEIGHT="8"></TD></TR>{}<TR>{}</TR></TABLE>)", rows,
        cells);
}

} // namespace jokbo::labels

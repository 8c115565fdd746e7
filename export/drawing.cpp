#include "export/format.hpp"
#include "export/iri.hpp"
#include "export/labels.hpp"
#include "export/packing.hpp"
#include "export/writers.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <ostream>

namespace jokbo::writers {

namespace {

// What an engine does within seconds; see bench/export.
constexpr std::size_t layered_nodes = 250;
constexpr std::size_t layered_edges = 400;
constexpr std::size_t labelled_edges = 600;
constexpr std::size_t drawn_nodes = 3000;
constexpr std::size_t drawn_edges = 8000;

// Points, and width to height.
constexpr double part_gap = 26;
constexpr double sheet_aspect = 1.5;

using Attributes = std::map<std::string, std::string>;

/// GraphViz takes what it does not change as non-const.
char* text(const char* constant) { return const_cast<char*>(constant); }
char* text(const std::string& constant) { return const_cast<char*>(constant.c_str()); }

struct Close {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, Close>;

int keep_quiet(char*) { return 0; }

int put(void* channel, const char* bytes) {
    return static_cast<std::ostream*>(channel)->write(
               bytes, static_cast<std::streamsize>(std::char_traits<char>::length(bytes)))
             ? 0
             : EOF;
}
int flush(void*) { return 0; }

/// Writes to std::ostream. GraphViz keeps the pointer as long as the graph lives.
Agdisc_t* stream_discipline() {
    static Agiodisc_t io = {AgIoDisc.afread, put, flush};
    static Agdisc_t discipline = [] {
        Agdisc_t d = AgDefaultDisc;
        d.io = &io;
        return d;
    }();
    return &discipline;
}

/// A text that GraphViz shows as it is: it reads entities in plain strings, and backslashes as many times as its version
/// likes, wherefore a full-width one stands in.
std::string literal(std::string_view plain) {
    std::string out;
    for (const char c : plain) {
        out += c == '&' ? "&amp;" : c == '\\' ? "\uFF3C" : std::string(1, c);
    }
    return out;
}

/// What is drawn together.
struct Part {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
};

Part whole(const View& view) {
    Part part;
    for (std::uint32_t i = 0; i < view.node_count(); ++i) {
        part.nodes.push_back({i});
    }
    for (const EdgeId edge : view.edges()) {
        part.edges.push_back(edge);
    }
    return part;
}

/// The parts between which there is no edge, by their first node.
std::vector<Part> connected_parts(const View& view) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> part_of(view.node_count(), none);
    std::vector<Part> parts;
    for (std::uint32_t i = 0; i < view.node_count(); ++i) {
        if (part_of[i] != none) {
            continue;
        }
        std::vector<NodeId> reached = {{i}};
        part_of[i] = parts.size();
        const auto reach = [&](NodeId node) {
            if (part_of[node.value] == none) {
                part_of[node.value] = parts.size();
                reached.push_back(node);
            }
        };
        for (std::size_t next = 0; next < reached.size(); ++next) {
            for (const EdgeId edge : view.out(reached[next])) {
                reach(view.edge(edge).object);
            }
            for (const EdgeId edge : view.in(reached[next])) {
                reach(view.edge(edge).subject);
            }
        }
        parts.emplace_back();
    }
    for (std::uint32_t i = 0; i < view.node_count(); ++i) {
        parts[part_of[i]].nodes.push_back({i});
    }
    for (const EdgeId edge : view.edges()) {
        parts[part_of[view.edge(edge).subject.value]].edges.push_back(edge);
    }
    return parts;
}

/// Ranks show lineage best, but take too long for many edges.
enum class Engine { layered, spring };

Engine engine_for(const Part& part) {
    return part.nodes.size() <= layered_nodes && part.edges.size() <= layered_edges ? Engine::layered : Engine::spring;
}

class Drawing {
public:
    Drawing(const View& view, const Part& part, const Settings& settings, Settings::Legend legend)
        : view_(view), settings_(settings), graph_(agopen(text("jokbo"), Agdirected, stream_discipline())) {
        set_graph(engine_for(part), legend);
        for (const NodeId id : part.nodes) {
            nodes_.emplace(id, add_node(id));
        }
        for (const EdgeId id : part.edges) {
            edges_.emplace(id, add_edge(id));
        }
    }

    Agraph_t* get() const { return graph_.get(); }
    const std::map<NodeId, Agnode_t*>& nodes() const { return nodes_; }
    const std::map<EdgeId, Agedge_t*>& edges() const { return edges_; }

    void set(void* object, int kind, const char* attribute, const std::string& value) {
        set_all(object, kind, {{attribute, value}});
    }

private:
    /// Attributes of GraphViz; what is for us alone (templates of labels) stays out.
    Attributes attributes(const std::vector<std::string>& selectors) const {
        Attributes found;
        for (const auto& selector : selectors) {
            for (const auto& [name, value] : settings_.style.of(selector)) {
                if (std::ranges::find(labels::templates, name) == labels::templates.end()) {
                    found[name] = value;
                }
            }
        }
        return found;
    }

    void set_markup(void* object, const char* attribute, const std::string& markup) {
        char* kept = agstrdup_html(graph_.get(), text(markup));
        agset(object, text(attribute), kept);
        agstrfree(graph_.get(), kept);
    }

    void set_all(void* object, int kind, const Attributes& wanted) {
        for (const auto& [name, value] : wanted) {
            if (agattr(graph_.get(), kind, text(name), nullptr) == nullptr) {
                agattr(graph_.get(), kind, text(name), text(""));
            }
            if (value != agget(object, text(name))) {
                agset(object, text(name), text(value));
            }
        }
    }

    void set_defaults(int kind, const Attributes& wanted) {
        for (const auto& [name, value] : wanted) {
            agattr(graph_.get(), kind, text(name), text(value));
        }
    }

    void set_graph(Engine engine, Settings::Legend legend) {
        set_defaults(AGRAPH, attributes({"graph", engine == Engine::layered ? "layered" : "spring"}));
        set_defaults(AGNODE, attributes({"node"}));
        set_defaults(AGEDGE, attributes({"edge"}));
        agattr(graph_.get(), AGRAPH, text("label"), text(""));
        agattr(graph_.get(), AGNODE, text("label"), text("\\N"));
        agattr(graph_.get(), AGEDGE, text("label"), text(""));
        if (legend == Settings::Legend::shown) {
            if (const auto markup = labels::legend_markup(view_, settings_); !markup.empty()) {
                set_markup(graph_.get(), "label", markup);
            }
        }
    }

    Agnode_t* add_node(NodeId id) {
        Agnode_t* node = agnode(graph_.get(), text(std::string(view_.node(id).key)), 1);
        auto selected = labels::selectors(view_, view_.node(id));
        if (settings_.focus.contains(view_.node(id).key)) {
            selected.emplace_back("focus");
        }
        auto wanted = attributes(selected);
        wanted["class"] = view_.ontology().type(view_.node(id).type).name;
        wanted["tooltip"] = literal(labels::node_tooltip(view_, id, settings_));
        set_all(node, AGNODE, wanted);
        set_markup(node, "label", labels::node_markup(view_, id, settings_));
        return node;
    }

    Agedge_t* add_edge(EdgeId id) {
        const auto edge = view_.edge(id);
        Agedge_t* drawn = agedge(graph_.get(), nodes_.at(edge.subject), nodes_.at(edge.object), nullptr, 1);
        auto wanted = attributes(labels::selectors(view_, edge));
        const auto evidence = view_.evidence(id);
        wanted["class"] = fmt::format("{} {}", view_.ontology().predicate(edge.predicate).name, name_of(edge.status));
        wanted["tooltip"] = literal(labels::edge_tooltip(view_, id, evidence, settings_));
        wanted["labeltooltip"] = wanted["tooltip"];
        if (const auto page = evidence.empty() ? std::string() : iri::web_address(evidence.front().url);
            !page.empty()) {
            wanted["URL"] = literal(page);
        }
        set_all(drawn, AGEDGE, wanted);
        if (view_.edge_count() <= labelled_edges) {
            set_markup(drawn, "label", labels::edge_markup(view_, edge, settings_));
        }
        return drawn;
    }

    const View& view_;
    const Settings& settings_;
    Graph graph_;
    std::map<NodeId, Agnode_t*> nodes_;
    std::map<EdgeId, Agedge_t*> edges_;
};

void check_size(const View& view) {
    if (view.node_count() > drawn_nodes || view.edge_count() > drawn_edges) {
        throw UsageError(fmt::format("{} entities and {} edges are too many for one picture (at most {} and {})\n"
                                     "       narrow it with --around NAME --depth N, --relation or --min-confidence,\n"
                                     "       or write graphml, which Gephi draws",
                                     view.node_count(), view.edge_count(), drawn_nodes, drawn_edges));
    }
}

/// GraphViz finds and reads its plug-ins once.
GVC_t* context() {
    static const std::unique_ptr<GVC_t, int (*)(GVC_t*)> kept(gvContext(), gvFreeContext);
    return kept.get();
}

[[noreturn]] void fail(std::string_view step) {
    const char* why = aglasterr();
    throw Error(fmt::format("GraphViz could not {} the diagram: {}", step, why != nullptr ? why : "no reason given"));
}

/// A graph with its layout, which must go before the graph does.
class Layout {
public:
    Layout(Agraph_t* graph, const char* engine) : graph_(graph) {
        if (gvLayout(context(), graph, engine) != 0) {
            fail("lay out");
        }
    }
    ~Layout() { gvFreeLayout(context(), graph_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

private:
    Agraph_t* graph_;
};

const char* name_of(Engine engine) { return engine == Engine::layered ? "dot" : "sfdp"; }

/// Lays each part out by itself and gives the nodes and edges of `drawing` their places. (GraphViz packs parts, too, but
/// its engine for ranks then leaves no room for labels.)
void place_parts(Drawing& drawing, const View& view, const std::vector<Part>& parts, const Settings& settings) {
    struct Placed {
        std::map<NodeId, std::string> nodes;
        std::map<EdgeId, std::array<std::string, 2>> edges; ///< the spline, and the place of the label
        packing::Bounds bounds;
    };
    std::vector<Placed> placed;
    std::vector<packing::Size> sizes;
    for (const Part& part : parts) {
        Drawing alone(view, part, settings, Settings::Legend::none);
        const Layout layout(alone.get(), name_of(engine_for(part)));
        attach_attrs(alone.get());
        Placed found;
        for (const auto& [id, node] : alone.nodes()) {
            found.nodes[id] = agget(node, text("pos"));
        }
        for (const auto& [id, edge] : alone.edges()) {
            const char* label = agget(edge, text("lp"));
            found.edges[id] = {agget(edge, text("pos")), label != nullptr ? label : ""};
        }
        found.bounds = packing::bounds(agget(alone.get(), text("bb")));
        sizes.push_back(found.bounds.size);
        placed.push_back(std::move(found));
    }
    const auto corners = packing::on_shelves(sizes, sheet_aspect, part_gap);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const packing::Offset by = {corners[i].x - placed[i].bounds.corner.x, corners[i].y - placed[i].bounds.corner.y};
        for (const auto& [id, position] : placed[i].nodes) {
            drawing.set(drawing.nodes().at(id), AGNODE, "pos", packing::moved(position, by));
        }
        for (const auto& [id, positions] : placed[i].edges) {
            drawing.set(drawing.edges().at(id), AGEDGE, "pos", packing::moved(positions[0], by));
            drawing.set(drawing.edges().at(id), AGEDGE, "lp", packing::moved(positions[1], by));
        }
    }
}

void render(const View& view, const Settings& settings, const char* format, std::ostream& out) {
    check_size(view);
    agseterrf(keep_quiet);
    const Part all = whole(view);
    const auto parts = connected_parts(view);
    Drawing drawing(view, all, settings, settings.legend);
    const bool separate = parts.size() > 1;
    if (separate) {
        place_parts(drawing, view, parts, settings);
    }
    const Layout layout(drawing.get(), separate ? "nop2" : name_of(engine_for(all)));
    char* bytes = nullptr;
    unsigned length = 0;
    const int failed = gvRenderData(context(), drawing.get(), format, &bytes, &length);
    const std::unique_ptr<char, void (*)(char*)> owner(bytes, gvFreeRenderData);
    if (failed != 0 || bytes == nullptr) {
        fail("draw");
    }
    out.write(bytes, length);
}

} // namespace

void dot(const View& view, const Settings& settings, std::ostream& out) {
    agseterrf(keep_quiet);
    agwrite(Drawing(view, whole(view), settings, settings.legend).get(), &out);
}

void svg(const View& view, const Settings& settings, std::ostream& out) { render(view, settings, "svg", out); }

void png(const View& view, const Settings& settings, std::ostream& out) { render(view, settings, "png:cairo", out); }

} // namespace jokbo::writers

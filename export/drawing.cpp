#include "export/format.hpp"
#include "export/iri.hpp"
#include "export/labels.hpp"
#include "export/writers.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <map>
#include <memory>
#include <ostream>

namespace jokbo::writers {

namespace {

// What an engine does within seconds; see bench/export.
constexpr std::size_t layered_nodes = 250;
constexpr std::size_t layered_edges = 400;
constexpr std::size_t labelled_edges = 600;
constexpr std::size_t drawn_nodes = 5000;
constexpr std::size_t drawn_edges = 15000;

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
    return static_cast<std::ostream*>(channel)->write(bytes, static_cast<std::streamsize>(std::char_traits<char>::length(bytes))) ? 0 : EOF;
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

/// The engine for a view of this size: ranks show lineage best, but take too long for many edges.
enum class Engine { layered, spring };

Engine engine_for(const View& view) {
    return view.node_count() <= layered_nodes && view.edge_count() <= layered_edges ? Engine::layered : Engine::spring;
}

class Drawing {
public:
    Drawing(const View& view, const Settings& settings)
        : view_(view), settings_(settings), graph_(agopen(text("jokbo"), Agdirected, stream_discipline())) {
        set_graph();
        for (std::uint32_t i = 0; i < view.node_count(); ++i) {
            nodes_.push_back(add_node({i}));
        }
        for (std::uint32_t i = 0; i < view.edge_count(); ++i) {
            add_edge({i});
        }
    }

    Agraph_t* get() const { return graph_.get(); }

private:
    /// Attributes of GraphViz; what is for us alone (templates of labels) stays out.
    Attributes attributes(const std::vector<std::string>& selectors) const {
        Attributes found;
        for (const auto& selector : selectors) {
            for (const auto& [name, value] : settings_.style.of(selector)) {
                if (name != "name" && name != "facts" && name != "words" && name != "frame") {
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

    void set_graph() {
        const bool layered = engine_for(view_) == Engine::layered;
        set_defaults(AGRAPH, attributes({"graph", layered ? "layered" : "spring"}));
        set_defaults(AGNODE, attributes({"node"}));
        set_defaults(AGEDGE, attributes({"edge"}));
        agattr(graph_.get(), AGRAPH, text("label"), text(""));
        agattr(graph_.get(), AGNODE, text("label"), text("\\N"));
        agattr(graph_.get(), AGEDGE, text("label"), text(""));
        if (settings_.legend == Settings::Legend::shown) {
            if (const auto markup = labels::legend_markup(view_, settings_); !markup.empty()) {
                set_markup(graph_.get(), "label", markup);
            }
        }
    }

    Agnode_t* add_node(NodeId id) {
        Agnode_t* node = agnode(graph_.get(), text(std::string(view_.node(id).key)), 1);
        auto wanted = attributes(labels::selectors(view_, view_.node(id)));
        wanted["class"] = view_.ontology().type(view_.node(id).type).name;
        wanted["tooltip"] = literal(labels::node_tooltip(view_, id, settings_));
        set_all(node, AGNODE, wanted);
        set_markup(node, "label", labels::node_markup(view_, id, settings_));
        return node;
    }

    void add_edge(EdgeId id) {
        const auto edge = view_.edge(id);
        Agedge_t* drawn = agedge(graph_.get(), nodes_[edge.subject.value], nodes_[edge.object.value], nullptr, 1);
        auto wanted = attributes(labels::selectors(view_, edge));
        const auto evidence = view_.evidence(id);
        wanted["class"] = fmt::format("{} {}", view_.ontology().predicate(edge.predicate).name, name_of(edge.status));
        wanted["tooltip"] = literal(labels::edge_tooltip(view_, id, evidence, settings_));
        wanted["labeltooltip"] = wanted["tooltip"];
        if (const auto page = evidence.empty() ? std::string() : iri::web_address(evidence.front().url); !page.empty()) {
            wanted["URL"] = literal(page);
        }
        set_all(drawn, AGEDGE, wanted);
        if (view_.edge_count() <= labelled_edges) {
            set_markup(drawn, "label", labels::edge_markup(view_, edge, settings_));
        }
    }

    const View& view_;
    const Settings& settings_;
    Graph graph_;
    std::vector<Agnode_t*> nodes_;
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

void render(const View& view, const Settings& settings, const char* format, std::ostream& out) {
    check_size(view);
    agseterrf(keep_quiet);
    const Drawing drawing(view, settings);
    const auto fail = [&](const char* step) {
        const char* why = aglasterr();
        throw Error(fmt::format("GraphViz could not {} the diagram as {}: {}", step, format, why != nullptr ? why : "no reason given"));
    };
    if (gvLayout(context(), drawing.get(), engine_for(view) == Engine::layered ? "dot" : "sfdp") != 0) {
        fail("lay out");
    }
    char* bytes = nullptr;
    unsigned length = 0;
    const int failed = gvRenderData(context(), drawing.get(), format, &bytes, &length);
    gvFreeLayout(context(), drawing.get());
    const std::unique_ptr<char, void (*)(char*)> owner(bytes, gvFreeRenderData);
    if (failed != 0 || bytes == nullptr) {
        fail("draw");
    }
    out.write(bytes, length);
}

} // namespace

void dot(const View& view, const Settings& settings, std::ostream& out) {
    agseterrf(keep_quiet);
    agwrite(Drawing(view, settings).get(), &out);
}

void svg(const View& view, const Settings& settings, std::ostream& out) { render(view, settings, "svg", out); }

void png(const View& view, const Settings& settings, std::ostream& out) { render(view, settings, "png:cairo", out); }

} // namespace jokbo::writers

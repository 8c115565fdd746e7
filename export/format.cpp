#include "export/format.hpp"

#include "export/writers.hpp"
#include "schema/pack.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <ostream>

namespace jokbo {

Settings Settings::load(const Pack& pack, const Ontology& ontology) {
    Settings settings;
    settings.style = Style::load(pack, ontology);
    settings.context_text = pack.file("schema/context.jsonld").text;
    return settings;
}

std::span<const Format> formats() {
    static const std::vector<Format> table = {
        {"dot", {".dot", ".gv"}, "GraphViz source, to lay out and style further", Format::Content::text, writers::dot},
        {"svg", {".svg"}, "a diagram for the browser, evidence in its tooltips", Format::Content::text, writers::svg},
        {"png", {".png"}, "a diagram as a picture", Format::Content::binary, writers::png},
        {"jsonld",
         {".jsonld", ".json"},
         "linked data with statements, evidence and provenance",
         Format::Content::text,
         writers::jsonld},
        {"graphml", {".graphml"}, "for Gephi, yEd, Cytoscape, NetworkX", Format::Content::text, writers::graphml},
        {"csv", {".csv", ".edges.csv"}, "a table of the edges", Format::Content::text, writers::csv},
        {"csv-nodes", {".nodes.csv"}, "a table of the entities", Format::Content::text, writers::csv_nodes},
    };
    return table;
}

const Format& format_named(std::string_view name) {
    std::vector<std::string_view> names;
    std::string list;
    for (const Format& format : formats()) {
        if (format.name == name) {
            return format;
        }
        names.push_back(format.name);
        (list += list.empty() ? "" : ", ") += format.name;
    }
    std::string message = "there is no format '" + std::string(name) + "'";
    if (const auto near = nearest(name, names); !near.empty()) {
        message += "; did you mean '" + std::string(near) + "'?";
    }
    throw UsageError(message + "\n       the formats are " + list);
}

const Format& format_of_file(const std::filesystem::path& file) {
    std::string name = file.filename().string();
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const Format* best = nullptr;
    std::size_t best_length = 0;
    std::string list;
    for (const Format& format : formats()) {
        for (const auto suffix : format.suffixes) {
            if (name.size() > suffix.size() && name.ends_with(suffix) && suffix.size() > best_length) {
                best = &format;
                best_length = suffix.size();
            }
            (list += list.empty() ? "" : " ") += suffix;
        }
    }
    if (best == nullptr) {
        throw UsageError("the name of '" + file.string() + "' tells no format; give --format, or one of the suffixes " +
                         list);
    }
    return *best;
}

void write_view(const View& view, const Format& format, const Settings& settings, std::ostream& out) {
    format.write(view, settings, out);
    out.flush();
    if (!out) {
        throw OutputError("the " + std::string(format.name) + " could not be written whole: the output failed");
    }
}

} // namespace jokbo

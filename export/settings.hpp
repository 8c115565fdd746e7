#pragma once

#include "export/style.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace jokbo {

class Pack;
class Ontology;

/// What a reader of an export may wish otherwise.
struct Settings {
    enum class Language : std::uint8_t { en, ko };
    enum class Legend : std::uint8_t { none, shown };
    /// Whether a JSON-LD file carries its context, or names the address of one.
    enum class Context : std::uint8_t { inline_, linked };

    /// Reads style and JSON-LD context from the pack.
    static Settings load(const Pack& pack, const Ontology& ontology);

    /// In which language relations and types are labelled.
    Language language = Language::en;

    // Diagrams
    Style style;
    Legend legend = Legend::shown;
    /// Stands above the legend; may be empty.
    std::string title;
    /// Keys of the entities that the diagram is about; it marks them.
    std::set<std::string, std::less<>> focus;

    // JSON-LD
    /// Entities, statements, evidence and documents get their addresses below it; ends in a slash or a hash.
    std::string base = "https://w3id.org/jokbo/";
    Context context = Context::inline_;
    /// The text of schema/context.jsonld.
    std::string context_text;
    /// The version of the program, for the provenance.
    std::string version;
};

} // namespace jokbo

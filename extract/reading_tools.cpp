#include "extract/reading_tools.hpp"

namespace jokbo {

ClassCues::ClassCues(const Ontology& ontology, const Cues& korean, const Cues& english)
    : title{korean.cue("title"), english.cue("title")}, person(ontology.type_named("Person")),
      organization(ontology.type_named("Organization")), product(ontology.type_named("Product")) {
    for (const auto language : {Language::korean, Language::english}) {
        const auto& cues = language == Language::korean ? korean : english;
        for (const auto& type : ontology.types()) {
            if (const auto name = "class." + type.name; !cues.words(name).empty()) {
                kinds[static_cast<std::size_t>(language)].push_back({cues.cue(name), type.id});
            }
        }
    }
}

} // namespace jokbo

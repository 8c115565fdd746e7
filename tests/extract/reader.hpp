#pragma once

#include "extract/extractor.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The extractor with all that the program knows, for tests of what whole texts state.
namespace jokbo::test {

struct Reader {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    Lexicon lexicon = Lexicon::load(pack, ontology);
    Extractor extractor{pack, ontology, lexicon};

    std::vector<Statement> read(std::string text, std::string published = {}) const {
        Document document;
        document.id = "page";
        document.published = std::move(published);
        document.text = std::move(text);
        std::vector<Statement> statements;
        extractor.extract(document, [&](Statement s) { statements.push_back(std::move(s)); });
        return statements;
    }
};

inline const Reader& reader() {
    static const Reader reader;
    return reader;
}

using Lines = std::vector<std::string>;

enum class Speakers : std::uint8_t { left_out, named };

/// `subject relation object`, with `!status` where that is not asserted: the statements of one relation, sorted.
inline Lines statements_in(const std::string& text, std::string_view relation, Speakers speakers = Speakers::left_out) {
    Lines lines;
    for (const auto& s : reader().read(text)) {
        const auto& name = reader().ontology.predicate(s.predicate).name;
        const auto* object = std::get_if<Mention>(&s.object);
        if (name == relation && object != nullptr) {
            lines.push_back(s.subject.name + " " + name + " " + object->name +
                            (s.status == Status::asserted ? "" : " !" + std::string(name_of(s.status))) +
                            (speakers == Speakers::named && !s.qualifiers.attributed_to.empty()
                                 ? " by " + s.qualifiers.attributed_to
                                 : ""));
        }
    }
    std::ranges::sort(lines);
    return lines;
}

/// The same, with ` by SPEAKER` where somebody says so.
inline Lines said_in(const std::string& text, std::string_view relation) {
    return statements_in(text, relation, Speakers::named);
}

} // namespace jokbo::test

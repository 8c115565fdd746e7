#pragma once

#include "extract/extractor.hpp"

#include <string>
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

} // namespace jokbo::test

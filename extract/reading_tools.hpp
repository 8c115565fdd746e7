#pragma once

#include "extract/cards/cards.hpp"
#include "extract/frames/patterns.hpp"
#include "extract/korean/korean.hpp"
#include "extract/layout/layout.hpp"
#include "extract/names/names.hpp"
#include "extract/values/attributes.hpp"
#include "extract/values/values.hpp"

#include <vector>

namespace jokbo {

class EnglishReader;

/// What names and their surroundings are told by, looked up once.
struct ClassCues {
    ClassCues(const Ontology& ontology, const Cues& korean, const Cues& english);

    struct Kind {
        CueId cue;
        TypeId type;
    };
    std::vector<Kind> kinds[2]; ///< class.Model … → Model, by Language
    CueId title[2];
    TypeId person, organization, product;
};

/// What all documents are read with; built once, shared by threads.
struct ReadingTools {
    const Ontology& ontology;
    const Lexicon& lexicon;
    const Cues& korean_cues;
    const Cues& english_cues;
    const Frames& frames;
    const NameIndex& names;
    const LayoutReader& layout;
    const SentenceSplitter& splitter;
    const KoreanReader& korean;
    const EnglishReader* english;
    const Patterns& patterns;
    const ValueReader& values;
    const ClassCues& classes;
    const CardReader& cards;
    const AttributeReader& attributes;
};

} // namespace jokbo

#pragma once

#include "extract/english/english.hpp"
#include "extract/reading_tools.hpp"

namespace jokbo {

/// All that documents are read with, built and held in the order in which one part needs another.
struct ReadingEngine {
    const Ontology& ontology;
    const Lexicon& lexicon;
    Cues korean_cues;
    Cues english_cues;
    Frames frames;
    NameIndex names;
    LayoutReader layout;
    SentenceSplitter splitter;
    KoreanReader korean;
    EnglishReader english;
    Patterns patterns;
    ValueReader values;
    ClassCues classes;
    CardReader cards;
    AttributeReader attributes;
    ReadingTools tools;

    ReadingEngine(const Pack& pack, const Ontology& o, const Lexicon& l)
        : ontology(o), lexicon(l), korean_cues(Cues::load(pack, Language::korean)),
          english_cues(Cues::load(pack, Language::english)), frames(Frames::load(pack, o, korean_cues, english_cues)),
          names(l), layout(pack), splitter(pack), korean(pack, o, frames, korean_cues),
          english(pack, english_cues, frames, o), patterns(frames, korean_cues, english_cues, korean), values(pack),
          classes(o, korean_cues, english_cues), cards(pack, o, l, names, values),
          attributes(pack, o), tools{ontology, lexicon,  korean_cues, english_cues, frames,  names, layout,    splitter,
                                     korean,   &english, patterns,    values,       classes, cards, attributes} {}
    ReadingEngine(const ReadingEngine&) = delete;
    ReadingEngine& operator=(const ReadingEngine&) = delete;
};

} // namespace jokbo

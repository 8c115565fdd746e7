#pragma once

#include "extract/english/english.hpp"
#include "extract/korean/korean.hpp"
#include "schema/pack.hpp"

#include <string>

/// The readers of single sentences with all that the program knows but the lexicon, for tests of what the text itself introduces.
namespace jokbo::test {

struct SentenceReaders {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    Cues korean_cues = Cues::load(pack, Language::korean);
    Cues english_cues = Cues::load(pack, Language::english);
    Frames frames = Frames::load(pack, ontology, korean_cues, english_cues);
    KoreanReader korean{pack, ontology, frames, korean_cues};
    EnglishReader english{pack, english_cues, frames, ontology};
};

inline const SentenceReaders& sentence_readers() {
    static const SentenceReaders shared;
    return shared;
}

inline SentenceAnalysis taken_apart(const std::string& text, Language language) {
    SentenceAnalysis sentence;
    sentence.sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    sentence.language = language;
    tokenize(text, sentence.sentence.span, sentence.tokens);
    return sentence;
}

} // namespace jokbo::test

#pragma once

#include "extract/english/english.hpp"
#include "schema/pack.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// What the English parser makes of a sentence, as text to compare.
namespace jokbo::english {

using Lines = std::vector<std::string>;

/// The reader with frames of a few verbs and nouns, so that the tests show grammar and not the state of the real frames.
struct Reader {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    Cues korean = Cues::load(pack, Language::korean);
    Cues english = Cues::load(pack, Language::english);
    Frames frames;
    EnglishReader reader;

    Reader() : frames(load()), reader(pack, english, frames, ontology) {}

    Frames load() {
        Pack small;
        small.add(pack.file("extract/cues/roles.tsv"));
        small.add(
            {"extract/frames/acquires.frames",
             "frame test acquires(a, b)\n"
             "  en v acquire|build|make|hire|lead|raise|join|team up|take over|take .. stake : a=subject b=object\n"
             "  en n acquisition|ceo|competitor|investor : a=poss b=of\n",
             "test"});
        return Frames::load(small, ontology, korean, english);
    }
};

inline Reader& reader() {
    static Reader shared;
    return shared;
}

inline SentenceAnalysis parsed(const std::string& text) {
    SentenceAnalysis sentence;
    sentence.sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    tokenize(text, sentence.sentence.span, sentence.tokens);
    reader().reader.discover(text, sentence);
    reader().reader.parse(text, sentence);
    return sentence;
}

inline std::string words(const std::string& text, const SentenceAnalysis& sentence, TokenRange range) {
    const auto begin = sentence.tokens[range.begin].span.begin;
    return text.substr(begin, sentence.tokens[range.end - 1].span.end - begin);
}

/// "acquire subject=Lumen object=Tern", arguments without mentions left out.
inline Lines predications(const std::string& text) {
    const auto sentence = parsed(text);
    const auto& frames = reader().frames;
    Lines lines;
    for (const auto& predication : sentence.predications) {
        std::string line = frames.triggers()[predication.trigger].head;
        for (const auto& argument : predication.arguments) {
            std::string names;
            for (const auto mention : sentence.phrases[argument.phrase].mentions) {
                names += (names.empty() ? "" : "+") + words(text, sentence, sentence.mentions[mention].tokens);
            }
            const auto role = frames.role_name(argument.role);
            if (!names.empty() && role != "whose" && role != "self") {
                line += " " + std::string(role) + "=" + names;
            }
        }
        lines.push_back(line);
    }
    return lines;
}

inline Lines names(const std::string& text) {
    const auto sentence = parsed(text);
    Lines lines;
    for (const auto& mention : sentence.mentions) {
        if (mention.kind == EntityMention::Kind::name) {
            lines.push_back(words(text, sentence, mention.tokens));
        }
    }
    return lines;
}

} // namespace jokbo::english

#include "extract/english/english.hpp"
#include "schema/pack.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace jokbo;

namespace {

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
        small.add({"extract/frames/acquires.frames",
                   "frame test acquires(a, b)\n"
                   "  en v acquire|build|hire|lead|raise|join|team up|take .. stake : a=subject b=object\n"
                   "  en n acquisition|ceo|competitor|investor : a=poss b=of\n",
                   "test"});
        return Frames::load(small, ontology, korean, english);
    }
};

Reader& reader() {
    static Reader shared;
    return shared;
}

SentenceAnalysis parsed(const std::string& text) {
    SentenceAnalysis sentence;
    sentence.sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    tokenize(text, sentence.sentence.span, sentence.tokens);
    reader().reader.discover(text, sentence);
    reader().reader.parse(text, sentence);
    return sentence;
}

std::string words(const std::string& text, const SentenceAnalysis& sentence, TokenRange range) {
    const auto begin = sentence.tokens[range.begin].span.begin;
    return text.substr(begin, sentence.tokens[range.end - 1].span.end - begin);
}

/// "acquire subject=Lumen object=Tern", arguments without mentions left out.
Lines predications(const std::string& text) {
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

Lines names(const std::string& text) {
    const auto sentence = parsed(text);
    Lines lines;
    for (const auto& mention : sentence.mentions) {
        if (mention.kind == EntityMention::Kind::name) {
            lines.push_back(words(text, sentence, mention.tokens));
        }
    }
    return lines;
}

} // namespace

TEST_CASE("English clauses say who does what, whatever the voice") {
    CHECK(predications("Qorvex acquired Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Ternix was acquired by Qorvex.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Qorvex plans to acquire Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Novarix, built by Qorvex, is fast.") == Lines{"build subject=Qorvex object=Novarix"});
    CHECK(predications("Qorvex, which built Novarix, is small.") == Lines{"build subject=Qorvex object=Novarix"});
}

TEST_CASE("English lists fill one role") {
    CHECK(predications("Qorvex acquired Ternix, Heronex and Orcanex.") ==
          Lines{"acquire subject=Qorvex object=Ternix+Heronex+Orcanex"});
    CHECK(predications("Qorvex acquired companies including Ternix and Heronex.") ==
          Lines{"acquire subject=Qorvex object=Ternix+Heronex including=Ternix+Heronex"});
}

TEST_CASE("English light verbs want their noun and particles their verb") {
    CHECK(predications("Qorvex took a stake in Ternix.") == Lines{"take subject=Qorvex in=Ternix"});
    CHECK(predications("Qorvex took a break in Ternix.").empty());
    CHECK(predications("Qorvex teamed up with Ternix.") == Lines{"team subject=Qorvex with=Ternix"});
}

TEST_CASE("English nouns know whose they are and who bears them") {
    CHECK(predications("Qorvex’s acquisition of Ternix closed.") == Lines{"acquisition poss=Qorvex of=Ternix"});
    CHECK(predications("Qorvex CEO Jonathan Rosser spoke.") == Lines{"ceo mod=Qorvex head=Jonathan Rosser"});
    CHECK(predications("Jonathan Rosser, CEO of Qorvex, spoke.") == Lines{"ceo be=Jonathan Rosser of=Qorvex"});
    CHECK(predications("Qorvex-led investors met.").back() == "lead subject=Qorvex");
}

TEST_CASE("English names are found by shape, not by the capital at a sentence's begin") {
    CHECK(names("The startup Qorvex hired Jonathan Rosser.") == Lines{"Qorvex", "Jonathan Rosser"});
    CHECK(names("Yesterday the company grew.").empty());
    CHECK(names("On Monday it met 01 Advisors and Adam D’Angelo.") == Lines{"01 Advisors", "Adam D’Angelo"});
    CHECK(names("They tested Qorvex-Air 4.5 Pro today.") == Lines{"Qorvex-Air 4.5 Pro"});
}

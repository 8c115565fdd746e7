#include "tests/catch.hpp"
#include "tests/extract/english/parsed_english.hpp"

using namespace jokbo;
using namespace jokbo::english;

TEST_CASE("English light verbs want their noun and particles their verb") {
    CHECK(predications("Qorvex took a stake in Ternix.") == Lines{"take subject=Qorvex poss=Ternix in=Ternix"});
    CHECK(predications("Qorvex took a break in Ternix.").empty());
    CHECK(predications("Qorvex teamed up with Ternix.") == Lines{"team subject=Qorvex with=Ternix"});
}

TEST_CASE("English nouns know whose they are and who bears them") {
    CHECK(predications("Qorvex’s acquisition of Ternix closed.") == Lines{"acquisition poss=Qorvex of=Ternix"});
    CHECK(predications("Qorvex CEO Jonathan Rosser spoke.") == Lines{"ceo mod=Qorvex head=Jonathan Rosser"});
    CHECK(predications("Jonathan Rosser, CEO of Qorvex, spoke.") == Lines{"ceo be=Jonathan Rosser of=Qorvex"});
    CHECK(predications("Qorvex-led investors met.").back() == "lead subject=Qorvex");
}

TEST_CASE("A hyphen ties a word to an English name") {
    CHECK(predications("Ex-Qorvex CEO Jonathan Rosser spoke.") == Lines{"ceo mod=Qorvex head=Jonathan Rosser"});
}

TEST_CASE("What stands in apposition to an English name is that name") {
    CHECK(predications("Qorvex, the startup led by Jonathan Rosser, grew.") ==
          Lines{"lead subject=Jonathan Rosser object=Qorvex"});
}

TEST_CASE("What an English copula says of a name holds of the name, unless it is denied") {
    CHECK(predications("Qorvex is a startup led by Jonathan Rosser.") ==
          Lines{"lead subject=Jonathan Rosser object=Qorvex"});
    CHECK(predications("Qorvex is not a startup led by Jonathan Rosser.") == Lines{"lead subject=Jonathan Rosser"});
}

TEST_CASE("An English class noun says what the name before it is, with words between them, too") {
    CHECK(predications("Qorvex built its Novarix coding agent.") == Lines{"build subject=Qorvex object=Novarix"});
    CHECK(predications("Qorvex built a Novarix coding agent.") == Lines{"build subject=Qorvex poss=Novarix"});
}

TEST_CASE("What English makes something else of its object makes nothing") {
    CHECK(predications("Qorvex made Novarix.") == Lines{"make subject=Qorvex object=Novarix"});
    CHECK(predications("Qorvex made Novarix a part of Orlix.").empty());
}

TEST_CASE("Whoever makes it somewhere makes nothing in English") {
    CHECK(predications("Qorvex made it onto the list.").empty());
    CHECK(predications("Qorvex made it even faster.").empty());
}

TEST_CASE("What acts on itself in English has no other object") {
    CHECK(predications("Qorvex acquired itself a name with Ternix.").empty());
    CHECK(predications("Qorvex acquired Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
}

TEST_CASE("What English uses to do something belongs to what is done") {
    CHECK(predications("Qorvex built Novarix using Ternix.") ==
          Lines{"build subject=Qorvex object=Novarix by.use=Ternix"});
    CHECK(predications("Qorvex used Ternix to build Novarix.") ==
          Lines{"build subject=Qorvex object=Novarix subject=Ternix by.use=Ternix"});
}

TEST_CASE("English people act for whom they work, unless they have left") {
    CHECK(predications("Qorvex researchers built Novarix.") == Lines{"build staff=Qorvex object=Novarix"});
    CHECK(predications("Former Qorvex researchers built Novarix.") == Lines{"build object=Novarix"});
}

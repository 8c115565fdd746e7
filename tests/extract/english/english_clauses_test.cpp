#include "tests/catch.hpp"
#include "tests/extract/english/parsed_english.hpp"

using namespace jokbo;
using namespace jokbo::english;

TEST_CASE("English clauses say who does what, whatever the voice") {
    CHECK(predications("Qorvex acquired Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Ternix was acquired by Qorvex.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Qorvex plans to acquire Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
    CHECK(predications("Novarix, built by Qorvex, is fast.") == Lines{"build subject=Qorvex object=Novarix"});
    CHECK(predications("Qorvex, which built Novarix, is small.") == Lines{"build subject=Qorvex object=Novarix"});
}

TEST_CASE("An English complement before the subject belongs to the verb") {
    CHECK(predications("At Qorvex, Jonathan Rosser led Ternix.") ==
          Lines{"lead subject=Jonathan Rosser object=Ternix at=Qorvex"});
}

TEST_CASE("An English participle that is set off goes on about what is described") {
    CHECK(predications("Qorvex, a lab focused on models, led by Jonathan Rosser, grew.").front() ==
          "lead subject=Jonathan Rosser object=Qorvex");
    CHECK(predications("Qorvex, a lab that works on models, grew.").empty());
}

TEST_CASE("What someone says of an English antecedent is the antecedent's") {
    CHECK(predications("Qorvex released Novarix, a model that it says was built by Ternix.").back() ==
          "build subject=Ternix object=Novarix");
}

TEST_CASE("Who comes along with an English subject acts, too") {
    CHECK(predications("Qorvex led the round, along with Ternix.").front().starts_with("lead subject=Qorvex"));
    CHECK(predications("Qorvex led the round, along with Ternix.").front().find("subject=Ternix") != std::string::npos);
    CHECK(predications("Qorvex acquired Novarix along with Ternix.").front().find("subject=Ternix") ==
          std::string::npos);
}

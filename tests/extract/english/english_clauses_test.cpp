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

TEST_CASE("An English clause that 'that' opens behind a time is what is said") {
    CHECK(predications("Qorvex said on Monday that it acquired Ternix.").back() == "acquire subject=it object=Ternix");
}

TEST_CASE("The English word 'as' opens a clause before a subject and its verb, and else says what somebody is") {
    CHECK(predications("Qorvex acquired the startup Ternix as it led Novarix.").front() ==
          "acquire subject=Qorvex object=Ternix");
}

TEST_CASE("A preposition before an English relative pronoun says what the antecedent is to the verb") {
    CHECK(predications("Ternix, in which Qorvex takes a stake, grew.").front().ends_with("in=Ternix"));
}

TEST_CASE("What follows an English title is the title's, not the verb's") {
    CHECK(predications("Ternix is led by Jonathan Rosser, a manager at Qorvex.").front() ==
          "lead subject=Jonathan Rosser object=Ternix");
}

TEST_CASE("An English particle that frames wait for does not govern what follows it") {
    CHECK(predications("Qorvex is taking over Ternix.") == Lines{"take subject=Qorvex object=Ternix"});
}

TEST_CASE("Whoever is blamed in English has done it") {
    CHECK(predications("Qorvex accused Ternix of acquiring Novarix.").back() ==
          "acquire subject=Ternix object=Novarix");
    CHECK(predications("Qorvex sued Ternix for acquiring Novarix.").back() == "acquire subject=Ternix object=Novarix");
}

TEST_CASE("What is said in English is a clause with a verb of its own") {
    CHECK(predications("Qorvex says its Novarix model acquires rivals.").back() == "acquire subject=Novarix");
}

TEST_CASE("A name that opens an English headline does what the infinitive says") {
    CHECK(predications("Qorvex to acquire Ternix") == Lines{"acquire subject=Qorvex object=Ternix"});
}

TEST_CASE("What an English participle names is what the noun before it stands for") {
    CHECK(predications("Qorvex acquired a startup called Ternix.") == Lines{"acquire subject=Qorvex object=Ternix"});
}

TEST_CASE("An English participle before 'by' is one, whatever else it may be") {
    CHECK(predications("Ternix, led by Jonathan Rosser, grew.").front() ==
          "lead subject=Jonathan Rosser object=Ternix");
}

TEST_CASE("What an English 'not' sets aside plays no part") {
    CHECK(predications("Qorvex acquired Ternix, not the older and larger Novarix.") ==
          Lines{"acquire subject=Qorvex object=Ternix"});
}

TEST_CASE("An apposition leaves the English verb to its subject") {
    CHECK(predications("Shares rose after another company, Qorvex, acquired Ternix.").front() ==
          "acquire subject=Qorvex object=Ternix");
}

TEST_CASE("Each English title takes the complement that follows it") {
    CHECK(predications("Jonathan Rosser, CEO of Ternix and co-founder of Qorvex, spoke.") ==
          Lines{"ceo be=Jonathan Rosser of=Ternix"});
}

TEST_CASE("An English participle takes no object") {
    CHECK(predications("Qorvex acquired cheap chips meant to help Novarix.") == Lines{"acquire subject=Qorvex"});
}

TEST_CASE("Engineers are people in English where a preposition stands before") {
    CHECK(predications("Ternix was led by former Qorvex engineers who left.") == Lines{"lead object=Ternix"});
}

#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::statements_in;

TEST_CASE("A family name of two letters means its bearer", "[reading]") {
    CHECK(statements_in("Zorian Vu, who writes, spoke. Vu is the CEO of Nvidia.", "works_for") ==
          Lines{"Zorian Vu works_for Nvidia"});
}

TEST_CASE("A particle belongs to the family name", "[reading]") {
    CHECK(statements_in("Zorian de Quellex, who writes, spoke. De Quellex spoke. Later de Quellex joined Nvidia.",
                        "works_for") == Lines{"Zorian de Quellex works_for Nvidia"});
}

TEST_CASE("AI at the end of a name may be left out", "[reading]") {
    CHECK(statements_in("The startup QorvexAI grew. Nvidia invested in Qorvex.", "invests_in") ==
          Lines{"Nvidia invests_in QorvexAI"});
}

TEST_CASE("A family name is its bearer's before it is that of a firm", "[reading]") {
    CHECK(statements_in("Zorian Quellex, who writes, met Quellex Ventures. Quellex is the CEO of Nvidia.",
                        "works_for") == Lines{"Zorian Quellex works_for Nvidia"});
}

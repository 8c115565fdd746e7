#include "extract/names/name_finder.hpp"

#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::statements_in;

TEST_CASE("An ambiguous name counts where it stands as a name of its type", "[reading]") {
    CHECK(statements_in("The startup Qorvex raised a round led by Ramp.", "invests_in") ==
          Lines{"Ramp invests_in Qorvex"});
    CHECK(statements_in("Figure that Nvidia invested in Qorvex, a startup.", "invests_in") ==
          Lines{"Nvidia invests_in Qorvex"});
}

TEST_CASE("What the text introduces is not what the lexicon knows by that name", "[reading]") {
    CHECK(statements_in("Falcon, a startup, grew. Nvidia invested in Falcon.", "invests_in") ==
          Lines{"Nvidia invests_in Falcon"});
}

TEST_CASE("Whoever is no man is no he", "[reading]") {
    CHECK(statements_in("Zorian Quellex, who writes, spoke. Allbirdia grew. He joined Nvidia.", "works_for") ==
          Lines{"Zorian Quellex works_for Nvidia"});
}

TEST_CASE("Whoever may be a person is no company", "[reading]") {
    CHECK(statements_in("The startup Cohere grew. Zorian Quellex spoke. Nvidia invested in the company.",
                        "invests_in") == Lines{"Nvidia invests_in Cohere"});
}

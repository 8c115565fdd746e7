#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::statements_in;

TEST_CASE("the startup is the one that the text has called a startup", "[reading]") {
    CHECK(statements_in("The startup Cohere grew. OpenAI grew. OpenAI spoke. Nvidia invested in the startup.",
                        "invests_in") == Lines{"Nvidia invests_in Cohere"});
    CHECK(statements_in("Aidan's startup, Cohere, grew. OpenAI grew. OpenAI spoke. Nvidia backed the startup.",
                        "invests_in") == Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("a company looks back to who was spoken of", "[reading]") {
    CHECK(statements_in("Cohere grew. Nvidia invested in the company.", "invests_in") ==
          Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("the round is of the one that raised it, not of who led it", "[reading]") {
    CHECK(statements_in("Cohere raised a Series D round. OpenAI praised it. OpenAI said Nvidia led the round.",
                        "invests_in") == Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("a text does not go on about whoever gave no answer", "[reading]") {
    CHECK(statements_in("Cohere grew, and Cohere hired. Intel declined to comment. Nvidia invested in the company.",
                        "invests_in") == Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("a company looks back to the one that somebody has founded", "[reading]") {
    CHECK(statements_in("OpenAI grew. Ada Kim founded Cohere before the company was acquired by Nvidia.", "acquires") ==
          Lines{"Nvidia acquires Cohere"});
}

TEST_CASE("an anaphor looks back to what leads its sentence in", "[reading]") {
    CHECK(statements_in("OpenAI grew. OpenAI spoke. For Google’s Gemini, the release of its model Qorvex-7B helped.",
                        "developed_by") == Lines{"Gemini developed_by Google", "Qorvex-7B developed_by Google"});
}

TEST_CASE("a chief executive is not that of who reports about him", "[reading]") {
    CHECK(statements_in("Cohere grew. Reuters reports that CEO Ada Kim told staff the news.", "works_for") ==
          Lines{"Ada Kim works_for Cohere !alleged"});
}

TEST_CASE("an anaphor looks back to what an apposition calls its subject", "[reading]") {
    CHECK(statements_in("OpenAI grew. OpenAI spoke. Much was said after another company, Cohere, released its model "
                        "Qorvex-7B.",
                        "developed_by") == Lines{"Qorvex-7B developed_by Cohere"});
}

TEST_CASE("a company is the one that the subject works for", "[reading]") {
    CHECK(statements_in("OpenAI grew. OpenAI spoke. Cohere veteran Ada Kim said she was leaving the company.",
                        "works_for") == Lines{"Ada Kim works_for Cohere !ended"});
}

TEST_CASE("a chief executive is that of the company whose matter the subject is, or that is named before him",
          "[reading]") {
    CHECK(statements_in("Intel grew. Intel spoke. The release of Cohere’s model will be delayed, CEO Ada Kim said.",
                        "works_for") == Lines{"Ada Kim works_for Cohere"});
    CHECK(statements_in("Intel grew. Intel spoke. Musk sued Cohere, CEO Ada Kim, and others.", "works_for") ==
          Lines{"Ada Kim works_for Cohere"});
}

TEST_CASE("they are not those of an earlier sentence where others act before them", "[reading]") {
    CHECK(statements_in("Cohere and OpenAI grew. Services said that Intel partnered with them.", "partners_with")
              .empty());
}

TEST_CASE("an English startup is nobody that funds others", "[reading]") {
    CHECK(statements_in("Intel invested in Cohere. Intel spoke. The startup acquired Nervana.", "acquires") ==
          Lines{"Cohere acquires Nervana"});
}

TEST_CASE("what an English anaphor says of its country must hold", "[reading]") {
    CHECK(statements_in("Alibaba met Nvidia. Nvidia spoke. The Chinese company sued Intel.", "litigates_against") ==
          Lines{"Alibaba litigates_against Intel"});
}

TEST_CASE("we are who speaks in English, or whom the speaker works for", "[reading]") {
    CHECK(statements_in("“We sued Intel,” said Aidan Gomez, CEO of Cohere.", "litigates_against") ==
          Lines{"Cohere litigates_against Intel"});
    CHECK(statements_in("Cohere said we sued Intel.", "litigates_against") == Lines{"Cohere litigates_against Intel"});
    CHECK(statements_in("Cohere grew. We sued Intel.", "litigates_against") == Lines{});
}

TEST_CASE("the two are both of those that were named together", "[reading]") {
    CHECK(statements_in("Cohere and Nvidia met. The two sued Intel.", "litigates_against") ==
          Lines{"Cohere litigates_against Intel", "Nvidia litigates_against Intel"});
}

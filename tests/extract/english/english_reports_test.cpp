#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::said_in;

TEST_CASE("a complement belongs to who says it", "[reading]") {
    CHECK(said_in("Upstage said A.X 4.0 is based on Qwen 2.5.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 by Upstage"});
}

TEST_CASE("a speaker may stand behind what is said", "[reading]") {
    CHECK(said_in("\"A.X 4.0 is based on Qwen 2.5,\" said Sam Altman, CEO of OpenAI.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 by Sam Altman"});
    CHECK(said_in("A.X 4.0 is based on Qwen 2.5, according to Reuters.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 by Reuters"});
}

TEST_CASE("what stands beside a report is the text's own", "[reading]") {
    CHECK(said_in("A.X 4.0 is based on Qwen 2.5. Upstage said nothing.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5"});
}

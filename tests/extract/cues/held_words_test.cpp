#include "extract/cues/held_words.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

TEST_CASE("a text's lists of words are found in one walk, within other words too", "[cues]") {
    HeldWords words;
    words.add("부인", 0);
    words.add("예정", 1);
    words.add("예", 2);
    words.add("not ", 3);
    CHECK(words.lists_in("공개할 예정이다") == 0b0110U);
    CHECK(words.lists_in("이를 부인했다") == 0b0001U);
    CHECK(words.lists_in("is not planned, 예") == 0b1100U);
    CHECK(words.lists_in("부") == 0U);
    CHECK(words.lists_in("") == 0U);
}

#include "extract/frames/names_in_slots.hpp"

#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::statements_in;

TEST_CASE("who deals with a known organization is one, though nothing introduces it", "[reading]") {
    CHECK(statements_in("카카오는 바이닉스와 업무협약을 맺었다.", "partners_with") ==
          Lines{"카카오 partners_with 바이닉스"});
    CHECK(statements_in("카카오가 바이닉스를 인수했다.", "acquires") == Lines{"카카오 acquires 바이닉스"});
    // and wherever else the word stands
    CHECK(statements_in("카카오가 바이닉스를 인수했다. 바이닉스는 네이버에도 칩을 공급했다.", "supplies") ==
          Lines{"바이닉스 supplies 네이버"});
    CHECK(statements_in("카카오는 바이닉스와 티에라랩에 투자했다.", "invests_in") ==
          Lines{"카카오 invests_in 바이닉스", "카카오 invests_in 티에라랩"});
}

TEST_CASE("what is no noun, or only the end of a name, is no organization", "[reading]") {
    CHECK(statements_in("카카오는 산업군과 업무협약을 맺었다.", "partners_with").empty());     // a word of the language
    CHECK(statements_in("카카오는 제공네이버와 업무협약을 맺었다.", "partners_with").empty()); // a space is lost
    CHECK(statements_in("카카오는 옐로루 바이닉스를 인수했다.", "acquires").empty());          // the end of a name
    CHECK(statements_in("카카오는 살아 숨쉬는 공간을 공급했다.", "supplies").empty());
    CHECK(statements_in("누군가 바이닉스와 업무협약을 맺었다.", "partners_with").empty()); // nobody is known
}

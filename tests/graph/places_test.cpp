#include "graph/places.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

TEST_CASE("a place is told in characters, lines and the words around it", "[places]") {
    const std::string text = "첫 줄\nA.X 4.0은 Qwen 2.5를 바탕으로 한다.\n끝";
    const auto begin = static_cast<std::uint32_t>(text.find("Qwen"));
    const Place place = place_in(text, {begin, begin + 8});
    CHECK(place.quote == "Qwen 2.5");
    CHECK(place.line == 2);
    CHECK(place.characters == Span{13, 21});
    CHECK(place.prefix == "첫 줄\nA.X 4.0은 ");
    CHECK(place.suffix == "를 바탕으로 한다.\n끝");
}

TEST_CASE("no more than 32 characters stand around a quote", "[places]") {
    const std::string text = std::string(40, 'a') + "quote" + std::string(40, 'b');
    const Place place = place_in(text, {40, 45});
    CHECK(place.prefix == std::string(32, 'a'));
    CHECK(place.suffix == std::string(32, 'b'));
}

TEST_CASE("places in broken bytes are told in sound characters", "[places]") {
    const std::string text = "a\xFF"
                             "b quote \xED\xA0\x80 c";
    const Place place = place_in(text, {4, 12});
    CHECK(place.quote.starts_with("quote "));
    CHECK(place.characters.begin == 4);
    CHECK(place.prefix == "a\xEF\xBF\xBD"
                          "b ");
}

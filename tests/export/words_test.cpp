#include "export/words.hpp"

#include "export/iri.hpp"
#include "tests/catch.hpp"

using namespace jokbo;

using Lines = std::vector<std::string>;

TEST_CASE("values at a glance and exactly") {
    CHECK(short_text(std::int64_t{72'000'000'000}) == "72B");
    CHECK(short_text(std::int64_t{11'500'000'000}) == "11.5B");
    CHECK(short_text(std::int64_t{131'072}) == "131.1k");
    CHECK(short_text(std::int64_t{23}) == "23");
    CHECK(short_text(Money{6'800'000'000, "USD"}) == "6.8B USD");
    CHECK(short_text(true) == "yes");
    CHECK(exact_text(std::int64_t{72'000'000'000}) == "72000000000");
    CHECK(exact_text(Money{-5, "KRW"}) == "-5 KRW");
    CHECK(exact_text(Value{std::string("2025-07")}) == "2025-07");
}

TEST_CASE("confidences are plain decimals") {
    CHECK(decimal_text(0.93) == "0.93");
    CHECK(decimal_text(static_cast<double>(0.93F)) == "0.93");
    CHECK(decimal_text(1) == "1.0");
    CHECK(decimal_text(0) == "0.0");
    CHECK(decimal_text(0.00001) == "0.0");
}

TEST_CASE("what XML forbids becomes a replacement character") {
    CHECK(clean_text("a\x01\xFFz") == "a\uFFFD\uFFFDz");
    CHECK(clean_text(std::string_view("a\0b", 3)) == "a\uFFFDb");
    CHECK(clean_text("\xEF\xBF\xBF") == "\uFFFD");
    CHECK(clean_text("한글 😀\n") == "한글 😀\n");
    CHECK(xml_text("<a href='x' b=\"y\">&amp;\n") == "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;amp;&#10;");
}

TEST_CASE("lines break at spaces, where a syllable of Hangul takes two columns") {
    CHECK(wrapped("독자 AI 파운데이션 모델", 14) == Lines{"독자 AI", "파운데이션", "모델"});
    CHECK(wrapped("a bc  def", 4) == Lines{"a bc", "def"});
    CHECK(wrapped("unbreakable", 4) == Lines{"unbreakable"});
    CHECK(wrapped("", 4).empty());
    CHECK(shortened("가나다라", 8) == "가나다라");
    CHECK(shortened("가나다라마", 8) == "가나다…");
}

TEST_CASE("hashed addresses can be computed elsewhere") {
    // python3: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, 'https://w3id.org/jokbo/ns#'), 'a\x1fb')
    CHECK(iri::hashed({"a", "b"}) == "18c67769-f048-5ece-a2fd-fc54606d435a");
    CHECK(iri::hashed({"a", "b"}) != iri::hashed({"ab"}));
}

TEST_CASE("addresses are ASCII or absent") {
    CHECK(iri::web_address("https://example.org/한 글") == "https://example.org/%ED%95%9C%20%EA%B8%80");
    CHECK(iri::web_address("javascript:alert(1)").empty());
    CHECK(iri::web_address("news/1").empty());
    CHECK(iri::money({6'800'000'000, "USD"}) == "m:6800000000-USD");
}

TEST_CASE("a base address must be one") {
    CHECK(iri::fault_of_base("https://example.org/graph/").empty());
    CHECK(iri::fault_of_base("https://example.org/ns#").empty());
    CHECK(iri::fault_of_base("https://example.org/graph") == "it must end in / or #");
    CHECK_FALSE(iri::fault_of_base("graph/").empty());
    CHECK_FALSE(iri::fault_of_base("https://example.org/그래프/").empty());
}

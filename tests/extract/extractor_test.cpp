#include "schema/text.hpp"
#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

#include <algorithm>

using namespace jokbo;
using test::Lines;
using test::reader;
using test::statements_in;

TEST_CASE("particles decide who does what, in whatever order", "[reading]") {
    CHECK(statements_in("SK텔레콤이 A.X 4.0을 개발했다.", "developed_by") == Lines{"A.X 4.0 developed_by SK텔레콤"});
    CHECK(statements_in("A.X 4.0은 SK텔레콤이 개발했다.", "developed_by") == Lines{"A.X 4.0 developed_by SK텔레콤"});
    CHECK(statements_in("SK텔레콤이 개발한 A.X 4.0이 공개됐다.", "developed_by") ==
          Lines{"A.X 4.0 developed_by SK텔레콤"});
}

TEST_CASE("what is denied of one clause is not denied of the one before it", "[reading]") {
    CHECK(statements_in("젠슨 황은 엔비디아를 설립한 이후 아직 아무 제품도 출시하지 않았다.", "founded_by") ==
          Lines{"엔비디아 founded_by 젠슨 황"});
}

TEST_CASE("a name of two letters before a person is no trouble", "[reading]") {
    CHECK(statements_in("TS 정용식 이사장은 “안전을 지키겠다”고 밝혔다.", "acquires").empty());
}

TEST_CASE("what somebody is likened to takes no part", "[reading]") {
    CHECK(statements_in("딥시크는 중국 기업이다. 메타는 ‘제2의 딥시크’를 인수했다.", "acquires").empty());
}

TEST_CASE("they are the companies named together before", "[reading]") {
    CHECK(statements_in("KT와 LG CNS가 만났다. 이들은 네이버와 협력했다.", "partners_with") ==
          Lines{"KT partners_with 네이버", "LG CNS partners_with 네이버"});
}

TEST_CASE("a list that was promised by its number fills what was left open", "[reading]") {
    CHECK(statements_in(
              "KT는 3개 스타트업에 투자하기로 했다. 금액은 밝히지 않았다. 이번에 투자를 유치한 기업은 ▲업스테이지 "
              "▲리벨리온 ▲퓨리오사AI 등 3곳이다.",
              "invests_in") == Lines{"KT invests_in 리벨리온", "KT invests_in 업스테이지", "KT invests_in 퓨리오사AI"});
    CHECK(statements_in("KT는 4개 스타트업에 투자하기로 했다. 이번에 투자를 유치한 기업은 ▲업스테이지 ▲리벨리온 "
                        "▲퓨리오사AI 등이다.",
                        "invests_in")
              .empty());
}

TEST_CASE("lists distribute, and companions are no list", "[reading]") {
    CHECK(statements_in("네이버와 카카오는 업스테이지에 투자했다.", "invests_in") ==
          Lines{"네이버 invests_in 업스테이지", "카카오 invests_in 업스테이지"});
    CHECK(statements_in("네이버는 카카오와 협력한다.", "partners_with") == Lines{"네이버 partners_with 카카오"});
}

TEST_CASE("what is planned, denied or ended does not pass for asserted", "[reading]") {
    CHECK(statements_in("SK텔레콤은 A.X 4.0을 공개할 예정이다.", "developed_by") ==
          Lines{"A.X 4.0 developed_by SK텔레콤 !planned"});
    CHECK(statements_in("네이버는 업스테이지에 투자하지 않았다.", "invests_in") ==
          Lines{"네이버 invests_in 업스테이지 !denied"});
    CHECK(statements_in("OpenAI plans to acquire Windsurf.", "acquires") == Lines{"OpenAI acquires Windsurf !planned"});
}

TEST_CASE("names that no lexicon holds are found by how they are introduced", "[reading]") {
    CHECK(statements_in("AI 스타트업 뭉실랩은 업스테이지와 협력한다.", "partners_with") ==
          Lines{"뭉실랩 partners_with 업스테이지"});
    CHECK(statements_in("구두리 업스테이지 대표는 말했다.", "works_for") == Lines{"구두리 works_for 업스테이지"});
    CHECK(statements_in("OpenAI acquired the startup Zorblat.", "acquires") == Lines{"OpenAI acquires Zorblat"});
}

TEST_CASE("what looks back finds what was named", "[reading]") {
    CHECK(statements_in("LG CNS는 코히어와 손잡았다. 양사는 엑사원 4.0을 공동 개발했다.", "developed_by") ==
          Lines{"엑사원 4.0 developed_by LG CNS", "엑사원 4.0 developed_by 코히어"});
    CHECK(statements_in("Anthropic is growing. The company acquired Windsurf.", "acquires") ==
          Lines{"Anthropic acquires Windsurf"});
}

TEST_CASE("aliases in parentheses are names of one thing", "[reading]") {
    for (const auto& s : reader().read("AI 스타트업 뭉실랩(Mungsil Lab)은 업스테이지와 협력한다.")) {
        CHECK(std::ranges::find(s.subject.names, "Mungsil Lab") != s.subject.names.end());
    }
}

TEST_CASE("every quote stands in the document at its place", "[reading]") {
    const std::string text = "---\ntitle: \"SKT &#x27;A.X&#x27;\"\n---\n\n# SKT, A.X 4.0 공개\n\nSK텔레콤은 &#x27;A.X "
                             "4.0&#x27;을 \xFF 허깅페이스에 공개했다.정부는 환영했다.\n";
    const auto statements = reader().read(text);
    CHECK_FALSE(statements.empty());
    for (const auto& s : statements) {
        CHECK(s.evidence.quote == repaired(s.evidence.span.of(text)));
    }
}

TEST_CASE("the same document gives the same statements", "[reading]") {
    const std::string text = "SK텔레콤과 KT는 A.X 4.0과 믿음 2.0을 각각 공개했다. Meta acquired Manus, a startup "
                             "founded by Xiao Hong, for $2 billion.";
    CHECK(reader().read(text, "2026-01-02") == reader().read(text, "2026-01-02"));
}

TEST_CASE("odd texts are read without harm", "[reading]") {
    for (const std::string piece :
         {"(", "‘", "▲", "“", "A, ", "네이버와 ", "의 ", "[", "12", "Inc. ", "\xF0\x9F\x98\x80", "\xC3"}) {
        std::string text;
        for (int i = 0; i < 3000; ++i) {
            text += piece;
        }
        CHECK_NOTHROW(reader().read(text));
    }
}

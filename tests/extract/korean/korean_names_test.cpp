#include "extract/korean/korean_names.hpp"

#include "tests/catch.hpp"
#include "tests/extract/sentence_readers.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace jokbo;
using test::sentence_readers;
using test::taken_apart;

namespace {

using Lines = std::vector<std::string>;

/// What one sentence introduces, without a lexicon: "가온:Model", types in the order of the ontology.
Lines names_in(const std::string& text) {
    auto sentence = taken_apart(text, Language::korean);
    StrangeWords strange;
    sentence_readers().korean.discover(text, sentence, strange);
    std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
    Lines lines;
    for (const auto& mention : sentence.mentions) {
        std::string line(mention.span.of(text));
        for (const auto& type : sentence_readers().ontology.types()) {
            line += mention.types.has(type.id) ? ":" + type.name : std::string();
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("the last word in quotes says what the name is of", "[reading]") {
    CHECK(names_in("‘스마트 교통 컨퍼런스’에 참석한다.") == Lines{"스마트 교통 컨퍼런스:Programme"});
    CHECK(names_in("‘업무 역량 인증 플랫폼’이 공인을 받았다.") == Lines{"업무 역량 인증 플랫폼:Product"});
    CHECK(names_in("산하에 ‘HS로보틱스연구소’를 신설했다.") == Lines{"HS로보틱스연구소:Organization"});
    CHECK(names_in("흔히 ‘교사 모델’을 먼저 만든다.").empty()); // a kind of model
    CHECK(names_in("‘변화하거나 죽거나’가 화두다.").empty());
    CHECK(names_in("모두 ‘한국적 AI’를 내세운다.").empty());
    CHECK(names_in("열두 기업이 ‘새길 AI’ 컨소시엄을 꾸렸다.") == Lines{"새길 AI:Programme"});
    CHECK(names_in("‘제2의 딥시크’가 팔렸다.").empty()); // likened to another
}

TEST_CASE("what comes out in quotes is a name, whatever words it is made of", "[reading]") {
    CHECK(names_in("하루를 돕는 ‘AI 친구’를 새로 출시했다.") == Lines{"AI 친구:Model:Product"});
    CHECK(names_in("지난달 공개한 ‘AI 친구’가 화제다.") == Lines{"AI 친구:Model:Product"});
    CHECK(names_in("모두 ‘AI 친구’를 꿈꾼다.").empty());
    CHECK(names_in("새해 ‘가온누리’ 전략을 공개했다.").empty()); // what the noun says it is, no type of ours is
    CHECK(names_in("지난달 공개한 ‘AI 친구 실태조사’가 화제다.").empty());
}

TEST_CASE("a company's legal form says what stands beside it", "[reading]") {
    CHECK(names_in("㈜하늘마루는 협약을 맺었다.") == Lines{"하늘마루:Organization"});
    CHECK(names_in("주식회사 하늘마루가 협약을 맺었다.") == Lines{"하늘마루:Organization"});
    CHECK(names_in("하늘마루(주)는 협약을 맺었다.") == Lines{"하늘마루:Organization"});
    CHECK(names_in("새 주식회사 설립을 서두른다.").empty());
}

TEST_CASE("an organization's name takes in what is glued before it", "[reading]") {
    CHECK(names_in("XY저축은행과 협력한다.") == Lines{"XY저축은행:Organization"});
    CHECK(names_in("전기자동차와 이동통신을 전시한다.").empty());
}

TEST_CASE("what stands in a list between two organizations is one", "[reading]") {
    CHECK(names_in("가온로보틱스·뷔렌·나래은행은 손잡았다.") ==
          Lines{"가온로보틱스:Organization", "뷔렌:Organization", "나래은행:Organization"});
}

TEST_CASE("a parenthesis within the quotes is no part of the name", "[reading]") {
    const auto names = names_in("개인용 AI 솔루션 ‘니모아(Nemoa)’를 소개했다.");
    REQUIRE(!names.empty());
    CHECK(names.front() == "니모아:Product");
}

TEST_CASE("between a person's name and a title stands an organization", "[reading]") {
    CHECK(names_in("김가람 한빛테크노파크 원장은 말했다.") == Lines{"김가람:Person", "한빛테크노파크:Organization"});
    CHECK(names_in("에레즈 아스칼 지능국 국장이 참석했다.") == Lines{"에레즈 아스칼:Person", "지능국:Organization"});
}

TEST_CASE("given names of elsewhere begin a person's name", "[reading]") {
    CHECK(names_in("데이비드 스위셔 최고경영자는 말했다.") == Lines{"데이비드 스위셔:Person"});
    CHECK(names_in("파트너 데이비드 스위셔는 말했다.") == Lines{"데이비드 스위셔:Person"});
    CHECK(names_in("에릭 홍, 그는 말했다.") == Lines{"에릭 홍:Person"});
    CHECK(names_in("창립자 제레미 하워드(Jeremy Howard)가 제안했다.").front() == "제레미 하워드:Person");
    CHECK(names_in("앤서니 탄 최고경영자는 말했다.") == Lines{"앤서니 탄:Person"});
    CHECK(names_in("대출 잔액도 임 회장 취임 전보다 늘었다.").empty()); // a particle ends no given name
}

TEST_CASE("behind a foreign name and before a title stands an organization", "[reading]") {
    CHECK(names_in("마크 발로티 윈드라앤소담 최고경영자는 말했다.") ==
          Lines{"마크 발로티:Person", "윈드라앤소담:Organization"});
    CHECK(names_in("마크 발로티 최고경영자는 말했다.") == Lines{"마크 발로티:Person"});
}

TEST_CASE("a parenthesis may part a person from the title", "[reading]") {
    CHECK(names_in("김가람 한빛진흥원(HIPA) 연구위원은 말했다.") ==
          Lines{"김가람:Person", "한빛진흥원:Organization", "HIPA:Organization:Model:Product:Technology"});
    CHECK(names_in("다온카이브(대표 김가람)는 도서관과 일한다.") == Lines{"다온카이브:Organization", "김가람:Person"});
}

TEST_CASE("what is spelt anew in Latin letters is a name, whatever words it is made of", "[reading]") {
    CHECK(names_in("솔루션 기업 데이터분석(Deitabunseok)은 말했다.").front() == "데이터분석:Organization");
    CHECK(names_in("솔루션 기업 데이터분석은 말했다.").empty());
}

TEST_CASE("a title may stand before the name", "[reading]") {
    CHECK(names_in("최고경영자 김가람은 말했다.") == Lines{"김가람:Person"});
    CHECK(names_in("금칙어와 과장 표현을 줄였다.").empty());
}

TEST_CASE("what closes one quote opens no other", "[reading]") {
    CHECK(names_in("\"의미가 있다\"며 \"나래소프트를 돕겠다\"고 했다.") == Lines{"나래소프트:Organization"});
}

TEST_CASE("a row of common words is introduced by no class noun", "[reading]") {
    CHECK(names_in("AI 칩 전력인프라를 줄였다.").empty());
    CHECK(names_in("AI 칩 가온드로를 줄였다.") == Lines{"가온드로:Product"});
}

TEST_CASE("forms around a parenthesis are names of one thing", "[reading]") {
    const std::string text = "시스템 ‘엠소담(M.SODA) 7.0’을 출시했다.";
    CHECK(names_in(text) == Lines{"엠소담(M.SODA) 7.0:Product"});
}

TEST_CASE("a title holds for the names on both sides of a middle dot", "[reading]") {
    CHECK(names_in("김가람·이나래 대표가 참석했다.") == Lines{"김가람:Person", "이나래:Person"});
}

TEST_CASE("what ends a quotation opens no name", "[reading]") {
    CHECK(names_in("'AI 로봇' 소담릭스를 인수했다.").empty());
}

TEST_CASE("whom one deals with is a company", "[reading]") {
    CHECK(names_in("당시 ‘슈나온 일렉트릭’과 파트너십을 맺었다.") == Lines{"슈나온 일렉트릭:Organization"});
    CHECK(names_in("당시 ‘슈나온 일렉트릭’과 견줄 만하다.") == Lines{"슈나온 일렉트릭:Model:Product"});
    CHECK(names_in("작년 ORX에 지분을 넣었다.") == Lines{"ORX:Organization"});
}

TEST_CASE("strange syllables glued to letters belong to the name", "[reading]") {
    CHECK(names_in("해커들은 웜QXT를 쓴다.").front().starts_with("웜QXT"));
    CHECK(names_in("새로운 기술QXT를 쓴다.").front().starts_with("QXT"));
}

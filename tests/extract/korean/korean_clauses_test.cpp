#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

#include <algorithm>

using namespace jokbo;
using test::reader;

namespace {

using Lines = std::vector<std::string>;

/// `subject object [!status]` of what a text states with one relation, sorted.
Lines stated(std::string_view relation, const std::string& text) {
    Lines lines;
    for (const auto& s : reader().read(text, "2025-12-31")) {
        const auto* object = std::get_if<Mention>(&s.object);
        if (object != nullptr && reader().ontology.predicate(s.predicate).name == relation) {
            lines.push_back(s.subject.name + " > " + object->name +
                            (s.status == Status::asserted ? "" : " !" + std::string(name_of(s.status))));
        }
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace

TEST_CASE("members of a list may have words of their own", "[korean]") {
    CHECK(
        stated("developed_by", "네이버는 1년 만에 만든 ‘하이퍼클로바X’와, 음성을 더한 ‘클로바 X’를 공개했다.").size() ==
        2);
    CHECK(stated("partners_with", "SK텔레콤은 크래프톤, 미국 오픈AI와 손잡았다.") ==
          Lines{"SK텔레콤 > 오픈AI", "SK텔레콤 > 크래프톤"});
}

TEST_CASE("no description reaches out of its quotes", "[korean]") {
    CHECK(stated("developed_by", "네이버는 시각 역량을 더한 ‘국방 특화 언어모델’을 공개했다.") ==
          Lines{"국방 특화 언어모델 > 네이버"});
    CHECK(stated("developed_by", "네이버는 고성능 모델을 개발할 계획이다.").empty()); // any model
}

TEST_CASE("a numeral is no particle", "[korean]") {
    CHECK(stated("developed_by", "SK텔레콤이 1000만 이용자가 쓰는 에이닷을 운영하고 있다.") ==
          Lines{"에이닷 > SK텔레콤"});
}

TEST_CASE("what modifies a noun without a name modifies its owner", "[korean]") {
    CHECK(stated("works_for", "손정의가 이끄는 소프트뱅크의 주가가 올랐다.") == Lines{"손정의 > 소프트뱅크"});
}

TEST_CASE("a clause about a contract has its subject outside", "[korean]") {
    CHECK(stated("supplies", "네이버는 엔비디아의 칩을 구매하는 계약을 체결했다.") == Lines{"엔비디아 > 네이버"});
}

TEST_CASE("a noun sums up the list before it", "[korean]") {
    CHECK(stated("supplies", "TSMC는 애플, 엔비디아 등 고객사에 값을 올린다고 알렸다.") ==
          Lines{"TSMC > 애플", "TSMC > 엔비디아"});
    CHECK(stated("competes_with", "네이버의 경쟁사는 카카오다.").size() == 1);
}

TEST_CASE("several nouns may sum up one list", "[korean]") {
    CHECK(
        stated("participates_in", "네이버, 카카오 등 14개 기관 및 40개 수요처가 ‘새길 프로젝트’에 참여한다.").size() ==
        2);
}

TEST_CASE("a thing that comes along is acted upon", "[korean]") {
    CHECK(stated("developed_by", "네이버는 웨일을 내놨다. 이어 클로바노트도 공개한다.") ==
          Lines{"웨일 > 네이버", "클로바노트 > 네이버"});
}

TEST_CASE("a word that points back may stand before other nouns", "[korean]") {
    CHECK(stated("participates_in", "정부가 ‘새길 프로젝트’를 시작했다. 해당 국책 프로젝트에는 네이버가 참여한다.") ==
          Lines{"네이버 > 새길 프로젝트"});
    CHECK(stated("developed_by", "네이버는 웨일을 공개했다. 카카오는 해당 차량을 개발했다.") == Lines{"웨일 > 네이버"});
}

TEST_CASE("three companies are not two", "[korean]") {
    CHECK(stated("partners_with", "네이버, 카카오와 엔비디아가 만났다. 3사는 협력한다.").size() == 3);
}

TEST_CASE("who is at a venue of an event is at the event", "[korean]") {
    CHECK(stated("participates_in", "네이버는 ‘CES 2026’ 미디어 데이에서 신제품을 공개했다.") ==
          Lines{"네이버 > CES 2026"});
    CHECK(stated("released_on", "카카오는 네이버 부스에서 카나나를 공개했다.").empty());
}

TEST_CASE("nouns with 와 between them sum up one list, too", "[korean]") {
    CHECK(stated("participates_in", "네이버, 카카오 등 8개 기업과 기관이 ‘새길 프로젝트’에 참여한다.").size() == 2);
}

TEST_CASE("before a known organization and a title stands a person", "[korean]") {
    CHECK(stated("works_for", "쿵샤오밍 네이버 최고경영자가 말했다.") == Lines{"쿵샤오밍 > 네이버"});
    CHECK(stated("works_for", "전기차업체 네이버 최고경영자가 말했다.").empty());
}

TEST_CASE("letters glued to an organization's name make another's", "[korean]") {
    CHECK(stated("partners_with", "네이버는 카카오QX와 손잡았다.") == Lines{"네이버 > 카카오QX"});
}

TEST_CASE("a strange word glued to an organization's letters makes another's", "[korean]") {
    CHECK(stated("partners_with", "네이버는 NHN플레이누스와 손잡았다.") == Lines{"네이버 > NHN플레이누스"});
    CHECK(stated("partners_with", "네이버는 NHN측과 손잡았다.") == Lines{"네이버 > NHN"});
}

TEST_CASE("a thing's name may go on within its quotes", "[korean]") {
    CHECK(stated("developed_by", "네이버는 ‘웨일 엔터프라이즈’를 출시했다.") == Lines{"웨일 엔터프라이즈 > 네이버"});
    CHECK(stated("developed_by", "네이버는 ‘네이버 나래온’을 출시했다.") == Lines{"네이버 나래온 > 네이버"});
    CHECK(stated("developed_by", "네이버는 ‘네이버 나래온’에 감탄했다.").empty());
    CHECK(stated("developed_by", "네이버는 ‘웨일 활용 전략’을 공개했다.").empty());
}

TEST_CASE("a common word is no name for another place's cue", "[korean]") {
    CHECK(stated("developed_by", "포털 다음을 인수한다. 네이버의 다음 서비스를 기대한다.").empty());
}

TEST_CASE("short forms between middle dots are no verbs", "[korean]") {
    CHECK(stated("participates_in", "네이버, 카카오 등 산·학·연 14개 기관이 ‘새길 프로젝트’에 참여한다.").size() == 2);
}

TEST_CASE("the name that opens a headline is its topic", "[korean]") {
    CHECK(stated("partners_with", "네이버, 카카오와 ‘병원 길 안내’ 맞손").size() == 1);
    CHECK(stated("supplies", "네이버, 카카오에 서버 공급") == Lines{"네이버 > 카카오"});
    CHECK(stated("developed_by", "[CES 2026] SK텔레콤, 사람 닮은 비서 ‘에이닷’ 공개") == Lines{"에이닷 > SK텔레콤"});
    CHECK(stated("participates_in", "[CES 2026] SK텔레콤, 사람 닮은 비서 ‘에이닷’ 공개") ==
          Lines{"SK텔레콤 > CES 2026"});
    CHECK(stated("partners_with", "네이버, 카카오와 SK텔레콤이 손잡았다.").size() == 3); // told in full: a list
}

TEST_CASE("an adjective takes no object", "[korean]") {
    CHECK(stated("developed_by", "SK텔레콤이 에이닷을 더 넓은 시장에 출시했다.") == Lines{"에이닷 > SK텔레콤"});
    CHECK(stated("developed_by", "SK텔레콤은 에이닷을 올 상반기 출시했다.") == Lines{"에이닷 > SK텔레콤"});
}

TEST_CASE("a subject before a clause with its own object may be the outer one's", "[korean]") {
    CHECK(stated("invests_in", "네이버가 반도체를 설계하는 엔비디아에 투자했다.") == Lines{"네이버 > 엔비디아"});
    CHECK(stated("located_in", "네이버가 미국에 본사를 둔 엔비디아에 투자했다.") == Lines{"엔비디아 > 미국"});
    CHECK(stated("developed_by", "네이버가 하이퍼클로바X를 공개한 지난해 카카오는 쉬었다.") ==
          Lines{"하이퍼클로바X > 네이버"});
}

TEST_CASE("class nouns part the members of a list", "[korean]") {
    CHECK(stated("developed_by", "네이버는 추론 모델 ‘하이퍼클로바X’, 음성 인식 모델 ‘클로바 X’를 공개했다.").size() ==
          2);
}

TEST_CASE("a noun of action before a comma or a middle dot is a verb", "[korean]") {
    CHECK(stated("partners_with", "네이버는 카카오와 과정을 진행, 성과를 냈다.") == Lines{"네이버 > 카카오"});
    CHECK(stated("developed_by", "SK텔레콤은 에이닷을 제작·공급한다.") == Lines{"에이닷 > SK텔레콤"});
}

TEST_CASE("plans tell of the clause that they are in", "[korean]") {
    CHECK(stated("partners_with", "네이버는 카카오와 협약을 체결하고 시장을 넓힐 계획이다.") ==
          Lines{"네이버 > 카카오"});
    CHECK(stated("partners_with", "네이버는 협력사 카카오와 시장을 넓힐 계획이다.") == Lines{"네이버 > 카카오"});
    CHECK(stated("partners_with", "네이버는 카카오와 협력할 계획이다.") == Lines{"네이버 > 카카오 !planned"});
    CHECK(stated("developed_by", "SK텔레콤은 에이닷을 개발해 충격을 안겼다.") == Lines{"에이닷 > SK텔레콤"});
    CHECK(stated("developed_by", "SK텔레콤은 에이닷을 만들지 않았다.") == Lines{"에이닷 > SK텔레콤 !denied"});
}

TEST_CASE("a team acts for whom the sentence is about", "[korean]") {
    CHECK(stated("developed_by", "SK텔레콤은 연구팀이 에이닷을 개발했다고 밝혔다.") == Lines{"에이닷 > SK텔레콤"});
}

TEST_CASE("a headline drops particles", "[korean]") {
    CHECK(stated("developed_by", "# SK텔레콤, ‘에이닷’ 오픈소스로 공개") == Lines{"에이닷 > SK텔레콤"});
    CHECK(stated("developed_by", "# “국민 비서 나온다” SK텔레콤 컨소시엄, 첫 비서 ‘에이닷’ 내년 1월 미국 출시") ==
          Lines{"에이닷 > SK텔레콤"});
    CHECK(stated("acquires", "# 네이버, 카카오 투자한 칩 설계 기업 퓨리오사AI 40억 달러에 인수") ==
          Lines{"네이버 > 퓨리오사AI"});
    CHECK(stated("partners_with", "# 네이버, 카카오와 로봇 협력…해외로 확대") == Lines{"네이버 > 카카오"});
    CHECK(stated("developed_by", "# SK텔레콤, 에이닷 비용 낮추는 기술 개발").empty());
}

TEST_CASE("a noun may have its name in a parenthesis", "[korean]") {
    CHECK(stated("participates_in", "네이버는 국제전자제품박람회(CES 2026)에 참가한다.") == Lines{"네이버 > CES 2026"});
}

TEST_CASE("who acts in the clause around does not act in the one about the thing", "[korean]") {
    CHECK(stated("uses", "SK텔레콤이 챗GPT를 탑재한 에이닷을 공개했다.") == Lines{"에이닷 > 챗GPT"});
    CHECK(stated("developed_by", "네이버가 비서를 개발하는 카카오에 투자했다.").empty());
}

TEST_CASE("what becomes of a contract is said of the clause about it", "[korean]") {
    CHECK(stated("invests_in", "네이버는 카카오에 100억원을 투자하는 방안을 논의 중이다.") ==
          Lines{"네이버 > 카카오 !planned"});
    CHECK(stated("partners_with", "네이버는 카카오와 협력을 중단했다.") == Lines{"네이버 > 카카오 !ended"});
}

TEST_CASE("a noun of action and the state that it is in are a verb", "[korean]") {
    CHECK(stated("developed_by", "SK텔레콤이 내년 출시 예정인 에이닷에 관심이 쏠린다.") ==
          Lines{"에이닷 > SK텔레콤 !planned"});
}

TEST_CASE("who takes part in a consortium is no consortium", "[korean]") {
    CHECK(stated("partners_with", "이날 행사에는 네이버, 카카오 등 5개 컨소시엄 주관사가 참여했다.").empty());
    CHECK(stated("competes_with", "네이버, 카카오 등 국내 기업들이 외국 기업들과 경쟁을 펼친다.").empty());
}

TEST_CASE("of owners in a chain the last is meant", "[korean]") {
    CHECK(stated("participates_in", "네이버가 참여 중인 과기정통부의 ‘K-AI’의 첫 결과물이 나왔다.") ==
          Lines{"네이버 > K-AI"});
}

TEST_CASE("a list that 등 closes is acted upon as a name is", "[korean]") {
    CHECK(stated("acquires", "네이버는 카카오, 업스테이지 등을 인수했다.") ==
          Lines{"네이버 > 업스테이지", "네이버 > 카카오"});
}

TEST_CASE("who acts in a clause acts in the relative one that it leads to", "[korean]") {
    CHECK(stated("developed_by", "네이버와 카카오가 합작해 개발한 로봇 ‘모아’가 공개됐다.") ==
          Lines{"모아 > 네이버", "모아 > 카카오"});
    CHECK(stated("developed_by", "네이버가 앞서고 카카오에서 개발한 로봇 ‘모아’가 뒤따랐다.") ==
          Lines{"모아 > 카카오"});
}

TEST_CASE("an adjective leaves a companion to the verb", "[korean]") {
    CHECK(stated("competes_with", "네이버는 카카오와 치열한 경쟁을 벌이고 있다.") == Lines{"네이버 > 카카오"});
}

TEST_CASE("what a list is compared with is no member of it", "[korean]") {
    CHECK(stated("compared_with", "하이퍼클로바X는 GPT-4o, 라마 등 주요 모델과 대등한 성능을 보였다.") ==
          Lines{"하이퍼클로바X > GPT-4o", "하이퍼클로바X > 라마"});
}

TEST_CASE("a noun before another tells only of what it stands before", "[korean]") {
    CHECK(stated("uses", "네이버는 GPT-4o 기반 상담 기능과 챗봇 ‘모아’를 공개했다.").empty());
    CHECK(stated("uses", "네이버는 GPT-4o 기반 사내 상담 챗봇인 ‘모아’를 공개했다.") == Lines{"모아 > GPT-4o"});
}

TEST_CASE("a light verb may have a noun of its own", "[korean]") {
    CHECK(stated("supplies", "네이버는 카카오 AI 인프라 구축을 맡았다.") == Lines{"네이버 > 카카오"});
}

TEST_CASE("a title belongs to the organization right before it", "[korean]") {
    CHECK(stated("works_for", "네이버는 김가람 서울대 교수가 발표했다고 밝혔다.") == Lines{"김가람 > 서울대"});
    CHECK(stated("works_for", "크리스토퍼 월러 미 연방준비제도 이사가 말했다.") ==
          Lines{"크리스토퍼 월러 > 연방준비제도"});
}

TEST_CASE("what stands before the topic says where and when, too", "[korean]") {
    CHECK(stated("participates_in", "CES 2026에서 네이버는 새 로봇을 공개했다.") == Lines{"네이버 > CES 2026"});
    CHECK(stated("invests_in", "올해 업스테이지에 네이버는 100억원을 투자했다.") == Lines{"네이버 > 업스테이지"});
}

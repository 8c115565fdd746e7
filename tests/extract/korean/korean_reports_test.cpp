#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::reader;

namespace {

using Lines = std::vector<std::string>;

/// `subject relation object !status by speaker` of the lineage that a text states.
Lines lineage_in(const std::string& text) {
    Lines lines;
    for (const auto& s : reader().read(text)) {
        const auto& name = reader().ontology.predicate(s.predicate).name;
        if (const auto* object = std::get_if<Mention>(&s.object); object != nullptr && name == "based_on") {
            lines.push_back(s.subject.name + " based_on " + object->name + " !" + std::string(name_of(s.status)) +
                            (s.qualifiers.attributed_to.empty() ? "" : " by " + s.qualifiers.attributed_to));
        }
    }
    return lines;
}

} // namespace

TEST_CASE("who accuses and who denies is kept", "[reading]") {
    CHECK(
        lineage_in("고석현 사이오닉AI 대표는 1일 솔라 오픈 100B가 GLM-4.5-에어를 미세조정한 결과물이라고 주장했다.") ==
        Lines{"솔라 오픈 100B based_on GLM-4.5-에어 !alleged by 고석현"});
    CHECK(lineage_in("김성훈 업스테이지 대표는 솔라 오픈 100B가 GLM-4.5-에어를 바탕으로 만들어지지 않았다고 거듭 밝힌 "
                     "바 있다.") == Lines{"솔라 오픈 100B based_on GLM-4.5-에어 !denied by 김성훈"});
}

TEST_CASE("a company's word on itself is asserted, by that company", "[reading]") {
    CHECK(lineage_in("SK텔레콤은 A.X 4.0을 Qwen 2.5를 바탕으로 개발했다고 3일 밝혔다.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted by SK텔레콤"});
}

TEST_CASE("what nobody is quoted for is the text's own", "[reading]") {
    CHECK(lineage_in("SK텔레콤은 A.X 4.0을 Qwen 2.5를 바탕으로 개발했다. 회사는 이를 3일 밝혔다.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted"});
}

TEST_CASE("a quotation may stand before its speaker", "[reading]") {
    CHECK(lineage_in("“A.X 4.0은 Qwen 2.5를 바탕으로 개발됐다”고 유영상 SK텔레콤 대표는 말했다.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted by 유영상"});
}

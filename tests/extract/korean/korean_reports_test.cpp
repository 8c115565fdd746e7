#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::Lines;
using test::said_in;

TEST_CASE("who accuses and who denies is kept", "[reading]") {
    CHECK(said_in("고석현 사이오닉AI 대표는 1일 솔라 오픈 100B가 GLM-4.5-에어를 미세조정한 결과물이라고 주장했다.",
                  "based_on") == Lines{"솔라 오픈 100B based_on GLM-4.5-에어 !alleged by 고석현"});
    CHECK(said_in("김성훈 업스테이지 대표는 솔라 오픈 100B가 GLM-4.5-에어를 바탕으로 만들어지지 않았다고 거듭 밝힌 "
                  "바 있다.",
                  "based_on") == Lines{"솔라 오픈 100B based_on GLM-4.5-에어 !denied by 김성훈"});
}

TEST_CASE("a company's word on itself is asserted, by that company", "[reading]") {
    CHECK(said_in("SK텔레콤은 A.X 4.0을 Qwen 2.5를 바탕으로 개발했다고 3일 밝혔다.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 by SK텔레콤"});
}

TEST_CASE("what nobody is quoted for is the text's own", "[reading]") {
    CHECK(said_in("SK텔레콤은 A.X 4.0을 Qwen 2.5를 바탕으로 개발했다. 회사는 이를 3일 밝혔다.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5"});
}

TEST_CASE("a quotation may stand before its speaker", "[reading]") {
    CHECK(said_in("“A.X 4.0은 Qwen 2.5를 바탕으로 개발됐다”고 유영상 SK텔레콤 대표는 말했다.", "based_on") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 by 유영상"});
}

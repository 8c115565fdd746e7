#include "tests/catch.hpp"
#include "tests/extract/laid_out.hpp"

using jokbo::test::Lines;
using jokbo::test::sentences_of;

TEST_CASE("a quote that goes on does not end the sentence") {
    const Lines one = {"김가람 대표는 “가온은 빠르다. 더 키우겠다.”라고 말했다."};
    CHECK(sentences_of("김가람 대표는 “가온은 빠르다. 더 키우겠다.”라고 말했다.") == one);
    CHECK(sentences_of("그는 \"빠르다. 싸다\"며 \"더 키우겠다\"고 했다.나래는 달랐다.") ==
          Lines{"그는 \"빠르다. 싸다\"며 \"더 키우겠다\"고 했다.", "나래는 달랐다."});
    CHECK(sentences_of("“놀랍다.” 김가람 대표의 말이다.") == Lines{"“놀랍다.”", "김가람 대표의 말이다."});
    CHECK(sentences_of("한빛(대표 김가람. 41세)은 가온을 냈다.") == Lines{"한빛(대표 김가람. 41세)은 가온을 냈다."});
}

TEST_CASE("a quote that opens the next sentence stays with it") {
    CHECK(sentences_of("스피커를 공개했다.'뮤직 5'는 작다. 이것은 '모아'다.'뮤직 7'은 크다.") ==
          Lines{"스피커를 공개했다.", "'뮤직 5'는 작다.", "이것은 '모아'다.", "'뮤직 7'은 크다."});
}

TEST_CASE("an open quote or bracket does not swallow the text") {
    std::string text = "한빛은 “가온을 냈다. ";
    for (int i = 0; i < 40; ++i) {
        text += "나래는 모아를 내놓았다. ";
    }
    CHECK(sentences_of(text).size() > 15);
    CHECK(sentences_of("한빛은 “가온을 냈다\n\n나래는 모아를 냈다. 소담도 냈다.").size() == 3);
}

TEST_CASE("quotes that are missing or mistaken for each other do not hold sentences together") {
    CHECK(sentences_of("그는 권리의 원년'으로 세우겠다\"고 말했다. 나래는 달랐다.").size() == 2);
    CHECK(sentences_of("그는 “빠르다“며 ”더 키우겠다. 곧이다”고 했다. 나래는 달랐다.").size() == 2);
}

TEST_CASE("heads begin anew, list marks within a sentence do not") {
    CHECK(sentences_of("한빛이 졌다. ◇ 시장 전망 ■ 결론") == Lines{"한빛이 졌다.", "◇ 시장 전망", "■ 결론"});
    CHECK(sentences_of("기업은 ▲페어리 ▲르몽 ▲모아 등 세 곳이다.").size() == 1);
    CHECK(sentences_of("# 한빛, 가온 공개… “더 키운다”. 나래는?\n").size() == 1);
}

TEST_CASE("a head that its text is glued to stays whole where a caption cuts that text") {
    CHECK(sentences_of("한빛이 내다본 내년 인공지능 투자 트렌드올해 범용 인공지능에 많은 자금이 몰린 가운데 한빛은 "
                       "나래를 비롯한 국내 "
                       "기업에 꾸준히 투자하고 있다고 밝혔으며 내년에도\n\n한빛 본사 전경. /사진=한빛\n\n같은 규모로 "
                       "투자를 이어 갈 "
                       "계획이다. 나래는 새 모델을 공개했다.")
              .front() == "한빛이 내다본 내년 인공지능 투자 트렌드");
}

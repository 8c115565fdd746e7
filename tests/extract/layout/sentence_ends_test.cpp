#include "tests/catch.hpp"
#include "tests/extract/laid_out.hpp"

using jokbo::test::Lines;
using jokbo::test::sentences_of;

TEST_CASE("Korean sentences end with their point, also where no space follows") {
    CHECK(sentences_of("한빛은 가온을 공개했다. 나래도 내놓는다.") ==
          Lines{"한빛은 가온을 공개했다.", "나래도 내놓는다."});
    CHECK(sentences_of("한빛은 가온을 공개했다.나래도 내놓는다.") ==
          Lines{"한빛은 가온을 공개했다.", "나래도 내놓는다."});
    CHECK(sentences_of("크기는 32B다.3일 공개됐다.") == Lines{"크기는 32B다.", "3일 공개됐다."});
    CHECK(sentences_of("어떻게 쓰나요? 이렇게 써요! 쉽죠.") == Lines{"어떻게 쓰나요?", "이렇게 써요!", "쉽죠."});
    CHECK(sentences_of("참여할 예정이다. iM뱅크도 함께한다.") == Lines{"참여할 예정이다.", "iM뱅크도 함께한다."});
}

TEST_CASE("points inside numbers, names, addresses and abbreviations end nothing") {
    for (const auto* text :
         {"한빛은 A.X 4.0과 v2.5를 냈다.", "Lumen Inc. and Tern Corp. signed in the U.S. on Friday.",
          "Dr. Ada Kim met Mr. Lee vs. Tern.", "자세한 것은 www.example.co.kr 에 있다.",
          "문의는 ada.kim@example.org 로 한다.", "행사는 2026. 1. 5. 열린다.", "U.S. President J. Smith spoke.",
          "시장 조사 기업 J.D. 파워가 조사했다.", "It costs $6.9 billion, i.e. more.", "3.1조원을 들여 만든다."}) {
        INFO(text);
        CHECK(sentences_of(text).size() == 1);
    }
}

TEST_CASE("English sentences end before a capital") {
    CHECK(sentences_of("Lumen shipped Nova. It is fast! Is it? \"Yes.\" Tern agreed.") ==
          Lines{"Lumen shipped Nova.", "It is fast!", "Is it?", "\"Yes.\"", "Tern agreed."});
    CHECK(sentences_of("Lumen works in the U.S. The company grows.") ==
          Lines{"Lumen works in the U.S.", "The company grows."});
    CHECK(sentences_of("Lumen told the public.Tern did not.") == Lines{"Lumen told the public.", "Tern did not."});
    CHECK(sentences_of("Lumen told the public.NASA did not.A new day came.\"We see,\" said Tern.").size() == 4);
    CHECK(sentences_of("It is an age of AI.They need Nova.").size() == 2);
    CHECK(sentences_of("Lumen likes scale.AI and app.JS files.").size() == 1);
    CHECK(sentences_of("\"We ship Nova,\" she said. \"It is ready.\"") ==
          Lines{"\"We ship Nova,\" she said.", "\"It is ready.\""});
    CHECK(sentences_of("And then... Lumen stopped. well, almost.").size() == 2);
}

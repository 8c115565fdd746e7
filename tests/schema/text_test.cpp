#include "schema/text.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

TEST_CASE("a quote is shown without the markup of its page", "[text]") {
    CHECK(as_shown("<a href=\"https://x.example/?a=1&amp;b=2\">Lumen</a>&#39;s &quot;Nova&quot; &#xB098;래") ==
          "Lumen's \"Nova\" 나래");
    CHECK(as_shown("[Nova](https://x.example/nova) beats [Orca] and a < b") == "Nova beats [Orca] and a < b");
    CHECK(as_shown("ends inside <a href=") == "ends inside ");
    CHECK(as_shown("&#; &#x110000; &bogus; ](") == "&#; &#x110000; &bogus; ](");
}

TEST_CASE("spellings of one name fold alike") {
    CHECK(fold("SK 텔레콤") == fold("sk텔레콤"));
    CHECK(fold("Qwen-2.5") == fold("Qwen 2.5"));
    CHECK(fold("ＬＧ ＣＮＳ") == fold("LG CNS"));
}

TEST_CASE("versions fold apart") {
    CHECK(fold("GLM 4.5") != fold("GLM 45"));
    CHECK(fold("Qwen 2.5") != fold("Qwen 2.5-VL"));
    CHECK(fold("C++") != fold("C"));
}

TEST_CASE("broken UTF-8 is repaired once for each maximal broken part") {
    CHECK(repaired("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(repaired("\xEA\xB0") == "\xEF\xBF\xBD");
    CHECK(repaired("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(repaired("믿음") == "믿음");
    CHECK_FALSE(is_utf8("\xC0\x80"));
}

TEST_CASE("the nearest candidate is near") {
    CHECK(nearest("bsed_on", {"based_on", "uses"}) == "based_on");
    CHECK(nearest("telescope", {"based_on", "uses"}).empty());
}

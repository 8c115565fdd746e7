#include "tests/catch.hpp"
#include "tests/extract/english/parsed_english.hpp"

using namespace jokbo;
using namespace jokbo::english;

TEST_CASE("English lists fill one role") {
    CHECK(predications("Qorvex acquired Ternix, Heronex and Orcanex.") ==
          Lines{"acquire subject=Qorvex object=Ternix+Heronex+Orcanex"});
    CHECK(predications("Qorvex acquired companies including Ternix and Heronex.") ==
          Lines{"acquire subject=Qorvex object=Ternix+Heronex including=Ternix+Heronex"});
}

TEST_CASE("English lists take in what stands beside them") {
    CHECK(predications("Qorvex, along with Ternix, acquired Heronex.") ==
          Lines{"acquire subject=Qorvex+Ternix object=Heronex"});
    CHECK(predications("Qorvex acquired Ternix rather than Heronex.") == Lines{"acquire subject=Qorvex object=Ternix"});
}

TEST_CASE("An English general noun stands for its examples, also before a verb") {
    CHECK(predications("Companies such as Qorvex and Ternix acquired Heronex.") ==
          Lines{"acquire subject=Qorvex+Ternix object=Heronex"});
    CHECK(predications("Startups from Qorvex to Ternix acquired Heronex.").front() ==
          "acquire subject=Qorvex+Ternix object=Heronex");
    CHECK(predications("Qorvex acquired some of the best startups, including Ternix.")
              .front()
              .starts_with("acquire subject=Qorvex object=Ternix"));
    CHECK(predications("Qorvex acquired Ternix and Heronex is growing.") ==
          Lines{"acquire subject=Qorvex object=Ternix"});
}

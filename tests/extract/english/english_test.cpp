#include "tests/catch.hpp"
#include "tests/extract/english/parsed_english.hpp"

using namespace jokbo;
using namespace jokbo::english;

TEST_CASE("English names are found by shape, not by the capital at a sentence's begin") {
    CHECK(names("The startup Qorvex hired Jonathan Rosser.") == Lines{"Qorvex", "Jonathan Rosser"});
    CHECK(names("Yesterday the company grew.").empty());
    CHECK(names("On Monday it met 01 Advisors and Adam D’Angelo.") == Lines{"01 Advisors", "Adam D’Angelo"});
    CHECK(names("They tested Qorvex-Air 4.5 Pro today.") == Lines{"Qorvex-Air 4.5 Pro"});
}

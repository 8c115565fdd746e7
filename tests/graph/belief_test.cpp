#include "graph/belief.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <algorithm>
#include <random>

using namespace jokbo;
using namespace jokbo::test;

namespace {

Said aria(std::string id, std::string publisher, Status status = Status::asserted, std::string words = {}) {
    return Said(std::move(id), "2025-01-01", std::move(publisher))
        .in_words(std::move(words))
        .that(named("Model", "Aria"), "based_on", named("Model", "Orca"), status);
}

} // namespace

TEST_CASE("three publishers convince, ten sentences of one hardly do", "[belief]") {
    auto one = new_store();
    take(one, aria("a", "매일"));
    auto repeated = new_store();
    Said often("a", "2025-01-01", "매일");
    for (int i = 0; i < 10; ++i) {
        often.that(named("Model", "Aria"), "based_on", named("Model", "Orca"));
    }
    take(repeated, often);
    auto three = new_store();
    take(three, {aria("a", "매일"), aria("b", "한국"), aria("c", "서울")});
    const double single = confidence(one, "Aria", "based_on", "Orca");
    CHECK(single == Approx(0.8));
    CHECK(confidence(repeated, "Aria", "based_on", "Orca") > single);
    CHECK(confidence(repeated, "Aria", "based_on", "Orca") < single + 0.05);
    CHECK(confidence(three, "Aria", "based_on", "Orca") == Approx(1 - 0.2 * 0.2 * 0.2));
}

TEST_CASE("copies of one release are one source", "[belief]") {
    const std::string release =
        "한빛은 오르카를 바탕으로 만든 새 모델 아리아를 12일 공개했다고 밝혔다. 누구나 내려받아 쓸 수 있다.";
    std::string copy = release;
    copy.replace(copy.find("12일"), std::string("12일").size(), "지난 12일");
    auto store = new_store();
    take(store, {aria("a", "매일", Status::asserted, release), aria("b", "한국", Status::asserted, copy)});
    CHECK(confidence(store, "Aria", "based_on", "Orca") < 0.83);
    CHECK(nearly_equal(sketch_of(release), sketch_of(copy)));
    CHECK_FALSE(
        nearly_equal(sketch_of(release),
                     sketch_of("나래는 자체 모델을 처음부터 학습해 만들었다고 설명했으나 증거를 내놓지는 않았다.")));
    CHECK(nearly_equal(sketch_of("Lumen ships Aria, built on Orca."), sketch_of("LUMEN ships “Aria” - built on Orca")));
}

TEST_CASE("what one asserts and another denies stands on two edges that weaken each other", "[belief]") {
    auto store = new_store();
    take(store, {aria("a", "매일"), aria("b", "한국", Status::denied)});
    CHECK(edges(store) == std::vector<std::string>{"Aria -based_on-> Orca", "Aria -based_on-> Orca [denied]"});
    CHECK(confidence(store, "Aria", "based_on", "Orca") == Approx(0.8 * (1 - 0.5 * 0.8)));
    CHECK(confidence(store, "Aria", "based_on", "Orca", Status::denied) == Approx(0.8 * (1 - 0.5 * 0.8)));
}

TEST_CASE("the order of the testimonials does not show", "[belief][same bytes]") {
    std::mt19937_64 random(5);
    std::vector<Testimonial> all;
    for (std::uint32_t i = 0; i < 40; ++i) {
        all.push_back({i / 3, static_cast<std::uint32_t>(random() % 8), random(),
                       0.1 + 0.01 * static_cast<double>(random() % 80)});
    }
    const auto expected = believe(all);
    for (int i = 0; i < 50; ++i) {
        std::ranges::shuffle(all, random);
        CHECK(believe(all).confidence == expected.confidence);
        CHECK(believe(all).sources == expected.sources);
    }
}

TEST_CASE("reliabilities are data", "[belief]") {
    Pack small = pack();
    small.add({"graph/reliability.tsv",
               "frame\treliability\tright\tread\n*\t0.5\t1\t2\ncard.*\t0.9\t9\t10\ncard.base\t0.95\t19\t20\n",
               "mine.tsv"});
    const Reliability reliability(small);
    CHECK(reliability.of("news.anything") == 0.5);
    CHECK(reliability.of("card.licence") == 0.9);
    CHECK(reliability.of("card.base") == 0.95);
    small.add({"graph/reliability.tsv", "frame\treliability\tright\tread\n*\t1.5\t3\t2\n", "mine.tsv"});
    CHECK_THROWS_AS(Reliability(small), DataError);
}

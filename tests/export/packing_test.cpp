#include "export/packing.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <random>

using namespace jokbo::packing;

namespace {

bool apart(const Size& a, const Offset& at, const Size& b, const Offset& bt, double gap) {
    constexpr double rounding = 1e-6;
    const auto distance = [](double from, double length, double other, double other_length) {
        return std::max(other - (from + length), from - (other + other_length));
    };
    return std::max(distance(at.x, a.width, bt.x, b.width), distance(at.y, a.height, bt.y, b.height)) >= gap - rounding;
}

} // namespace

TEST_CASE("packed boxes never come nearer than the gap") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        std::vector<Size> boxes(1 + random() % 40);
        std::ranges::generate(boxes, [&] {
            return Size{static_cast<double>(1 + random() % 300), static_cast<double>(1 + random() % 200)};
        });
        const auto places = on_shelves(boxes, 1.5, 10);
        REQUIRE(places.size() == boxes.size());
        bool all_apart = true;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                all_apart = all_apart && apart(boxes[i], places[i], boxes[j], places[j], 10);
            }
        }
        INFO("seed " << seed);
        CHECK(all_apart);
    }
}

TEST_CASE("many small boxes make a sheet, not a tower") {
    const std::vector<Size> boxes(60, {150, 25});
    const auto places = on_shelves(boxes, 1.5, 10);
    const auto [left, right] = std::ranges::minmax(places, {}, &Offset::x);
    const auto [bottom, top] = std::ranges::minmax(places, {}, &Offset::y);
    const double aspect = (right.x + 150 - left.x) / (top.y + 25 - bottom.y);
    CHECK(aspect > 1);
    CHECK(aspect < 2.5);
}

TEST_CASE("positions of GraphViz move as a whole") {
    CHECK(moved("27,18", {100, -10}) == "127.000,8.000");
    CHECK(moved("e,1.5,2 3,4 -5,6e1;7,8", {1, 10}) == "e,2.500,12.000 4.000,14.000 -4.000,70.000;8.000,18.000");
    CHECK(moved("", {1, 1}).empty());
}

TEST_CASE("a bounding box has a corner and a size") {
    const auto found = bounds("-10,5,90,25.5");
    CHECK(found.corner.x == -10);
    CHECK(found.corner.y == 5);
    CHECK(found.size.width == 100);
    CHECK(found.size.height == 20.5);
}

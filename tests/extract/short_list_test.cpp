#include "extract/short_list.hpp"

#include "tests/catch.hpp"

#include <vector>

using List = jokbo::ShortList<int, 2>;

TEST_CASE("a short list is a vector, however many it holds", "[short_list]") {
    std::vector<int> plain;
    List list;
    CHECK(list.empty());
    for (int i = 0; i < 9; ++i) {
        list.push_back(i);
        plain.push_back(i);
        CHECK(list == List(plain.begin(), plain.end()));
        CHECK(list.back() == i);
    }
    list.insert(list.begin(), 7);
    plain.insert(plain.begin(), 7);
    list.insert(list.begin() + 3, plain.begin(), plain.begin() + 2);
    CHECK(list == List{7, 0, 1, 7, 0, 2, 3, 4, 5, 6, 7, 8});
    erase_if(list, [](int value) { return value == 7; });
    CHECK(list == List{0, 1, 0, 2, 3, 4, 5, 6, 8});
    list.clear();
    CHECK(list.empty());
}

TEST_CASE("copies of a short list are lists of their own, and what is moved is left empty", "[short_list]") {
    for (const auto& values : {List{1}, List{1, 2, 3}}) {
        List list = values;
        List copy = list;
        copy.front() = 9;
        CHECK(list == values);
        List moved = std::move(list);
        CHECK(moved == values);
        CHECK(list.empty()); // NOLINT(bugprone-use-after-move)
        list = moved;
        list.push_back(4);
        CHECK(moved == values);
    }
}

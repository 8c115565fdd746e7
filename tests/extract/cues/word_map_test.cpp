#include "extract/cues/word_map.hpp"
#include "tests/catch.hpp"

#include <map>
#include <vector>

using namespace jokbo;

TEST_CASE("a word map holds what was put into it, in that order, and nothing else", "[words]") {
    WordMap<int> map;
    std::map<std::string, int> same;
    for (int i = 0; i < 5000; ++i) {
        // lengths of all kinds, and many words that differ in one place only
        auto word = std::string(static_cast<std::size_t>(i % 23), 'a') + std::to_string(i * 7919 % 5003);
        map[word] = i;
        same[word] = i;
    }
    CHECK(map.size() == same.size());
    for (const auto& [word, value] : same) {
        REQUIRE(map.find(word) != nullptr);
        CHECK(*map.find(word) == value);
        CHECK(map.find(word + "x") == nullptr);
        CHECK_FALSE(map.contains("x" + word));
    }
    CHECK(map.word(0) == "0");
    CHECK_FALSE(map.contains(""));
    map[""] = 1;
    CHECK(map.contains(""));
}

TEST_CASE("endings are found from the back, the shortest first", "[words]") {
    EndingMap<int> endings;
    endings["는"] = 1;
    endings["에서는"] = 2;
    const auto found_in = [&](std::string_view word) {
        std::vector<int> found;
        endings.each(word, [&](std::size_t, int value) { found.push_back(value); });
        return found;
    };
    CHECK(found_in("서울에서는") == std::vector<int>{1, 2});
    CHECK(found_in("한빛은") == std::vector<int>{});
    CHECK(found_in("서는") == std::vector<int>{1});
    CHECK(endings.find("서는") == nullptr);
    CHECK(*endings.find("에서는") == 2);
    CHECK(found_in("") == std::vector<int>{});
}

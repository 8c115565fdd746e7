#include "extract/names/name_trie.hpp"
#include "tests/catch.hpp"

#include <iterator>
#include <random>
#include <set>
#include <string>

using namespace jokbo;

namespace {

NameTrie trie_of(const std::vector<std::string>& words) {
    std::vector<std::pair<std::string_view, std::uint32_t>> numbered;
    for (const auto& word : words) {
        numbered.emplace_back(word, static_cast<std::uint32_t>(numbered.size()));
    }
    return NameTrie(std::move(numbered));
}

std::string longest_in(const NameTrie& trie, const std::string& text) {
    const auto match =
        trie.longest(text, 0, static_cast<std::uint32_t>(text.size()), [](std::uint32_t) { return true; });
    return match.word == NameTrie::no_word ? "-" : text.substr(0, match.end);
}

} // namespace

TEST_CASE("the longest name is found, in any letter case, with spaces or hyphens", "[names]") {
    const std::vector<std::string> words = {"qwen", "qwen 2.5", "qwen 2.5 vl", "한빛", "한빛소프트"};
    const auto trie = trie_of(words);
    CHECK(longest_in(trie, "Qwen 2.5-VL-7B") == "Qwen 2.5-VL");
    CHECK(longest_in(trie, "QWEN-2 is") == "QWEN");
    CHECK(longest_in(trie, "Qwen\u00A02.5") == "Qwen\u00A02.5");
    CHECK(longest_in(trie, "한빛소") == "한빛");
    CHECK(longest_in(trie, "한") == "-");
    CHECK(longest_in(trie, "") == "-");
    CHECK(longest_in(NameTrie(), "anything") == "-");
}

TEST_CASE("an end that is not accepted gives way to a shorter one", "[names]") {
    const std::vector<std::string> words = {"ab", "abcd"};
    const auto trie = trie_of(words);
    const auto match = trie.longest("abcd", 0, 4, [](std::uint32_t end) { return end != 4; });
    CHECK(match.end == 2);
    CHECK(match.word == 0);
    CHECK(match.reached == 4);
}

TEST_CASE("a trie of random words agrees with looking through them one by one", "[names]") {
    std::mt19937 random(3);
    const auto word = [&](std::size_t longest) {
        // syllables are one step; what shares their first byte is none: ꓐ, ힰ
        static constexpr const char* letters[] = {"a", "b", " ", "é", "가", "각", "힣", "ꓐ", "ힰ", "人"};
        std::string made;
        for (std::size_t left = 1 + random() % longest; left > 0; --left) {
            made += letters[random() % std::size(letters)];
        }
        return made;
    };
    std::set<std::string> known;
    while (known.size() < 3000) {
        known.insert(word(6));
    }
    const std::vector<std::string> words(known.begin(), known.end());
    const auto trie = trie_of(words);
    for (int i = 0; i < 3000; ++i) {
        const auto text = word(14);
        std::string longest = "-";
        for (std::size_t size = 1; size <= text.size(); ++size) {
            longest = known.contains(text.substr(0, size)) ? text.substr(0, size) : longest;
        }
        CHECK(longest_in(trie, text) == longest);
    }
}

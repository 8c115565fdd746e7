#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Texts that a careless reader takes ever longer for, the longer they are.
namespace jokbo::bench {

/// `make(i)` again and again up to `bytes`.
template <class Make>
std::string repeated(std::size_t bytes, const Make& make) {
    std::string text;
    text.reserve(bytes + 256);
    for (std::size_t i = 0; text.size() < bytes; ++i) {
        text += make(i);
    }
    return text;
}

/// A name with its number in syllables, so that no two are alike.
inline std::string numbered_name(std::size_t number) {
    static constexpr std::string_view syllables[] = {"가", "나", "다", "라", "마", "바", "사", "아",
                                                     "자", "차", "카", "타", "파", "하", "고", "노"};
    std::string name = "한";
    for (int digit = 0; digit < 5; ++digit, number /= 16) {
        name += syllables[number % 16];
    }
    return name;
}

inline std::vector<std::pair<std::string_view, std::string>> traps(std::size_t bytes) {
    using std::to_string;
    return {
        {"names", repeated(bytes,
                           [](std::size_t i) {
                               return i % 3 == 0 ? numbered_name(i) + "전자, "
                                    : i % 3 == 1 ? "Acme" + to_string(i) + " Labs, "
                                                 : std::string("네이버, OpenAI, 업스테이지, ");
                           })},
        {"versions",
         repeated(bytes, [](std::size_t i) { return "한빛은 LLM ‘가온 " + to_string(i) + ".0’을 공개했다. "; })},
        {"aliases", repeated(bytes, [](std::size_t i) { return "네이버(Naver" + to_string(i) + ")는 "; })},
        {"brackets", repeated(bytes, [](std::size_t i) { return std::string(i % 7 == 6 ? ") " : "(["); })},
        {"quotes", repeated(bytes,
                            [](std::size_t i) {
                                return std::string(i % 3 == 0 ? "“한빛 " : i % 3 == 1 ? "‘가온’ " : "\" ");
                            })},
        {"items", repeated(bytes, [](std::size_t i) { return "▲" + numbered_name(i) + " "; })},
        {"one sentence", repeated(bytes,
                                  [](std::size_t i) {
                                      return i % 2 == 0 ? std::string("네이버가 업스테이지에 투자하고 ")
                                                        : "한빛은 " + numbered_name(i) + "와 협력하며 ";
                                  })},
        {"one English sentence", repeated(bytes,
                                          [](std::size_t i) {
                                              return i % 2 == 0 ? std::string("and OpenAI invested in Mistral AI, ")
                                                                : "which Acme" + to_string(i) + " said it acquired ";
                                          })},
        {"one word", repeated(bytes, [](std::size_t) { return std::string("가나다라마바사"); })},
        {"headings", repeated(bytes, [](std::size_t i) { return "# " + numbered_name(i) + " 2.0\n\n"; })},
    };
}

} // namespace jokbo::bench

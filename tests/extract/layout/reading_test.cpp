#include "tests/catch.hpp"
#include "tests/extract/laid_out.hpp"

#include <random>

using namespace jokbo;
using jokbo::test::laid_out;

namespace {

Span found(const Reading& reading, std::string_view part) {
    const auto at = reading.text.find(part);
    REQUIRE(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

std::string original_of(const std::string& text, std::string_view part) {
    const auto reading = laid_out(text);
    return std::string(reading.original(found(reading, part)).of(text));
}

/// What must hold of any text whatever: every span leads into the document, and no span leads further than one around it.
void check_ways_back(const std::string& text, std::mt19937& random) {
    const auto reading = laid_out(text);
    const auto size = static_cast<std::uint32_t>(reading.text.size());
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    std::uint32_t last = 0;
    for (const Block& block : reading.blocks) {
        CHECK(block.span.begin < block.span.end);
        CHECK(last <= block.span.begin);
        last = block.span.end;
        CHECK(block.span.end <= size);
    }
    if (size == 0) {
        return;
    }
    for (int i = 0; i < 50; ++i) {
        Span span{std::uniform_int_distribution<std::uint32_t>(0, size)(random), 0};
        span.end = std::uniform_int_distribution<std::uint32_t>(span.begin, std::min(size, span.begin + 40))(random);
        const auto original = reading.original(span);
        CHECK(original.begin <= original.end);
        CHECK(all.contains(original));
        if (span.begin > 0 && !span.empty()) {
            CHECK(reading.original({span.begin - 1, span.end}).contains(original));
        }
    }
    for (const Sentence& sentence : test::sentence_splitter().split(reading)) {
        CHECK(reading.blocks.at(sentence.block).span.contains(sentence.span));
        CHECK(all.contains(reading.original(sentence.span)));
    }
}

} // namespace

TEST_CASE("a span of a reading leads back to the bytes that it was made from") {
    CHECK(original_of("Nova &amp; Orca are **models**.", "Nova & Orca") == "Nova &amp; Orca");
    CHECK(original_of("Nova &amp; Orca are **models**.", "models") == "models");
    CHECK(original_of("한빛의 &#x27;가온&#x27;이다.", "'가온'") == "&#x27;가온&#x27;");
    CHECK(original_of("[Qwen2.5](https://example.org/q)에 더했다.", "Qwen2.5에") ==
          "Qwen2.5](https://example.org/q)에");
    CHECK(original_of("Lumen   built\n it.", "Lumen built it") == "Lumen   built\n it");
}

TEST_CASE("a span across a mended cut holds both halves and what stands between") {
    const std::string text =
        "한빛은 10일 누구나 쓸 수 있도록 자사의 거대언어모델을 공개했다. 한빛은 새 모델을 글로벌 AI 오픈소\n\n"
        "한빛의 슈퍼컴퓨터를 관계자들이 살펴보고 있다. /한빛 제공\n\n"
        "스 플랫폼에도 공개했다. 오픈소스 모델은 두 종이다.\n";
    const auto reading = laid_out(text);
    const auto original = reading.original(found(reading, "오픈소스 플랫폼"));
    CHECK(original.of(text).starts_with("오픈소\n"));
    CHECK(original.of(text).ends_with("스 플랫폼"));
}

TEST_CASE("verbatim pieces are equal byte for byte") {
    Reading reading;
    reading.append_verbatim("abc", 10);
    reading.append_verbatim("def", 13);
    reading.append_made("'", {16, 22});
    reading.append_verbatim("gh", 22);
    CHECK(reading.original({1, 5}) == Span{11, 15});
    CHECK(reading.original({5, 8}) == Span{15, 23});
    CHECK(reading.original({6, 7}) == Span{16, 22});
    CHECK(reading.original({9, 9}) == Span{24, 24});
    Reading copy;
    copy.append_copy(reading, {4, 8});
    CHECK(copy.text == "ef'g");
    CHECK(copy.original({0, 4}) == Span{14, 23});
    CHECK(copy.original({2, 3}) == Span{16, 22});
}

TEST_CASE("broken UTF-8 is repaired and counted, and the way back stays true") {
    const std::string text = "Nova\xFF and Orca \xED\x95 end";
    const auto reading = laid_out(text);
    CHECK(reading.text == "Nova\xEF\xBF\xBD and Orca \xEF\xBF\xBD end");
    CHECK(reading.broken_parts == 2);
    CHECK(reading.original(found(reading, "Orca")).of(text) == "Orca");
    CHECK(reading.original(found(reading, "end")).of(text) == "end");
}

TEST_CASE("any bytes whatever can be read") {
    std::mt19937 random(20260104);
    const std::vector<std::string> pieces = {"<",
                                             ">",
                                             "<p>",
                                             "</p>",
                                             "<table>",
                                             "<tr>",
                                             "<td colspan=3 rowspan=2>",
                                             "</table>",
                                             "<li>",
                                             "<nav>",
                                             "</nav>",
                                             "<script>",
                                             "</script>",
                                             "<pre>",
                                             "&amp;",
                                             "&#x27;",
                                             "&",
                                             ";",
                                             "[",
                                             "](",
                                             "](http://x.y)",
                                             "!",
                                             "![",
                                             ")",
                                             "(",
                                             "\n",
                                             "\n\n",
                                             "  \n",
                                             "---\n",
                                             "|",
                                             "|-|\n",
                                             "```\n",
                                             "`",
                                             "**",
                                             "*",
                                             "_",
                                             "# ",
                                             "- ",
                                             "1. ",
                                             "> ",
                                             "다.",
                                             "다",
                                             "“",
                                             "”",
                                             "'",
                                             "\"",
                                             "▲",
                                             "◇",
                                             "━",
                                             "기자",
                                             " = ",
                                             "[서울=한빛통신]",
                                             "(사진=",
                                             "/한빛",
                                             "a@b.kr",
                                             "한빛",
                                             "가온은",
                                             "Nova ",
                                             "U.S.",
                                             "4.0",
                                             ".",
                                             "?",
                                             "\f",
                                             std::string(1, '\0'),
                                             "\xFF",
                                             "\xED\x95",
                                             "\xF0\x9F",
                                             "\xEF\xBB\xBF",
                                             "\xC2\xA0",
                                             "\\",
                                             "title: x\n",
                                             "{{<",
                                             "}}",
                                             "이번"};
    for (int round = 0; round < 300; ++round) {
        std::string text = round % 10 == 0 ? "---\ntitle: a\n" : "";
        const int length = std::uniform_int_distribution<int>(0, 120)(random);
        for (int i = 0; i < length; ++i) {
            text += pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
        }
        INFO(text);
        check_ways_back(text, random);
    }
    for (int round = 0; round < 100; ++round) {
        std::string text(std::uniform_int_distribution<std::size_t>(0, 300)(random), ' ');
        for (char& c : text) {
            c = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
        }
        check_ways_back(text, random);
    }
}

TEST_CASE("a megabyte of one mark is read in no time") {
    // Any step that looks ahead without memory would take minutes here.
    for (const std::string_view mark :
         {"[",        "](",       "![",     "(",         "“",           "\"",        "'",      "‘",    "<",    "<a ",
          "<a x=\"",  "<script>", "<nav>",  "<pre>",     "<table><td>", "&",         "&amp",   "*",    "**a ", "_a ",
          "`",        "```\n",    "▲가온 ", "◇",         "━",           "{{<",       "|",      "- ",   "\n- ", "> ",
          "가나다 ",  "다.",      "a.",     "(사진=",    "[기자",       "기자 = ",   "/",      "@",    "이번", "<!--",
          "<http://", "1. ",      "---\n",  "||\n|-|\n", "~~~\n",       "[a](b.c) ", "가\n\n", "U.S. "}) {
        std::string text;
        while (text.size() < 1'000'000) {
            text += mark;
        }
        INFO(mark);
        const auto reading = laid_out(text);
        CHECK(test::sentence_splitter().split(reading).size() <= text.size());
    }
}

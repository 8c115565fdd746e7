#include "tests/catch.hpp"
#include "tests/extract/laid_out.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace jokbo;
using jokbo::test::blocks_of;
using jokbo::test::laid_out;
using jokbo::test::Lines;

TEST_CASE("front matter becomes fields") {
    const auto reading = laid_out("---\ntitle: >-\n  Nova by\n  Lumen\nbase_model: orca/orca-2\nlicense: "
                                  "mit\nlanguage:\n- en\n- ko\ntags: [a, \"b, c\"]\n"
                                  "author: \n\t\t\n\t\t\tAda &amp; Kim\n\t\t\nmodel-index:\n- name: Nova\n  results:\n "
                                  " - task: x\n---\n\nText.\n");
    Lines fields;
    for (const Field& field : reading.fields) {
        fields.push_back(field.key + "=" + std::string(field.value.of(reading.text)));
    }
    CHECK(fields == Lines{"title=Nova by Lumen", "base_model=orca/orca-2", "license=mit", "language=en", "language=ko",
                          "tags=a", "tags=b, c", "author=Ada & Kim"});
    CHECK(reading.blocks.back().span.of(reading.text) == "Text.");
}

TEST_CASE("a rule is not front matter") {
    CHECK(blocks_of("---\n한빛이 가온을 냈다.\n---\n끝이다.") ==
          Lines{"paragraph: 한빛이 가온을 냈다.", "paragraph: 끝이다."});
}

TEST_CASE("Markdown's marks are no text") {
    CHECK(blocks_of("# **Nova** `7B`\n\nA [link](https://x.org/a_b_(c) \"t\") and ![logo](a.png) *it* __is__ ~~not~~ "
                    "<br> 2*3 \\*x\\* snake_case_name.\n") ==
          Lines{"heading: Nova 7B", "paragraph: A link and it is not", "paragraph: 2*3 *x* snake_case_name."});
    CHECK(blocks_of("[![badge](https://img.org/b.svg)](https://x.org) Nova") == Lines{"paragraph: Nova"});
    CHECK(blocks_of("[단독](서울에서) 한빛이 냈다.") == Lines{"paragraph: [단독](서울에서) 한빛이 냈다."});
    CHECK(blocks_of("Under the [Apache License](LICENSE-CODE), {{< logo \"a.png\" >}}free.") ==
          Lines{"paragraph: Under the Apache License, free."});
    CHECK(blocks_of("```bash\nrun **this**\n```\nText.") == Lines{"code: run **this**", "paragraph: Text."});
    CHECK(blocks_of("- **Fast**: very\n- small\n  and cheap\n\n1. one\n2. two") ==
          Lines{"item: Fast: very", "item: small and cheap", "item: one", "item: two"});
}

TEST_CASE("what merely looks like a tag is text") {
    CHECK(blocks_of("10일 <메트로경제 신문>과 <AI 시대>, <A 기업>은 1 < 2라 했다.") ==
          Lines{"paragraph: 10일 <메트로경제 신문>과 <AI 시대>, <A 기업>은 1 < 2라 했다."});
    CHECK(blocks_of("<ada@lumen.org> wrote on <https://lumen.org> today.") ==
          Lines{"paragraph: ada@lumen.org wrote on https://lumen.org today."});
}

TEST_CASE("HTML pages are read as their readers see them") {
    CHECK(
        blocks_of(
            "<p>Lumen &amp; <a href=\"https://t.org/?a>b\">Tern</a> said.</p><script>if (a<b) {}</script><h2>More</h2>"
            "<figure><img src=x><figcaption>The lab</figcaption></figure><ul><li>one<li>two</ul><!-- gone "
            "-->It&#39;s&nbsp;done.") == Lines{"paragraph: Lumen & Tern said.", "heading: More", "caption: The lab",
                                               "item: one", "item: two", "paragraph: It's done."});
    CHECK(blocks_of("<nav><a href=a>Home</a> About us</nav><p>Text.</p>") ==
          Lines{"navigation: Home About us", "paragraph: Text."});
}

TEST_CASE("what was encoded twice is decoded twice") {
    CHECK(blocks_of("&amp;quot;가온&amp;quot;을 냈다. R&amp;D") == Lines{"paragraph: \"가온\"을 냈다. R&D"});
}

namespace {

Lines rows_of(const std::string& text) {
    const auto reading = laid_out(text);
    REQUIRE(reading.tables.size() == 1);
    Lines rows;
    for (const auto& row : reading.tables[0].rows) {
        std::string line;
        for (const Span cell : row) {
            line += "|" + std::string(cell.of(reading.text));
        }
        rows.push_back(line);
    }
    return rows;
}

} // namespace

TEST_CASE("tables keep their cells") {
    CHECK(rows_of("| Model | Size |\n|:--|--:|\n| **Nova** | `7B` \\| 9B |\n| | [Orca](o.md) |\n\nEnd.") ==
          Lines{"|Model|Size", "|Nova|7B | 9B", "||Orca"});
    CHECK(rows_of("<table><tr><th colspan=2>Benchmarks<th>Nova</tr><tr><td "
                  "rowspan=2>Math<td>A<td>1</tr><tr><td>B</td><td>2</td></tr></table>") ==
          Lines{"|Benchmarks|Benchmarks|Nova", "|Math|A|1", "|Math|B|2"});
}

TEST_CASE("a table of one column is a frame around text") {
    CHECK(blocks_of("<table><tr><td>Lumen shipped Nova.</td></tr></table>") == Lines{"paragraph: Lumen shipped Nova."});
}

TEST_CASE("by-lines, agencies and addresses are cut from the text") {
    CHECK(
        blocks_of("[서울=한빛통신]홍길동 기자 = 나래가 가온을 냈다. /김서현 기자 hik1@") ==
        Lines{"byline: [서울=한빛통신]홍길동 기자 =", "paragraph: 나래가 가온을 냈다.", "byline: /김서현 기자 hik1@"});
    CHECK(
        blocks_of("(서울=한빛통신) 홍길동 기자 = 나래가 가온을 냈다. gildong@hanbit.kr") ==
        Lines{"byline: (서울=한빛통신) 홍길동 기자 =", "paragraph: 나래가 가온을 냈다.", "byline: gildong@hanbit.kr"});
    CHECK(blocks_of("나래, 가온 공개한빛과 협력[한빛경제] 나래가 가온을 냈다.", "한빛경제") ==
          Lines{"heading: 나래, 가온 공개한빛과 협력", "byline: [한빛경제]", "paragraph: 나래가 가온을 냈다."});
    CHECK(blocks_of("SEOUL, Dec. 29 (Hanbit) -- Lumen shipped Nova.") ==
          Lines{"byline: SEOUL, Dec. 29 (Hanbit) --", "paragraph: Lumen shipped Nova."});
    CHECK(blocks_of("Ada Kim, Editor July 8, 2026 at 10:26 a.m. PT Ada Kim / ZDNETFollow ZDNET: Add us as a preferred "
                    "source on "
                    "Google.ZDNET's key takeawaysLumen shipped Nova.") ==
          Lines{"byline: Ada Kim, Editor July 8, 2026 at 10:26 a.m. PT Ada Kim / ZDNET",
                "paragraph: Lumen shipped Nova."});
    CHECK(blocks_of("나래는 기자간담회에서 가온을 공개했다. 그는 기자에게 설명했다.") ==
          Lines{"paragraph: 나래는 기자간담회에서 가온을 공개했다. 그는 기자에게 설명했다."});
}

TEST_CASE("captions are units of their own") {
    CHECK(blocks_of("나래가 가온을 냈다.\n\n나래 직원이 가온을 살펴보고 있다. /나래 제공\n\n가온은 빠르다.") ==
          Lines{"paragraph: 나래가 가온을 냈다.", "caption: 나래 직원이 가온을 살펴보고 있다.", "byline: /나래 제공",
                "paragraph: 가온은 빠르다."});
    CHECK(blocks_of("김가람 대표가 설명을 하고 있다(사진&#x3D;윤정훈 기자)나래 김가람 대표는 2일 가온을 냈다.") ==
          Lines{"caption: 김가람 대표가 설명을 하고 있다(사진=윤정훈 기자)",
                "paragraph: 나래 김가람 대표는 2일 가온을 냈다."});
    CHECK(blocks_of("나래가 가온을 냈다고 밝혔다. [사진=셔터스톡]가온은 빠르다.") ==
          Lines{"paragraph: 나래가 가온을 냈다고 밝혔다.", "caption: [사진=셔터스톡]", "paragraph: 가온은 빠르다."});
}

TEST_CASE("an agency's caption ends with the day") {
    CHECK(
        blocks_of(
            "[서울=한빛통신] 홍길동 기자 = 김가람 대표가 30일 발표회에 참석하고 있다. 2025.12.30. gildong@hanbit.kr") ==
        Lines{"byline: [서울=한빛통신] 홍길동 기자 =", "caption: 김가람 대표가 30일 발표회에 참석하고 있다.",
              "byline: 2025.12.30", "byline: gildong@hanbit.kr"});
}

TEST_CASE("heads are parted from the text that they are glued to") {
    CHECK(blocks_of("논란은 끝났다.━경연은 올림픽 같아━성 총괄은 방향을 제시했다.") ==
          Lines{"paragraph: 논란은 끝났다.", "heading: 경연은 올림픽 같아", "paragraph: 성 총괄은 방향을 제시했다."});
    CHECK(blocks_of("나래가 가온을 냈다.두 회사가 협력해 만든 스피커 공개이번에 나온 모아는 작다.") ==
          Lines{"paragraph: 나래가 가온을 냈다.", "heading: 두 회사가 협력해 만든 스피커 공개",
                "paragraph: 이번에 나온 모아는 작다."});
    CHECK(blocks_of("# 한빛, 가온 공개\n\n개발비 절반으로  \n나래와 협력\n\n한빛이 가온을 냈다.") ==
          Lines{"heading: 한빛, 가온 공개", "heading: 개발비 절반으로", "heading: 나래와 협력",
                "paragraph: 한빛이 가온을 냈다."});
}

TEST_CASE("a deck that the text is glued to ends where the headline's first name stands") {
    Document document;
    document.title = "김가람 한빛 사장 \"AI는 상수\"";
    document.text = "김가람 한빛 사장, 초일류 기업 도약 목표 강조김가람 한빛 사장은 2일 전략을 밝혔다.";
    const auto reading = test::layout_reader().lay_out(document);
    REQUIRE(reading.blocks.size() == 2);
    CHECK(reading.blocks[0].kind == Block::Kind::heading);
    CHECK(reading.blocks[1].span.of(reading.text) == "김가람 한빛 사장은 2일 전략을 밝혔다.");
}

TEST_CASE("the title is a head where its deck follows without a point") {
    Document document;
    document.title = "Lumen opens Nova 2 to every customer";
    document.text =
        "News\n\n  Lumen opens Nova 2 to every customer\n    It's the company's largest model so far.\n\nLumen did so.";
    const auto reading = test::layout_reader().lay_out(document);
    REQUIRE(reading.blocks.size() == 4);
    CHECK(reading.blocks[1].kind == Block::Kind::heading);
    CHECK(reading.blocks[1].span.of(reading.text) == document.title);
    CHECK(reading.blocks[2].span.of(reading.text) == "It's the company's largest model so far.");
}

TEST_CASE("menus, related articles and notices are not read") {
    CHECK(blocks_of("[🤗 Models](a.md) | [💬 Chat](b.md)\n\n가온은 빠르다. ▷기사 2면 가온 "
                    "열풍\n\n[관련기사] "
                    "나래의 "
                    "하루\n\nⓒ 한빛신문, 무단전재 및 재배포 금지") ==
          Lines{"navigation: 🤗 Models | 💬 Chat", "paragraph: 가온은 빠르다.", "navigation: ▷기사 2면 가온 열풍",
                "navigation: [관련기사] 나래의 하루", "navigation: ⓒ 한빛신문, 무단전재 및 재배포 금지"});
}

TEST_CASE("lines that a page wrapped hang together") {
    CHECK(blocks_of("Lumen shipped\nNova to develop-\ners.\fTern did not.") ==
          Lines{"paragraph: Lumen shipped Nova to developers.", "paragraph: Tern did not."});
    CHECK(blocks_of("Ada Kim\nLumen shipped Nova to all of its customers in Europe and Asia on Friday, the company "
                    "said in a statement.")
              .size() == 2);
}

TEST_CASE("paragraphs that a page cut in two are joined, with a space or without as the page's words say") {
    const std::string head = "한빛은 10일 자체 개발한 거대언어모델 가온을 누구나 쓸 수 있도록 공개했다. ";
    const auto joined = [&](const std::string& left, const std::string& right) {
        return blocks_of(head + left + "\n\n" + right + " 오픈소스 모델이 늘었다.\n").front();
    };
    CHECK_THAT(joined("가온은 글로벌 오픈소", "스 플랫폼에 올랐다."), ContainsSubstring("오픈소스 플랫폼에"));
    CHECK_THAT(joined("이 일은 선정 사업과도 관", "련이 깊다."), ContainsSubstring("관련이 깊다"));
    CHECK_THAT(joined("모델을 자체 설계·학습", "하는 사례가 드물다."), ContainsSubstring("학습하는"));
    CHECK_THAT(joined("이는 해답을 도출하는 모델", "로, 필수 기술이다."), ContainsSubstring("모델로, "));
    CHECK_THAT(joined("이 과정은 지난해부터", "운영 중이다."), ContainsSubstring("지난해부터 운영"));
    CHECK_THAT(joined("기기는 카드 단말기, 노트북,", "TV 등이다."), ContainsSubstring("노트북, TV"));
}

TEST_CASE("a headline or a note without a point is not joined to what follows") {
    CHECK(blocks_of("5G 통신 결합\n\n한빛이 나래와 협력한다고 10일 밝혔다.").size() == 2);
    CHECK(blocks_of("한빛은 가온을 위한 새로운 거대언어모델과 데이터센터를 함께 공개할 것으로 예상됨\n\n나래는 한빛과 "
                    "협력해 새 모델을 내놓을 것으로 기대\n")
              .size() == 2);
}

TEST_CASE("the page that the project began with") {
    const std::filesystem::path page = std::filesystem::path(JOKBO_SOURCE_DIR) / "../shared/texts/metro-page.md";
    std::ifstream in(page, std::ios::binary);
    if (!in) {
        WARN("skipped: " << page.string() << " is not there");
        return;
    }
    const auto reading = laid_out({std::istreambuf_iterator<char>(in), {}});
    for (const std::string_view whole : {"글로벌 AI 오픈소스 플랫폼 허깅페이스에", "한국어와 한국 사회·문화 맥락에",
                                         "사업과도 관련이 깊다", "자체 설계·학습하는 사례가", "도출하는 모델로, AI가",
                                         "지난해부터 운영 중이다", "자원과 기술 인프라를", "노트북, TV 등의"}) {
        CHECK_THAT(reading.text, ContainsSubstring(std::string(whole)));
    }
    const auto captions = std::ranges::count(reading.blocks, Block::Kind::caption, &Block::kind);
    CHECK(captions == 2);
}

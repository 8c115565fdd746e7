#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/export/world.hpp"

using namespace jokbo;
using namespace jokbo::tests;

namespace {

/// The source of the edge that begins with `head` and has the status.
std::string edge_source(const std::string& dot, const std::string& head, const std::string& status) {
    for (auto at = dot.find("\t" + head + "\t"); at != std::string::npos; at = dot.find(head, at + head.size())) {
        auto block = dot.substr(at, dot.find("];", at) - at);
        if (block.find(" " + status + "\"") != std::string::npos) {
            return block;
        }
    }
    return "none";
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("what is not asserted never looks asserted") {
    const auto dot = written(world(), "dot");
    CHECK_THAT(edge_source(dot, "\"model/ax5\" -> \"model/ax4\"", "planned"), ContainsSubstring("style=dashed"));
    const auto denied = edge_source(dot, "\"model/midm2\" -> \"model/gpt4\"", "denied");
    CHECK_THAT(denied, ContainsSubstring("color=\"#D02F3A\""));
    CHECK_THAT(denied, ContainsSubstring("arrowhead=tee"));
    CHECK_THAT(denied, ContainsSubstring("<S>based on</S>"));
    const auto alleged = edge_source(dot, "\"model/midm2\" -> \"model/gpt4\"", "alleged");
    CHECK_THAT(alleged, ContainsSubstring("based on?"));
    CHECK_THAT(alleged, ContainsSubstring("style=dotted"));
    CHECK_THAT(edge_source(dot, "kt -> \"sk-telecom\"", "ended"), ContainsSubstring("(partners with)"));
    const auto asserted = edge_source(dot, "\"model/ax4\" -> \"model/qwen25\"", "asserted");
    CHECK_THAT(asserted, !ContainsSubstring("style="));
}

TEST_CASE("an SVG shows the evidence as tooltip, word for word") {
    const auto svg = written(world(), "svg");
    CHECK_THAT(svg, ContainsSubstring("“A.X 4.0은 알리바바의 Qwen 2.5를 바탕으로 한국어를 더 학습시켜 만들었다”"));
    CHECK_THAT(svg, ContainsSubstring("예시 신문, 예시 신문 &lt;7월&gt;, 2025&#45;07&#45;10"));
    CHECK_THAT(svg, ContainsSubstring("&lt;b&gt;AT&amp;T&lt;/b&gt; said &quot;no&quot;."));
    CHECK_THAT(svg, ContainsSubstring("&lt;AT&amp;T&gt;\uFF3CN"));
    CHECK_THAT(svg, ContainsSubstring("xlink:href=\"https://news.example.org/2025/07/10/"));
}

TEST_CASE("every entity and every edge is drawn once") {
    const View view = world();
    const auto svg = written(view, "svg");
    CHECK(count(svg, "class=\"node ") == view.node_count());
    CHECK(count(svg, "class=\"edge ") == view.edge_count());
}

TEST_CASE("labels come in Korean, too") {
    auto settings = embedded_settings();
    settings.language = Settings::Language::ko;
    CHECK_THAT(written(world(), "svg", settings), ContainsSubstring(">기반<"));
    CHECK_THAT(written(world(), "svg", settings), ContainsSubstring(">모델<"));
}

TEST_CASE("the legend holds what occurs, and may be left out") {
    auto settings = embedded_settings();
    settings.title = "A & B";
    const auto with = written(pair_of_models(), "dot", settings);
    CHECK_THAT(with, ContainsSubstring("A &amp; B"));
    CHECK_THAT(with, ContainsSubstring("asserted"));
    CHECK_THAT(with, !ContainsSubstring("organization"));
    settings.legend = Settings::Legend::none;
    CHECK_THAT(written(pair_of_models(), "dot", settings), !ContainsSubstring("A &amp; B"));
}

TEST_CASE("the legend tells statuses and kinds of lines apart, in Korean, too") {
    auto settings = embedded_settings();
    for (const auto* words : {">depends on<", ">money<", ">planned<", ">alleged?<", "<S>denied</S>", ">(ended)<"}) {
        CHECK_THAT(written(world(), "dot", settings), ContainsSubstring(words));
    }
    settings.language = Settings::Language::ko;
    for (const auto* words : {">의존<", ">계획<", ">주장?<", "<S>부인</S>", ">(종료)<"}) {
        CHECK_THAT(written(world(), "dot", settings), ContainsSubstring(words));
    }
}

TEST_CASE("what a picture is drawn around is marked") {
    auto settings = embedded_settings();
    const auto bold = std::string("penwidth=") + std::string(settings.style.value("penwidth", {"focus"}));
    CHECK_THAT(written(world(), "dot", settings), !ContainsSubstring(bold));
    settings.focus.insert("model/ax4");
    CHECK(count(written(world(), "dot", settings), bold) == 1);
}

TEST_CASE("a PNG is one") { CHECK(written(world(), "png").starts_with("\x89PNG\r\n\x1a\n")); }

TEST_CASE("a view too large for a picture is refused with a way out, and still written as DOT") {
    const View large = chain(3001);
    CHECK_THROWS_WITH(written(large, "svg"), ContainsSubstring("3001 entities") && ContainsSubstring("--around NAME"));
    CHECK(count(written(large, "dot"), " -> ") == 3000);
}

TEST_CASE("a view too large for ranks is laid out by springs") {
    CHECK_THAT(written(chain(200), "dot"), ContainsSubstring("rankdir=LR"));
    const auto dot = written(chain(300), "dot");
    CHECK_THAT(dot, !ContainsSubstring("rankdir"));
    CHECK_THAT(dot, ContainsSubstring("overlap=prism"));
    CHECK_THAT(written(chain(300), "svg"), ContainsSubstring("</svg>"));
}

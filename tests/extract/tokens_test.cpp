#include "extract/tokens.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace jokbo;

namespace {

/// The tokens, parted by |, with a space before those that a space stands before.
std::string tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::string out;
    for (const auto& token : tokens) {
        out += out.empty() ? "" : token.gap == Token::Gap::space ? " |" : "|";
        out += token.span.of(text);
    }
    return out;
}

} // namespace

TEST_CASE("tokens end where the script changes", "[tokens]") {
    CHECK(tokens_of("GPT-4o를 쓴다.") == "GPT|-|4|o|를 |쓴다|.");
    CHECK(tokens_of("‘믿음 2.0’은") == "‘|믿음 |2.0|’|은");
    CHECK(tokens_of("720억 파라미터(72B)") == "720|억 |파라미터|(|72|B|)");
}

TEST_CASE("names hold together, possessives do not", "[tokens]") {
    CHECK(tokens_of("A.X Qwen2.5 AT&T LG U+") == "A.X |Qwen2.5 |AT&T |LG |U+");
    CHECK(tokens_of("Lumen's chip") == "Lumen|'s |chip");
    CHECK(tokens_of("Lumen’s chip.") == "Lumen|’s |chip|.");
    CHECK(tokens_of("$6.8 billion, 1,000") == "$|6.8 |billion|, |1,000");
}

TEST_CASE("any bytes make tokens that cover them in order", "[tokens]") {
    std::string noise;
    for (int i = 0; i < 4096; ++i) {
        noise += static_cast<char>(i * 167 % 256);
    }
    std::vector<Token> tokens;
    tokenize(noise, {0, static_cast<std::uint32_t>(noise.size())}, tokens);
    std::uint32_t last = 0;
    for (const auto& token : tokens) {
        CHECK(token.span.begin >= last);
        CHECK(token.span.end > token.span.begin);
        last = token.span.end;
    }
    CHECK(last <= noise.size());
}

#include "extract/values/values.hpp"

#include "tests/catch.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace jokbo;

namespace {

using Lines = std::vector<std::string>;

const ValueReader& reader() {
    static const ValueReader one(Pack::embedded());
    return one;
}

std::string shown(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        return fmt::format("{}", *count);
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return fmt::format("{} {}", money->value, money->currency);
    }
    return std::get<std::string>(value);
}

/// Each value as `text = value unit`, with what else is known of it.
Lines values_in(std::string_view text, std::string_view published = "2025-12-30") {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    const bool korean =
        std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == Token::Kind::hangul; });
    std::vector<ValueMention> values;
    reader().find(text, tokens, korean ? Language::korean : Language::english, DateResolver(published), values);
    Lines lines;
    for (const auto& value : values) {
        auto line = fmt::format("{} = {}", value.span.of(text), shown(value.value));
        if (!value.unit.empty()) {
            line += fmt::format(" {}", value.unit);
        }
        static constexpr std::string_view bounds[] = {"", " ~", " at most", " at least"};
        line += bounds[static_cast<std::size_t>(value.bound)];
        if (value.equivalent) {
            line += " (the same)";
        }
        if (value.tense == Tense::future) {
            line += " ahead";
        }
        if (!value.ahead.empty()) {
            line += fmt::format(", planned {}", value.ahead);
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("Korean counts", "[values]") {
    CHECK(values_in("720억 매개변수 규모의 모델이다.") == Lines{"720억 매개변수 = 72000000000 parameters"});
    CHECK(values_in("5190억개의 매개변수를 갖췄다.") == Lines{"5190억개의 매개변수 = 519000000000 parameters"});
    CHECK(values_in("매개변수 5000억개 규모다.") == Lines{"5000억 = 500000000000 parameters"});
    CHECK(values_in("1000억(100B) 개 파라미터를 쓴다.") ==
          Lines{"1000억 = 100000000000 parameters", "100B = 100000000000 parameters (the same)"});
    CHECK(values_in("학습 데이터 수는 1조 6,500억 토큰이다.") == Lines{"1조 6,500억 토큰 = 1650000000000 tokens"});
    CHECK(values_in("20조 토큰에 달한다.") == Lines{"20조 토큰 = 20000000000000 tokens"});
    CHECK(values_in("23개 언어를 지원한다.") == Lines{"23개 언어 = 23 languages"});
    CHECK(values_in("30억~270억 개 매개변수") ==
          Lines{"30억 = 3000000000 parameters", "270억 = 27000000000 parameters"});
    CHECK(values_in("519B-A33B 모델") ==
          Lines{"519B = 519000000000 parameters", "A33B = 33000000000 active_parameters"});
    CHECK(values_in("추론에는 110억 파라미터만 활성화된다.") == Lines{"110억 파라미터 = 11000000000 parameters"});
    CHECK(values_in("약 30여 개 언어") == Lines{"30 = 30 languages ~"});
    CHECK(values_in("500B 매개변수를 최대 128K 토큰으로") ==
          Lines{"500B 매개변수 = 500000000000 parameters", "128K 토큰 = 128000 tokens at most"});
    CHECK(values_in("1천여명이 모였다.") == Lines{"1천여명 = 1000 people ~"});
    CHECK(values_in("4경기를 뛰고 3조각으로 나눴다.").empty());
}

TEST_CASE("Korean money", "[values]") {
    CHECK(values_in("1조5000억원을 투자한다.") == Lines{"1조5000억원 = 1500000000000 KRW"});
    CHECK(values_in("7500만달러를 조달했다.") == Lines{"7500만달러 = 75000000 USD"});
    CHECK(values_in("20억 달러 규모") == Lines{"20억 달러 = 2000000000 USD"});
    CHECK(values_in("50억원 규모의 펀드") == Lines{"50억원 = 5000000000 KRW"});
    CHECK(values_in("300만 원을 낸다.") == Lines{"300만 원 = 3000000 KRW"});
    CHECK(values_in("30억 달러(약 4조3000억원)에 인수한다.") ==
          Lines{"30억 달러 = 3000000000 USD", "4조3000억원 = 4300000000000 KRW ~ (the same)"});
    CHECK(values_in("주당 16달러에 인수한다.") == Lines{"16달러 = 16 USD (the same)"});
    CHECK(values_in("48억 3000만달러를 벌었다.") == Lines{"48억 3000만달러 = 4830000000 USD"});
    CHECK(values_in("30억 유로의 기업가치") == Lines{"30억 유로 = 3000000000 EUR"});
    CHECK(values_in("1조위안 규모") == Lines{"1조위안 = 1000000000000 CNY"});
    CHECK(values_in("2만363원이다.") == Lines{"2만363원 = 20363 KRW"});
    CHECK(values_in("12.5% 늘었다.") == Lines{"12.5% = 12.5"});
}

TEST_CASE("English counts and money", "[values]") {
    CHECK(values_in("raised $6.8 billion") == Lines{"$6.8 billion = 6800000000 USD"});
    CHECK(values_in("a $650M raise at up to €1.1 billion") ==
          Lines{"$650M = 650000000 USD", "€1.1 billion = 1100000000 EUR at most"});
    CHECK(values_in("1.5bn pounds") == Lines{"1.5bn pounds = 1500000000 GBP"});
    CHECK(values_in("C$500 million and US$5 billion") ==
          Lines{"C$500 million = 500000000 CAD", "US$5 billion = 5000000000 USD"});
    CHECK(values_in("4.3 trillion won ($3 billion)") ==
          Lines{"4.3 trillion won = 4300000000000 KRW", "$3 billion = 3000000000 USD (the same)"});
    CHECK(values_in("a 405B model") == Lines{"405B = 405000000000 size"});
    CHECK(values_in("has 70 billion parameters") == Lines{"70 billion parameters = 70000000000 parameters"});
    CHECK(values_in("a 270M-parameter model") == Lines{"270M = 270000000 parameters"});
    CHECK(values_in("a trillion-parameter model").empty());
    CHECK(values_in("trained on 15 trillion tokens") == Lines{"15 trillion tokens = 15000000000000 tokens"});
    CHECK(values_in("a 128,000-token context window") == Lines{"128,000 = 128000 tokens"});
    CHECK(values_in("a context window of 128K tokens") == Lines{"128K tokens = 128000 tokens"});
    CHECK(values_in("context length of 32K.") == Lines{"32K = 32000 context"});
    CHECK(values_in("671B total parameters with 37B activated for each token") ==
          Lines{"671B = 671000000000 parameters", "37B = 37000000000 active_parameters"});
    CHECK(values_in("3 billion active parameters") == Lines{"3 billion = 3000000000 active_parameters"});
    CHECK(values_in("supports twelve languages and over 140 languages") ==
          Lines{"twelve languages = 12 languages", "140 languages = 140 languages at least"});
    CHECK(values_in("in 4B, 12B and 27B parameters") == Lines{"4B = 4000000000 parameters",
                                                              "12B = 12000000000 parameters",
                                                              "27B parameters = 27000000000 parameters"});
    CHECK(values_in("3-7B parameters") == Lines{"3 = 3000000000 parameters", "7B parameters = 7000000000 parameters"});
}

TEST_CASE("Korean dates", "[values]") {
    CHECK(values_in("지난 10일 공개했다.") == Lines{"지난 10일 = 2025-12-10"});
    CHECK(values_in("10일 공개했다.") == Lines{"10일 = 2025-12-10, planned 2026-01-10"});
    CHECK(values_in("31일 공개했다.") == Lines{"31일 = 2025-10-31, planned 2025-12-31"});
    CHECK(values_in("이달 10일") == Lines{"이달 10일 = 2025-12-10"});
    CHECK(values_in("지난달 18일") == Lines{"지난달 18일 = 2025-11-18"});
    CHECK(values_in("지난 달 30일") == Lines{"지난 달 30일 = 2025-11-30"});
    CHECK(values_in("오는 15일 연다.") == Lines{"오는 15일 = 2026-01-15 ahead"});
    CHECK(values_in("7월 21일에는") == Lines{"7월 21일 = 2025-07-21, planned 2026-07-21"});
    CHECK(values_in("지난해 10월 냈다.") == Lines{"지난해 10월 = 2024-10"});
    CHECK(values_in("2018년 10월 공개한") == Lines{"2018년 10월 = 2018-10"});
    CHECK(values_in("2026년 1월 6일(현지시간)") == Lines{"2026년 1월 6일 = 2026-01-06 ahead"});
    CHECK(values_in("올해 초") == Lines{"올해 = 2025"});
    CHECK(values_in("내년에는") == Lines{"내년 = 2026 ahead"});
    CHECK(values_in("전날 밝혔다.") == Lines{"전날 = 2025-12-29"});
    CHECK(values_in("이날 행사에서") == Lines{"이날 = 2025-12-30"});
    CHECK(values_in("3년 전 세웠다.") == Lines{"3년 전 = 2022"});
    CHECK(values_in("내년 1월15일 내에") == Lines{"내년 1월15일 = 2026-01-15 ahead"});
    CHECK(values_in("2025.07.10 배포") == Lines{"2025.07.10 = 2025-07-10"});
    CHECK(values_in("10년간 10일간").empty());
    CHECK(values_in("지난 10일", "") == Lines{"지난 10일 = "});
    CHECK(values_in("2018년", "") == Lines{"2018년 = 2018"});
}

TEST_CASE("English dates", "[values]") {
    CHECK(values_in("on July 21, 2025.") == Lines{"July 21, 2025 = 2025-07-21"});
    CHECK(values_in("21 July 2025") == Lines{"21 July 2025 = 2025-07-21"});
    CHECK(values_in("in December") == Lines{"December = 2025-12"});
    CHECK(values_in("in January") == Lines{"January = 2025-01, planned 2026-01"});
    CHECK(values_in("on Monday", "2026-01-07") == Lines{"Monday = 2026-01-05, planned 2026-01-12"});
    CHECK(values_in("earlier this year") == Lines{"this year = 2025"});
    CHECK(values_in("last month") == Lines{"last month = 2025-11"});
    CHECK(values_in("next year") == Lines{"next year = 2026 ahead"});
    CHECK(values_in("two years ago") == Lines{"two years ago = 2023"});
    CHECK(values_in("founded in 2016 by") == Lines{"2016 = 2016"});
    CHECK(values_in("2025-07-10") == Lines{"2025-07-10 = 2025-07-10"});
    CHECK(values_in("you may try").empty());
    CHECK(values_in("yesterday", "2026-01-01") == Lines{"yesterday = 2025-12-31"});
}

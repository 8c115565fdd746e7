#include "extract/values/attributes.hpp"

#include "tests/catch.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace jokbo;

namespace {

using Lines = std::vector<std::string>;

struct Shelf {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    ValueReader values{pack};
    AttributeReader attributes{pack, ontology};
};

/// What the sentence states; names are marked as [name:Type]. `topic` stands for what coreference must give.
Lines stated_in(std::string_view marked) {
    static const Shelf shelf;
    std::string text;
    SentenceAnalysis sentence;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] != '[') {
            text += marked[at];
            continue;
        }
        const auto colon = marked.find(':', at);
        const auto close = marked.find(']', colon);
        EntityMention mention;
        mention.span.begin = static_cast<std::uint32_t>(text.size());
        text += marked.substr(at + 1, colon - at - 1);
        mention.span.end = static_cast<std::uint32_t>(text.size());
        mention.types = TypeSet::of(shelf.ontology.type_named(marked.substr(colon + 1, close - colon - 1)));
        sentence.mentions.push_back(mention);
        at = close;
    }
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, sentence.tokens);
    for (const auto& token : sentence.tokens) {
        sentence.language = token.kind == Token::Kind::hangul ? Language::korean : sentence.language;
    }
    for (auto& mention : sentence.mentions) {
        const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
        while (mention.tokens.begin < count && sentence.tokens[mention.tokens.begin].span.end <= mention.span.begin) {
            ++mention.tokens.begin;
        }
        mention.tokens.end = mention.tokens.begin;
        while (mention.tokens.end < count && sentence.tokens[mention.tokens.end].span.begin < mention.span.end) {
            ++mention.tokens.end;
        }
    }
    std::vector<ValueMention> values;
    shelf.values.find(text, sentence.tokens, sentence.language, DateResolver("2025-12-30"), values);
    std::vector<AttributeClaim> claims;
    shelf.attributes.read(text, sentence, values, claims);
    Lines lines;
    for (const auto& claim : claims) {
        const auto owner =
            claim.mention == none ? std::string_view("topic") : sentence.mentions[claim.mention].span.of(text);
        const auto* money = std::get_if<Money>(&claim.value);
        lines.push_back(fmt::format("{} {} {}", owner, shelf.ontology.predicate(claim.predicate).name,
                                    money != nullptr ? fmt::format("{} {}", money->value, money->currency)
                                                     : fmt::format("{}", std::get<std::int64_t>(claim.value))));
    }
    return lines;
}

} // namespace

TEST_CASE("Counts belong to the model that they describe", "[attributes]") {
    CHECK(stated_in("[가온:Model]은 720억 매개변수 규모다.") == Lines{"가온 parameters 72000000000"});
    CHECK(stated_in("5190억개 매개변수를 갖춘 [가온:Model]을 [한빛:Organization]이 냈다.") ==
          Lines{"가온 parameters 519000000000"});
    CHECK(stated_in("[엑사원 4.0:Model](32B)을 공개했다.") == Lines{"엑사원 4.0 parameters 32000000000"});
    CHECK(stated_in("[A.X K1:Model](519B-A33B)을 공개했다.") ==
          Lines{"A.X K1 parameters 519000000000", "A.X K1 active_parameters 33000000000"});
    CHECK(stated_in("[가온:Model]은 1020억개 매개변수 가운데 120억개가 활성화되는 모델이다.") ==
          Lines{"가온 parameters 102000000000", "가온 active_parameters 12000000000"});
    CHECK(stated_in("[가온:Model]은 115억·23억 파라미터 규모의 대형·소형 모델로 구성된다.") ==
          Lines{"가온 parameters 11500000000", "가온 parameters 2300000000"});
    CHECK(stated_in("추론에는 110억 파라미터만 활성화된다.") == Lines{"topic active_parameters 11000000000"});
    CHECK(stated_in("[Nova:Model], a 70B model, beats [Orca 405B:Model].") ==
          Lines{"Nova parameters 70000000000", "Orca 405B parameters 405000000000"});
    CHECK(stated_in("Available in 34B ([Nova 3:Model]) and 7B ([Nova 3 Light:Model]) versions.") ==
          Lines{"Nova 3 parameters 34000000000", "Nova 3 Light parameters 7000000000"});
    CHECK(stated_in("Despite only 14 billion parameters, it does well.") == Lines{"topic parameters 14000000000"});
}

TEST_CASE("A model without a name keeps its size to itself", "[attributes]") {
    CHECK(stated_in("[가온:Model]에 이어 2조개 매개변수를 갖춘 초대형 모델도 개발할 계획이다.").empty());
    CHECK(stated_in("[한빛:Organization]은 1000명을 뽑는다.").empty());
}

TEST_CASE("Tokens are of the training or of the context", "[attributes]") {
    CHECK(stated_in("[Nova:Model] was trained on 15 trillion tokens.") == Lines{"Nova training_tokens 15000000000000"});
    CHECK(stated_in("[Nova:Model] supports a context window of 128K tokens.") == Lines{"Nova context_length 128000"});
    CHECK(stated_in("[가온:Model]은 최대 32,768 토큰 길이의 문서를 이해한다.") == Lines{"가온 context_length 32768"});
    CHECK(stated_in("[Lumen:Organization] collected 20 trillion web tokens for training.").empty());
    CHECK(stated_in("[Nova:Model] costs $3 per million tokens.").empty());
}

TEST_CASE("What a count was before, and what an experiment was held to, are no attributes", "[attributes]") {
    CHECK(stated_in("The context window of [Nova:Model] grew from 128K to 200K tokens.") ==
          Lines{"Nova context_length 200000"});
    CHECK(stated_in("[Nova:Model] is evaluated with an 8K output length.").empty());
    CHECK(stated_in("[Nova:Model] rivals [Orca:Model], a 671-billion-parameter model.") ==
          Lines{"Orca parameters 671000000000"});
}

TEST_CASE("Money is a valuation or a revenue where a word says so", "[attributes]") {
    CHECK(stated_in("[한빛:Organization]은 5억달러(약 7000억원)의 기업가치를 인정받았다.") ==
          Lines{"한빛 valuation 500000000 USD"});
    CHECK(stated_in("[Tern:Organization] raised $100 million at a $5 billion valuation.") ==
          Lines{"Tern valuation 5000000000 USD"});
    CHECK(stated_in("[Tern:Organization] is raising money led by [Lumen:Organization] at a $5 billion valuation.") ==
          Lines{"topic valuation 5000000000 USD"});
    CHECK(stated_in("[Lumen:Organization] put $1 billion in [Tern:Organization] at a $5 billion valuation.") ==
          Lines{"Tern valuation 5000000000 USD"});
    CHECK(stated_in("[Lumen:Organization] would invest at a $5 billion valuation for [Tern:Organization].") ==
          Lines{"Tern valuation 5000000000 USD"});
    CHECK(stated_in("[한빛:Organization]의 매출은 10조원이다.") == Lines{"한빛 revenue 10000000000000 KRW"});
    CHECK(stated_in("[Tern:Organization] raised $3 million.").empty());
}

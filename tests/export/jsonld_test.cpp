#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/export/world.hpp"

using namespace jokbo;
using namespace jokbo::tests;

TEST_CASE("everything exported gets its address below the base") {
    auto settings = embedded_settings();
    settings.base = "https://example.org/graph/";
    const auto text = written(pair_of_models(), "jsonld", settings);
    CHECK_THAT(text, ContainsSubstring(R"("e":"https://example.org/graph/entity/")"));
    CHECK_THAT(text, ContainsSubstring(R"("run":"https://example.org/graph/run/")"));
    CHECK_THAT(text, ContainsSubstring(R"("jokbo":"https://w3id.org/jokbo/ns#")"));
    CHECK_THAT(text, !ContainsSubstring("https://w3id.org/jokbo/entity/"));
}

TEST_CASE("a linked context is named, and what differs from it is said") {
    auto settings = embedded_settings();
    settings.context = Settings::Context::linked;
    CHECK_THAT(written(pair_of_models(), "jsonld", settings),
               ContainsSubstring(R"({"@context":["https://w3id.org/jokbo/v1/context.jsonld",{}],"@graph":[)"));
    settings.base = "https://example.org/";
    CHECK_THAT(written(pair_of_models(), "jsonld", settings),
               ContainsSubstring(R"(context.jsonld",{"e":"https://example.org/entity/")"));
}

TEST_CASE("terms that the context does not know are defined") {
    auto settings = embedded_settings();
    settings.context_text = R"({"@context": {"Model": "jokbo:Model"}})";
    const auto text = written(pair_of_models(), "jsonld", settings);
    CHECK_THAT(text, ContainsSubstring(R"("based_on":{"@id":"jokbo:based_on","@type":"@id"})"));
    CHECK_THAT(text, ContainsSubstring(R"("schema:isBasedOn":{"@type":"@id"})"));
    CHECK_THAT(text, ContainsSubstring(R"("parameters":{"@id":"jokbo:parameters"})"));
    CHECK_THAT(text, ContainsSubstring(R"("Person":"jokbo:Person")"));
    CHECK_THAT(text, !ContainsSubstring(R"("Model":"jokbo:Model","Model")"));
}

TEST_CASE("a broken context is pointed at") {
    auto settings = embedded_settings();
    settings.context_text = "{\n  \"@context\": {oops}\n}";
    CHECK_THROWS_WITH(written(pair_of_models(), "jsonld", settings), ContainsSubstring("schema/context.jsonld:2:16: "));
    settings.context_text = "[]";
    CHECK_THROWS_AS(written(pair_of_models(), "jsonld", settings), DataError);
}

TEST_CASE("only what is asserted stands as a bare fact") {
    const auto text = written(world(), "jsonld");
    CHECK_THAT(text, ContainsSubstring(R"("based_on":"e:model/qwen25")"));
    CHECK_THAT(text, !ContainsSubstring(R"("based_on":"e:model/gpt4")"));
    CHECK_THAT(text, !ContainsSubstring(R"("partners_with":)"
                                        "\"e:"));
    CHECK_THAT(text, !ContainsSubstring(R"("from_scratch":[)"));
    CHECK_THAT(text, ContainsSubstring(R"("object":{"@type":"xsd:boolean","@value":"false"},"status":"jokbo:denied")"));
}

TEST_CASE("an alignment that runs the other way is written at the other end") {
    CHECK_THAT(written(world(), "jsonld"), ContainsSubstring(R"("schema:funder":"e:bluepoint")"));
}

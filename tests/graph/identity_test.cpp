// Promise 6, versions stay apart, and what else decides which names are one.
#include "graph/integrity.hpp"
#include "graph/versions.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <algorithm>

using namespace jokbo;
using namespace jokbo::test;

namespace {

bool are_one(const Store& store, std::string_view a, std::string_view b) {
    return store.entity_named(a).id == store.entity_named(b).id;
}

Said about(std::string id, Mention model) {
    return Said(std::move(id), "2025-01-01").that(std::move(model), "developed_by", named("Organization", "소담"));
}

std::vector<std::string> conflicts(const Store& store) {
    std::vector<std::string> lines;
    for (const auto& conflict : store.conflicts()) {
        lines.push_back(conflict.kind + ": " + conflict.a + " = " + conflict.b);
    }
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    return lines;
}

} // namespace

TEST_CASE("names unite by the lexicon, whatever the spelling", "[identity]") {
    auto store = new_store();
    take(store, {Said("a", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "한 빛")),
                 Said("b", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "HANBIT"))});
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 한빛"});
    CHECK(store.entity_named("hanbit").key == "hanbit");
    CHECK(store.entity_named("hanbit").country == "KR");
}

TEST_CASE("names unite by what a text says, in whatever order the texts come", "[identity]") {
    auto store = new_store();
    take(store, {about("a", named("Model", "가온")), about("b", named("Model", "Gaon"))});
    CHECK_FALSE(are_one(store, "가온", "Gaon"));
    take(store, about("c", named("Model", "가온", {"Gaon"})));
    CHECK(are_one(store, "가온", "Gaon"));
    CHECK(store.forget("c"));
    store.fold();
    CHECK_FALSE(are_one(store, "가온", "Gaon"));
}

TEST_CASE("names never unite by likeness", "[identity]") {
    auto store = new_store();
    take(store, {about("a", named("Model", "Gaon")), about("b", named("Model", "Gaom"))});
    CHECK_FALSE(are_one(store, "Gaon", "Gaom"));
}

TEST_CASE("versions stay apart even where a text unites them", "[identity][versions]") {
    auto store = new_store();
    take(store, {about("a", named("Model", "Gaon 2.5", {"Gaon"})), about("b", named("Model", "Gaon 2.5-VL")),
                 about("c", named("Model", "Gaon")), about("d", named("Model", "Gaon3", {"가온 3"})),
                 about("e", named("Model", "Gaon 3 Light", {"Gaon 3"}))});
    for (const auto& [a, b] :
         {std::pair("Gaon 2.5", "Gaon"), std::pair("Gaon 2.5", "Gaon 2.5-VL"), std::pair("Gaon3", "Gaon"),
          std::pair("Gaon 3 Light", "Gaon 3"), std::pair("Gaon 2.5", "Gaon 3")}) {
        CHECK_FALSE(are_one(store, a, b));
    }
    CHECK(are_one(store, "Gaon 3", "가온3"));
    CHECK(conflicts(store) == std::vector<std::string>{"version: Gaon = Gaon 2.5", "version: Gaon 3 = Gaon 3 Light"});
}

TEST_CASE("a text that unites two entries of the lexicon unites nothing and is on record", "[identity]") {
    auto store = new_store();
    take(store,
         Said("a", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "한빛", {"나래"})));
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 한빛"});
    take(store, Said("b", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "나래")));
    CHECK_FALSE(are_one(store, "한빛", "나래"));
    CHECK(conflicts(store) == std::vector<std::string>{"lexicon: 나래 = 한빛"});
}

TEST_CASE("a chain of aliases does not unite two entries of the lexicon", "[identity]") {
    auto store = new_store();
    take(store,
         {Said("a", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "한빛", {"본사"})),
          Said("b", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "본사", {"나래"}))});
    CHECK_FALSE(are_one(store, "한빛", "나래"));
    // Where a text says which one it means, it is that one.
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 나래", "Aria -developed_by-> 한빛"});
}

TEST_CASE("an ambiguous name stands for the one that its text names besides", "[identity]") {
    auto store = new_store();
    take(store, {Said("a", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "HB", {"한빛"})),
                 Said("b", "2025").that(named("Model", "Gaon"), "developed_by", named("Organization", "HB", {"루멘"})),
                 Said("c", "2025").that(named("Model", "Nova"), "developed_by", named("Organization", "HB"))});
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 한빛", "Gaon -developed_by-> Lumen",
                                                   "Nova -developed_by-> HB"});
}

TEST_CASE("names of different types are different things", "[identity]") {
    auto store = new_store();
    take(store, {about("a", named("Model", "누리")),
                 Said("b", "2025").that(named("Product", "누리"), "developed_by", named("Organization", "소담"))});
    CHECK_THROWS_AS(store.entity_named("누리"), UsageError);
    CHECK(store.entity_named("Model:누리").id != store.entity_named("Product:누리").id);
}

TEST_CASE("what is described belongs to its document", "[identity]") {
    auto store = new_store();
    take(store,
         {Said("a", "2025")
              .that(described("Model", "추론형 LLM"), "developed_by", named("Organization", "한빛"))
              .that(described("Model", "추론형 LLM"), "based_on", named("Model", "Orca")),
          Said("b", "2025").that(described("Model", "추론형 LLM"), "developed_by", named("Organization", "나래"))});
    CHECK(store.find("추론형 LLM").size() == 2);
    CHECK(edges(store) == std::vector<std::string>{"추론형 LLM -based_on-> Orca", "추론형 LLM -developed_by-> 나래",
                                                   "추론형 LLM -developed_by-> 한빛"});
}

TEST_CASE("the signature of a version", "[identity][versions]") {
    const Versions versions(pack(), ontology());
    CHECK(versions.signature("A.X 4.0 라이트") == versions.signature("A.X 4.0 Light"));
    CHECK(versions.signature("A.X 4.0") != versions.signature("A.X 4.0 Light"));
    CHECK(versions.signature("Qwen2.5-VL-7B") != versions.signature("Qwen 2.5 7B"));
    CHECK(versions.signature("믿음") == versions.signature("Mi:dm"));
    CHECK(versions.signature("GLM-4.5") != versions.signature("GLM-4.5-Air"));
}

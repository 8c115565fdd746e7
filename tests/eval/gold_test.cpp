#include "eval/gold.hpp"

#include "schema/error.hpp"
#include "schema/pack.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

namespace {

const Ontology& ontology() {
    static const Ontology loaded = Ontology::load(Pack::embedded());
    return loaded;
}

std::string complaint(std::string_view json) {
    try {
        gold_page(json, "gold/page.json", ontology());
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST_CASE("a gold page is read with its alternatives") {
    const auto page = gold_page(R"({
        "document": "page", "text": "texts/page.md", "language": "ko",
        "entities": {"aria": {"type": "Model", "names": ["Aria", "아리아"]},
                     "acme": {"type": "Organization", "names": ["Acme"]},
                     "other": {"type": "Model", "names": ["a model"], "named": false}},
        "facts": [{"s": "aria", "r": "developed_by", "o": "acme", "status": "planned",
                   "or": [{"s": "other", "r": "developed_by", "o": "acme"}]},
                  {"s": "aria", "r": "compared_with", "o": "other", "optional": true}],
        "attributes": [{"s": "aria", "a": "parameters", "v": 7.2e9}, {"s": "acme", "a": "revenue",
                        "v": {"value": 12, "currency": "KRW"}}]})",
                                "/data/gold/page.json", ontology());
    REQUIRE(page.facts.size() == 4);
    CHECK(page.facts[0].forms.size() == 2);
    CHECK(page.facts[0].status == Status::planned);
    CHECK(page.facts[1].demand == GoldFact::Demand::optional);
    CHECK(std::get<Value>(page.facts[2].forms[0].object) == Value(std::int64_t{7'200'000'000}));
    CHECK(std::get<Value>(page.facts[3].forms[0].object) == Value(Money{12, "KRW"}));
    CHECK(page.entities[2].naming == Naming::described);
    CHECK(page.text_path("") == "/data/texts/page.md");
    CHECK(page.text_path("/elsewhere") == "/elsewhere/texts/page.md");
}

TEST_CASE("a gold page that does not hold together names its file and says why") {
    CHECK_THAT(complaint("{"), ContainsSubstring("gold/page.json: not JSON at byte 1"));
    CHECK(complaint("[]") == "gold/page.json: not a JSON object");
    CHECK(complaint(R"({"document": "d", "text": "t"})") == "gold/page.json: \"entities\" is missing or not an object");
    CHECK(
        complaint(R"({"document": "d", "text": "t", "entities": {}, "facts": [{"s": "x", "r": "uses", "o": "y"}]})") ==
        "gold/page.json: a fact names 'x', which is no entity of the page");
    CHECK_THAT(complaint(R"({"document": "d", "text": "t", "entities": {"a": {"type": "Modell", "names": []}}})"),
               ContainsSubstring("Model"));
}

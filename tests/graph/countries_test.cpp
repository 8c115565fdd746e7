#include "graph/countries.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"
#include "tests/graph/little_graph.hpp"

using namespace jokbo;
using namespace jokbo::tests;

TEST_CASE("a country is meant by any of its names or by its code", "[countries]") {
    const Pack pack = Pack::embedded();
    const Lexicon lexicon = Lexicon::load(pack, embedded_ontology());
    const auto code = [&](std::string_view word) { return country_code(lexicon, embedded_ontology(), word); };
    CHECK(code("China") == "CN");
    CHECK(code("중국") == "CN");
    CHECK(code("united states") == "US");
    CHECK(code("UK") == "GB"); // a name, and no code
    CHECK(code("cn") == "CN");
    CHECK(code("Hong Kong") == "HK");
    CHECK(code("Beijing").empty()); // lies in one
    CHECK(code("Europe").empty());
    CHECK(code("K1").empty());
    CHECK(code("").empty());
}

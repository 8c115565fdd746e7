#include "graph/store.hpp"

#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

using namespace jokbo;
using namespace jokbo::test;

TEST_CASE("what is shown under a name is meant rather than what bears it besides", "[find]") {
    auto store = new_store();
    take(store, Said("a", "2025")
                    .that(named("Model", "Brisa"), "developed_by", named("Organization", "Brisa Team", {"Brisa"})));
    CHECK(store.entity_named("Brisa").name == "Brisa");
    CHECK(store.entity_named("Organization:Brisa").name == "Brisa Team");
    CHECK(store.entity_named("brisa team").name == "Brisa Team");
}

TEST_CASE("where a name may mean several, all of them are told", "[find]") {
    auto store = new_store();
    take(store, Said("a", "2025")
                    .that(named("Model", "Brisa"), "developed_by", named("Organization", "Luz"))
                    .that(named("Product", "Brisa"), "developed_by", named("Organization", "Luz")));
    CHECK_THROWS_WITH(store.entity_named("Brisa"), ContainsSubstring("Model:Brisa") &&
                                                       ContainsSubstring("Product:Brisa") &&
                                                       ContainsSubstring("say which"));
    CHECK(store.ontology().type(store.entity_named("Product:Brisa").type).name == "Product");
    CHECK_THROWS_AS(store.entity_named("Person:Brisa"), NotFound);
}

TEST_CASE("a name that is not there gets the nearest that is", "[find]") {
    auto store = new_store();
    take(store, Said("a", "2025").that(named("Model", "Brisa 2"), "developed_by", named("Organization", "Luz de Mar")));
    CHECK_THROWS_WITH(store.entity_named("Brisaa 2"), ContainsSubstring("did you mean 'Brisa 2'?"));
    CHECK_THROWS_AS(store.entity_named("something else altogether"), NotFound);
}

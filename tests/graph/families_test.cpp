#include "graph/families.hpp"

#include "tests/catch.hpp"
#include "tests/graph/random_graph.hpp"

using namespace jokbo;
using namespace jokbo::tests;

TEST_CASE("what families state for all at once is what they state for each", "[families][oracle]") {
    Random random(41);
    const RandomGraph shape{.nodes = 12,
                            .edges = 22,
                            .relations = {"version_of", "version_of", "developed_by", "based_on"},
                            .statuses = {Status::asserted, Status::asserted, Status::denied}};
    for (int round = 0; round < 300; ++round) {
        const View view = random_view(random, shape);
        const PredicateId developed_by = view.ontology().predicate_named("developed_by");
        const FamilyStatements stated(view, developed_by);
        for (std::uint32_t node = 0; node < view.node_count(); ++node) {
            REQUIRE(stated.of({node}) == stated_of_family(view, {node}, developed_by));
        }
    }
}

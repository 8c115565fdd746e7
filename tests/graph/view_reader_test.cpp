#include "graph/view_reader.hpp"

#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <fmt/format.h>

using namespace jokbo;
using namespace jokbo::test;

namespace {

/// `aria -based_on-> orca [alleged] 0.80` of every edge, in order.
std::vector<std::string> lines(const View& view) {
    std::vector<std::string> all;
    for (const EdgeId id : view.edges()) {
        const View::Edge edge = view.edge(id);
        all.push_back(fmt::format("{} -{}-> {} [{}] {:.6f}", view.node(edge.subject).key,
                                  view.ontology().predicate(edge.predicate).name, view.node(edge.object).key,
                                  name_of(edge.status), edge.confidence));
    }
    return all;
}

View whole(const Store& store, const std::string& as_of = {}) {
    Selection selection;
    selection.filter.as_of = as_of;
    return read_view(store, selection);
}

/// `orca 2 alleged 0.80` of everything reached.
std::vector<std::string> reached(const View& view, const std::string& key, const LineageQuestion& question) {
    const auto start = view.find_key(key);
    std::vector<std::string> all;
    if (start) {
        for (const Reached& one : trace_lineage(view, *start, question).reached) {
            all.push_back(fmt::format("{} {} {} {:.6f}", view.node(one.node).key, one.hops(), name_of(one.standing),
                                      one.weakest));
        }
    }
    return all;
}

} // namespace

TEST_CASE("a lineage read from its start is that of the whole store", "[view_reader][property]") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto store = new_store();
        take(store, random_corpus(seed, 20));
        const View view = whole(store);
        for (const auto direction : {LineageDirection::upstream, LineageDirection::downstream}) {
            for (const std::size_t depth : {std::size_t{1}, std::size_t{2}, LineageQuestion{}.depth}) {
                LineageQuestion question;
                question.direction = direction;
                question.depth = depth;
                store.for_each_entity([&](const Entity& entity) {
                    CAPTURE(seed, entity.key, depth);
                    REQUIRE(reached(read_lineage(store, entity.id, question), entity.key, question) ==
                            reached(view, entity.key, question));
                });
            }
        }
    }
}

TEST_CASE("as of today is as without a date", "[view_reader][property]") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        auto store = new_store();
        take(store, random_corpus(seed, 20));
        const auto now = lines(whole(store));
        REQUIRE_FALSE(now.empty());
        REQUIRE(lines(whole(store, "9999-12-31")) == now);
        store.for_each_entity([&](const Entity& entity) {
            REQUIRE(lines(read_lineage(store, entity.id, {}, "9999-12-31")) ==
                    lines(read_lineage(store, entity.id, {})));
        });
    }
}

TEST_CASE("around an entity lies what is connected with it, and every edge between those", "[view_reader]") {
    auto store = new_store();
    take(store, Said("a", "2025")
                    .that(named("Model", "Aria"), "based_on", named("Model", "Orca"))
                    .that(named("Model", "Orca"), "developed_by", named("Organization", "Lumen"))
                    .that(named("Model", "Aria"), "compared_with", named("Model", "Brisa"))
                    .that(named("Model", "Brisa"), "compared_with", named("Model", "Orca")));
    const auto size = [&](std::size_t depth) {
        Selection selection;
        selection.around = {store.entity_named("Aria").id};
        selection.depth = depth;
        const View view = read_view(store, selection);
        return std::pair(view.node_count(), view.edge_count());
    };
    CHECK(size(0) == std::pair<std::size_t, std::size_t>(1, 0));
    CHECK(size(1) == std::pair<std::size_t, std::size_t>(3, 3));
    CHECK(size(2) == std::pair<std::size_t, std::size_t>(4, 4));
}

TEST_CASE("a view tells on demand what stands behind an edge", "[view_reader]") {
    auto store = new_store();
    Qualifiers tuned;
    tuned.how = "fine_tuned";
    Qualifiers dated;
    dated.when = "2025-02";
    take(store, {Said("a", "2025-03", "x")
                     .in_words("Aria는 Orca를 바탕으로 한다.")
                     .that(named("Model", "Aria"), "based_on", named("Model", "Orca"), Status::asserted, tuned),
                 Said("b", "2025-01", "y")
                     .that(named("Model", "Aria"), "based_on", named("Model", "Orca"), Status::asserted, dated)});
    const View view = whole(store);
    REQUIRE(view.edge_count() == 1);
    const auto evidence = view.evidence({0});
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].document == "b");
    CHECK(evidence[1].evidence.quote == "Aria는 Orca를 바탕으로 한다.");
    CHECK(evidence[1].publisher == "x");
    CHECK(view.qualifiers({0}).how == "fine_tuned");
    CHECK(view.qualifiers({0}).when == "2025-02");
    CHECK(whole(store, "2025-02").evidence({0}).size() == 1);
    CHECK(whole(store, "2025-02").qualifiers({0}).how.empty());
}

// Promise 7, decisions survive.
#include "graph/contradictions.hpp"
#include "graph/decision_text.hpp"
#include "graph/difference.hpp"
#include "graph/duplicates.hpp"
#include "graph/integrity.hpp"
#include "graph/listing.hpp"
#include "graph/transliteration.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <algorithm>
#include <random>

using namespace jokbo;
using namespace jokbo::test;

namespace {

Decision decided(Decision::Action action, Decision::Name subject, Decision::Name object = {},
                 std::string when = "2025-01-01") {
    return {.action = action,
            .subject = std::move(subject),
            .object = std::move(object),
            .who = "kim",
            .when = std::move(when),
            .why = "because"};
}

void settle(Store& store, const Decision& decision) {
    store.decide(decision);
    store.fold();
}

ReadDocument gaon() { return Said("a", "2025-01-01").that(named("Model", "Gaon"), "based_on", named("Model", "Orca")); }
ReadDocument gaun() {
    return Said("b", "2025-01-02").that(named("Model", "가운"), "developed_by", named("Organization", "한빛"));
}

} // namespace

TEST_CASE("decisions survive: a merge holds, is named after its first name, and can be undone", "[decisions]") {
    auto store = new_store();
    take(store, {gaon(), gaun()});
    const auto before = listing(store);
    const auto merge = decided(Decision::Action::merge, {"Model", "Gaon"}, {"Model", "가운"});
    settle(store, merge);
    CHECK(edges(store) == std::vector<std::string>{"Gaon -based_on-> Orca", "Gaon -developed_by-> 한빛"});
    CHECK(faults_of(store, pack()).empty());
    CHECK_FALSE(store.decide(merge));
    settle(store, {.action = Decision::Action::undo, .target = merge.id(), .who = "lee", .when = "2025-02-01"});
    CHECK(listing(store) == before);
}

TEST_CASE("decisions survive: across types, two entries of the lexicon, re-ingest, forgetting and merging",
          "[decisions]") {
    const Folder folder;
    const auto open = [&](std::string_view name) {
        return Store::open(folder / name, Store::Mode::write, pack(), ontology(), lexicon());
    };
    const auto both = std::vector<ReadDocument>{
        Said("a", "2025").that(named("Model", "Aria"), "developed_by", named("Organization", "한빛")),
        Said("b", "2025").that(named("Product", "Aria"), "developed_by", named("Organization", "나래"))};
    auto store = open("a.db");
    settle(store, decided(Decision::Action::merge, {"Organization", "한빛"}, {"Organization", "나래"}));
    settle(store, decided(Decision::Action::merge, {"Model", "Aria"}, {"Product", "Aria"}));
    take(store, both);
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 한빛"});
    CHECK(store.entity_named("나래").key == "hanbit");
    CHECK(store.entity_named("Aria").type == ontology().type_named("Model"));
    store.forget("a");
    store.fold();
    CHECK(edges(store) == std::vector<std::string>{"Aria -developed_by-> 한빛"});
    take(store, both[0]);
    CHECK(faults_of(store, pack()).empty());
    auto other = open("b.db");
    other.merge(folder / "a.db");
    other.fold();
    CHECK(listing(other) == listing(store));
}

TEST_CASE("decisions survive: a split holds against the texts and is on record", "[decisions]") {
    auto store = new_store();
    take(store, Said("a", "2025")
                    .that(named("Model", "Gaon", {"가온"}), "developed_by", named("Organization", "한빛"))
                    .that(named("Model", "가온"), "developed_by", named("Organization", "나래")));
    CHECK(store.entity_named("Gaon").id == store.entity_named("가온").id);
    settle(store, decided(Decision::Action::split, {"Model", "Gaon"}, {"Model", "가온"}));
    CHECK(store.entity_named("Gaon").id != store.entity_named("가온").id);
    CHECK(edges(store) == std::vector<std::string>{"Gaon -developed_by-> 한빛", "가온 -developed_by-> 나래"});
    CHECK(store.conflicts().size() == 1);
    CHECK(faults_of(store, pack()).empty());
}

TEST_CASE("decisions survive: rename, reject and accept", "[decisions]") {
    auto store = new_store();
    take(store, {gaon(), gaun()});
    settle(store, decided(Decision::Action::rename, {"Model", "Gaon"}, {"Model", "Gaon One"}));
    CHECK(edges(store) == std::vector<std::string>{"Gaon One -based_on-> Orca", "가운 -developed_by-> 한빛"});
    auto reject = decided(Decision::Action::reject, {"Model", "Gaon"}, {"Model", "오르카"}, "2025-03-01");
    reject.predicate = "based_on";
    settle(store, reject);
    CHECK(edges(store) == std::vector<std::string>{"가운 -developed_by-> 한빛"});
    take(store, Said("c", "2025-01-03").that(named("Model", "Gaon"), "based_on", named("Model", "Orca")));
    CHECK(edges(store) == std::vector<std::string>{"가운 -developed_by-> 한빛"});
    CHECK(faults_of(store, pack()).empty());
    auto accept = reject;
    accept.action = Decision::Action::accept;
    accept.when = "2025-04-01";
    settle(store, accept);
    CHECK(confidence(store, "Gaon", "based_on", "Orca") == 1.0);
}

TEST_CASE("decisions survive: one statement is rejected, the others stay", "[decisions]") {
    auto store = new_store();
    take(store, {gaon(), Said("c", "2025-01-03").that(named("Model", "Gaon"), "based_on", named("Model", "Orca"))});
    const auto edge = store.edges_of(store.entity_named("Gaon").id).front();
    const auto supports = store.supports(edge.id);
    REQUIRE(supports.size() == 2);
    CHECK(store.document_of(supports[0].statement) == "a");
    auto reject = decided(Decision::Action::reject, {"", "a"});
    reject.target = supports[0].statement;
    settle(store, reject);
    CHECK(store.edges_of(store.entity_named("Gaon").id).front().statements == 1);
    // Taken in again, it is rejected again.
    store.forget("a");
    store.fold();
    take(store, gaon());
    CHECK(store.edges_of(store.entity_named("Gaon").id).front().statements == 1);
    CHECK(faults_of(store, pack()).empty());
}

TEST_CASE("a pure fold: decisions and documents in any order", "[decisions][pure fold]") {
    const auto seed = GENERATE(range(1, 9));
    const auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 40);
    auto reject = decided(Decision::Action::reject, {"Model", "Aria"}, {"Organization", "소담"}, "2025-05");
    reject.predicate = "developed_by";
    auto partners = decided(Decision::Action::accept, {"Organization", "나래"}, {"Organization", "한빛"}, "2025-05");
    partners.predicate = "partners_with";
    std::vector<Decision> decisions = {
        decided(Decision::Action::merge, {"Organization", "소담"}, {"Organization", "Sodam"}, "2025-01"),
        decided(Decision::Action::merge, {"Model", "Gaon"}, {"Model", "모델"}, "2025-02"),
        decided(Decision::Action::split, {"Model", "Orca"}, {"Model", "오르카"}, "2025-03"),
        decided(Decision::Action::rename, {"Model", "Aria"}, {"Model", "ARIA"}, "2025-04"),
        reject,
        partners};
    auto expected = new_store();
    take(expected, corpus);
    for (const auto& decision : decisions) {
        expected.decide(decision);
    }
    expected.fold();
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    std::ranges::shuffle(decisions, random);
    auto store = new_store();
    std::size_t next = 0;
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        take(store, corpus[i]);
        if (i % 6 == 5 && next < decisions.size()) {
            settle(store, decisions[next++]);
        }
    }
    CHECK(listing(store) == listing(expected));
}

TEST_CASE("decisions as text come back as they were, and an edited line is noticed", "[decisions]") {
    auto odd = decided(Decision::Action::merge, {"Model", "a\tb"}, {"Model", "c\\n\nd"});
    const auto plain = decided(Decision::Action::rename, {"Model", "Gaon"}, {"Model", "가온"}, "2024");
    const auto text = decisions_text({odd, plain});
    CHECK(text == decisions_text({plain, odd}));
    const auto back = decisions_from_text({"d.tsv", text, "d.tsv"});
    CHECK(back == std::vector<Decision>{plain, odd});
    auto edited = text;
    edited.replace(edited.find("because"), 7, "nothing");
    CHECK_THROWS_AS(decisions_from_text({"d.tsv", edited, "d.tsv"}), DataError);
}

TEST_CASE("contradictions are answers", "[store]") {
    auto store = new_store();
    take(store, Said("a", "2025")
                    .that(named("Model", "Aria"), "parameters", Value(std::int64_t{7}))
                    .that(named("Model", "Aria"), "parameters", Value(std::int64_t{9}))
                    .that(named("Model", "Aria"), "based_on", named("Model", "Orca"))
                    .that(named("Model", "Aria"), "based_on", named("Model", "Orca"), Status::denied)
                    .that(named("Model", "Aria"), "developed_by", named("Organization", "한빛")));
    const auto found = contradictions(store, pack());
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == Contradiction::Kind::denied);
    CHECK(found[1].sides.size() == 2);
}

TEST_CASE("duplicates are proposed with reasons and none is applied", "[store]") {
    auto store = new_store();
    take(store,
         {Said("a", "2025").that(named("Organization", "코히어"), "partners_with", named("Organization", "한빛")),
          Said("b", "2025").that(named("Organization", "Cohere"), "partners_with", named("Organization", "한빛")),
          Said("c", "2025")
              .that(named("Model", "Gaonmaru 2.5"), "developed_by", named("Organization", "한빛"))
              .that(named("Model", "Gaonmaru 2.6"), "developed_by", named("Organization", "한빛"))
              .that(named("Model", "Gaonmru 2.5"), "developed_by", named("Organization", "한빛"))});
    const auto before = listing(store);
    const auto found = duplicates(store, pack(), 0.5);
    REQUIRE(found.size() == 2);
    for (const auto& one : found) {
        CHECK(one.shared == 1);
    }
    CHECK(std::ranges::any_of(found,
                              [](const Duplicate& one) { return one.reason == Duplicate::Reason::transliteration; }));
    CHECK(listing(store) == before);
}

TEST_CASE("time: as of a date only what was published by then is known", "[store]") {
    auto store = new_store();
    take(store,
         {Said("a", "2025-01-01", "x").that(named("Model", "Aria"), "based_on", named("Model", "Orca")),
          Said("b", "2025-03-05", "y")
              .that(named("Model", "Aria"), "based_on", named("Model", "Orca"))
              .that(named("Model", "Aria"), "developed_by", named("Organization", "한빛"), Status::planned),
          Said("c", "2025-04-05", "z").that(named("Model", "Aria"), "developed_by", named("Organization", "한빛"))});
    const auto known = [&](std::string date) {
        QueryFilter filter;
        filter.as_of = std::move(date);
        std::vector<Edge> some;
        store.for_each_edge(filter, [&](const Edge& edge) { some.push_back(edge); });
        return some;
    };
    CHECK(known("2024").empty());
    REQUIRE(known("2025-01-01").size() == 1);
    CHECK(known("2025-01-01").front().confidence == Approx(0.8));
    CHECK(known("2025-03").size() == 2);
    CHECK(known("2026").size() == 3);
    for (const auto& edge : known("2026")) {
        const auto now = store.edge(edge.id).value();
        CHECK(edge.confidence == now.confidence);
        CHECK(edge.first_seen == now.first_seen);
        CHECK(edge.last_seen == now.last_seen);
        CHECK(edge.sources == now.sources);
    }
    QueryFilter before;
    before.as_of = "2025-03";
    QueryFilter after;
    after.as_of = "2025-04";
    const auto changes = difference(store, before, store, after);
    CHECK(changes.came.empty());
    REQUIRE(changes.changes.size() == 1);
    CHECK(changes.changes.front().kind == Difference::Change::Kind::changed);
}

TEST_CASE("names are found by any part, in any spelling", "[store]") {
    auto store = new_store();
    take(store, {Said("a", "2025")
                     .that(named("Model", "한컴 오피스 AI"), "developed_by", named("Organization", "한빛소프트"))});
    const auto names = [&](std::string_view words) {
        std::vector<std::string> found;
        for (const auto& one : store.search(words, 10)) {
            found.push_back(one.entity.name);
        }
        return found;
    };
    const bool indexed = GENERATE(false, true);
    if (indexed) {
        store.index_names();
    }
    CHECK(names("오피") == std::vector<std::string>{"한컴 오피스 AI"});
    CHECK(names("컴오피스") == std::vector<std::string>{"한컴 오피스 AI"});
    CHECK(names("스ai") == std::vector<std::string>{"한컴 오피스 AI"});
    CHECK(names("빛소프트") == std::vector<std::string>{"한빛소프트"});
    CHECK(names("없는 이름").empty());
    CHECK(store.find("한컴오피스AI").front().match == Match::folded);
    CHECK_THROWS_WITH(store.entity_named("한빛소프드"), ContainsSubstring("한빛소프트"));
    take(store,
         Said("b", "2025").that(named("Model", "누리마루"), "developed_by", named("Organization", "한빛소프트")));
    CHECK(names("리마루") == std::vector<std::string>{"누리마루"});
    CHECK(faults_of(store, pack()).empty());
    store.forget("a");
    store.fold();
    CHECK(names("컴오피스").empty());
}

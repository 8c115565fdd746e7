// Promise 2, a pure fold, and promise 3, idempotent and incremental.
#include "graph/integrity.hpp"
#include "graph/listing.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <algorithm>
#include <random>

using namespace jokbo;
using namespace jokbo::test;

namespace {

std::vector<std::string> at_once(const std::vector<ReadDocument>& corpus) {
    auto store = new_store();
    take(store, corpus);
    return listing(store);
}

} // namespace

TEST_CASE("a pure fold: order and batches of ingestion do not show", "[store][pure fold]") {
    const auto seed = GENERATE(range(1, 13));
    auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 60);
    const auto expected = at_once(corpus);
    CHECK(expected.size() > 100);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    std::ranges::shuffle(corpus, random);
    CHECK(at_once(corpus) == expected);

    auto store = new_store();
    for (std::size_t i = 0; i < corpus.size();) {
        const auto batch = std::min<std::size_t>(1 + random() % 20, corpus.size() - i);
        store.add(std::span(corpus).subspan(i, batch));
        if (random() % 2 == 0) {
            store.fold();
        }
        i += batch;
    }
    store.fold();
    CHECK(listing(store) == expected);
    CHECK(faults_of(store, pack()).empty());
}

TEST_CASE("a pure fold: one document at a time equals all at once", "[store][pure fold]") {
    const auto seed = GENERATE(range(100, 106));
    const auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 80);
    auto store = new_store();
    // The first load is folded as a whole; what follows is folded one by one.
    store.add(std::span(corpus).first(40));
    store.fold();
    for (std::size_t i = 40; i < corpus.size(); ++i) {
        take(store, corpus[i]);
        REQUIRE(listing(store) == at_once({corpus.begin(), corpus.begin() + static_cast<std::ptrdiff_t>(i) + 1}));
    }
}

TEST_CASE("incremental: forgetting retracts what only that document said", "[store][idempotent]") {
    const auto seed = GENERATE(range(200, 206));
    auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 60);
    auto store = new_store();
    take(store, corpus);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    while (corpus.size() > 35) {
        const auto at = random() % corpus.size();
        CHECK(store.forget(corpus[at].document.id));
        store.fold();
        corpus.erase(corpus.begin() + static_cast<std::ptrdiff_t>(at));
        REQUIRE(listing(store) == at_once(corpus));
    }
    CHECK_FALSE(store.forget("no such document"));
}

TEST_CASE("incremental: a changed document replaces its statements", "[store][idempotent]") {
    const auto seed = GENERATE(range(300, 306));
    auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 60);
    auto others = random_corpus(static_cast<std::uint64_t>(seed) + 1000, 60);
    auto store = new_store();
    take(store, corpus);
    for (std::size_t i = 0; i < corpus.size(); i += 4) {
        corpus[i] = others[i];
        const auto report = store.add(std::span(corpus).subspan(i, 1));
        CHECK(report.replaced == 1);
        store.fold();
        REQUIRE(listing(store) == at_once(corpus));
    }
}

TEST_CASE("idempotent: the same document again changes nothing", "[store][idempotent]") {
    const auto corpus = random_corpus(7, 30);
    auto store = new_store();
    take(store, corpus);
    const auto before = listing(store);
    const auto report = store.add(corpus);
    CHECK(report.unchanged == corpus.size());
    CHECK(report.added + report.replaced + report.statements == 0);
    const auto folded = store.fold();
    CHECK(folded.new_entities + folded.new_edges + folded.gone_entities + folded.gone_edges == 0);
    CHECK(listing(store) == before);
    CHECK(store.holds(corpus.front().document));
    auto changed = corpus.front().document;
    changed.text += "!";
    CHECK_FALSE(store.holds(changed));
}

TEST_CASE("a pure fold: merged stores equal one ingest of everything, and again changes nothing",
          "[store][pure fold]") {
    const auto seed = GENERATE(range(400, 405));
    const auto corpus = random_corpus(static_cast<std::uint64_t>(seed), 60);
    const Folder folder;
    const auto open = [&](std::string_view name, Store::Mode mode) {
        return Store::open(folder / name, mode, pack(), ontology(), lexicon());
    };
    {
        auto a = open("a.db", Store::Mode::write);
        take(a, {corpus.begin(), corpus.begin() + 40});
        auto b = open("b.db", Store::Mode::write);
        take(b, {corpus.begin() + 20, corpus.end()});
        b.decide({.action = Decision::Action::merge,
                  .subject = {"Model", "Aria"},
                  .object = {"Model", "Gaon"},
                  .who = "kim",
                  .when = "2025-01-01T00:00:00Z"});
        b.fold();
    }
    auto whole = new_store();
    take(whole, corpus);
    whole.decide({.action = Decision::Action::merge,
                  .subject = {"Model", "Aria"},
                  .object = {"Model", "Gaon"},
                  .who = "kim",
                  .when = "2025-01-01T00:00:00Z"});
    whole.fold();
    for (const auto& [into, from] : {std::pair("a.db", "b.db"), std::pair("b.db", "a.db")}) {
        const auto copy = folder / (std::string("merged-") + into);
        std::filesystem::copy_file(folder / into, copy);
        auto store = open(copy.filename().string(), Store::Mode::write);
        const auto report = store.merge(folder / from);
        CHECK(report.added == 20);
        store.fold();
        CHECK(listing(store) == listing(whole));
        const auto again = store.merge(folder / from);
        CHECK(again.added + again.replaced == 0);
        const auto folded = store.fold();
        CHECK(folded.new_entities + folded.new_edges + folded.gone_entities + folded.gone_edges == 0);
        CHECK(listing(store) == listing(whole));
    }
}

TEST_CASE("a pure fold: of two versions of one document, merging keeps the same one either way", "[store][pure fold]") {
    const Folder folder;
    const auto open = [&](std::string_view name) {
        return Store::open(folder / name, Store::Mode::write, pack(), ontology(), lexicon());
    };
    const auto early =
        Said("page", "2025-01").that(named("Model", "Aria"), "developed_by", named("Organization", "한빛"));
    const auto late =
        Said("page", "2025-02").that(named("Model", "Aria"), "developed_by", named("Organization", "나래"));
    {
        auto a = open("a.db");
        take(a, early);
        auto b = open("b.db");
        take(b, late);
    }
    auto a = open("a.db");
    a.merge(folder / "b.db");
    a.fold();
    CHECK(edges(a) == std::vector<std::string>{"Aria -developed_by-> 나래"});
    const auto same = listing(a);
    {
        auto c = open("c.db");
        take(c, early);
    }
    auto b = open("b.db");
    b.merge(folder / "c.db");
    b.fold();
    CHECK(listing(b) == same);
}

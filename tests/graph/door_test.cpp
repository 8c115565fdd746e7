// Promise 1, traceable: what the store takes in, and what it does not.
#include "graph/integrity.hpp"
#include "graph/sql.hpp"
#include "graph/store_engine.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

using namespace jokbo;
using namespace jokbo::test;

namespace {

ReadDocument page() {
    return Said("page", "2025-01-01", "신문").that(named("Model", "Aria"), "based_on", named("Model", "Orca"));
}

/// What becomes of the page once `spoil` was at its statement.
template <class Spoil>
AddReport after(Spoil spoil) {
    auto read = page();
    spoil(read.statements.front());
    auto store = new_store();
    const auto report = store.add(std::span(&read, 1));
    store.fold();
    CHECK(store.statistics().statements == report.statements);
    return report;
}

} // namespace

TEST_CASE("traceable: a statement whose quote is not in its document is refused", "[store][traceable]") {
    CHECK(after([](Statement&) {}).refused.empty());
    for (const auto& report :
         {after([](Statement& s) { s.evidence.quote += "!"; }), after([](Statement& s) { ++s.evidence.span.begin; }),
          after([](Statement& s) { s.evidence.span.end = 100'000; }),
          after([](Statement& s) { s.evidence.span.end = s.evidence.span.begin; }),
          after([](Statement& s) { s.evidence.quote.clear(); })}) {
        CHECK(report.statements == 0);
        REQUIRE(report.refused.size() == 1);
        CHECK_THAT(report.refused.front(), ContainsSubstring("page"));
    }
}

TEST_CASE("what the ontology does not allow is refused", "[store]") {
    CHECK(after([](Statement& s) { s.object = named("Organization", "한빛"); }).refused.size() == 1);
    CHECK(after([](Statement& s) { s.object = Value(true); }).refused.size() == 1);
    CHECK(after([](Statement& s) { s.predicate = {999}; }).refused.size() == 1);
    CHECK(after([](Statement& s) { s.confidence = 0; }).refused.size() == 1);
    CHECK(after([](Statement& s) { s.subject.name.clear(); }).refused.size() == 1);
    CHECK(after([](Statement& s) {
              s.predicate = ontology().predicate_named("parameters");
              s.object = Value(std::string("many"));
          }).refused.size() == 1);
}

TEST_CASE("traceable: broken UTF-8 is quoted as U+FFFD and its offsets stay true", "[store][traceable]") {
    ReadDocument read = page();
    read.document.text = std::string("a\xFF\x80") + std::string(1, '\0') + "b Orca";
    auto& evidence = read.statements.front().evidence;
    evidence.span = {1, 5};
    evidence.quote = "\xEF\xBF\xBD\xEF\xBF\xBD" + std::string(1, '\0') + "b";
    auto store = new_store();
    CHECK(store.add(std::span(&read, 1)).refused.empty());
    store.fold();
    const auto support = store.supports(store.edges_of(store.entity_named("Aria").id).front().id).front();
    CHECK(support.quote == evidence.quote);
    CHECK(support.characters == Span{1, 5});
    CHECK(faults_of(store, pack()).empty());
}

TEST_CASE("traceable: an edge leads to the words, the line and what stands around them", "[store][traceable]") {
    auto store = new_store();
    take(store, page());
    const auto support = store.supports(store.edges_of(store.entity_named("Aria").id).front().id).front();
    CHECK(support.document == "page");
    CHECK(support.line == 2);
    CHECK(support.prefix == "머리글\n");
    CHECK(support.suffix == "\n");
    CHECK(support.characters.begin == 4);
    CHECK(support.subject == "Aria");
}

TEST_CASE("a check finds what was tampered with", "[store]") {
    const Folder folder;
    const auto path = folder / "a.db";
    const auto fresh = [&] {
        std::filesystem::remove(path);
        auto store = Store::open(path, Store::Mode::write, pack(), ontology(), lexicon());
        take(store, page());
        CHECK(faults_of(store, pack()).empty());
        return store;
    };
    for (const auto* sql : {"UPDATE edge SET confidence = 0.99", "DELETE FROM support", "DELETE FROM edge",
                            "UPDATE entity SET name = 'x'", "UPDATE statement SET quote_end = 100000",
                            "DELETE FROM document", "DELETE FROM name", "UPDATE edge SET object = 77"}) {
        auto store = fresh();
        store.engine().database->exec(sql);
        INFO(sql);
        CHECK_FALSE(faults_of(store, pack()).empty());
    }
}

TEST_CASE("SQL is read-only", "[store]") {
    const Folder folder;
    const auto path = folder / "a.db";
    {
        auto store = Store::open(path, Store::Mode::write, pack(), ontology(), lexicon());
        take(store, page());
    }
    SqlReader reader(path, "SELECT subject, relation, object, confidence FROM edge_named");
    CHECK(reader.columns() == std::vector<std::string>{"subject", "relation", "object", "confidence"});
    CHECK(*reader.next() == std::vector<SqlValue>{"Aria", "based_on", "Orca", 0.8});
    CHECK(reader.next() == nullptr);
    CHECK(SqlReader(path, "SELECT quote FROM evidence_named").next() != nullptr);
    for (const auto* sql :
         {"DELETE FROM edge", "UPDATE edge SET confidence = 1", "INSERT INTO term VALUES(99, 'x')", "DROP TABLE edge",
          "CREATE TABLE x(y)", "ATTACH 'other.db' AS other", "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 9",
          "VACUUM", "BEGIN", "SELECT 1; SELECT 2", "", "SELEC 1"}) {
        INFO(sql);
        CHECK_THROWS_AS(SqlReader(path, sql), UsageError);
    }
    CHECK_THROWS_AS(SqlReader(folder / "none.db", "SELECT 1"), NotFound);
}

TEST_CASE("nothing lost: what is no store of ours is told in clear words and stays as it is", "[store][nothing lost]") {
    const Folder folder;
    const auto open = [&](const std::filesystem::path& path, Store::Mode mode) {
        return Store::open(path, mode, pack(), ontology(), lexicon());
    };
    CHECK_THROWS_AS(open(folder / "none.db", Store::Mode::read), NotFound);
    CHECK_THROWS_AS(open(folder.path(), Store::Mode::write), StoreError);
    const auto path = folder / "a.db";
    {
        auto store = open(path, Store::Mode::write);
        take(store, page());
    }
    {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
        other.exec("PRAGMA user_version = 99");
    }
    for (const auto mode : {Store::Mode::read, Store::Mode::write}) {
        CHECK_THROWS_WITH(open(path, mode), ContainsSubstring("newer jokbo"));
    }
    {
        SQLite::Database other((folder / "other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE song(name)");
    }
    CHECK_THROWS_WITH(open(folder / "other.db", Store::Mode::write), ContainsSubstring("no store of jokbo"));
}

TEST_CASE("nothing lost: a live store is copied whole", "[store][nothing lost]") {
    const Folder folder;
    auto store = Store::open(folder / "a.db", Store::Mode::write, pack(), ontology(), lexicon());
    take(store, random_corpus(3, 30));
    store.backup(folder / "b.db");
    CHECK_THROWS_AS(store.backup(folder / "b.db"), StoreError);
    CHECK_THROWS_AS(store.backup(folder / "no" / "b.db"), StoreError);
    const auto copy = Store::open(folder / "b.db", Store::Mode::read, pack(), ontology(), lexicon());
    CHECK(edges(copy) == edges(store));
    CHECK(faults_of(copy, pack()).empty());
}

TEST_CASE("readers go on while a writer writes", "[store][nothing lost]") {
    const Folder folder;
    auto writer = Store::open(folder / "a.db", Store::Mode::write, pack(), ontology(), lexicon());
    take(writer, page());
    const auto reader = Store::open(folder / "a.db", Store::Mode::read, pack(), ontology(), lexicon());
    const auto state = reader.snapshot();
    const auto before = edges(reader);
    take(writer, random_corpus(3, 30));
    CHECK(edges(reader) == before);
}

TEST_CASE("two writers take turns", "[store][nothing lost]") {
    const Folder folder;
    const auto corpus = random_corpus(9, 60);
    auto a = Store::open(folder / "a.db", Store::Mode::write, pack(), ontology(), lexicon());
    auto b = Store::open(folder / "a.db", Store::Mode::write, pack(), ontology(), lexicon());
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        auto& store = i % 3 == 0 ? a : b;
        store.add(std::span(corpus).subspan(i, 1));
        if (i % 7 == 0) {
            store.fold();
        }
    }
    a.fold();
    CHECK(faults_of(b, pack()).empty());
    CHECK(b.statistics().documents == corpus.size());
}

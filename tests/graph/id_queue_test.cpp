#include "graph/id_queue.hpp"

#include "tests/catch.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

using namespace jokbo;

namespace {

SQLite::Database steps() {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    offer_queues(database.getHandle());
    database.exec(
        "CREATE TABLE step(start INTEGER, stop INTEGER); INSERT INTO step VALUES(1, 2), (1, 3), (2, 4), (4, 5)");
    return database;
}

constexpr std::string_view along = "SELECT stop FROM queued(?) q CROSS JOIN step ON start = q.id";

} // namespace

TEST_CASE("what is put into a queue while its rows are read is read as well", "[id_queue]") {
    SQLite::Database database = steps();
    Query rows(database.getHandle(), along);
    IdQueue queue{{{1}}};
    std::vector<EntityId> starts;
    for (bind_queue(rows, queue); rows.next();) {
        starts.push_back(queue.ids[queue.at]);
        queue.ids.push_back({rows.number(0)});
    }
    CHECK(queue.ids == std::vector<EntityId>{{1}, {2}, {3}, {4}, {5}});
    CHECK(starts == std::vector<EntityId>{{1}, {1}, {2}, {4}});
}

TEST_CASE("a queue is read once more from its beginning", "[id_queue]") {
    SQLite::Database database = steps();
    Query rows(database.getHandle(), along);
    IdQueue queue{{{2}, {7}, {4}}};
    for (int time = 0; time < 2; ++time) {
        std::vector<std::uint32_t> stops;
        for (bind_queue(rows, queue); rows.next();) {
            stops.push_back(rows.number(0));
        }
        CHECK(stops == std::vector<std::uint32_t>{4, 5});
    }
}

TEST_CASE("what is no queue is refused", "[id_queue]") {
    SQLite::Database database = steps();
    Query rows(database.getHandle(), along);
    rows.with(1);
    CHECK_THROWS_AS(rows.next(), SQLite::Exception);
    CHECK_THROWS_AS(Query(database.getHandle(), "SELECT id FROM queued"), SQLite::Exception);
}

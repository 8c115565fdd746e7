#include "graph/opening.hpp"

#include "graph/sqlite.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <string>

namespace jokbo {

namespace {

/// A reader of a WAL store makes a -shm file beside it; where nothing can be written, nobody else writes either.
bool can_be_shared(sqlite3* database) {
    Query probe(database, "PRAGMA schema_version");
    try {
        probe.next();
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() != SQLITE_CANTOPEN && failure.getErrorCode() != SQLITE_READONLY) {
            throw;
        }
        return false;
    }
    return true;
}

std::string address_of(const std::filesystem::path& path) {
    std::string address = "file:";
    for (const char letter : std::filesystem::absolute(path).string()) {
        address += letter == '?' || letter == '#' || letter == '%'
                     ? fmt::format("%{:02X}", static_cast<unsigned char>(letter))
                     : std::string(1, letter);
    }
    return address;
}

} // namespace

std::unique_ptr<SQLite::Database> open_unwritable(const std::filesystem::path& path) {
    // SQLite opens a file that is write-protected for reading. One that is opened read-only could not tidy up.
    auto database = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                                       patience_milliseconds);
    if (!can_be_shared(database->getHandle())) {
        database = std::make_unique<SQLite::Database>(address_of(path) + "?immutable=1",
                                                      SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX,
                                                      patience_milliseconds);
    }
    database->exec("PRAGMA query_only = 1");
    return database;
}

} // namespace jokbo

#include "graph/sqlite.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <utility>

namespace jokbo {

Query::Query(sqlite3* database, std::string_view sql) {
    if (const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
        code != SQLITE_OK) {
        throw SQLite::Exception(database, code);
    }
}

Query::~Query() { sqlite3_finalize(statement_); }

Query::Query(Query&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), is_under_way_(other.is_under_way_) {}

void Query::check(int code) const {
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(statement_), code);
    }
}

bool Query::next() {
    const int code = sqlite3_step(statement_);
    is_under_way_ = true;
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    const SQLite::Exception error(sqlite3_db_handle(statement_), code);
    reset();
    throw error;
}

void Query::run() {
    while (next()) {
    }
}

void Query::reset() {
    // Before every question and after its last row: once is enough.
    if (is_under_way_) {
        is_under_way_ = false;
        sqlite3_reset(statement_);
    }
}

void Query::bind(int index, std::nullptr_t) { check(sqlite3_bind_null(statement_, index)); }
void Query::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_, index, value)); }
void Query::bind(int index, double value) { check(sqlite3_bind_double(statement_, index, value)); }

void Query::bind(int index, std::string_view value) {
    // A null pointer would bind NULL.
    check(sqlite3_bind_text64(statement_, index, value.data() == nullptr ? "" : value.data(), value.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind_pointer(int index, void* pointer, const char* kind) {
    check(sqlite3_bind_pointer(statement_, index, pointer, kind, nullptr));
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
bool Query::is_integer(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Query::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Query::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr
             ? std::string_view()
             : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::int64_t scalar(sqlite3* database, std::string_view sql) {
    Query query(database, sql);
    const std::int64_t value = query.next() ? query.integer(0) : 0;
    query.reset();
    return value;
}

} // namespace jokbo

#include "graph/sql.hpp"

#include "graph/opening.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace jokbo {

struct SqlReader::Handle {
    std::unique_ptr<SQLite::Database> database;
    sqlite3_stmt* statement = nullptr;
    std::string path;

    ~Handle() { sqlite3_finalize(statement); }
};

namespace {

/// Reading, and nothing else; of the pragmas those that tell of tables.
int authorize(void*, int action, const char* name, const char* value, const char*, const char*) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
        return name != nullptr && value != nullptr && std::string_view(value) == "load_extension" ? SQLITE_DENY
                                                                                                  : SQLITE_OK;
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_PRAGMA: {
        const std::string_view pragma = name;
        const bool tells = pragma == "table_info" || pragma == "table_xinfo" || pragma == "table_list" ||
                           pragma == "index_list" || pragma == "index_info" || pragma == "user_version" ||
                           pragma == "page_count" || pragma == "page_size" ||
                           pragma == "data_version"; // the full-text index asks for it
        return tells && (value == nullptr || pragma.starts_with("table") || pragma.starts_with("index")) ? SQLITE_OK
                                                                                                         : SQLITE_DENY;
    }
    default: return SQLITE_DENY;
    }
}

} // namespace

SqlReader::SqlReader(const std::filesystem::path& store, std::string_view statement)
    : handle_(std::make_unique<Handle>()) {
    handle_->path = store.string();
    std::error_code error;
    if (!std::filesystem::exists(store, error)) {
        throw NotFound(fmt::format("{}: there is no such store", handle_->path));
    }
    const auto damaged = [&](const std::string& words) {
        return StoreError(fmt::format("{}: {}", handle_->path, words));
    };
    try {
        handle_->database = open_unwritable(store);
        handle_->database->exec("PRAGMA trusted_schema = 0; SELECT count(*) FROM sqlite_master");
    } catch (const SQLite::Exception& failure) {
        throw damaged(failure.getErrorCode() == SQLITE_NOTADB ? "is no store: its bytes are not an SQLite database"
                                                              : failure.what());
    }
    auto* database = handle_->database->getHandle();
    sqlite3_set_authorizer(database, authorize, nullptr);
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v2(database, statement.data(), static_cast<int>(statement.size()), &handle_->statement, &rest);
    if (code == SQLITE_AUTH) {
        throw UsageError("the store is asked read-only here: SELECT is allowed, what writes or sets is not");
    }
    if (code != SQLITE_OK) {
        const std::string_view words = sqlite3_errmsg(database);
        const int at = sqlite3_error_offset(database);
        throw UsageError(at < 0 ? fmt::format("SQL: {}", words)
                                : fmt::format("SQL: {}, at: {}", words,
                                              repaired(statement.substr(static_cast<std::size_t>(at), 40))));
    }
    const auto left = std::string_view(rest, static_cast<std::size_t>(statement.data() + statement.size() - rest));
    if (handle_->statement == nullptr || left.find_first_not_of(" \t\r\n;") != left.npos) {
        throw UsageError("one SQL statement is asked for");
    }
    if (sqlite3_stmt_readonly(handle_->statement) == 0) {
        throw UsageError("the store is asked read-only here: SELECT is allowed, what writes or sets is not");
    }
    for (int i = 0; i < sqlite3_column_count(handle_->statement); ++i) {
        columns_.emplace_back(sqlite3_column_name(handle_->statement, i));
    }
}

SqlReader::~SqlReader() = default;

const std::vector<SqlValue>* SqlReader::next() {
    const int code = sqlite3_step(handle_->statement);
    if (code == SQLITE_DONE) {
        return nullptr;
    }
    if (code != SQLITE_ROW) {
        throw StoreError(fmt::format("{}: {}", handle_->path, sqlite3_errmsg(handle_->database->getHandle())));
    }
    row_.clear();
    for (int i = 0; i < static_cast<int>(columns_.size()); ++i) {
        switch (sqlite3_column_type(handle_->statement, i)) {
        case SQLITE_NULL: row_.emplace_back(); break;
        case SQLITE_INTEGER:
            row_.emplace_back(static_cast<std::int64_t>(sqlite3_column_int64(handle_->statement, i)));
            break;
        case SQLITE_FLOAT: row_.emplace_back(sqlite3_column_double(handle_->statement, i)); break;
        default: {
            const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_->statement, i));
            row_.emplace_back(repaired({bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_->statement, i))}));
        }
        }
    }
    return &row_;
}

} // namespace jokbo

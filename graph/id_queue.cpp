#include "graph/id_queue.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <new>

namespace jokbo {

namespace {

/// Tells a pointer to a queue from any other that a statement may be given.
constexpr const char* pointer_kind = "jokbo.queue";

enum Column : int { id_column, queue_column };

struct Cursor {
    sqlite3_vtab_cursor base;
    IdQueue* queue = nullptr;
};

Cursor& of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }

int connect(sqlite3* database, void*, int, const char* const*, sqlite3_vtab** table, char**) {
    const int code = sqlite3_declare_vtab(database, "CREATE TABLE queued(id INTEGER, queue HIDDEN)");
    if (code == SQLITE_OK) {
        auto* made = new (std::nothrow) sqlite3_vtab{};
        if (made == nullptr) {
            return SQLITE_NOMEM;
        }
        *table = made;
    }
    return code;
}

int disconnect(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}

/// Only in order and as a whole: whatever else a statement asks of the ids, SQLite looks at itself.
int plan(sqlite3_vtab*, sqlite3_index_info* info) {
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto& constraint = info->aConstraint[i];
        if (constraint.iColumn == queue_column && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ &&
            constraint.usable != 0) {
            info->aConstraintUsage[i].argvIndex = 1;
            info->aConstraintUsage[i].omit = 1;
            return SQLITE_OK;
        }
    }
    return SQLITE_CONSTRAINT;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    auto* made = new (std::nothrow) Cursor{};
    if (made == nullptr) {
        return SQLITE_NOMEM;
    }
    *cursor = &made->base;
    return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
    delete &of(cursor);
    return SQLITE_OK;
}

int start(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value** values) {
    of(cursor).queue = static_cast<IdQueue*>(sqlite3_value_pointer(values[0], pointer_kind));
    if (of(cursor).queue == nullptr) {
        return SQLITE_MISUSE;
    }
    of(cursor).queue->at = 0;
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
    ++of(cursor).queue->at;
    return SQLITE_OK;
}

int is_over(sqlite3_vtab_cursor* cursor) {
    const IdQueue& queue = *of(cursor).queue;
    return queue.at < queue.ids.size() ? 0 : 1;
}

int read(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int column) {
    if (column == id_column) {
        const IdQueue& queue = *of(cursor).queue;
        sqlite3_result_int64(result, queue.ids[queue.at].value);
    }
    return SQLITE_OK;
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
    *number = static_cast<sqlite3_int64>(of(cursor).queue->at);
    return SQLITE_OK;
}

/// Without a way to create one it is there for every statement, as a function is.
const sqlite3_module& module() {
    static const sqlite3_module functions = [] {
        sqlite3_module table{};
        table.xConnect = connect;
        table.xBestIndex = plan;
        table.xDisconnect = disconnect;
        table.xOpen = open;
        table.xClose = close;
        table.xFilter = start;
        table.xNext = next;
        table.xEof = is_over;
        table.xColumn = read;
        table.xRowid = row_number;
        return table;
    }();
    return functions;
}

void check(sqlite3* database, int code) {
    if (code != SQLITE_OK) {
        throw SQLite::Exception(database, code);
    }
}

} // namespace

void offer_queues(sqlite3* database) { check(database, sqlite3_create_module(database, "queued", &module(), nullptr)); }

void bind_queue(Query& query, IdQueue& queue) {
    query.reset();
    query.bind_pointer(1, &queue, pointer_kind);
}

} // namespace jokbo

#pragma once

#include "graph/records.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <vector>

namespace jokbo {

/// Entities in turn.
struct IdQueue {
    std::vector<EntityId> ids;
    std::size_t at = 0; ///< which of them the row is about that was read last
};

/// Makes `queued(?)` a table to SQL: the ids of an IdQueue, bound in the question mark's place, in column `id`. They may
/// become more while the rows are read; so one statement walks through a graph, where one an entity costs twice as much.
void offer_queues(sqlite3* database);

/// Resets the statement and has its only parameter stand for the queue, which must outlive the rows.
void bind_queue(Query& query, IdQueue& queue);

} // namespace jokbo

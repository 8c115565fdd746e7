#pragma once

#include "bench/measure.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

/// The same questions with nothing around them: what a graph of dependencies costs at the least.
namespace jokbo::bench {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// The least that a walk in SQLite costs: a prepared statement an entity, in one transaction, marks in an array.
class BareWalk {
public:
    BareWalk(const std::string& path, std::size_t nodes) : seen_(nodes + 1) {
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) {
            std::abort();
        }
        sqlite3_exec(database_, "PRAGMA cache_size=-262144;PRAGMA mmap_size=1073741824;BEGIN", nullptr, nullptr,
                     nullptr);
        for (const bool up : {true, false}) {
            const char* sql =
                up ? "SELECT object FROM edge WHERE subject=?" : "SELECT subject FROM edge WHERE object=?";
            if (sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statements_[up ? 0 : 1], nullptr) !=
                SQLITE_OK) {
                std::abort();
            }
        }
    }
    ~BareWalk() {
        sqlite3_finalize(statements_[0]);
        sqlite3_finalize(statements_[1]);
        sqlite3_close(database_);
    }
    BareWalk(const BareWalk&) = delete;
    BareWalk& operator=(const BareWalk&) = delete;

    std::size_t count(std::uint32_t start, bool up) {
        sqlite3_stmt* statement = statements_[up ? 0 : 1];
        queue_.assign(1, start);
        seen_[start] = ++epoch_;
        for (std::size_t at = 0; at < queue_.size(); ++at) {
            sqlite3_bind_int(statement, 1, static_cast<int>(queue_[at]));
            while (sqlite3_step(statement) == SQLITE_ROW) {
                const auto to = static_cast<std::uint32_t>(sqlite3_column_int(statement, 0));
                if (seen_[to] != epoch_) {
                    seen_[to] = epoch_;
                    queue_.push_back(to);
                }
            }
            sqlite3_reset(statement);
        }
        return queue_.size() - 1;
    }

private:
    sqlite3* database_ = nullptr;
    std::array<sqlite3_stmt*, 2> statements_{};
    std::vector<std::uint32_t> seen_;
    std::uint32_t epoch_ = 0;
    std::vector<std::uint32_t> queue_;
};

/// Offset arrays for one direction and the other.
struct BareGraph {
    std::array<std::vector<std::uint32_t>, 4> halves;

    void connect(const std::vector<Pair>& pairs, std::size_t nodes) {
        for (const bool up : {true, false}) {
            auto& starts = halves[up ? 0 : 2];
            auto& ends = halves[up ? 1 : 3];
            starts.assign(nodes + 2, 0);
            ends.assign(pairs.size(), 0);
            for (const auto& [a, b] : pairs) {
                ++starts[(up ? a : b) + 1];
            }
            std::partial_sum(starts.begin(), starts.end(), starts.begin());
            auto next = starts;
            for (const auto& [a, b] : pairs) {
                ends[next[up ? a : b]++] = up ? b : a;
            }
        }
    }
};

/// Rows of a query without anything around them.
template <class Visit>
void each_row(const std::string& path, const char* sql, const Visit& visit) {
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    sqlite3_exec(database, "PRAGMA cache_size=-262144;PRAGMA mmap_size=1073741824", nullptr, nullptr, nullptr);
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        visit(rows);
    }
    sqlite3_finalize(rows);
    sqlite3_close(database);
}

/// The bare load: nothing but who is connected with whom.
inline double load_bare(const std::string& path, std::size_t nodes, BareGraph& graph) {
    const double before = thread_seconds();
    std::vector<Pair> pairs;
    each_row(path, "SELECT subject, object FROM edge",
             [&](sqlite3_stmt* row) { pairs.emplace_back(sqlite3_column_int(row, 0), sqlite3_column_int(row, 1)); });
    graph.connect(pairs, nodes);
    return thread_seconds() - before;
}

/// The same with what a view cannot do without besides: of each edge its id, relation, status and confidence …
inline double load_bare_statuses(const std::string& path, std::size_t nodes, BareGraph& graph) {
    struct Said {
        std::uint32_t id, relation;
        float confidence;
        std::uint8_t status;
    };
    const double before = thread_seconds();
    std::vector<Pair> pairs;
    std::vector<Said> said;
    each_row(path, "SELECT id, subject, object, predicate, status, confidence FROM edge WHERE object IS NOT NULL",
             [&](sqlite3_stmt* row) {
                 const auto number = [&](int column) {
                     return static_cast<std::uint32_t>(sqlite3_column_int(row, column));
                 };
                 pairs.emplace_back(number(1), number(2));
                 said.push_back({number(0), number(3), static_cast<float>(sqlite3_column_double(row, 5)),
                                 static_cast<std::uint8_t>(number(4))});
             });
    graph.connect(pairs, nodes);
    return thread_seconds() - before;
}

/// … and of each entity its key, type, name and country, in the order of the keys, by which a view numbers them.
inline double load_bare_names(const std::string& path) {
    const double before = thread_seconds();
    std::string pool;
    std::vector<Pair> places;
    each_row(path, "SELECT id, key, type, named, name, country FROM entity", [&](sqlite3_stmt* row) {
        places.emplace_back(pool.size(), sqlite3_column_int(row, 0));
        for (const int column : {1, 2, 4, 5}) {
            pool.append(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                        static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
        }
        pool += '\0';
    });
    std::ranges::sort(places, [&](const Pair& a, const Pair& b) {
        return std::strcmp(pool.data() + a.first, pool.data() + b.first) < 0;
    });
    return thread_seconds() - before;
}

/// Breadth first over offset arrays with marks kept between questions: the practical limit.
inline std::size_t bare_closure(const std::vector<std::uint32_t>& starts, const std::vector<std::uint32_t>& ends,
                                std::uint32_t start) {
    static std::vector<std::uint32_t> seen;
    static std::vector<std::uint32_t> queue;
    static std::uint32_t epoch = 0;
    seen.resize(starts.size());
    queue.assign(1, start);
    seen[start] = ++epoch;
    for (std::size_t at = 0; at < queue.size(); ++at) {
        for (std::uint32_t edge = starts[queue[at]]; edge < starts[queue[at] + 1]; ++edge) {
            if (const std::uint32_t to = ends[edge]; seen[to] != epoch) {
                seen[to] = epoch;
                queue.push_back(to);
            }
        }
    }
    return queue.size() - 1;
}

} // namespace jokbo::bench

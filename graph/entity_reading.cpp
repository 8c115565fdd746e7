#include "graph/id_queue.hpp"
#include "graph/store.hpp"
#include "graph/store_engine.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jokbo {

namespace {

Entity entity_from(const Query& row, const Store::Engine& engine) {
    return {{row.number(0)},
            row.string(1),
            engine.type_of(row.text(2)),
            row.integer(3) != 0 ? Naming::named : Naming::described,
            row.string(4),
            row.string(5)};
}

/// Entities by the million: their strings keep their memory, a type is looked up where it changes.
class EntityRow {
public:
    explicit EntityRow(const Store::Engine& engine) : engine_(engine) {}

    const Entity& read(const Query& row) {
        entity_.id = {row.number(0)};
        entity_.key = row.text(1);
        if (row.text(2) != type_) {
            type_ = row.text(2);
            entity_.type = engine_.type_of(type_);
        }
        entity_.naming = row.integer(3) != 0 ? Naming::named : Naming::described;
        entity_.name = row.text(4);
        entity_.country = row.text(5);
        return entity_;
    }

private:
    const Store::Engine& engine_;
    Entity entity_;
    std::string type_;
};

} // namespace

void Store::for_each_entity(const std::function<void(const Entity&)>& visit) const {
    engine_->guarded([&] {
        Query rows(engine_->handle(), "SELECT id, key, type, named, name, country FROM entity ORDER BY id");
        EntityRow row(*engine_);
        while (rows.next()) {
            visit(row.read(rows));
        }
        return 0;
    });
}

void Store::for_each_entity_of(std::span<const EntityId> ids, const std::function<void(const Entity&)>& visit) const {
    engine_->guarded([&] {
        Query rows(engine_->handle(), "SELECT e.id, e.key, e.type, e.named, e.name, e.country "
                                      "FROM queued(?) q CROSS JOIN entity e ON e.id = q.id");
        EntityRow row(*engine_);
        IdQueue queue{{ids.begin(), ids.end()}};
        for (bind_queue(rows, queue); rows.next();) {
            visit(row.read(rows));
        }
        return 0;
    });
}

std::optional<Entity> Store::entity(EntityId id) const {
    return engine_->guarded([&]() -> std::optional<Entity> {
        const auto row = engine_->query("SELECT id, key, type, named, name, country FROM entity WHERE id = ?");
        return row->with(id.value).next() ? std::optional(entity_from(*row, *engine_)) : std::nullopt;
    });
}

std::optional<Entity> Store::entity_with_key(std::string_view key) const {
    return engine_->guarded([&]() -> std::optional<Entity> {
        const auto row = engine_->query("SELECT id, key, type, named, name, country FROM entity WHERE key = ?");
        return row->with(key).next() ? std::optional(entity_from(*row, *engine_)) : std::nullopt;
    });
}

std::vector<std::string> Store::names(EntityId id) const {
    return engine_->guarded([&] {
        std::vector<std::string> names;
        if (const auto known = entity(id)) {
            names.push_back(known->name);
            const auto rows = engine_->query("SELECT text FROM name WHERE entity = ? ORDER BY text");
            rows->with(id.value);
            while (rows->next()) {
                if (rows->text(0) != names.front()) {
                    names.push_back(rows->string(0));
                }
            }
        }
        return names;
    });
}

std::vector<Conflict> Store::conflicts() const {
    return engine_->guarded([&] {
        std::vector<Conflict> conflicts;
        const auto rows =
            engine_->query("SELECT kind, type, a, b, mention FROM conflict ORDER BY kind, type, a, b, mention");
        const auto documents = engine_->query(
            "SELECT d.name FROM edge g JOIN support u ON u.edge = g.id JOIN statement c ON c.id = u.statement "
            "JOIN document d ON d.id = c.id / 1048576 JOIN mention m ON m.id = ?1 "
            "WHERE (g.subject = m.entity OR g.object = m.entity) AND (c.subject = ?1 OR c.object = ?1) "
            "AND d.name IS NOT NULL");
        while (rows->next()) {
            Conflict conflict{rows->string(0), rows->string(1), rows->string(2), rows->string(3), {}};
            if (conflicts.empty() ||
                std::tie(conflicts.back().kind, conflicts.back().type, conflicts.back().a, conflicts.back().b) !=
                    std::tie(conflict.kind, conflict.type, conflict.a, conflict.b)) {
                conflicts.push_back(std::move(conflict));
            }
            documents->with(rows->integer(4));
            while (documents->next()) {
                conflicts.back().documents.push_back(documents->string(0));
            }
        }
        for (auto& conflict : conflicts) {
            std::ranges::sort(conflict.documents);
            conflict.documents.erase(std::ranges::unique(conflict.documents).begin(), conflict.documents.end());
        }
        return conflicts;
    });
}

StoreStatistics Store::statistics() const {
    return engine_->guarded([&] {
        StoreStatistics statistics;
        const auto count = [&](std::string_view sql) {
            return static_cast<std::size_t>(scalar(engine_->handle(), sql));
        };
        statistics.documents = count("SELECT count(*) FROM document WHERE name IS NOT NULL");
        statistics.statements = count("SELECT count(*) FROM statement");
        statistics.entities = count("SELECT count(*) FROM entity");
        statistics.edges = count("SELECT count(*) FROM edge");
        statistics.names = count("SELECT count(*) FROM name");
        statistics.conflicts = count("SELECT count(*) FROM conflict");
        statistics.decisions = count("SELECT count(*) FROM decision");
        statistics.waiting = count("SELECT count(*) FROM document WHERE id > (SELECT value FROM meta WHERE name = "
                                   "'folded_through') OR name IS NULL");
        Query dates(engine_->handle(),
                    "SELECT min(published), max(published) FROM document WHERE published <> '' AND name IS NOT NULL");
        if (dates.next()) {
            statistics.first_published = dates.string(0);
            statistics.last_published = dates.string(1);
        }
        statistics.bytes =
            static_cast<std::uint64_t>(count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
        return statistics;
    });
}

} // namespace jokbo

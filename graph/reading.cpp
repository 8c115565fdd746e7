#include "graph/claims.hpp"
#include "graph/fold.hpp"
#include "graph/qualifiers.hpp"
#include "graph/store.hpp"
#include "graph/store_engine.hpp"
#include "schema/error.hpp"
#include "schema/table.hpp"
#include "schema/text.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jokbo {

namespace {

constexpr const char* edge_columns =
    "id, subject, predicate, object, value, status, confidence, statements, documents, sources, accepted, "
    "first_seen, last_seen, happened, how, component, amount";

/// A filter in the store's own terms.
class Sieve {
public:
    Sieve(const QueryFilter& filter, const Store::Engine& engine) : least_(filter.min_confidence) {
        for (const auto status : filter.statuses) {
            statuses_ |= 1U << static_cast<unsigned>(status);
        }
        for (const auto relation : filter.relations) {
            if (const auto term = engine.term_of(relation); term != 0) {
                relations_.push_back(term);
            }
        }
        all_statuses_ = filter.statuses.empty();
        all_relations_ = filter.relations.empty();
    }

    bool passes(std::uint32_t predicate, Status status, double confidence) const {
        return confidence >= least_ && (all_statuses_ || (statuses_ >> static_cast<unsigned>(status) & 1U) != 0) &&
               (all_relations_ || std::ranges::find(relations_, predicate) != relations_.end());
    }

private:
    double least_;
    unsigned statuses_ = 0;
    std::vector<std::uint32_t> relations_;
    bool all_statuses_;
    bool all_relations_;
};

/// Terms of predicates as the ontology numbers them, for rows by the million.
class PredicateTable {
public:
    explicit PredicateTable(const Store::Engine& engine) : engine_(engine) {}
    PredicateId operator[](std::uint32_t term) {
        if (term >= known_.size()) {
            known_.resize(term + 1);
        }
        if (!known_[term]) {
            known_[term] = engine_.predicate_of(term);
        }
        return *known_[term];
    }

private:
    const Store::Engine& engine_;
    std::vector<std::optional<PredicateId>> known_;
};

Value value_from(const Query& row, int column, Predicate::ValueKind kind) {
    return value_from_text(row.text(column), kind);
}

/// As claims join them.
std::vector<Money> amounts_from(std::string_view joined) {
    std::vector<Money> amounts;
    for (const auto text : split(joined, '|')) {
        const auto value = value_from_text(text, Predicate::ValueKind::money);
        if (const auto* amount = std::get_if<Money>(&value)) {
            amounts.push_back(*amount);
        }
    }
    return amounts;
}

Edge edge_from(const Query& row, const Store::Engine& engine, PredicateTable& predicates) {
    Edge edge;
    edge.id = {row.number(0)};
    edge.subject = {row.number(1)};
    edge.predicate = predicates[row.number(2)];
    if (row.is_null(3)) {
        edge.object = value_from(row, 4, engine.ontology.predicate(edge.predicate).value);
    } else {
        edge.object = EntityId{row.number(3)};
    }
    edge.status = static_cast<Status>(row.integer(5));
    edge.confidence = row.real(6);
    edge.statements = row.number(7);
    edge.documents = row.number(8);
    edge.sources = row.number(9);
    edge.review = row.integer(10) != 0 ? Edge::Review::accepted : Edge::Review::none;
    edge.first_seen = row.string(11);
    edge.last_seen = row.string(12);
    edge.when = row.string(13);
    edge.how = row.string(14);
    edge.component = row.string(15);
    edge.amounts = amounts_from(row.text(16));
    return edge;
}

/// "2025-07" as a question covers its last day.
std::string end_of(std::string_view as_of) { return std::string(as_of) + "~"; }

/// Edges as they were known at a date: grouped anew from the statements of that time. `where` narrows them down by `g`.
void for_each_edge_as_of(const Store::Engine& engine, const QueryFilter& filter, std::string_view where,
                         std::optional<std::uint32_t> entity, const std::function<void(const Edge&)>& visit) {
    ClaimReader reader(engine);
    std::vector<Claim> claims;
    {
        Query rows(
            engine.handle(),
            fmt::format("SELECT g.id, g.subject, g.object, g.accepted, {} FROM edge g JOIN support u ON u.edge = g.id "
                        "JOIN statement c ON c.id = u.statement JOIN document d ON d.id = c.id / 1048576 "
                        "WHERE d.published < ?1 AND d.name IS NOT NULL {}",
                        ClaimReader::columns, where));
        const auto end = end_of(filter.as_of);
        rows.bind(1, end);
        if (entity) {
            rows.bind(2, *entity);
        }
        while (rows.next()) {
            auto claim = reader.read(rows, 4);
            claim.edge = rows.number(0);
            claim.subject = rows.number(1);
            if (claim.kind == Claim::Kind::relation) {
                claim.object = rows.number(2);
            }
            claim.review = rows.integer(3) != 0 ? Claim::Review::accepted : Claim::Review::none;
            claims.push_back(claim);
        }
    }
    const Sieve sieve(filter, engine);
    PredicateTable predicates(engine);
    std::vector<std::int64_t> loops;
    reader.group(
        claims,
        [&](const EdgeDraft& draft, std::span<const Claim> its) {
            const auto& first = its.front();
            if (!sieve.passes(first.predicate, first.status, draft.confidence)) {
                return;
            }
            Edge edge;
            edge.id = {first.edge};
            edge.subject = {first.subject};
            edge.predicate = predicates[first.predicate];
            if (first.kind == Claim::Kind::relation) {
                edge.object = EntityId{first.object};
            } else {
                edge.object =
                    value_from_text(reader.value(first.object), engine.ontology.predicate(edge.predicate).value);
            }
            edge.status = first.status;
            edge.confidence = draft.confidence;
            edge.statements = static_cast<std::uint32_t>(its.size());
            edge.documents = draft.documents;
            edge.sources = draft.sources;
            edge.review = draft.review;
            edge.first_seen = draft.first_seen;
            edge.last_seen = draft.last_seen;
            edge.when = draft.when;
            edge.how = draft.how;
            edge.component = draft.component;
            edge.amounts = amounts_from(draft.amount);
            visit(edge);
        },
        loops);
}

Link link_of(const Edge& edge) {
    return {edge.id,        edge.subject, std::get<EntityId>(edge.object),
            edge.predicate, edge.status,  static_cast<float>(edge.confidence)};
}

void sort_edges(std::vector<Edge>& edges) {
    const auto order = [](const Edge& edge) {
        const auto* object = std::get_if<EntityId>(&edge.object);
        return std::tuple(edge.subject, edge.predicate, object != nullptr ? *object : EntityId{},
                          object != nullptr ? std::string() : value_text(std::get<Value>(edge.object)), edge.status);
    };
    std::ranges::sort(edges, [&](const Edge& a, const Edge& b) { return order(a) < order(b); });
}

} // namespace

Store::Snapshot::Snapshot(const Store& store) : store_(&store) {
    if (store.engine_->snapshots++ == 0) {
        store.engine_->guarded([&] { return store.engine_->database->exec("BEGIN"); });
    }
}

Store::Snapshot::Snapshot(Snapshot&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}

Store::Snapshot::~Snapshot() {
    if (store_ != nullptr && --store_->engine_->snapshots == 0) {
        store_->engine_->database->tryExec("COMMIT");
    }
}

Store::Snapshot Store::snapshot() const { return Snapshot(*this); }

void Store::for_each_link(const QueryFilter& filter, const std::function<void(const Link&)>& visit) const {
    engine_->guarded([&] {
        if (!filter.as_of.empty()) {
            for_each_edge_as_of(*engine_, filter, "AND g.object IS NOT NULL", std::nullopt,
                                [&](const Edge& edge) { visit(link_of(edge)); });
            return 0;
        }
        const Sieve sieve(filter, *engine_);
        PredicateTable predicates(*engine_);
        Query rows(engine_->handle(),
                   "SELECT id, subject, object, predicate, status, confidence FROM edge WHERE object IS NOT NULL");
        while (rows.next()) {
            const auto predicate = rows.number(3);
            const auto status = static_cast<Status>(rows.integer(4));
            const auto confidence = rows.real(5);
            if (sieve.passes(predicate, status, confidence)) {
                visit({{rows.number(0)},
                       {rows.number(1)},
                       {rows.number(2)},
                       predicates[predicate],
                       status,
                       static_cast<float>(confidence)});
            }
        }
        return 0;
    });
}

void Store::for_each_edge(const QueryFilter& filter, const std::function<void(const Edge&)>& visit) const {
    engine_->guarded([&] {
        if (!filter.as_of.empty()) {
            for_each_edge_as_of(*engine_, filter, "", std::nullopt, visit);
            return 0;
        }
        const Sieve sieve(filter, *engine_);
        PredicateTable predicates(*engine_);
        Query rows(engine_->handle(), fmt::format("SELECT {} FROM edge", edge_columns));
        while (rows.next()) {
            if (sieve.passes(rows.number(2), static_cast<Status>(rows.integer(5)), rows.real(6))) {
                visit(edge_from(rows, *engine_, predicates));
            }
        }
        return 0;
    });
}

void Store::for_each_link_of(EntityId entity, Direction direction, const QueryFilter& filter,
                             const std::function<void(const Link&)>& visit) const {
    engine_->guarded([&] {
        if (!filter.as_of.empty()) {
            for_each_edge_as_of(*engine_, filter,
                                direction == Direction::out ? "AND g.object IS NOT NULL AND g.subject = ?2"
                                                            : "AND g.object = ?2",
                                entity.value, [&](const Edge& edge) { visit(link_of(edge)); });
            return 0;
        }
        const Sieve sieve(filter, *engine_);
        PredicateTable predicates(*engine_);
        const auto rows =
            direction == Direction::out
                ? engine_->query("SELECT id, subject, object, predicate, status, confidence FROM edge WHERE subject = "
                                 "? AND object IS NOT NULL")
                : engine_->query(
                      "SELECT id, subject, object, predicate, status, confidence FROM edge WHERE object = ?");
        rows->with(entity.value);
        while (rows->next()) {
            const auto predicate = rows->number(3);
            const auto status = static_cast<Status>(rows->integer(4));
            const auto confidence = rows->real(5);
            if (sieve.passes(predicate, status, confidence)) {
                visit({{rows->number(0)},
                       {rows->number(1)},
                       {rows->number(2)},
                       predicates[predicate],
                       status,
                       static_cast<float>(confidence)});
            }
        }
        return 0;
    });
}

std::vector<Edge> Store::edges_of(EntityId entity, const QueryFilter& filter) const {
    return engine_->guarded([&] {
        std::vector<Edge> edges;
        if (!filter.as_of.empty()) {
            for_each_edge_as_of(*engine_, filter, "AND (g.subject = ?2 OR g.object = ?2)", entity.value,
                                [&](const Edge& edge) { edges.push_back(edge); });
            sort_edges(edges);
            return edges;
        }
        const Sieve sieve(filter, *engine_);
        PredicateTable predicates(*engine_);
        Query rows(
            engine_->handle(),
            fmt::format("SELECT {0} FROM edge WHERE subject = ?1 UNION ALL SELECT {0} FROM edge WHERE object = ?1",
                        edge_columns));
        rows.with(entity.value);
        while (rows.next()) {
            if (sieve.passes(rows.number(2), static_cast<Status>(rows.integer(5)), rows.real(6))) {
                edges.push_back(edge_from(rows, *engine_, predicates));
            }
        }
        sort_edges(edges);
        return edges;
    });
}

std::optional<Edge> Store::edge(StoredEdgeId id) const {
    return engine_->guarded([&]() -> std::optional<Edge> {
        Query row(engine_->handle(), fmt::format("SELECT {} FROM edge WHERE id = ?", edge_columns));
        PredicateTable predicates(*engine_);
        return row.with(id.value).next() ? std::optional(edge_from(row, *engine_, predicates)) : std::nullopt;
    });
}

} // namespace jokbo

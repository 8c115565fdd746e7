#include "graph/fold.hpp"

#include "graph/hash.hpp"
#include "graph/store_engine.hpp"

#include <fmt/format.h>

namespace jokbo {

namespace {

/// Folding everything anew costs less than folding this share of all statements one by one.
constexpr std::int64_t bulk_share = 4;

} // namespace

std::string statement_key(std::string_view document, Span span, std::string_view subject, std::string_view predicate,
                          std::string_view object, Status status) {
    FieldHash hash;
    hash(document)(span.begin)(span.end)(subject)(predicate)(object)(name_of(status));
    return hash.text();
}

namespace {

std::vector<Decision> decisions_of(const Store::Engine& engine) {
    std::vector<Decision> decisions;
    const auto all = engine.query("SELECT action, subject_type, subject, predicate, object_type, object, status, "
                                  "target, who, made_at, why FROM decision");
    all->reset();
    while (all->next()) {
        if (const auto action = action_named(all->text(0))) {
            decisions.push_back({*action,
                                 {all->string(1), all->string(2)},
                                 all->string(3),
                                 {all->string(4), all->string(5)},
                                 all->string(6),
                                 all->string(7),
                                 all->string(8),
                                 all->string(9),
                                 all->string(10)});
        }
    }
    return in_force(std::move(decisions));
}

} // namespace

Folding::Folding(Store::Engine& engine)
    : engine_(engine), reader_(engine),
      identity_(engine.ontology, engine.lexicon(), engine.versions, decisions_of(engine)),
      decisions_(decisions_of(engine)) {
    for (const auto& predicate : engine.ontology.predicates()) {
        if (predicate.symmetry == Predicate::Symmetry::symmetric) {
            if (const auto term = engine.term_of(predicate.id); term != 0) {
                symmetric_.insert(term);
            }
        }
    }
}

bool Folding::is_stale(const Store::Engine& engine) {
    return !engine.is_indexed() || engine.meta("fold_stamp") != static_cast<std::int64_t>(engine.fold_stamp) ||
           engine.meta("decisions_folded") == 0;
}

bool Folding::is_due(const Store::Engine& engine) {
    if (is_stale(engine)) {
        return true;
    }
    const auto waiting = engine.query("SELECT EXISTS (SELECT 1 FROM document WHERE id > ?) OR EXISTS (SELECT 1 FROM "
                                      "document WHERE name IS NULL)");
    return waiting->with(engine.meta("folded_through")).next() && waiting->integer(0) != 0;
}

std::vector<std::int64_t> Folding::documents_taken_back() const {
    std::vector<std::int64_t> documents;
    Query removed(engine_.handle(), "SELECT id FROM document WHERE name IS NULL");
    while (removed.next()) {
        documents.push_back(removed.integer(0));
    }
    return documents;
}

FoldReport Folding::run() {
    const auto through = engine_.meta("folded_through");
    {
        Query added(engine_.handle(), "SELECT id FROM document WHERE id > ? AND name IS NOT NULL");
        added.with(through);
        while (added.next()) {
            added_.push_back(added.integer(0));
        }
    }
    removed_ = documents_taken_back();
    if (is_stale(engine_)) {
        return run_all();
    }
    if (added_.empty() && removed_.empty()) {
        return {};
    }
    std::vector<Claim> added;
    std::vector<Claim> removed;
    const auto read = [&](const std::vector<std::int64_t>& documents, std::vector<Claim>& claims) {
        const std::string sql =
            fmt::format("SELECT {} FROM statement c WHERE c.id >= ? AND c.id < ?", ClaimReader::columns);
        Query rows(engine_.handle(), sql);
        for (const auto id : documents) {
            rows.with(id * statements_per_document, (id + 1) * statements_per_document);
            while (rows.next()) {
                claims.push_back(reader_.read(rows));
            }
        }
    };
    read(added_, added);
    read(removed_, removed);
    const auto touched = static_cast<std::int64_t>(added.size() + removed.size());
    if (touched * bulk_share > scalar(engine_.handle(), "SELECT count(*) FROM support")) {
        return run_all();
    }
    std::unordered_map<MentionId, std::int64_t> changes;
    const auto count = [&](const std::vector<Claim>& claims, std::int64_t by) {
        for (const auto& claim : claims) {
            changes[claim.subject] += by;
            if (claim.kind == Claim::Kind::relation) {
                changes[claim.object] += by;
            }
        }
    };
    count(added, 1);
    count(removed, -1);
    // What is taken out leads to its edges by where its mentions stood before.
    for (auto& claim : removed) {
        resolve_ends(claim);
    }
    entity_of_.clear();
    const auto rules = edge_rules();
    fold_touched_entities(changes);
    if (edge_rules() != rules) {
        // A decision now speaks of other edges than before: those must be found as well.
        report_ += Folding(engine_).run_all();
        return report_;
    }
    read_rules();
    fold_touched_edges(std::move(added), removed);
    finish();
    return report_;
}

FoldReport Folding::run_all() {
    removed_ = documents_taken_back();
    entity_of_.clear();
    keys_.clear();
    for (const auto id : removed_) {
        take_out(id);
    }
    removed_.clear();
    std::vector<Claim> claims;
    std::vector<std::uint32_t> uses(
        static_cast<std::size_t>(scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM mention")));
    reader_.read_all_documents();
    {
        claims.reserve(static_cast<std::size_t>(scalar(engine_.handle(), "SELECT count(*) FROM statement")));
        Query rows(engine_.handle(), fmt::format("SELECT {} FROM statement c", ClaimReader::columns));
        while (rows.next()) {
            claims.push_back(reader_.read(rows));
            ++uses.at(claims.back().subject);
            if (claims.back().kind == Claim::Kind::relation) {
                ++uses.at(claims.back().object);
            }
        }
    }
    const auto old_edges = static_cast<std::size_t>(scalar(engine_.handle(), "SELECT count(*) FROM edge"));
    fold_all_entities(uses);
    read_rules();
    for (auto& claim : claims) {
        resolve_ends(claim);
    }
    apply_rules(claims);
    engine_.database->exec("DELETE FROM edge; DELETE FROM support");
    const auto edges = insert_edges(claims);
    claims = {};
    report_.new_edges = edges > old_edges ? edges - old_edges : 0;
    report_.gone_edges = old_edges > edges ? old_edges - edges : 0;
    engine_.make_indexes();
    finish();
    return report_;
}

void Folding::take_out(std::int64_t document) {
    engine_.query("DELETE FROM statement WHERE id >= ? AND id < ?")
        ->run(document * statements_per_document, (document + 1) * statements_per_document);
    engine_.query("DELETE FROM document WHERE id = ?")->run(document);
}

void Folding::finish() {
    for (const auto id : removed_) {
        take_out(id);
    }
    engine_.set_meta("folded_through", engine_.meta("next_document") - 1);
    engine_.set_meta("fold_stamp", static_cast<std::int64_t>(engine_.fold_stamp));
    engine_.set_meta("decisions_folded", 1);
}

void Store::index_names() {
    engine_->writing([&] {
        const auto last = scalar(engine_->handle(), "SELECT coalesce(max(id), 0) FROM name");
        const auto indexed = engine_->meta("indexed_names");
        if (indexed == 0) {
            engine_->database->exec("INSERT INTO name_text(name_text) VALUES('rebuild')");
        } else if (indexed < last) {
            engine_->query("INSERT INTO name_text(rowid, folded) SELECT id, folded FROM name WHERE id > ?")
                ->run(indexed);
        }
        engine_->set_meta("indexed_names", std::max(indexed, last));
        return 0;
    });
}

FoldReport Store::fold() {
    return engine_->writing([&] { return Folding::is_due(*engine_) ? Folding(*engine_).run() : FoldReport{}; });
}

} // namespace jokbo

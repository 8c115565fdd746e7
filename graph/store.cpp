#include "graph/store.hpp"

#include "graph/intake.hpp"
#include "graph/store_engine.hpp"
#include "schema/error.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

namespace jokbo {

AddReport& AddReport::operator+=(const AddReport& other) {
    added += other.added;
    unchanged += other.unchanged;
    replaced += other.replaced;
    statements += other.statements;
    refused.insert(refused.end(), other.refused.begin(), other.refused.end());
    return *this;
}

FoldReport& FoldReport::operator+=(const FoldReport& other) {
    new_entities += other.new_entities;
    new_edges += other.new_edges;
    gone_entities += other.gone_entities;
    gone_edges += other.gone_edges;
    return *this;
}

Store::Store(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::filesystem::path& path, Mode mode, const Pack& pack, const Ontology& ontology,
                  const Lexicon& lexicon) {
    Store store(std::make_unique<Engine>(path, mode, pack, ontology, &lexicon));
    if (mode == Mode::write && store.engine_->is_indexed()) {
        store.fold();
    }
    return store;
}

Store Store::open_to_read(const std::filesystem::path& path, const Pack& pack, const Ontology& ontology) {
    return Store(std::make_unique<Engine>(path, Mode::read, pack, ontology, nullptr));
}

Store Store::in_memory(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon) {
    return Store(std::make_unique<Engine>(":memory:", Mode::write, pack, ontology, &lexicon));
}

const Ontology& Store::ontology() const { return engine_->ontology; }
const Lexicon& Store::lexicon() const { return engine_->lexicon(); }
const std::filesystem::path& Store::path() const { return engine_->path; }

AddReport Store::add(std::span<const ReadDocument> documents) {
    return engine_->taking_in([&] {
        AddReport report;
        Intake intake(*engine_, report);
        for (const auto& document : documents) {
            intake.add(document);
        }
        intake.finish();
        return report;
    });
}

bool Store::holds(const Document& document) const {
    return engine_->guarded([&] {
        const auto known = engine_->query("SELECT 1 FROM document WHERE name = ? AND hash = ? AND reader = ?");
        return known->with(document.id, hash_of(document), engine_->reader_stamp).next();
    });
}

bool Store::forget(std::string_view document) {
    return engine_->writing([&] {
        const auto known = engine_->query("SELECT id FROM document WHERE name = ?");
        if (!known->with(document).next()) {
            return false;
        }
        Intake::take_back(*engine_, known->integer(0));
        return true;
    });
}

bool Store::decide(const Decision& decision) {
    return engine_->writing([&] { return write_decision(*engine_, decision); });
}

std::vector<Decision> Store::decisions() const {
    return engine_->guarded([&] {
        std::vector<Decision> decisions;
        const auto all = engine_->query(
            "SELECT action, subject_type, subject, predicate, object_type, object, status, target, who, made_at, why "
            "FROM decision ORDER BY made_at, id");
        all->reset();
        while (all->next()) {
            const auto action = action_named(all->text(0));
            if (!action) {
                throw StoreError(
                    fmt::format("{}: holds a decision of the unknown kind '{}'", engine_->path.string(), all->text(0)));
            }
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
        return decisions;
    });
}

} // namespace jokbo

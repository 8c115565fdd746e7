#pragma once

#include "graph/belief.hpp"
#include "graph/number_map.hpp"
#include "graph/sqlite.hpp"
#include "graph/store.hpp"
#include "graph/versions.hpp"
#include "schema/error.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <map>
#include <memory>
#include <unordered_map>

namespace jokbo {

/// Words of the store's file that are written once: names of types, predicates and frames.
class Terms {
public:
    explicit Terms(sqlite3* database) : database_(database) {}
    /// Writes it where it is new.
    std::uint32_t id(std::string_view text);
    std::optional<std::uint32_t> find(std::string_view text);
    const std::string& text(std::uint32_t id);
    /// Forgets what was read: another process may have written.
    void clear();

private:
    void load();
    sqlite3* database_;
    bool loaded_ = false;
    std::map<std::string, std::uint32_t, std::less<>> ids_;
    std::unordered_map<std::uint32_t, std::string> texts_;
};

/// Document ids and numbers in one statement id.
inline constexpr std::int64_t statements_per_document = 1 << 20;

struct Store::Engine {
    /// Without `known`, the lexicon is loaded from the pack where something asks for it.
    Engine(std::filesystem::path file, Mode how, const Pack& pack, const Ontology& names, const Lexicon* known);
    /// With the knowledge of another one.
    Engine(std::filesystem::path file, Mode how, const Engine& other);

    /// Runs `work`; an SQLite::Exception becomes a StoreError that names the file and the way out.
    template <class Work>
    decltype(auto) guarded(Work work) const;
    /// The same in one transaction that no other writer can enter.
    template <class Work>
    decltype(auto) writing(Work work);

    /// The same for what makes mentions and terms: where it fails, their new numbers are not remembered.
    template <class Work>
    decltype(auto) taking_in(Work work);

    sqlite3* handle() const { return database->getHandle(); }
    /// A statement out of the pool, which goes back reset; two at a time may be of one text. `sql` must be a literal.
    class Lease {
    public:
        Lease(std::vector<std::unique_ptr<Query>>& pool, std::unique_ptr<Query> query)
            : pool_(&pool), query_(std::move(query)) {}
        ~Lease() {
            query_->reset();
            pool_->push_back(std::move(query_));
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Query* operator->() const { return query_.get(); }
        Query& operator*() const { return *query_; }

    private:
        std::vector<std::unique_ptr<Query>>* pool_;
        std::unique_ptr<Query> query_;
    };
    Lease query(const char* sql) const;
    std::int64_t meta(std::string_view name) const;
    void set_meta(std::string_view name, std::int64_t value);
    bool is_indexed() const { return meta("indexed") != 0; }
    void make_indexes();

    TypeId type_of(std::string_view name) const;
    PredicateId predicate_of(std::uint32_t term) const;
    std::uint32_t term_of(PredicateId predicate) const;

    std::filesystem::path path;
    Mode mode;
    const Ontology& ontology;
    const Lexicon& lexicon() const;
    Versions versions;
    Reliability reliability;
    std::uint64_t reader_stamp = 0; ///< of the data that documents are read with
    std::uint64_t fold_stamp = 0;   ///< of the data that the fold depends on
    std::unique_ptr<SQLite::Database> database;
    mutable Terms terms;

    /// Ids of mentions by the hash of their form. Complete where the store was empty when it was opened.
    NumberMap mentions;
    bool knows_all_mentions = false;
    std::int64_t seen_version = -1;
    mutable int snapshots = 0;

private:
    const Pack& pack_;
    const Lexicon* lexicon_;
    mutable std::unique_ptr<Lexicon> own_lexicon_;
    void open();
    void prepare_for_writing();
    void bring_up_to_date();
    void refresh();
    [[noreturn]] void explain(const SQLite::Exception& error) const;
    mutable std::unordered_map<const char*, std::vector<std::unique_ptr<Query>>> queries_; ///< by the literal's address
    mutable std::vector<std::optional<std::uint32_t>> predicate_terms_;
};

template <class Work>
decltype(auto) Store::Engine::guarded(Work work) const {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        explain(error);
    }
}

template <class Work>
decltype(auto) Store::Engine::taking_in(Work work) {
    try {
        return writing(work);
    } catch (...) {
        mentions.clear();
        terms.clear();
        seen_version = -1;
        throw;
    }
}

template <class Work>
decltype(auto) Store::Engine::writing(Work work) {
    return guarded([&]() -> decltype(auto) {
        if (mode == Mode::read) {
            throw StoreError(path.string() + ": was opened for reading only");
        }
        SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
        refresh();
        auto result = work();
        transaction.commit();
        return result;
    });
}

} // namespace jokbo

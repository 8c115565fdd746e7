#pragma once

#include "graph/decision.hpp"
#include "graph/records.hpp"
#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"
#include "schema/pack.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace jokbo {

/// What became of the documents of one batch.
struct AddReport {
    std::size_t added = 0;
    std::size_t unchanged = 0;
    std::size_t replaced = 0;
    std::size_t statements = 0; ///< taken in from added and replaced documents
    /// One line each: statements whose quote is not in their document, or that the ontology does not allow.
    std::vector<std::string> refused;

    AddReport& operator+=(const AddReport& other);
};

/// How the graph changed.
struct FoldReport {
    std::size_t new_entities = 0;
    std::size_t new_edges = 0;
    std::size_t gone_entities = 0;
    std::size_t gone_edges = 0;

    FoldReport& operator+=(const FoldReport& other);
};

struct StoreStatistics {
    std::size_t documents = 0;
    std::size_t statements = 0;
    std::size_t entities = 0;
    std::size_t edges = 0;
    std::size_t names = 0;
    std::size_t conflicts = 0;
    std::size_t decisions = 0;
    std::size_t waiting = 0; ///< documents that were added but not folded yet
    std::string first_published;
    std::string last_published;
    std::uint64_t bytes = 0; ///< on disk
};

/// Two names that a text says are one and that must not be.
struct Conflict {
    std::string kind; ///< "lexicon": two entries, "version", or "split": a person said no
    std::string type;
    std::string a;
    std::string b;
    /// The documents that say so, in the form in which they use the names.
    std::vector<std::string> documents;
};

/// How a name was found.
enum class Match : std::uint8_t { exact, folded, within };

struct Found {
    Entity entity;
    Match match = Match::exact;
    std::string name; ///< the one that matched
};

/// Statements in, answers out. The graph in it is a pure function (a fold) of the set of documents with their statements and of
/// the decisions, whatever their order and batches. All of it is one SQLite file; see docs/store.md for its tables and views.
class Store {
public:
    enum class Mode : std::uint8_t { read, write };
    enum class Direction : std::uint8_t { out, in };

    /// `ontology` and `lexicon` must outlive the store. In Mode::write a missing file is created, and what an interrupted run
    /// left to be folded is folded. Throws NotFound where there is no file to read, StoreError where it is no store of ours.
    static Store open(const std::filesystem::path& path, Mode mode, const Pack& pack, const Ontology& ontology,
                      const Lexicon& lexicon);
    /// For a question: loads the lexicon from `pack`, which must outlive the store, only where the answer needs it.
    static Store open_to_read(const std::filesystem::path& path, const Pack& pack, const Ontology& ontology);
    static Store in_memory(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon);

    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    const Ontology& ontology() const;
    const Lexicon& lexicon() const;
    const std::filesystem::path& path() const;

    // Writing. Each call is one transaction: done when it returns, undone when it throws.

    /// Takes documents in durably. They are part of the graph after the next `fold`.
    AddReport add(std::span<const ReadDocument> documents);
    /// Whether the store holds exactly this document, so that it need not be read again.
    bool holds(const Document& document) const;
    /// Retracts what only this document said (after the next `fold`). False where there is no such document.
    bool forget(std::string_view document);
    /// Takes in all documents and decisions of another store. Of two documents with one id the later published one stays (then
    /// the one with the greater hash).
    AddReport merge(const std::filesystem::path& other);
    /// Brings entities and edges up to date with the statements and decisions.
    FoldReport fold();
    /// Brings the full-text index of names up to date, which a fold of everything leaves to be done: it costs as much as that
    /// fold, and `search` answers without it as well, only slower.
    void index_names();

    /// A consistent copy, also while others write. Throws StoreError where `to` exists or cannot be written.
    void backup(const std::filesystem::path& to) const;

    // Decisions; each takes effect with the next `fold`.

    /// False where it was there already.
    bool decide(const Decision& decision);
    std::vector<Decision> decisions() const;

    // Reading. A callback must not write to the store.

    /// All that was taken in and not taken back, by document id.
    void for_each_document(const std::function<void(const ReadDocument&)>& visit) const;

    /// All reads until its destruction see one state.
    class Snapshot {
    public:
        ~Snapshot();
        Snapshot(Snapshot&&) noexcept;

    private:
        friend class Store;
        explicit Snapshot(const Store& store);
        const Store* store_;
    };
    Snapshot snapshot() const;

    /// In the order of ids.
    void for_each_entity(const std::function<void(const Entity&)>& visit) const;
    /// These, in their order; those that are not there are left out.
    void for_each_entity_of(std::span<const EntityId> ids, const std::function<void(const Entity&)>& visit) const;
    /// Relations, in the order of (subject, predicate, object, status) by id.
    void for_each_link(const QueryFilter& filter, const std::function<void(const Link&)>& visit) const;
    /// Relations and attributes with all that is known of them.
    void for_each_edge(const QueryFilter& filter, const std::function<void(const Edge&)>& visit) const;
    /// The relations that lead out of or into one entity. Costs what the answer costs.
    void for_each_link_of(EntityId entity, Direction direction, const QueryFilter& filter,
                          const std::function<void(const Link&)>& visit) const;
    /// Relations and attributes of one entity, those into it as well.
    std::vector<Edge> edges_of(EntityId entity, const QueryFilter& filter = {}) const;

    std::optional<Entity> entity(EntityId id) const;
    std::optional<Entity> entity_with_key(std::string_view key) const;
    std::optional<Edge> edge(StoredEdgeId id) const;
    /// All names, the canonical one first, the others by text.
    std::vector<std::string> names(EntityId id) const;
    /// Statements of the edge (known as of `as_of`, if that is not empty), by document and place.
    std::vector<Support> supports(StoredEdgeId id, std::string_view as_of = {}) const;

    /// The document of the statement with that key (see Support); looks through all of them. Empty where there is none.
    std::string document_of(std::string_view statement) const;

    /// The entities that bear the name: exactly so, else folded, by type and key.
    std::vector<Found> find(std::string_view name) const;
    /// The one entity meant by `name`, which may be a key, a name or `Type:name`. Throws NotFound with the nearest name, and
    /// UsageError where several are meant, naming them.
    Entity entity_named(std::string_view name) const;
    /// Names that contain the words, best first.
    std::vector<Found> search(std::string_view words, std::size_t limit) const;

    /// The known name nearest to a mistyped one, or empty.
    std::string nearest_name(std::string_view name) const;

    /// By kind, type and names.
    std::vector<Conflict> conflicts() const;

    StoreStatistics statistics() const;

    struct Engine;
    /// For the other files of graph/ that read the store's tables.
    Engine& engine() const { return *engine_; }

private:
    explicit Store(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> engine_;
};

} // namespace jokbo

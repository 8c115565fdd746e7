#pragma once

#include "graph/claims.hpp"
#include "graph/identity.hpp"
#include "graph/store.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jokbo {

/// Brings the derived tables of a store up to date: all of them, or what a few documents touched. Both ways lead to the same
/// tables. Runs inside a transaction of its caller.
class Folding {
public:
    explicit Folding(Store::Engine& engine);
    /// Whether anything changed since the last fold; costs nothing, while a Folding learns the lexicon first.
    static bool is_due(const Store::Engine& engine);
    FoldReport run();
    /// All of it, whatever changed.
    FoldReport run_all();

private:
    using MentionId = std::uint32_t;
    using EntityNumber = std::uint32_t;

    struct EdgeRule {
        std::uint32_t predicate;
        EntityNumber subject;
        std::optional<EntityNumber> object;
        std::string value;
        std::optional<Status> status;
        Decision::Action action;

        friend bool operator==(const EdgeRule&, const EdgeRule&) = default;
    };

    // fold_entities.cpp
    void fold_all_entities(const std::vector<std::uint32_t>& uses);
    void fold_touched_entities(const std::unordered_map<MentionId, std::int64_t>& changes);
    void insert_entity(EntityNumber id, const Resolution::Entity& entity);
    void insert_names(EntityNumber id, const Resolution::Entity& entity);
    void remove_names(EntityNumber id);
    void insert_conflicts(const Resolution& resolution, const std::vector<MentionId>& ids);

    // fold_edges.cpp
    void read_rules();
    std::vector<EdgeRule> edge_rules() const;
    std::optional<EntityNumber> meant(const Decision::Name& name) const;
    void apply_rules(std::vector<Claim>& claims);
    /// From mentions to entities; the two ends of a symmetric relation in the order of their keys.
    void resolve_ends(Claim& claim);
    void order_ends(Claim& claim);
    std::size_t insert_edges(std::vector<Claim>& claims);
    void fold_touched_edges(std::vector<Claim> added, const std::vector<Claim>& removed);
    const std::string& key_of(EntityNumber entity);
    bool keys_in_order(EntityNumber a, EntityNumber b);

    // fold.cpp
    static bool is_stale(const Store::Engine& engine);
    std::vector<std::int64_t> documents_taken_back() const;
    void take_out(std::int64_t document);
    void finish();

    Store::Engine& engine_;
    ClaimReader reader_;
    Identity identity_;
    std::vector<Decision> decisions_;
    FoldReport report_;
    std::vector<std::int64_t> added_;
    std::vector<std::int64_t> removed_;
    std::unordered_map<MentionId, EntityNumber> entity_of_; ///< of mentions that were looked at
    std::vector<EntityNumber> all_entities_;                ///< of every mention, where everything is folded anew
    std::unordered_map<EntityNumber, std::string> keys_;
    std::unordered_set<std::uint32_t> symmetric_; ///< predicates' terms
    std::unordered_set<EntityNumber> unsettled_;  ///< entities some of whose mentions came or went
    std::unordered_set<std::int64_t> rejected_;
    std::unordered_set<std::int64_t> accepted_;
    std::int64_t next_name_ = 0;
    std::int64_t indexed_names_ = 0; ///< up to this row the full-text index holds them
    enum class NameIndex { each, later } indexing_ = NameIndex::each;
    std::vector<std::int64_t> idle_; ///< statements that support nothing
    std::vector<EdgeRule> rules_;
};

/// By what decisions refer to a statement.
std::string statement_key(std::string_view document, Span span, std::string_view subject, std::string_view predicate,
                          std::string_view object, Status status);

} // namespace jokbo

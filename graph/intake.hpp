#pragma once

#include "graph/store_engine.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Stands between the names of a form, in mention.names.
inline constexpr char between_names = '\x1f';

/// Takes documents with their statements into the base tables, inside a transaction of its caller.
class Intake {
public:
    /// What happens to a document whose id the store knows with other contents.
    enum class Conflict {
        replace,     ///< it takes the old one's place
        later_stays, ///< the later published one stays, then the one with the greater hashes: either way round the same one
    };

    Intake(Store::Engine& engine, AddReport& report, Conflict conflict = Conflict::replace)
        : engine_(engine), report_(report), conflict_(conflict) {}

    void add(const ReadDocument& read);
    /// To be called at the end.
    void finish();

    /// The document's statements go with the next fold; where they were never folded, at once.
    static void take_back(Store::Engine& engine, std::int64_t id);

private:
    struct Row {
        const Statement* statement;
        std::string subject;
        std::string object; ///< names, or the value as text
        std::string qualifiers;
        std::uint64_t hash;
    };

    std::vector<Row> rows_of(const ReadDocument& read);
    void insert_document(std::int64_t id, const Document& document, std::int64_t hash, std::int64_t reading);
    void insert_statement(std::int64_t id, const Row& row, const std::string& document);
    std::int64_t next_document();
    std::uint32_t term_of(PredicateId predicate);
    std::uint32_t frame_id(const std::string& frame);
    std::uint32_t mention_id(const Mention& mention, const std::string& packed, const std::string& document);

    Store::Engine& engine_;
    AddReport& report_;
    Conflict conflict_;
    std::int64_t next_document_ = 0;
    std::int64_t next_mention_ = 0;
    std::unordered_map<std::string, std::uint32_t> frames_;
};

/// What tells one version of a document from another: its text and what describes it, but not where it was read from.
std::uint64_t hash_of(const Document& document);

/// False where it was there already.
bool write_decision(Store::Engine& engine, const Decision& decision);

} // namespace jokbo

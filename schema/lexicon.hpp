#pragma once

#include "schema/ontology.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

using EntryId = Id<struct EntryTag>;

/// One name of a lexicon entry.
struct LexiconName {
    std::string text;
    /// An ambiguous name counts only where the text gives a cue of its type.
    enum class Use : std::uint8_t { plain, needs_cue } use = Use::plain;
};

/// Something whose names are known before any text is read.
struct LexiconEntry {
    EntryId id;
    /// A slug that other entries and decisions refer to: `sk-telecom`.
    std::string key;
    TypeId type;
    /// The first is the canonical one.
    std::vector<LexiconName> names;
    std::string country; ///< ISO 3166 alpha-2, or empty
    std::optional<EntryId> parent;
    std::optional<EntryId> maker;
    std::string homepage;
};

/// The known names, read from `schema/lexicon/*.tsv`.
class Lexicon {
public:
    /// Throws DataError where a line is malformed, a key stands twice, a parent or maker is unknown, or two entries of one
    /// type claim the same unambiguous name.
    static Lexicon load(const Pack& pack, const Ontology& ontology);

    /// The same, read when the first question is put to it, which then throws: most questions about a store need no lexicon.
    /// `pack` and `ontology` must outlive it.
    static Lexicon deferred(const Pack& pack, const Ontology& ontology);

    std::span<const LexiconEntry> entries() const { return contents().entries; }
    const LexiconEntry& entry(EntryId id) const { return contents().entries.at(id.value); }
    const LexiconEntry* find_key(std::string_view key) const;

    /// The entries of that type that bear the name, compared folded (see schema/text.hpp), in file order.
    std::vector<EntryId> find_name(TypeId type, std::string_view name) const;

private:
    struct Contents {
        std::vector<LexiconEntry> entries;
        std::unordered_map<std::string, EntryId> by_key;
        std::unordered_map<std::string, std::vector<EntryId>> by_folded_name;
    };
    struct State {
        Contents contents;
        std::function<Contents()> read;
        std::once_flag once;
    };
    static Contents read(const Pack& pack, const Ontology& ontology);
    const Contents& contents() const;

    std::shared_ptr<State> state_ = std::make_shared<State>();
};

} // namespace jokbo

#pragma once

#include "extract/analysis.hpp"
#include "extract/names/names.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Everything that one document calls by one name or by aliases of it. `Claude` may be a model here and a product there: the types
/// are alternatives, among which the slot of a frame chooses.
struct NameGroup {
    /// As the text writes them, in order.
    std::vector<std::string> names;
    /// Lexicon entries that bear the name, at most one a type.
    std::vector<EntryId> entries;
    TypeSet types;
    /// How much speaks for each type: what the lexicon says, how the text introduces it, what slots it filled.
    std::array<std::uint16_t, 32> votes{};
    Naming naming = Naming::named;
};

/// The names of a document and which of them are one.
class DocumentNames {
public:
    explicit DocumentNames(const Lexicon& lexicon) : lexicon_(lexicon) {}

    /// The group of a name that the lexicon holds.
    std::uint32_t of_entries(const std::vector<NameIndex::Bearer>& bearers, std::string_view form);
    /// The group of a name that the text introduces.
    std::uint32_t of_form(std::string_view form, TypeSet types, std::uint16_t weight);
    /// The group that the text itself has introduced by that name.
    std::optional<std::uint32_t> named(std::string_view form) const;
    /// A thing that is described and not named.
    std::uint32_t described(std::string_view form, TypeId type);

    /// Unites two names because the text says so. Names of two lexicon entries of one type stay apart. The group that is left.
    std::uint32_t unite(std::uint32_t a, std::uint32_t b);
    void add_form(std::uint32_t group, std::string_view form);

    /// The group after all unions.
    std::uint32_t find(std::uint32_t group) const {
        while (into_[group] != group) {
            group = into_[group] = into_[into_[group]]; // shortens the way for those who come after
        }
        return group;
    }
    NameGroup& operator[](std::uint32_t group) { return groups_[find(group)]; }
    const NameGroup& operator[](std::uint32_t group) const { return groups_[find(group)]; }
    std::size_t size() const { return groups_.size(); }
    /// Whether a group stands for itself (was not united into another).
    bool is_root(std::uint32_t group) const { return into_[group] == group; }

    /// What the group may be: all that was said of it, less what a cue or two suggest against one that is settled.
    TypeSet likely_types(std::uint32_t group) const;
    /// The likeliest of `types` for the group, if any of them may be.
    std::optional<TypeId> type_in(std::uint32_t group, TypeSet types) const;

    /// Where the lexicon says that it is from; empty where it says nothing.
    std::string_view country(std::uint32_t group) const;

    /// The mention that a statement carries: every form of the text, and of the lexicon entry of that type.
    Mention mention(std::uint32_t group, TypeId type) const;

private:
    std::uint32_t make();
    void add_type(NameGroup& group, TypeId type, std::uint16_t weight);

    const Lexicon& lexicon_;
    std::vector<NameGroup> groups_;
    mutable std::vector<std::uint32_t> into_;
    std::unordered_map<std::uint32_t, std::uint32_t> by_entry_;
    std::unordered_map<std::string, std::uint32_t> by_form_;
};

} // namespace jokbo

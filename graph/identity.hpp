#pragma once

#include "graph/decision.hpp"
#include "graph/versions.hpp"
#include "schema/lexicon.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// A form under which documents speak of an entity, and in how many places they do.
struct Form {
    TypeId type;
    /// The document, where the entity is described rather than named: nothing unites it with those of other documents.
    std::string_view scope;
    Naming naming = Naming::named;
    std::vector<std::string_view> names; ///< the standing one first
    std::uint64_t uses = 0;
};

/// What the forms stand for.
struct Resolution {
    struct Entity {
        std::string key;
        TypeId type;
        Naming naming = Naming::named;
        std::string name;
        std::string country;
        std::vector<std::pair<std::string, std::string>> names; ///< text and folded, by text
    };
    /// What a text says and must not be believed: `a` and `b` are one.
    struct Conflict {
        std::string kind; ///< "version", "lexicon" (two entries) or "split" (a person said no)
        TypeId type;
        std::string a;
        std::string b;
        std::string a_folded;
        std::string b_folded;
        std::size_t form;
    };
    std::vector<Entity> entities;         ///< by key
    std::vector<std::uint32_t> entity_of; ///< of each form
    std::vector<Conflict> conflicts;
};

/// Decides which names stand for one thing: by the lexicon, by what texts unite, by what people decided, never by likeness.
/// A pure function of the set of forms; resolving a part that no name connects with the rest gives that part's share.
class Identity {
public:
    /// `decisions` are those in force, in the order in which they were made. All arguments but these must outlive it.
    Identity(const Ontology& ontology, const Lexicon& lexicon, const Versions& versions,
             std::vector<Decision> decisions);

    Resolution resolve(std::span<const Form> forms) const;

    /// Names that decisions tie to a name of that folded form, folded.
    std::vector<std::string> tied_by_decision(const std::string& folded) const;
    /// Keys of lexicon entries that bear a name of that folded form.
    std::vector<std::string> entries_bearing(const std::string& folded) const;

private:
    friend class Resolver;
    struct Bearers {
        std::vector<EntryId> plain;
        std::vector<EntryId> any;
    };
    const Ontology& ontology_;
    const Lexicon& lexicon_;
    const Versions& versions_;
    std::vector<Decision> decisions_;
    std::unordered_map<std::string, std::map<std::uint32_t, Bearers>> bearers_; ///< by folded name, then type
    std::map<std::string, std::set<std::string>> tied_;
};

} // namespace jokbo

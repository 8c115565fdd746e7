#pragma once

#include "extract/names/document_names.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// What an anaphor or a dropped subject may stand for: entities that the text has named, by salience.
/// Topics weigh more than subjects, subjects more than the rest; what was said sentences ago fades. Ties abstain.
class Salience {
public:
    /// Who may be a person (`person`) is no company, whatever else he may be.
    Salience(const DocumentNames& names, TypeId person) : names_(names), person_(person) {}

    enum class Place : std::uint8_t { topic, subject, other };
    static constexpr std::uint32_t owned = 1; ///< the class noun of whatever somebody has: a round, a deal

    /// What an anaphor says of whom it stands for.
    struct Clue {
        std::uint32_t noun = 0; ///< what the text has called it
        std::string_view country{};
        EntityMention::Bias bias = EntityMention::Bias::absent;
    };
    Clue clue(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    /// Whether what is known of a name rules it out: the Chinese startup is no French one, and nobody who funds others.
    bool rules_out(const Clue& clue, std::uint32_t group) const;

    void see(std::uint32_t group, Place place, std::uint32_t sentence);
    /// A sentence without a subject of its own goes on about the topic of the one before.
    void go_on(std::uint32_t sentence);
    /// What the whole document is about: the model of a model card.
    void favour(std::uint32_t group) { favoured_ = group; }
    /// The names of one phrase: what 양사, 이들 and "both companies" look back to.
    void see_together(const std::vector<std::uint32_t>& groups, std::uint32_t sentence);
    /// The text calls it so (a startup), or says that it has one (a round).
    void call(std::uint32_t group, std::uint32_t noun);
    bool is_called(std::uint32_t group, std::uint32_t noun) const;
    /// The text says that it gives money to others.
    void fund(std::uint32_t group) { funders_.push_back(group); }
    /// A new article begins: nothing said before can be meant.
    void forget();

    /// The likeliest single referent whose type is among `types`, none where nothing is near or two are as likely.
    std::uint32_t one(TypeSet types, std::uint32_t sentence) const;
    /// The only one of such a type that the last sentences have named.
    std::uint32_t lone(TypeSet types, std::uint32_t sentence) const;
    /// The same as `one`, where what is spoken of often weighs more and is remembered longer ("the company"), and what the clue
    /// speaks for (a startup) weighs most.
    std::uint32_t frequent(TypeSet types, std::uint32_t sentence, const Clue& clue) const;
    /// Whose round or deal was spoken of: the likeliest of those that the text says have one.
    std::uint32_t owner(TypeSet types, std::uint32_t sentence) const {
        const auto group = frequent(types, sentence, {owned});
        return group != none && is_called(group, owned) ? group : none;
    }
    /// What the text has been about: the one of such a type that it has named most often so far, none where two are level.
    std::uint32_t about(TypeSet types) const;
    /// Whom the text is about beyond doubt: named twice as often as any other of such a type, none where nothing is.
    std::uint32_t protagonist(TypeSet types) const;
    /// The entities of the last group of exactly `number` (0: two or more) of such a type.
    std::vector<std::uint32_t> several(TypeSet types, std::uint8_t number, std::uint32_t sentence) const;

private:
    struct Seen {
        std::uint32_t group;
        Place place;
        std::uint32_t sentence;
    };
    struct Together {
        std::vector<std::uint32_t> groups;
        std::uint32_t sentence;
    };
    struct Lead {
        std::uint32_t group = none;
        std::uint32_t most = 0;
        std::uint32_t second = 0;
    };
    bool fits(std::uint32_t group, TypeSet types) const {
        return names_.type_in(group, types).has_value() &&
               (types.has(person_) || !names_.likely_types(group).has(person_));
    }
    /// Which of such a type the text has named most often, how often, and how often the runner-up.
    Lead lead(TypeSet types) const;

    const DocumentNames& names_;
    TypeId person_;
    std::vector<Seen> seen_;
    std::unordered_map<std::uint32_t, std::uint32_t> times_; ///< by group, how often it was named
    std::vector<Together> together_;
    struct Called {
        std::uint32_t group;
        std::uint32_t noun;
    };
    std::vector<Called> called_;
    std::vector<std::uint32_t> funders_;
    std::uint32_t favoured_ = none;
};

} // namespace jokbo

#pragma once

#include "extract/analysis.hpp"
#include "extract/cues/word_classes.hpp"
#include "extract/cues/word_map.hpp"
#include "schema/error.hpp"
#include "schema/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// What fills a slot of a frame.
struct Slot {
    std::string name;
    /// Types that the slot takes; narrowed by the relation's own types.
    TypeSet types;
    /// Where to look for it, best first: role indices.
    std::vector<std::uint16_t> roles;
    /// What it takes: a named entity, a described one as well ("a reasoning LLM"), an attribute's or qualifier's value, or the
    /// words as they stand (role).
    enum class Takes : std::uint8_t { names, described_too, value, text } takes = Takes::names;
    /// Whether coreference may fill it, or the other slot's list (A와 B는 협력한다); `stated` slots are filled by the clause alone.
    enum class Supply : std::uint8_t { allowed, refused } supply = Supply::allowed;
    /// Whether an occasion of the thing may stand for it; `itself` refuses.
    enum class Occasions : std::uint8_t { allowed, refused } occasions = Occasions::allowed;
    /// Whether a name may fill it that may be something else as well; `settled` refuses.
    enum class Doubt : std::uint8_t { allowed, refused } doubt = Doubt::allowed;
};

/// `relation(subject slot, object slot)`, or an attribute of a slot.
struct FrameRelation {
    PredicateId predicate;
    std::uint8_t subject = 0;
    std::uint8_t object = 0;
};

/// An example that stands in a frame file; the tests run every one.
struct FrameExample {
    Language language = Language::english;
    enum class Sign : std::uint8_t { positive, negative } sign = Sign::positive;
    /// The sentence, names marked as [name:Type].
    std::string text;
    /// What it must state: `subject relation object [!status]`; empty for negative ones.
    std::vector<std::string> statements;
    FilePlace place;
};

/// One way in which texts state a relation.
struct Frame {
    std::string name; ///< `file.frame`
    std::vector<Slot> slots;
    std::vector<FrameRelation> relations;
    /// Qualifiers that the frame's words alone settle: how=fine_tuned, component=tokenizer, status=ended …
    std::vector<std::pair<std::string, std::string>> gives;
    std::vector<FrameExample> examples;
};

/// Words that open frames: `acquire`, `take .. stake`, `n:acquisition`, `투자를 유치하`.
struct Trigger {
    Language language = Language::english;
    enum class Kind : std::uint8_t { verb, noun } kind = Kind::verb;
    /// The lemma that carries the form (English base form, Korean stem: 개발하, 만들, 유치하).
    std::string head;
    /// Further words that must stand with it: an English particle right behind it (up), or, in `object`, the noun that a light
    /// verb takes (투자, stake), near it. Alternatives are triggers of their own.
    std::vector<std::string> company;
    std::string object;
    /// The particle that the object noun must bear where it is not 을/를: 자회사로 편입하.
    std::string object_mark;
    /// Frames that it opens, with the roles of their slots as this trigger has them.
    struct Opens {
        std::uint32_t frame;
        std::vector<Slot> slots;
    };
    std::vector<Opens> opens;
};

/// A sequence of tokens that states a relation by its mere shape: `{org} <title> {person}`.
struct PhrasePattern {
    struct Element {
        enum class Kind : std::uint8_t {
            literal,  ///< one of some words (English in lower case; Korean the eojeol as it stands)
            cue,      ///< <class>: a word or phrase of that class
            slot,     ///< {name}
            particle, ///< ~의: the Korean particle of what stands before, in its plainest form; ~ alone: any
            gap,      ///< ..: up to `most` tokens that are no mention and no verb
        } kind = Kind::literal;
        enum class Repeat : std::uint8_t { once, optional } repeat = Repeat::once;
        std::vector<std::string> words;
        std::uint8_t slot = 0;
        CueId cue{};
        std::uint8_t most = 4;
    };
    /// ^: the shape opens its sentence, as the one that a headline is about does.
    enum class Place : std::uint8_t { anywhere, opening } place = Place::anywhere;
    Language language = Language::english;
    std::uint32_t frame = 0;
    std::vector<Slot> slots;
    std::vector<Element> elements;
};

/// All frames of `extract/frames/*.frames`, compiled. See extract/frames/README.md for the language.
class Frames {
public:
    /// Throws DataError where a frame does not parse or names an unknown relation, type, role, slot or cue.
    static Frames load(const Pack& pack, const Ontology& ontology, const Cues& korean, const Cues& english);

    const std::vector<Frame>& frames() const { return frames_; }
    const std::vector<Trigger>& triggers() const { return triggers_; }
    const std::vector<PhrasePattern>& patterns() const { return patterns_; }

    /// The triggers whose head is this lemma.
    const std::vector<std::uint32_t>& triggers_of(Language language, Trigger::Kind kind, std::string_view head) const;

    /// The index of a role by name, if any frame or language module uses it.
    std::optional<std::uint16_t> role(std::string_view name) const;
    std::string_view role_name(std::uint16_t role) const { return roles_.word(role); }
    std::size_t roles() const { return roles_.size(); }

private:
    friend class FrameParser;
    std::vector<Frame> frames_;
    std::vector<Trigger> triggers_;
    std::vector<PhrasePattern> patterns_;
    WordMap<std::uint16_t> roles_;
    WordMap<std::vector<std::uint32_t>> by_head_[2][2]; ///< by Language, Trigger::Kind
};

} // namespace jokbo

#pragma once

#include "extract/layout/sentences.hpp"
#include "extract/short_list.hpp"
#include "extract/tokens.hpp"
#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"
#include "schema/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// A half-open range of token indices of one sentence.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

enum class Language : std::uint8_t { korean, english };

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// Mentions or entities by their index: mostly one, which then stands in place.
using IndexList = ShortList<std::uint32_t, 2>;

/// A stretch of a sentence that stands for something: a name, a description, a pronoun.
struct EntityMention {
    enum class Kind : std::uint8_t {
        name,
        described, ///< "1110억개의 파라미터를 갖춘 추론형 LLM": an entity only where a relation of worth hangs on it
        anaphor, ///< 양사, 이 모델, the company, it: coreference gives it its entities
    };
    TokenRange tokens;
    Span span; ///< of Reading::text
    Kind kind = Kind::name;
    /// What it may be; one type where that is settled.
    TypeSet types;
    /// Whether it is what the lexicon knows: an ambiguous name (Notion, Ramp) waits for a cue; likely is what stands as a name
    /// does, though nothing tells of which type, or a bare noun (행사에는) that looks back without pointing.
    enum class Surety : std::uint8_t { doubtful, likely, sure } surety = Surety::sure;
    /// Document-wide entities that it stands for: one for names, none or several for anaphors (양사).
    IndexList entities;
    /// Other forms of the name that stand here at once: A.X (에이닷 엑스) 4.0 is A.X 4.0 and 에이닷 엑스 4.0.
    std::vector<std::string> also;
    /// How many an anaphor wants: 1, 2 (양사), or 0 for any number (이들).
    std::uint8_t number = 1;
    /// Where grammar puts it: what later sentences look back to.
    enum class Place : std::uint8_t { other, subject, topic, aside } place = Place::other;
    /// Mentions of this sentence that an anaphor may look back to, likeliest first.
    IndexList antecedents;
    /// The class noun of an anaphor (the startup), as a number; 0 where it has none that would tell one thing from another.
    std::uint32_t noun = 0;
    /// The mention of the place that an anaphor names: the Chinese startup.
    std::uint32_t home = none;
    /// Whom an anaphor stands for beside what was spoken of: the startup is one that others fund; we are the speaker's company;
    /// his company is that of the person to whom the mention in `antecedents` looks back.
    enum class Bias : std::uint8_t { absent, funded, speaker, employer } bias = Bias::absent;

    /// Whether somebody's office tells whom an anaphor stands for, and not what was named before it.
    bool is_by_office() const { return bias == Bias::speaker || bias == Bias::employer; }
};

/// What a sentence calls a thing or says that it has: the startup Tern, Tern's round. "The startup" and "the round" look back to it.
struct Calling {
    std::uint32_t mention = none;
    std::uint32_t noun = 0; ///< as in EntityMention
};

/// A document-wide entity: all mentions that are united by name or alias.
struct DocumentEntity {
    TypeSet types;
    /// Names in the order in which the text gives them, the fullest first once the document is read.
    std::vector<std::string> names;
    std::optional<EntryId> entry;
    Naming naming = Naming::named;
    std::uint32_t first_sentence = 0;
};

/// A noun phrase with what it stands for: a list distributes over its mentions.
struct Phrase {
    TokenRange tokens;
    IndexList mentions; ///< indices into SentenceAnalysis::mentions; empty for plain nouns
    /// Whether it is the name's bearer or an occasion of its: the first hearing of a programme is held where the programme is not.
    /// Without a name, `somebody` is who is many or an organization: with foreign companies.
    enum class Means : std::uint8_t { itself, occasion, somebody } means = Means::itself;
};

/// A phrase in its role. Roles are named by what marks them in the language, after voice is undone:
///   both     subject (who acts), object (what is acted upon), head (the noun that a relative clause modifies), topic
///   Korean   에 에게 에서 로 로부터 와 의 보다 …, the particle in its plainest form
///   English  of in on at to from by with for as into through …, the preposition
struct Argument {
    std::uint16_t role = 0; ///< index into Roles
    std::uint32_t phrase = none;
};

/// Mostly few, which then stand in place.
using ArgumentList = ShortList<Argument, 4>;

/// A trigger of frames that stands in the sentence with the arguments it governs.
struct Predication {
    enum class Form : std::uint8_t {
        verb, ///< finite, or a clause of its own
        noun, ///< nominalisation: the acquisition of Tern by Lumen, 한빛의 소담 인수
    };
    std::uint32_t trigger = none; ///< index of the trigger among the compiled frames
    TokenRange tokens;
    Form form = Form::verb;
    /// Of Korean verbs: who acts in a passive is never supplied by coreference.
    enum class Voice : std::uint8_t { active, passive } voice = Voice::active;
    ArgumentList arguments;
    /// The predication that this clause serves (기반으로 → 개발했다; "built on Orca" → shipped), none where it stands alone.
    std::uint32_t next = none;
    /// The clause: what status, date and attribution are read from.
    TokenRange clause;
    /// Where the words end that tell a Korean one's status, if before the clause does.
    std::uint32_t judged_to = none;
};

/// Where the text lets somebody else speak: 한빛은 … 밝혔다, Lumen claims …, according to Lumen.
struct Report {
    TokenRange tokens;            ///< the verb of saying
    TokenRange scope;             ///< what is said
    std::uint32_t speaker = none; ///< a phrase
};

/// What is known of one sentence, stage by stage.
struct SentenceAnalysis {
    Sentence sentence;
    Block::Kind block = Block::Kind::paragraph;
    Language language = Language::english;
    std::vector<Token> tokens;
    std::vector<EntityMention> mentions; ///< in the order of the text, not overlapping
    std::vector<Phrase> phrases;
    std::vector<Predication> predications;
    std::vector<Calling> callings;
    std::vector<Report> reports;
    /// Whether anything, named or not, is its topic or a subject; a Korean sentence without goes on about what the one before was about.
    enum class Subject : std::uint8_t { absent, stated } subject = Subject::stated;
};

} // namespace jokbo

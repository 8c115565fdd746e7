#pragma once

#include "extract/analysis.hpp"
#include "extract/english/english_vocabulary.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jokbo {

/// A word, a name, an amount or a mark: what the English parser counts in. Hyphen compounds are one unit.
struct EnglishUnit {
    enum class Part : std::uint8_t {
        name,  ///< a mention of something named
        bound, ///< what a hyphen ties to the name before it: Nvidia`-backed`
        noun,
        adjective,
        number,
        adverb,
        determiner,
        possessive,
        pronoun,
        genitive, ///< 's
        preposition,
        conjunction,
        relative,
        subordinator,
        complementizer,
        infinitive_to,
        verb,
        be,
        have,
        do_,
        modal,
        negation,
        comma,
        dash,
        stop,
        open,
        close,
        other,
    };
    TokenRange tokens;
    Part part = Part::other;
    /// Where `part` is verb: the one form that it has here.
    std::uint8_t form = 0;
    const EnglishWord* word = nullptr;
    std::uint32_t mention = none;
};

/// A noun phrase without its prepositional complements: determiner or possessor, modifiers, head.
struct NounPhrase {
    std::uint32_t begin = 0; ///< units
    std::uint32_t end = 0;
    /// The name, anaphor or description that the phrase stands for; none for plain nouns.
    std::uint32_t mention = none;
    /// Index into SentenceAnalysis::phrases; a list shares one phrase.
    std::uint32_t phrase = none;
    /// First unit after the last possessor ('s, its).
    std::uint32_t core = 0;
    /// Last unit that is a noun or name.
    std::uint32_t head = 0;
    /// Mention of the possessor, none where there is none.
    std::uint32_t possessor = none;
    /// An anaphor for whom "the round", "the deal" belongs to.
    std::uint32_t bridge = none;
    /// The verb group whose subject or object it is, none where it is neither.
    std::uint32_t verb = none;
    bool definite = false;
    bool plural = false;
    /// Index of the first phrase of the list that it belongs to; its own index where there is no list.
    std::uint32_t list = none;
};

/// A verb with its auxiliaries.
struct VerbGroup {
    enum class Form : std::uint8_t { finite, infinitive, ing, participle };
    enum class Voice : std::uint8_t { active, passive };
    std::uint32_t begin = 0; ///< units
    std::uint32_t end = 0;
    std::uint32_t head = 0;
    std::uint16_t verb = 0xFFFF;
    Form form = Form::finite;
    Voice voice = Voice::active;
    bool copula = false;
    // filled by the clause reader; indices of noun phrases
    std::uint32_t subject = none;
    std::uint32_t object = none;
    std::uint32_t object2 = none;
    std::uint32_t next = none; ///< the verb group that this participle serves
    /// The infinitive to which this act is the way: used Sol to train Nova.
    std::uint32_t purpose = none;
    /// Whose of this noun phrase acts, where `subject` is none: Lumen's plan to acquire Tern.
    std::uint32_t subject_of = none;
    std::uint32_t segment = 0; ///< index into EnglishSentence::segments
    /// Whether a comma has closed it to further objects.
    bool closed = false;

    /// What stands as the subject, whatever the voice.
    std::uint32_t surface() const { return voice == Voice::passive ? object : subject; }
};

/// A phrase that depends on a verb group or a noun phrase.
struct Dependent {
    enum class Of : std::uint8_t { verb, noun };
    Of of = Of::verb;
    std::uint32_t governor = 0;
    std::uint16_t role = 0;
    std::uint32_t phrase = none; ///< a noun phrase
};

/// `equal` is said to be what `noun` names: by copula, apposition or "as".
struct Equation {
    std::uint32_t noun = none;
    std::uint32_t equal = none;
    /// The verb group that says so, none for appositions.
    std::uint32_t verb = none;
};

/// One sentence on its way through the parser.
struct EnglishSentence {
    std::string_view text;
    SentenceAnalysis* analysis = nullptr;
    std::vector<EnglishUnit> units;
    std::vector<NounPhrase> nouns;
    std::vector<VerbGroup> verbs;
    std::vector<Dependent> dependents;
    std::vector<Equation> equations;
    /// Where clauses begin: units. A clause ends where the next begins.
    std::vector<std::uint32_t> segments;

    std::string_view unit_text(const EnglishUnit& unit) const {
        const auto& tokens = analysis->tokens;
        return text.substr(tokens[unit.tokens.begin].span.begin,
                           tokens[unit.tokens.end - 1].span.end - tokens[unit.tokens.begin].span.begin);
    }
    /// "a preview of Nova", "its list of investors": what stands behind "of" is meant. `of` is the role of that preposition.
    std::uint32_t matter_of(std::uint32_t noun, std::uint16_t of) const {
        const auto* word = units[nouns[noun].head].word;
        if (nouns[noun].mention == none && word != nullptr && word->is(EnglishClass::portion)) {
            for (const auto& dependent : dependents) {
                if (dependent.of == Dependent::Of::noun && dependent.governor == noun && dependent.role == of) {
                    return dependent.phrase;
                }
            }
        }
        return noun;
    }
    void clear() {
        units.clear();
        nouns.clear();
        verbs.clear();
        dependents.clear();
        equations.clear();
        segments.clear();
    }
};

} // namespace jokbo

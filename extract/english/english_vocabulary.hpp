#pragma once

#include "extract/cues/word_classes.hpp"
#include "extract/frames/frames.hpp"
#include "schema/pack.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// Classes of `words.en.tsv` (and two more) as bits; the order is that of the names in english_vocabulary.cpp.
enum class EnglishClass : std::uint8_t {
    determiner,
    possessive,
    pronoun,
    relative,
    conjunction,
    subordinator,
    preposition,
    be,
    have,
    do_,
    modal,
    adverb,
    month,
    weekday,
    number_word,
    time,
    title,
    honorific,
    company_suffix,
    organization_tail,
    organization,
    person,
    model,
    product,
    dataset,
    programme,
    technology,
    place,
    licence,
    group_noun,
    stop_capital,
    first_name,
    report,
    headquarter,
    bridge,
    control,
    anaphoric,
    edition,
    org_of,
    name_particle,
    org_noun,
    launch,
    company_verb,
    at_company,
    press,
    officer,
    plan_noun,
    speak,
    programme_head,
    of_region,
    list_intro,
    plain_noun,
    doubling,
    noun_in_ing,
    title_part,
    obtain,
    give_money,
    blame,
    naming,
    no_answer,
    portion,
    ordinary,
    verb,
};

/// What the vocabulary knows of one lower-case word.
struct EnglishWord {
    enum Form : std::uint8_t { base = 1, third = 2, past = 4, participle = 8, ing = 16 };

    std::uint64_t classes = 0;
    /// The forms of `verb` that the word may be.
    std::uint8_t forms = 0;
    /// Whether a verb's form is as often a noun.
    enum class Leaning : std::uint8_t { verb, noun } leaning = Leaning::verb;
    std::uint16_t verb = 0xFFFF;
    /// Index into the nouns that frames have as triggers.
    std::uint16_t noun = 0xFFFF;
    /// Phrases that begin with it and count as one word: as well as, no longer, some of.
    std::uint16_t phrases = 0xFFFF;

    bool is(EnglishClass c) const { return (classes >> static_cast<unsigned>(c) & 1U) != 0; }
    bool may(std::uint8_t wanted) const { return (forms & wanted) != 0; }
};

/// The words that English reading goes by: `words.en.tsv`, `verbs.en.tsv` with all their forms, `ordinary.en.tsv` and the
/// triggers of the frames. One look a word.
class EnglishVocabulary {
public:
    EnglishVocabulary(const Pack& pack, const Cues& cues, const Frames& frames);

    /// The word in any letter case; a word without classes where it is unknown.
    const EnglishWord& word(std::string_view text) const;

    const std::string& verb(std::uint16_t index) const { return verbs_.at(index).base; }
    std::uint16_t verb_index(std::string_view base) const;

    /// The role of what is so acted upon to do something else (by.use: trained Nova using Sol), 0xFFFF where frames ask for none.
    std::uint16_t verb_way(std::uint16_t index) const { return index == 0xFFFF ? index : verbs_[index].way; }

    /// Triggers that a verb or a noun opens.
    const std::vector<std::uint32_t>& verb_triggers(std::uint16_t index) const { return verbs_[index].triggers; }
    const std::vector<std::uint32_t>& noun_triggers(std::uint16_t index) const { return nouns_[index]; }

    /// What follows the first word in each of these phrases, the longest first.
    const std::vector<std::vector<std::string>>& phrases(std::uint16_t index) const { return phrases_[index]; }

private:
    struct Verb {
        std::string base;
        std::vector<std::uint32_t> triggers;
        std::uint16_t way = 0xFFFF;
    };
    void add_verb(std::string_view base, std::string_view past, std::string_view participle,
                  EnglishWord::Leaning leaning);
    void add_form(std::string_view form, std::uint16_t verb, EnglishWord::Form kind, EnglishWord::Leaning leaning);
    void add_noun(std::string_view noun, std::uint32_t trigger);
    void add_phrase(std::string_view phrase);

    static constexpr std::size_t longest_word = 24;
    WordMap<EnglishWord> words_;
    std::vector<Verb> verbs_;
    std::vector<std::vector<std::uint32_t>> nouns_;
    std::vector<std::vector<std::vector<std::string>>> phrases_;
};

} // namespace jokbo

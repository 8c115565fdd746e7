#include "extract/english/english_vocabulary.hpp"

#include "extract/characters.hpp"
#include "schema/table.hpp"

#include <algorithm>

namespace jokbo {

namespace {

/// In the order of EnglishClass; the last two are no classes of the word list.
constexpr std::string_view class_names[] = {"determiner",
                                            "possessive",
                                            "pronoun",
                                            "relative",
                                            "conjunction",
                                            "subordinator",
                                            "preposition",
                                            "be",
                                            "have",
                                            "do",
                                            "modal",
                                            "adverb",
                                            "month",
                                            "weekday",
                                            "number_word",
                                            "time",
                                            "title",
                                            "honorific",
                                            "company_suffix",
                                            "organization_tail",
                                            "class.Organization",
                                            "class.Person",
                                            "class.Model",
                                            "class.Product",
                                            "class.Dataset",
                                            "class.Programme",
                                            "class.Technology",
                                            "class.Place",
                                            "class.Licence",
                                            "group_noun",
                                            "stop_capital",
                                            "first_name",
                                            "report",
                                            "headquarter",
                                            "bridge",
                                            "object_control",
                                            "anaphoric",
                                            "edition",
                                            "org_of",
                                            "name_particle",
                                            "org_noun",
                                            "launch",
                                            "company_verb",
                                            "at_company",
                                            "press",
                                            "officer",
                                            "plan_noun",
                                            "speak",
                                            "programme_head",
                                            "of_region",
                                            "list_intro",
                                            "plain_noun",
                                            "doubling",
                                            "noun_in_ing",
                                            "title_part",
                                            "obtain",
                                            "give_money",
                                            "blame",
                                            "naming",
                                            "no_answer",
                                            "portion"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(std::string_view base) {
    return base.size() > 1 && base.back() == 'y' && !is_vowel(base[base.size() - 2]);
}

std::string with_s(std::string_view base) {
    if (ends_in_consonant_y(base)) {
        return std::string(base.substr(0, base.size() - 1)) + "ies";
    }
    const bool hissing = base.ends_with('s') || base.ends_with('x') || base.ends_with('z') || base.ends_with("ch") ||
                         base.ends_with("sh") || base.ends_with('o');
    return std::string(base) + (hissing ? "es" : "s");
}

std::string with_ed(std::string_view base) {
    if (ends_in_consonant_y(base)) {
        return std::string(base.substr(0, base.size() - 1)) + "ied";
    }
    return std::string(base) + (base.ends_with('e') ? "d" : "ed");
}

/// The -ing form; a doubled consonant of the past tense doubles here, too.
enum class Doubling : std::uint8_t { as_the_past, always };

std::string with_ing(std::string_view base, std::string_view past, Doubling always) {
    const bool doubled = past.size() == base.size() + 3 && past[base.size()] == base.back();
    std::string stem(base);
    if (doubled || always == Doubling::always) {
        stem += base.back();
    } else if (base.ends_with("ie")) {
        stem.replace(stem.size() - 2, 2, "y");
    } else if (base.ends_with('e') && !base.ends_with("ee") && base.size() > 2) {
        stem.pop_back();
    }
    return stem + "ing";
}

} // namespace

EnglishVocabulary::EnglishVocabulary(const Pack& pack, const Cues& cues, const Frames& frames) {
    for (std::size_t i = 0; i < std::size(class_names); ++i) {
        for (const auto word : cues.words(class_names[i])) {
            words_[word].classes |= std::uint64_t{1} << i;
            if (i <= static_cast<std::size_t>(EnglishClass::adverb) && word.find(' ') != std::string_view::npos) {
                add_phrase(word);
            }
        }
    }
    for (const auto& row : read_table(pack.file("extract/cues/ordinary.en.tsv"), {"word"})) {
        words_[row[0]].classes |= std::uint64_t{1} << static_cast<unsigned>(EnglishClass::ordinary);
    }
    for (const auto& row :
         read_table(pack.file("extract/cues/verbs.en.tsv"), {"verb", "past", "participle", "leaning"})) {
        if (!row[3].empty() && row[3] != "noun") {
            throw row.error(3, "a verb leans to 'noun' or to nothing");
        }
        add_verb(row[0], row[1], row[2], row[3].empty() ? EnglishWord::Leaning::verb : EnglishWord::Leaning::noun);
    }
    const auto& triggers = frames.triggers();
    for (std::uint32_t i = 0; i < triggers.size(); ++i) {
        if (triggers[i].language != Language::english) {
            continue;
        }
        if (triggers[i].kind == Trigger::Kind::noun) {
            add_noun(triggers[i].head, i);
            continue;
        }
        if (verb_index(triggers[i].head) == 0xFFFF) {
            add_verb(triggers[i].head, {}, {}, EnglishWord::Leaning::verb);
        }
        verbs_[verb_index(triggers[i].head)].triggers.push_back(i);
    }
    for (auto& verb : verbs_) {
        verb.way = frames.role("by." + verb.base).value_or(0xFFFF);
    }
}

const EnglishWord& EnglishVocabulary::word(std::string_view text) const {
    static const EnglishWord unknown;
    if (text.empty() || text.size() > longest_word) {
        return unknown;
    }
    std::array<char, longest_word> folded{};
    std::ranges::copy(text, folded.begin());
    for (char& c : folded) { // all of them, which takes a few instructions
        c = ascii_lower(c);
    }
    const std::string_view key(folded.data(), text.size());
    const auto* known = words_.find(key);
    return known == nullptr ? unknown : *known;
}

std::uint16_t EnglishVocabulary::verb_index(std::string_view base) const {
    const auto& known = word(base);
    if (known.verb != 0xFFFF && verbs_[known.verb].base == base) {
        return known.verb;
    }
    const auto found = std::ranges::find(verbs_, base, &Verb::base);
    return found == verbs_.end() ? std::uint16_t{0xFFFF} : static_cast<std::uint16_t>(found - verbs_.begin());
}

void EnglishVocabulary::add_verb(std::string_view base, std::string_view past, std::string_view participle,
                                 EnglishWord::Leaning leaning) {
    const auto index = static_cast<std::uint16_t>(verbs_.size());
    verbs_.push_back({std::string(base), {}, 0xFFFF});
    const auto regular = with_ed(base);
    add_form(base, index, EnglishWord::base, leaning);
    add_form(with_s(base), index, EnglishWord::third, leaning);
    add_form(past.empty() ? regular : past, index, EnglishWord::past, leaning);
    add_form(participle.empty() ? regular : participle, index, EnglishWord::participle, leaning);
    const auto doubling = words_[base].is(EnglishClass::doubling) ? Doubling::always : Doubling::as_the_past;
    add_form(with_ing(base, past, doubling), index, EnglishWord::ing, leaning);
}

void EnglishVocabulary::add_form(std::string_view form, std::uint16_t verb, EnglishWord::Form kind,
                                 EnglishWord::Leaning leaning) {
    auto& word = words_[form];
    if (word.verb != 0xFFFF && word.verb != verb) {
        // found is a verb and the past of find: what stands first in the list keeps the word, its own base form wins
        if (kind != EnglishWord::base) {
            return;
        }
        word.forms = 0;
    }
    word.verb = verb;
    word.forms = static_cast<std::uint8_t>(word.forms | kind);
    word.classes |= std::uint64_t{1} << static_cast<unsigned>(EnglishClass::verb);
    if (kind == EnglishWord::ing) {
        word.leaning = word.is(EnglishClass::noun_in_ing) ? EnglishWord::Leaning::noun : EnglishWord::Leaning::verb;
    } else if (kind == EnglishWord::base || kind == EnglishWord::third) {
        word.leaning = leaning;
    }
}

void EnglishVocabulary::add_noun(std::string_view noun, std::uint32_t trigger) {
    // compounds count by their last part: co-founder is founder with more before it
    auto& singular = words_[noun];
    if (singular.noun == 0xFFFF) {
        singular.noun = static_cast<std::uint16_t>(nouns_.size());
        nouns_.emplace_back();
    }
    const auto index = singular.noun;
    nouns_[index].push_back(trigger);
    words_[with_s(noun)].noun = index;
}

void EnglishVocabulary::add_phrase(std::string_view phrase) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
        const auto end = phrase.find(' ', begin);
        words.emplace_back(phrase.substr(begin, end - begin));
        begin = end == std::string_view::npos ? end : end + 1;
    }
    auto& first = words_[words.front()];
    if (first.phrases == 0xFFFF) {
        first.phrases = static_cast<std::uint16_t>(phrases_.size());
        phrases_.emplace_back();
    }
    auto& known = phrases_[first.phrases];
    words.erase(words.begin());
    known.push_back(std::move(words));
    std::ranges::stable_sort(known, std::ranges::greater{}, [](const auto& rest) { return rest.size(); });
}

} // namespace jokbo

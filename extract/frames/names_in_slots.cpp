#include "extract/frames/names_in_slots.hpp"

#include "extract/korean/korean_cards.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jokbo {

namespace {

constexpr std::uint16_t settles = 4; // votes: a frame whose other slot is filled

} // namespace

void NamesInSlots::run() {
    for (auto& sentence : sentences_) {
        if (sentence.language == Language::korean) {
            collect(sentence);
        }
    }
    if (found_.size() == 0) {
        return;
    }
    for (auto& sentence : sentences_) {
        if (sentence.language == Language::korean && name(sentence)) {
            tools_.korean.parse(text_, sentence);
        }
    }
}

/// Puts a mention wherever one of the words stands, and takes out what was parsed where there is one.
bool NamesInSlots::name(SentenceAnalysis& sentence) const {
    std::vector<EntityMention> named;
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        const auto& token = sentence.tokens[i];
        if (token.card == nullptr || token.card->name_size == 0 || token.gap == Token::Gap::glued) {
            continue;
        }
        const Span span{token.span.begin, token.span.begin + token.card->name_size};
        const auto* group = found_.find(span.of(text_));
        const bool taken = group == nullptr || std::ranges::any_of(sentence.mentions, [&](const EntityMention& m) {
                               return m.kind == EntityMention::Kind::name && m.tokens.begin <= i && i < m.tokens.end;
                           });
        if (!taken) {
            auto& mention = named.emplace_back();
            mention.tokens = {i, i + 1};
            mention.span = span;
            mention.types = organization_;
            mention.entities = {*group};
        }
    }
    if (named.empty()) {
        return false;
    }
    std::erase_if(sentence.mentions, [](const EntityMention& m) { return m.kind != EntityMention::Kind::name; });
    std::ranges::move(named, std::back_inserter(sentence.mentions));
    std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
    sentence.phrases.clear();
    sentence.predications.clear();
    sentence.callings.clear();
    sentence.reports.clear();
    return true;
}

/// The phrase in the first of the slot's roles that the predication has.
const Phrase* NamesInSlots::phrase_of(const SentenceAnalysis& sentence, const Predication& predication,
                                      const Slot& slot) const {
    for (const auto role : slot.roles) {
        for (const auto& argument : predication.arguments) {
            if (argument.role == role && argument.phrase != none) {
                return &sentence.phrases[argument.phrase];
            }
        }
    }
    return nullptr;
}

/// Whether the phrase has a name that can be nothing but what the slot takes.
bool NamesInSlots::is_known(const SentenceAnalysis& sentence, const Phrase& phrase, const Slot& slot) const {
    return std::ranges::any_of(phrase.mentions, [&](std::uint32_t m) {
        const auto& mention = sentence.mentions[m];
        return mention.kind == EntityMention::Kind::name && (mention.types & slot.types) == mention.types;
    });
}

/// The one word of a phrase without a name, if it may be one; empty where it is none.
std::string_view NamesInSlots::strange_word(SentenceAnalysis& sentence, const Phrase& phrase) const {
    return phrase.mentions.empty() && phrase.tokens.end == phrase.tokens.begin + 1
             ? word_at(sentence, phrase.tokens.begin)
             : std::string_view();
}

/// 제공카카오, 듯법원: where the text has lost a space, a known name stands in the word; and what goes on behind one is most often a thing.
bool NamesInSlots::holds_known_name(Span word) const {
    constexpr std::uint32_t syllable = 3;
    std::vector<NameIndex::Bearer> bearers;
    for (auto begin = word.begin; begin + 2 * syllable <= word.end; begin += syllable) {
        const auto match = tools_.names.longest(text_, begin, word.end, [&](std::uint32_t end) {
            return end >= begin + 2 * syllable && (begin == word.begin || end == word.end);
        });
        tools_.names.bearers(text_, begin, match, bearers);
        if (std::ranges::any_of(bearers, [](const auto& b) { return b.use == LexiconName::Use::plain; })) {
            return true;
        }
    }
    return false;
}

std::string_view NamesInSlots::word_at(SentenceAnalysis& sentence, std::uint32_t token) const {
    const auto word = tools_.korean.strange_word(text_, sentence, token);
    const auto begin = sentence.tokens[token].span.begin;
    return holds_known_name({begin, begin + static_cast<std::uint32_t>(word.size())}) ? std::string_view() : word;
}

/// 하늘마루와 큐브온에: what is listed before a name, too.
void NamesInSlots::add_list(SentenceAnalysis& sentence, std::uint32_t last) {
    while (last-- > 0 && sentence.tokens[last].card != nullptr &&
           sentence.tokens[last].card->particle == Particle::with) {
        const auto word = word_at(sentence, last);
        if (word.empty()) {
            break;
        }
        found_[word] = names_.of_form(word, organization_, settles);
    }
}

/// Where `other` is filled by a known name, the strange word in `open` is an organization.
void NamesInSlots::look(SentenceAnalysis& sentence, const Predication& predication, const Slot& open,
                        const Slot& other) {
    const auto* phrase = open.types.has(tools_.classes.organization) ? phrase_of(sentence, predication, open) : nullptr;
    const auto word = phrase == nullptr ? std::string_view() : strange_word(sentence, *phrase);
    if (word.empty() || found_.contains(word)) {
        return; // nearly all
    }
    const auto* beside = phrase_of(sentence, predication, other);
    if (beside != nullptr && is_known(sentence, *beside, other)) {
        found_[word] = names_.of_form(word, organization_, settles);
        add_list(sentence, phrase->tokens.begin);
    }
}

void NamesInSlots::collect(SentenceAnalysis& sentence) {
    for (const auto& predication : sentence.predications) {
        for (const auto& opens : tools_.frames.triggers()[predication.trigger].opens) {
            for (const auto& relation : tools_.frames.frames()[opens.frame].relations) {
                if (tools_.ontology.predicate(relation.predicate).kind != Predicate::Kind::attribute) {
                    look(sentence, predication, opens.slots[relation.subject], opens.slots[relation.object]);
                    look(sentence, predication, opens.slots[relation.object], opens.slots[relation.subject]);
                }
            }
        }
    }
}

} // namespace jokbo

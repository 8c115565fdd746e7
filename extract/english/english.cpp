#include "extract/english/english.hpp"

#include "extract/english/english_anaphora.hpp"
#include "extract/english/english_clauses.hpp"
#include "extract/english/english_names.hpp"
#include "extract/english/english_phrases.hpp"
#include "extract/english/english_predications.hpp"
#include "extract/english/english_tagger.hpp"

#include <algorithm>
#include <numeric>

namespace jokbo {

namespace {

/// Parsing appends mentions; the rest of the reader wants them in the order of the text.
void sort_mentions(SentenceAnalysis& sentence) {
    auto& mentions = sentence.mentions;
    const auto before = [&](std::uint32_t a, std::uint32_t b) { return mentions[a].tokens < mentions[b].tokens; };
    std::vector<std::uint32_t> order(mentions.size());
    std::iota(order.begin(), order.end(), 0U);
    if (std::ranges::is_sorted(order, before)) {
        return;
    }
    std::ranges::stable_sort(order, before);
    std::vector<std::uint32_t> place(mentions.size());
    std::vector<EntityMention> sorted;
    sorted.reserve(mentions.size());
    for (const auto index : order) {
        place[index] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(mentions[index]));
    }
    mentions = std::move(sorted);
    for (auto& phrase : sentence.phrases) {
        for (auto& mention : phrase.mentions) {
            mention = place[mention];
        }
    }
    for (auto& calling : sentence.callings) {
        calling.mention = place[calling.mention];
    }
    for (auto& mention : mentions) {
        mention.home = mention.home == none ? none : place[mention.home];
        for (auto& antecedent : mention.antecedents) {
            antecedent = place[antecedent];
        }
    }
}

} // namespace

EnglishReader::EnglishReader(const Pack& pack, const Cues& cues, const Frames& frames, const Ontology& ontology)
    : vocabulary_(pack, cues, frames), frames_(&frames), cues_(&cues), funded_(cues.cue("funded")),
      ended_(cues.cue("ended_noun")) {
    const auto role = [&](std::string_view name) { return frames.role(name).value(); };
    roles_ = {role("subject"), role("object"), role("object2"), role("poss"),  role("mod"), role("head"), role("be"),
              role("agent"),   role("self"),   role("whose"),   role("topic"), role("of"),  role("staff")};
    const auto type = [&](std::string_view name) { return ontology.type_named(name); };
    types_ = {type("Organization"), type("Person"),     type("Model"),   type("Dataset"), type("Product"),
              type("Programme"),    type("Technology"), type("Licence"), type("Place")};
}

void EnglishReader::discover(std::string_view text, SentenceAnalysis& sentence) const {
    EnglishNames(*this, text, sentence).run();
}

void EnglishReader::parse(std::string_view text, SentenceAnalysis& sentence) const {
    static thread_local EnglishSentence scratch;
    scratch.clear();
    scratch.text = text;
    scratch.analysis = &sentence;
    EnglishTagger(*this, scratch).run();
    EnglishPhrases(*this, scratch).run();
    EnglishClauses(*this, scratch).run();
    EnglishAnaphora(*this, scratch).run();
    EnglishPredications(*this, scratch).run();
    sort_mentions(sentence);
}

} // namespace jokbo

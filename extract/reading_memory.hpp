#pragma once

#include "extract/analysis.hpp"
#include "extract/korean/korean_cards.hpp"

#include <utility>
#include <vector>

namespace jokbo {

/// What a thread keeps from one document to the next: what it has found out of words, and the room that sentences took. What is
/// read never depends on it.
class ReadingMemory {
public:
    ReadingMemory(const KoreanReader& korean, const NameIndex& names) : cards(korean, names) {}

    KoreanCards cards;

    /// A sentence of which nothing is known.
    SentenceAnalysis sentence() {
        if (room_.empty()) {
            return {};
        }
        auto sentence = std::move(room_.back());
        room_.pop_back();
        return sentence;
    }
    void take_back(std::vector<SentenceAnalysis>& sentences) {
        for (std::size_t i = 0; i < sentences.size() && room_.size() < most_kept; ++i) {
            room_.push_back(emptied(sentences[i]));
        }
    }

private:
    static SentenceAnalysis emptied(SentenceAnalysis& used) {
        SentenceAnalysis fresh;
        const auto keep = [](auto& room, auto& from) {
            from.clear();
            room = std::move(from);
        };
        keep(fresh.tokens, used.tokens);
        keep(fresh.mentions, used.mentions);
        keep(fresh.phrases, used.phrases);
        keep(fresh.predications, used.predications);
        return fresh;
    }

    static constexpr std::size_t most_kept = 256; // more than most documents have

    std::vector<SentenceAnalysis> room_;
};

} // namespace jokbo

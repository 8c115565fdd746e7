#include "extract/korean/korean_cards.hpp"

#include "extract/names/names.hpp"

namespace jokbo {

namespace {

constexpr std::size_t most_cards = 1U << 16U; // some 10 MB

} // namespace

void KoreanCards::begin_document() {
    if (cards_.size() > most_cards) {
        by_word_ = {};
        cards_.clear();
    }
}

const KoreanCard* KoreanCards::of(std::string_view word, Token::Kind kind) {
    auto& known = by_word_[word];
    if (known == nullptr) {
        auto& card = cards_.emplace_back(reader_.card(word, kind));
        card.may_begin_name = names_.may_begin(word);
        known = &card;
    }
    return known;
}

} // namespace jokbo

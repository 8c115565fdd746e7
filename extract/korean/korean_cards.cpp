#include "extract/korean/korean_cards.hpp"

#include "extract/names/names.hpp"

namespace jokbo {

namespace {

constexpr std::size_t most_cards = 1U << 16U; // some 10 MB

} // namespace

/// The step that a word of Hangul is by itself. Each table is asked once: what stands on the card already is not looked up again.
KoreanItem KoreanReader::plain_item(std::string_view token, const KoreanWord& known, const KoreanCard& card) const {
    KoreanItem item;
    item.word = known;
    const bool dependent = card.cues.has(classes_.dependent) || card.stem_cues.has(classes_.dependent);
    if (item.word.ending == Ending::bare && dependent) {
        item.word = {}; // 계획이다: what 계획하다 is a verb of stands here as a noun
    }
    const bool of_a_class = is_class_word(card.cues) || (card.particle_size != 0 && card.particle != Particle::with &&
                                                         names_a_kind(card.stem_cues)); // but 서비스하고
    if (item.word.ending != Ending::bare &&
        (of_a_class || (card.cues.has(classes_.adverb) && item.word.ending == Ending::adnominal))) {
        item.word = {}; // 대표, 연구진, 대기업들은, 지난 5월: a word of a class is that
    }
    const bool adjective = card.cues.has(classes_.adjective);
    const bool verb_like = card.looks_like_verb && card.cues.empty() && !of_a_class; // 대기업들은 is no form of 대다
    if (item.word.stem_size == 0 && (adjective || verb_like)) {
        item.word.ending = KoreanWords::ending(token);
        item.kind = KoreanItem::Kind::verb;
        item.stem = token;
        item.cues = card.cues;
    } else if (item.word.stem_size != 0 && item.word.ending != Ending::bare) {
        item.kind = token.ends_with("게") ? KoreanItem::Kind::adverb : KoreanItem::Kind::verb; // 크게 앞섰다
        item.stem = token.substr(0, item.word.stem_size);
        item.cues = adjective ? card.cues : CueSet{};
    } else if (item.word.stem_size != 0) {
        item.kind = KoreanItem::Kind::action;
        item.particle = item.word.particle;
        item.stem = token.substr(0, item.word.stem_size);
        item.cues = cues_.of(item.stem);
    } else {
        item.stem = token;
        item.cues = card.cues;
        if (item.cues.empty()) {
            item.particle = card.particle;
            item.stem = token.substr(0, token.size() - card.particle_size);
            item.cues = card.stem_cues;
            // 이들은 is 이들 and 은 rather than 이 and 들은, 양측은 is 양측 and 은
            for (const std::string_view suffix : {"들", "측"}) {
                if (card.particle_size <= suffix.size() || !token.substr(item.stem.size()).starts_with(suffix)) {
                    continue;
                }
                const auto longer = token.substr(0, item.stem.size() + suffix.size());
                if (const auto cues = cues_.of(longer); !cues.empty()) {
                    item.stem = longer;
                    item.cues = cues;
                }
            }
        }
    }
    return item;
}

void KoreanReader::settle_kind(KoreanItem& item) const {
    if (item.cues.has(classes_.conjunction) && item.particle == Particle::unmarked) {
        item.kind = KoreanItem::Kind::separator;
    } else if (item.cues.has(classes_.etc)) {
        item.kind = KoreanItem::Kind::etc;
    } else if (item.cues.has(classes_.dependent)) {
        item.kind = KoreanItem::Kind::dependent;
    } else if (item.cues.has(classes_.adverb)) {
        item.kind = KoreanItem::Kind::adverb;
    }
}

KoreanCard KoreanReader::card(std::string_view word, Token::Kind kind) const {
    KoreanCard card;
    card.cues = cues_.of(word);
    const auto beginning = cues_.beginning(word);
    card.longest_cue = beginning.longest;
    card.lower_cues = beginning.whole;
    if (kind != Token::Kind::hangul) {
        card.item.cues = card.stem_cues = card.cues;
        card.item.stem = word;
        card.stem_size = static_cast<std::uint32_t>(word.size());
        return card;
    }
    constexpr std::size_t syllable = 3;
    card.particle_size = static_cast<std::uint16_t>(words_.particle_size(word, card.particle));
    // 결과는 is 결과 and 는 rather than 결 and 과는; but 등과는 is 등 and 과는
    const auto noun = word.substr(0, word.size() - std::min(word.size(), syllable));
    if (card.particle == Particle::with && card.particle_size == 2 * syllable && noun.size() == 2 * syllable &&
        noun.ends_with("과") && common_words_.contains(noun) && cues_.of(noun.substr(0, syllable)).empty()) {
        if (const auto shorter = words_.particle(word.substr(noun.size()))) {
            card.particle_size = syllable;
            card.particle = *shorter;
        }
    }
    const auto stem = word.substr(0, word.size() - card.particle_size);
    card.stem_cues = card.particle_size == 0 ? card.cues : cues_.of(stem);
    card.looks_like_verb = words_.looks_like_verb(word);
    card.common = !card.cues.empty() || common_words_.contains(word);
    card.listed = common_words_.contains(word) || common_words_.contains(stem);
    card.title = card.stem_cues.has(classes_.title) ||
                 (stem.size() >= 4 * syllable && cues_.suffix(stem, classes_.title) >= 2 * syllable);
    const auto known = words_.word(word);
    const bool plural = stem.size() > 2 * syllable && stem.ends_with("들"); // 기업들
    const bool is_name = !card.common && !plural && stem.size() >= 2 * syllable && known.stem_size < 2 * syllable &&
                         !card.looks_like_verb && card.stem_cues.empty() &&
                         (card.particle_size == 0 || !common_words_.contains(stem));
    card.name_size = static_cast<std::uint16_t>(is_name ? stem.size() : 0);
    card.organization_suffix =
        static_cast<std::uint16_t>(is_name ? cues_.suffix(stem, classes_.organization_suffix) : 0);
    card.family_name = looks_like_family_name(word);
    card.rare_noun = rare_nouns_.contains(word);
    card.etc = cues_.of(word.substr(0, syllable)).has(classes_.etc);
    card.item = plain_item(word, known, card);
    card.stem_size = static_cast<std::uint32_t>(card.item.stem.size());
    return card;
}

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

#include "extract/values/attribute_scan.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

/// 나래로부터, 나래, 소담 등으로부터: from whom the money comes.
bool AttributeScan::gives(std::uint32_t mention) const {
    for (auto m = mention; m < sentence_.mentions.size(); ++m) {
        auto behind = text_.substr(sentence_.mentions[m].span.end, 20);
        if (behind.starts_with(" 등")) {
            behind.remove_prefix(std::string_view(" 등").size());
        }
        if (behind.starts_with("로부터") || behind.starts_with("으로부터") || behind.starts_with("에게서")) {
            return true;
        }
        if (!behind.starts_with(",") && !behind.starts_with("·") && !behind.starts_with("과 ") &&
            !behind.starts_with("와 ")) {
            return false;
        }
    }
    return false;
}

/// The organization before it, a topic first. Where something else is the topic or the subject, nobody: what it is called is not settled.
AttributeScan::Owner AttributeScan::organization_for(const ValueMention& value) const {
    if (sentence_.language == Language::english) {
        return english_organization_for(value);
    }
    auto before = none;
    auto topic = none;
    bool other = false;
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if (mention.kind == EntityMention::Kind::described || mention.tokens.end > value.tokens.begin || gives(m)) {
            continue;
        }
        if (!mention.types.has(words_.organization)) {
            const auto behind = text_.substr(mention.span.end, 6);
            other = other || is_topic(mention) || behind.starts_with("이 ") || behind.starts_with("가 ");
            continue;
        }
        before = m;
        topic = is_topic(mention) ? m : topic;
    }
    if (topic != none || before != none) {
        return topic != none ? topic : before;
    }
    return other ? std::nullopt : Owner(none);
}

/// Who stands behind it ("a $5 billion valuation for Nova"), whose it is ("Nova’s revenue"), who was invested in, the subject; never
/// one that is named in passing ("led by Orca", "Orca led").
AttributeScan::Owner AttributeScan::english_organization_for(const ValueMention& value) const {
    constexpr std::uint32_t reach = 6;
    auto owner = none;
    auto invested = none;
    auto subject = none;
    auto other = none;
    bool aside = false;
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if (mention.kind == EntityMention::Kind::described || !mention.types.has(words_.organization)) {
            continue;
        }
        const auto begin = mention.tokens.begin;
        const auto lead = begin > 0 ? word(begin - 1) : std::string_view();
        if (begin >= value.tokens.end) {
            if (lead == "for" && begin - value.tokens.end <= reach) {
                return m;
            }
            continue;
        }
        const auto behind =
            mention.tokens.end < sentence_.tokens.size() ? word(mention.tokens.end) : std::string_view();
        const bool possessive = behind == "'s" || behind == "’s" ||
                                (mention.kind == EntityMention::Kind::anaphor && mention.tokens.end == begin + 1 &&
                                 words_.owner->whole(word(begin)));
        if (possessive && value.tokens.begin - mention.tokens.end <= reach) {
            owner = m;
        } else if (words_.giving->whole(behind)) {
            aside = true;
        } else if (words_.into->whole(lead)) {
            invested = m;
        } else if (mention.place == EntityMention::Place::subject || mention.place == EntityMention::Place::topic) {
            subject = m;
        } else if (words_.passing->whole(lead) || mention.place == EntityMention::Place::aside) {
            aside = true;
        } else {
            other = m;
        }
    }
    for (const auto m : {owner, invested, subject}) {
        if (m != none) {
            return m;
        }
    }
    return other == none || aside ? none : other;
}

void AttributeScan::read_money(std::size_t index) {
    constexpr std::uint32_t farthest_needed = 5; // tokens
    const auto& value = values_[index];
    struct Kind {
        const Set& cues;
        const Set& other;  ///< makes it something else
        const Set* needed; ///< without which it is nothing; nullptr: it needs none
        PredicateId predicate;
        std::string_view frame;
        std::uint32_t reach;
    };
    const auto here = language();
    const std::array kinds = {
        Kind{*words_.valuation_words[here], *words_.not_valuation, nullptr, words_.valuation, "attributes.valuation",
             5},
        Kind{*words_.revenue_words[here], *words_.not_revenue, nullptr, words_.revenue, "attributes.revenue", 4},
        Kind{*words_.total_words[here], *words_.not_total, words_.funding, words_.funding_total, "attributes.funding",
             3},
    };
    // 5억달러(약 7000억원)의 기업가치: the same in another currency does not part them.
    const auto whole = [&](std::size_t i) {
        auto tokens = values_[i].tokens;
        if (i + 1 < values_.size() && values_[i + 1].equivalent) {
            tokens.end = std::min(static_cast<std::uint32_t>(sentence_.tokens.size()), values_[i + 1].tokens.end + 1);
        }
        return tokens;
    };
    for (const auto& kind : kinds) {
        const auto distance = nearest(kind.cues, whole(index), kind.reach);
        if (distance == none || nearest(kind.other, whole(index), std::max(distance, 3U)) != none) {
            continue;
        }
        if (kind.needed != nullptr && nearest(*kind.needed, whole(index), farthest_needed) == none) {
            continue;
        }
        // Another amount nearer to the word takes it.
        bool taken = false;
        for (std::size_t i = 0; i < values_.size() && !taken; ++i) {
            taken = i != index && values_[i].kind == ValueMention::Kind::money && !values_[i].equivalent &&
                    nearest(kind.cues, whole(i), kind.reach) < distance;
        }
        if (!taken) {
            claim(index, kind.predicate, organization_for(value), kind.frame);
            return;
        }
    }
}

} // namespace jokbo

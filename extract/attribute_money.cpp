#include "extract/attribute_scan.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jokbo {

namespace {

constexpr std::uint32_t cue_reach = 5; // tokens between an amount and the word that says what it is

} // namespace

AttributeScan::Owner AttributeScan::organization_for(const ValueMention& value) const {
    auto before = none;
    auto topic = none;
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if (!mention.types.has(words_.organization) || mention.kind == EntityMention::Kind::described || mention.tokens.end > value.tokens.begin) {
            continue;
        }
        before = m;
        topic = is_topic(mention) ? m : topic;
    }
    return topic != none ? topic : before;
}

void AttributeScan::read_money(std::size_t index) {
    if (sentence_.language != Language::korean) {
        return; // English says it with verbs and nouns of its own: frames read it
    }
    const auto& value = values_[index];
    struct Kind {
        const char* cue;
        const char* other;
        PredicateId predicate;
        std::string_view frame;
    };
    const std::array kinds = {
        Kind{"valuation.ko", "not.valuation", words_.valuation, "attributes.valuation"},
        Kind{"revenue.ko", "not.revenue", words_.revenue, "attributes.revenue"},
    };
    for (const auto& kind : kinds) {
        const auto distance = nearest(words_.set(kind.cue), value.tokens, cue_reach);
        if (distance == none || nearest(words_.set(kind.other), value.tokens, distance) != none) {
            continue;
        }
        // Another amount nearer to the word takes it.
        const bool taken = std::any_of(values_.begin(), values_.end(), [&](const ValueMention& other) {
            return &other != &value && other.kind == ValueMention::Kind::money && !other.equivalent && nearest(words_.set(kind.cue), other.tokens, cue_reach) < distance;
        });
        if (!taken) {
            claim(index, kind.predicate, organization_for(value), kind.frame);
            return;
        }
    }
}

} // namespace jokbo

// What is no name and yet an argument: 양사, 이 모델, 추론형 LLM.

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_clauses.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {
std::uint32_t KoreanClauses::add_mention(EntityMention::Kind kind, TokenRange tokens, TypeSet types,
                                         std::uint8_t number) {
    EntityMention mention;
    mention.tokens = tokens;
    mention.kind = kind;
    mention.types = types;
    mention.number = number;
    const auto& last = items_;
    auto end = sentence_.tokens[tokens.end - 1].span.end;
    for (const auto& item : last) {
        if (item.tokens.begin < tokens.end && item.tokens.end >= tokens.end && !item.stem.empty()) {
            end = static_cast<std::uint32_t>(item.stem.data() + item.stem.size() - text_.data());
        }
    }
    mention.span = {sentence_.tokens[tokens.begin].span.begin, end};
    sentence_.mentions.push_back(std::move(mention));
    return static_cast<std::uint32_t>(sentence_.mentions.size() - 1);
}

/// 이 모델은, 양사는, 이들은: what looks back; else what describes.
std::uint32_t KoreanClauses::anaphor_or_description(std::uint32_t i) {
    const auto& classes = reader_.classes_;
    const auto& item = items_[i];
    struct LookBack {
        CueId cue;
        TypeId type;
        std::uint8_t number;
    };
    const LookBack kinds[] = {
        {classes.anaphor_companies, reader_.organization_, 2}, {classes.anaphor_three, reader_.organization_, 3},
        {classes.anaphor_many, reader_.organization_, 0},      {classes.anaphor_company, reader_.organization_, 1},
        {classes.anaphor_models, reader_.model_, 2},           {classes.anaphor_model, reader_.model_, 1},
        {classes.anaphor_product, reader_.product_, 1},        {classes.anaphor_programme, reader_.programme_, 1}};
    const auto look_back = [&](CueSet cues, TokenRange range) -> std::uint32_t {
        for (const auto& kind : kinds) {
            if (cues.has(kind.cue)) {
                return add_mention(EntityMention::Kind::anaphor, range, TypeSet::of(kind.type), kind.number);
            }
        }
        return none;
    };
    const auto begins_phrase =
        [&](const KoreanItem& before) { // what the word's card knows, unless the item cuts it short
            const auto& token = sentence_.tokens[before.tokens.begin];
            return token.card == nullptr || token.card->longest_cue > 1 || before.stem.size() != token.span.size();
        };
    if (i > 0 && items_[i - 1].particle == Particle::unmarked && !items_[i - 1].stem.empty() &&
        items_[i - 1].kind != KoreanItem::Kind::mention && begins_phrase(items_[i - 1])) {
        const auto phrase = std::string(items_[i - 1].stem) + " " + std::string(item.stem);
        if (const auto made = look_back(reader_.cues_.of(phrase), {items_[i - 1].tokens.begin, item.tokens.end});
            made != none) {
            return made;
        }
    }
    // 회사 alone looks back only as a topic
    if (item.stem != "회사" || item.particle == Particle::topic) {
        if (const auto made = look_back(item.cues, item.tokens); made != none) {
            return made;
        }
    }
    if (const auto made = pointed_at(i); made != none) {
        return made;
    }
    if (const auto made = spoken_of(i); made != none) {
        return made;
    }
    return described(i);
}

/// 행사에는, 사업은, 서비스는, 그는: a class noun by itself at the beginning of what is said, which must have been spoken of.
std::uint32_t KoreanClauses::spoken_of(std::uint32_t i) {
    const auto& item = items_[i];
    const bool topical = item.particle == Particle::topic || item.particle == Particle::at;
    const bool begins = i == 0 || items_[i - 1].kind == Kind::adverb ||
                        (items_[i - 1].kind == Kind::stop && token_of(i - 1) != "“" && token_of(i - 1) != "‘");
    if (item.stem == "그" && (item.particle == Particle::topic || item.particle == Particle::subject)) {
        return add_mention(EntityMention::Kind::anaphor, item.tokens, TypeSet::of(reader_.person_), 1);
    }
    if (item.stem == "여기" && item.particle == Particle::at) {
        auto things = TypeSet::of(reader_.product_);
        things.add(reader_.model_);
        things.add(reader_.programme_);
        const auto made = add_mention(EntityMention::Kind::anaphor, item.tokens, things, 1);
        sentence_.mentions[made].surety = EntityMention::Surety::likely;
        return made;
    }
    if (item.cues.has(reader_.classes_.we) &&
        (item.particle == Particle::topic || item.particle == Particle::subject)) {
        const auto made = add_mention(EntityMention::Kind::anaphor, item.tokens, TypeSet::of(reader_.organization_), 1);
        sentence_.mentions[made].bias = EntityMention::Bias::speaker; // whoever says it
        return made;
    }
    const bool noun = item.kind == Kind::noun || item.kind == Kind::action; // 서비스는: what 서비스하다 is a verb of
    if (!noun || !topical || !begins) {
        return none;
    }
    for (const auto type : {reader_.programme_, reader_.model_, reader_.product_}) {
        const bool of_type = std::ranges::any_of(
            reader_.classes_.kinds, [&](const auto& kind) { return kind.second == type && item.cues.has(kind.first); });
        if (of_type) {
            const auto made = add_mention(EntityMention::Kind::anaphor, item.tokens, TypeSet::of(type), 1);
            sentence_.mentions[made].surety = EntityMention::Surety::likely;
            return made;
        }
    }
    return none;
}

/// 해당 AI 플랫폼은, 이번 국책 과제에는: what `이 플랫폼` points back with, behind another word that points and nouns between.
std::uint32_t KoreanClauses::pointed_at(std::uint32_t i) {
    constexpr std::uint32_t most_between = 3;
    const auto& classes = reader_.classes_;
    const auto& item = items_[i];
    const std::string_view plural = "들";
    const auto behind = static_cast<std::uint32_t>(item.stem.data() + item.stem.size() - text_.data());
    if (item.kind != Kind::noun || text_.substr(behind, plural.size()) == plural) {
        return none;
    }
    for (auto at = i; at > 0 && i - at <= most_between; --at) {
        const auto& before = items_[at - 1];
        if ((before.kind != Kind::noun && before.kind != Kind::action) || before.particle != Particle::unmarked) {
            break;
        }
        if (!before.cues.has(classes.deictic)) {
            continue;
        }
        const auto cues = reader_.cues_.of("이 " + std::string(item.stem));
        for (const auto& [cue, type] :
             {std::pair(classes.anaphor_company, reader_.organization_),
              std::pair(classes.anaphor_model, reader_.model_), std::pair(classes.anaphor_product, reader_.product_),
              std::pair(classes.anaphor_programme, reader_.programme_)}) {
            if (cues.has(cue)) {
                return add_mention(EntityMention::Kind::anaphor, {before.tokens.begin, item.tokens.end},
                                   TypeSet::of(type), 1);
            }
        }
        break;
    }
    return none;
}

/// A model that is described and not named: a class noun with something that sets it apart, in words of the field (추론형 LLM,
/// GPT-4 기반의 협업 모델). 동반성장 모델 is another kind of model.
std::uint32_t KoreanClauses::described(std::uint32_t i) {
    const auto& classes = reader_.classes_;
    const auto is_model = [&](const KoreanItem& item) {
        return std::ranges::any_of(classes.kinds, [&](const auto& kind) {
            return kind.second == reader_.model_ && item.cues.has(kind.first);
        });
    };
    if (i == 0 || !is_model(items_[i])) {
        return none;
    }
    bool of_the_field = items_[i].stem != "모델";
    bool told_apart = false;
    auto begin = i;
    while (begin > 0 && i - begin < 4) {
        const auto& before = items_[begin - 1];
        // 성능을 더한 ‘추론 모델’: no description reaches out of its quotes
        if (is_one_of(sentence_.tokens[items_[begin].tokens.begin - 1].span.of(text_),
                      {"‘", "’", "“", "”", "'", "\""})) {
            break;
        }
        if (before.kind == Kind::mention && before.particle == Particle::unmarked) {
            // of the name of a base: GPT-4 기반 협업 모델
            const bool base = begin < i && items_[begin].cues.has(classes.base);
            if (base) {
                --begin;
                of_the_field = told_apart = true;
            }
            break;
        }
        const bool noun = (before.kind == Kind::noun || before.kind == Kind::action) &&
                          (before.particle == Particle::unmarked ||
                           (before.particle == Particle::genitive && before.cues.has(classes.base)));
        if (!noun || before.cues.has(classes.deictic)) {
            break;
        }
        told_apart = told_apart || (before.kind == Kind::noun && !before.cues.has(classes.generic));
        of_the_field = of_the_field || before.cues.has(classes.field);
        --begin;
    }
    return told_apart && of_the_field
             ? add_mention(EntityMention::Kind::described, {items_[begin].tokens.begin, items_[i].tokens.end},
                           TypeSet::of(reader_.model_), 1)
             : none;
}

} // namespace jokbo

// Verbs, alone or with the noun of action that they lean on: 개발했다, 개발에 나섰다.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>
#include <iterator>

namespace jokbo {

namespace {

constexpr std::uint32_t light_verb_reach = 2; // items between 개발에 and 나섰다

} // namespace

Predication KoreanClauses::open(std::uint32_t trigger, std::uint32_t item, Predication::Form form) const {
    Predication predication;
    predication.trigger = trigger;
    predication.tokens = items_[item].tokens;
    predication.form = form;
    predication.clause = {items_[item].tokens.begin, clause_end(item)};
    if (is_settled(item)) {
        predication.judged_to = items_[item].tokens.end;
    }
    return predication;
}

std::uint32_t KoreanClauses::light_verb_after(std::uint32_t i) const {
    const auto& words = reader_.words_;
    for (std::uint32_t step = 1; step <= light_verb_reach && i + step < items_.size(); ++step) {
        const auto& item = items_[i + step];
        if (item.kind == Kind::dependent && item.stem == "중") {
            return i + step; // 개발 중이다, 공모 중인
        }
        if (item.kind == Kind::verb) {
            return item.word.verb != none && reader_.cues_.of(words.head(item.word.verb)).has(reader_.classes_.light)
                     ? i + step
                     : none;
        }
        if (item.kind == Kind::mention || item.kind == Kind::separator || item.kind == Kind::stop) {
            return none;
        }
    }
    return none;
}

void KoreanClauses::read_verb(std::uint32_t i) {
    const auto& item = items_[i];
    const auto ending = effective_ending(i);
    auto verb = item.word.verb;
    auto voice = item.word.voice;
    std::uint32_t action_begin = none;
    // 개발에 나섰다: the noun of action is the verb
    for (std::uint32_t back = 1; back <= light_verb_reach && back <= i; ++back) {
        if (items_[i - back].kind == Kind::action && light_verb_after(i - back) == i &&
            items_[i - back].word.verb != none) {
            verb = items_[i - back].word.verb;
            voice = KoreanWord::Voice::active;
            action_begin = items_[i - back].tokens.begin;
            const auto before = i - back;
            if (before > 0 && items_[before - 1].kind == Kind::mention && items_[before - 1].phrase == none &&
                (items_[before - 1].particle == Particle::unmarked ||
                 items_[before - 1].particle == Particle::genitive)) {
                auto mentions = list_before(before - 1);
                const auto phrase = add_phrase(items_[before - 1].tokens, std::move(mentions));
                waiting_.push_back({phrase, Particle::object, before - 1});
            } else if (before > 0 && items_[before - 1].kind == Kind::noun && items_[before - 1].phrase == none &&
                       items_[before - 1].particle == Particle::unmarked) {
                if (const auto made = anaphor_or_description(before - 1); made != none) {
                    waiting_.push_back(
                        {add_phrase(sentence_.mentions[made].tokens, {made}), Particle::object, before - 1});
                }
            }
            break;
        }
    }
    if (verb == none) {
        Predication nothing;
        govern(nothing, i, ending, voice);
        close_clause(ending);
        return;
    }
    if (ending == Ending::connective && reader_.cues_.of(reader_.words_.head(verb)).has(reader_.classes_.alongside)) {
        std::ranges::copy_if(waiting_, std::back_inserter(companions_),
                             [](const Waiting& w) { return w.particle == Particle::with; });
    }
    const auto begin = static_cast<std::uint32_t>(sentence_.predications.size());
    const auto waiting = waiting_;
    const auto subject = subject_;
    bool governed = false;
    const auto read_as = [&](std::uint32_t head, KoreanWord::Voice head_voice) {
        for (const auto trigger :
             reader_.frames_.triggers_of(Language::korean, Trigger::Kind::verb, reader_.words_.head(head))) {
            object_noun_ = none;
            if (!has_object_noun(reader_.frames_.triggers()[trigger], i)) {
                continue;
            }
            waiting_ = waiting;
            subject_ = subject;
            auto predication = open(trigger, i, Predication::Form::verb);
            if (action_begin != none) {
                predication.tokens.begin = action_begin; // 참여를 준비 중이다
            }
            govern(predication, i, ending, head_voice);
            governed = true;
            topics_.push_back(topic_);
            sentence_.predications.push_back(std::move(predication));
            if (ending == Ending::adnominal) {
                pending_heads_.emplace_back(static_cast<std::uint32_t>(sentence_.predications.size() - 1), i);
            }
        }
    };
    read_as(verb, voice);
    if (i > 1 && token_of(i - 1) == "·" && items_[i - 2].kind == Kind::action &&
        items_[i - 2].particle == Particle::unmarked && items_[i - 2].word.verb != none) {
        read_as(items_[i - 2].word.verb, voice); // 제작·공급한다
    }
    if (item.word.passive_of != none && voice == KoreanWord::Voice::active) {
        read_as(item.word.passive_of, KoreanWord::Voice::passive);
    }
    object_noun_ = none;
    if (governed) {
        read_report(i, sentence_.predications.back(), ending);
    } else {
        Predication nothing;
        govern(nothing, i, ending, voice);
        read_report(i, nothing, ending);
    }
    // the clauses before this one serve it: Qwen을 기반으로 가온을 개발했다
    for (auto p = chain_from_; p < begin; ++p) {
        // a new topic begins a clause of its own
        const bool same_topic = p >= topics_.size() || topics_[p] == none || topics_[p] == topic_;
        if (sentence_.predications[p].next == none && begin < sentence_.predications.size() && same_topic) {
            sentence_.predications[p].next = begin;
        }
    }
    close_clause(ending);
}

} // namespace jokbo

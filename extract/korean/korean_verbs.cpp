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
    if (is_settled(trigger, item)) {
        predication.judged_to = items_[item].tokens.end;
    }
    return predication;
}

/// 중, 예정, 계획 behind a noun of action: the two are a verb.
bool KoreanClauses::is_state(std::uint32_t i) const {
    return items_[i].kind == Kind::dependent && items_[i].cues.has(reader_.classes_.state);
}

std::uint32_t KoreanClauses::light_verb_after(std::uint32_t i) const {
    for (std::uint32_t step = 1; step <= light_verb_reach && i + step < items_.size(); ++step) {
        const auto& item = items_[i + step];
        if (is_state(i + step)) {
            return i + step; // 개발 중이다, 공모 중인, 출시 예정인
        }
        if (item.kind == Kind::verb) {
            return is_light(item.word.verb) ? i + step : none;
        }
        if (item.kind == Kind::mention || item.kind == Kind::separator || item.kind == Kind::stop) {
            return none;
        }
    }
    return none;
}

/// 한빛은 ‘모아’를, 나래는 ‘보라’를 출시했다: what waits before the last topic with an object of its own shares its verb.
std::vector<std::vector<KoreanClauses::Waiting>> KoreanClauses::gapped() const {
    std::vector<std::vector<Waiting>> clauses;
    const auto acts = [](const Waiting& w) { return w.particle == Particle::topic || w.particle == Particle::subject; };
    auto last = waiting_.size();
    while (last > 0 && !acts(waiting_[last - 1])) {
        --last;
    }
    const auto has_object = [&](std::size_t from, std::size_t to) {
        return std::any_of(waiting_.begin() + static_cast<std::ptrdiff_t>(from),
                           waiting_.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const Waiting& w) { return w.particle == Particle::object; });
    };
    if (last == 0 || !has_object(last, waiting_.size())) {
        return clauses;
    }
    for (auto end = last - 1; end > 0;) {
        auto begin = end;
        while (begin > 0 && !acts(waiting_[begin - 1])) {
            --begin;
        }
        const auto& item = waiting_[end - 1].item;
        const bool parted = item + 1 < items_.size() && items_[item + 1].kind == Kind::separator;
        if (begin == 0 || !has_object(begin, end) || !parted) {
            break;
        }
        clauses.emplace_back(waiting_.begin() + static_cast<std::ptrdiff_t>(begin - 1),
                             waiting_.begin() + static_cast<std::ptrdiff_t>(end));
        end = begin - 1;
    }
    return clauses;
}

/// 한빛이 주최하고 나래가 주관하는 ‘누리’: the clauses that go on to a relative one, each with a subject and none with an object, have
/// its head for theirs.
void KoreanClauses::share_head(std::uint32_t relative, std::uint32_t item) {
    const auto argument = [&](const Predication& of, std::uint16_t role) {
        const auto found = std::ranges::find(of.arguments, role, &Argument::role);
        return found == of.arguments.end() ? none : found->phrase;
    };
    const auto& roles = reader_.roles_;
    const auto subject = argument(sentence_.predications.back(), roles.subject);
    if (subject == none || sentence_.predications.size() != relative + 1) {
        return;
    }
    for (auto p = chain_from_; p < relative; ++p) {
        const auto& before = sentence_.predications[p];
        const auto own = argument(before, roles.subject);
        const bool has_head = std::ranges::any_of(pending_heads_, [&](const auto& head) { return head.first == p; });
        if (!has_head && own != none && own != subject && argument(before, roles.object) == none &&
            argument(before, roles.topic) == none && before.voice == Predication::Voice::active) {
            pending_heads_.emplace_back(p, item);
        }
    }
}

bool KoreanClauses::is_light(std::uint32_t verb) const {
    return verb != none && reader_.cues_.of(reader_.words_.head(verb)).has(reader_.classes_.light);
}

/// 검토 of 투자를 검토 중이다: a noun of action that only says how far another one before it has come.
bool KoreanClauses::leans_on_another(std::uint32_t action) const {
    return action > 0 && is_light(items_[action].word.verb) && items_[action - 1].kind == Kind::action &&
           items_[action - 1].word.verb != none &&
           (items_[action - 1].particle == Particle::object || items_[action - 1].particle == Particle::unmarked);
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
            items_[i - back].word.verb != none && !leans_on_another(i - back)) {
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
    const auto go_on = [&] {
        chain_ = leads_on(i) ? next_chain_ : Chain{};
        close_clause(ending);
    };
    if (verb == none) {
        Predication nothing;
        govern(nothing, i, ending, voice);
        go_on();
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
    enum class Triggers : std::uint8_t { all, with_object_noun };
    const auto read_as = [&](std::uint32_t head, KoreanWord::Voice head_voice, Triggers wanted = Triggers::all) {
        for (const auto trigger :
             reader_.frames_.triggers_of(Language::korean, Trigger::Kind::verb, reader_.words_.head(head))) {
            object_noun_ = none;
            const auto& words = reader_.frames_.triggers()[trigger];
            if ((wanted == Triggers::with_object_noun && words.object.empty()) || !has_object_noun(words, i)) {
                continue;
            }
            waiting_ = waiting;
            subject_ = subject;
            auto predication = open(trigger, i, Predication::Form::verb);
            if (action_begin != none) {
                predication.tokens.begin = action_begin; // 참여를 준비 중이다
            }
            const auto clauses = ending == Ending::adnominal ? std::vector<std::vector<Waiting>>{} : gapped();
            govern(predication, i, ending, head_voice);
            governed = true;
            topics_.push_back(topic_);
            sentence_.predications.push_back(std::move(predication));
            if (ending == Ending::adnominal) {
                share_head(begin, i);
                pending_heads_.emplace_back(static_cast<std::uint32_t>(sentence_.predications.size() - 1), i);
            }
            for (const auto& clause : clauses) {
                const auto rest = std::exchange(waiting_, clause);
                auto same = open(trigger, i, Predication::Form::verb);
                govern(same, i, ending, head_voice);
                topics_.push_back(topic_);
                sentence_.predications.push_back(std::move(same));
                waiting_ = rest;
            }
        }
    };
    read_as(verb, voice);
    if (action_begin != none && item.word.verb != none) {
        read_as(item.word.verb, item.word.voice, Triggers::with_object_noun); // 인프라 구축을 맡았다, 서비스를 시작했다
    }
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
        if (sentence_.predications[p].next == none && begin < sentence_.predications.size() && same_topic &&
            !std::ranges::binary_search(prenominal_, p)) {
            sentence_.predications[p].next = begin;
        }
    }
    go_on();
}

} // namespace jokbo

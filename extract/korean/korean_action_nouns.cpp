// Nouns of action as predications: 한빛의 가온 개발, and the bare noun that ends a headline.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t modified_reach = 5;    // items from 기반 to the name of what has it
constexpr std::uint32_t etc_reach = 6;         // items between 등 and the noun that sums up the list
constexpr std::uint32_t bare_object_reach = 7; // items between a headline's object and the action

} // namespace
/// 한빛의 가온 개발, 나래와의 협력: what stands before the noun are its arguments.
void KoreanClauses::read_action_noun(std::uint32_t i) {
    const auto& roles = reader_.roles_;
    const auto& word = items_[i].word;
    if (word.noun == none) {
        return;
    }
    const bool heads_phrase = items_[i].particle != Particle::unmarked || i + 1 == items_.size();
    for (const auto trigger :
         reader_.frames_.triggers_of(Language::korean, Trigger::Kind::noun, reader_.words_.head(word.noun))) {
        if (!has_object_noun(reader_.frames_.triggers()[trigger], i)) {
            continue;
        }
        auto predication = open(trigger, i, Predication::Form::noun);
        bool unmarked_between = true;
        if (const auto head = modified_by(i); head != none) {
            argue(predication, roles.head, add_phrase(items_[head].tokens, {items_[head].mention}));
        }
        if (const auto head = listed_before(i); head != none) {
            auto list = list_before(head);
            list.insert(list.begin(), carried_.begin(), carried_.end());
            argue(predication, roles.listed, add_phrase(items_[head].tokens, std::move(list))); // 나래, 소담 등 협력사
        }
        const bool as = items_[i].particle == Particle::by && last_token_of(i).ends_with("는"); // 고객사로는
        if (items_[i].particle == Particle::topic || items_[i].particle == Particle::subject || as) {
            pending_identities_.emplace_back(static_cast<std::uint32_t>(sentence_.predications.size()), i);
        }
        for (std::uint32_t back = 1; back <= 6 && back <= i; ++back) {
            auto at = i - back;
            auto item = items_[at];
            if ((item.kind == Kind::noun || item.kind == Kind::action) && item.particle == Particle::with_of) {
                if (const auto head = head_of(at); head != none) { // 나래 등 관계사와의 협업
                    item.kind = Kind::mention;
                    at = head;
                }
            }
            if (item.kind == Kind::verb || item.kind == Kind::stop) {
                break;
            }
            if (item.kind != Kind::mention) {
                unmarked_between = unmarked_between && item.kind == Kind::noun && item.particle == Particle::unmarked;
                continue;
            }
            std::uint16_t role = roles.of;
            if (item.particle == Particle::unmarked && unmarked_between) {
                role = roles.object;
            } else if (item.particle == Particle::with_of) {
                role = roles.with;
            } else if (item.particle == Particle::oblique_of) {
                role = roles.at;
            } else if (item.particle != Particle::genitive) {
                break;
            }
            argue(predication, role, add_phrase(item.tokens, list_before(at)));
        }
        const auto topic = std::ranges::find(waiting_, topic_, &Waiting::phrase);
        for (const auto& [phrase, particle, at] : waiting_) {
            if (!heads_phrase) {
                break;
            }
            if (particle == Particle::subject && topic != waiting_.end() && at < topic->item) {
                continue; // 이 사업은 정부가 지원하는 사업으로, 한빛은 사업자로 …
            }
            if (phrase == items_[i].phrase || (particle == Particle::object && at != nearest_object())) {
                continue; // 가온을 오르카를 바탕으로: 바탕 is of the nearer one
            }
            const auto role = particle == Particle::with    ? roles.with
                            : particle == Particle::at      ? roles.at
                            : particle == Particle::from    ? roles.from
                            : particle == Particle::object  ? roles.object
                            : particle == Particle::by      ? roles.by
                            : particle == Particle::subject ? roles.subject
                                                            : roles.head;
            if (role != roles.head) {
                argue(predication, role, phrase);
            }
        }
        if (subject_ != none && subject_ != items_[i].phrase) {
            argue(predication, roles.subject, subject_);
        }
        if (topic_ != none && topic_ != items_[i].phrase) {
            argue(predication, roles.topic, topic_);
        }
        topics_.push_back(topic_);
        if (!heads_phrase) {
            prenominal_.push_back(static_cast<std::uint32_t>(sentence_.predications.size()));
        }
        sentence_.predications.push_back(std::move(predication));
    }
}

/// 자회사 나래, 오르카 기반 사무 도구인 ‘모아’: the name that the noun stands before; none where another phrase comes first.
std::uint32_t KoreanClauses::modified_by(std::uint32_t noun) const {
    for (auto i = noun + 1; i < items_.size() && i <= noun + modified_reach; ++i) {
        const auto& last = items_[i - 1];
        if (last.particle != Particle::unmarked && last.particle != Particle::copula_of) {
            return none;
        }
        if (items_[i].kind == Kind::mention) {
            return i;
        }
        if (items_[i].kind != Kind::noun && items_[i].kind != Kind::action) {
            return none;
        }
    }
    return none;
}

/// The last name of the list that 등 ties to the noun, with words that describe it between; none if there is none.
std::uint32_t KoreanClauses::listed_before(std::uint32_t noun) const {
    for (std::uint32_t back = 1; back <= etc_reach && back < noun; ++back) {
        const auto& item = items_[noun - back];
        if (item.kind == Kind::etc) {
            const auto& last = items_[noun - back - 1];
            if (item.particle != Particle::unmarked || last.particle != Particle::unmarked) {
                return none;
            }
            return last.kind == Kind::mention ? noun - back - 1 : head_of(noun - back - 1); // 나래 정예팀 등 5개 팀
        }
        if (item.cues.has(reader_.classes_.adjective)) {
            continue;
        }
        if (item.kind == Kind::mention || item.kind == Kind::verb || item.kind == Kind::separator ||
            item.kind == Kind::stop || item.particle != Particle::unmarked) {
            return none;
        }
    }
    return none;
}

/// 교육을 진행, 효과를 검증했다: behind its object and before a comma the bare noun is a verb.
bool KoreanClauses::stands_for_verb(std::uint32_t i) const {
    return items_[i].particle == Particle::unmarked && items_[i].word.verb != none && i > 0 && token_of(i + 1) == "," &&
           items_[i - 1].particle == Particle::object && items_[i - 1].phrase != none;
}

/// ‘가온’ 오픈소스로 공개, 나래 40억 달러에 인수: the name whose case a headline drops, before words that tell how, when and
/// for how much.
std::uint32_t KoreanClauses::bare_object_before(std::uint32_t i) const {
    const auto& classes = reader_.classes_;
    for (std::uint32_t back = 1; back <= bare_object_reach && back <= i; ++back) {
        const auto at = i - back;
        const auto& item = items_[at];
        if (item.kind == Kind::mention) {
            if (item.particle != Particle::unmarked) {
                return none;
            }
            if (sentence_.mentions[item.mention].types == TypeSet::of(reader_.place_)) {
                continue; // 가온 중국 출시
            }
            return item.phrase == none || item.phrase != topic_ ? at : none; // not the topic itself
        }
        const bool tells_how = item.particle == Particle::by || item.particle == Particle::unmarked;
        const bool number = sentence_.tokens[item.tokens.begin].kind == Token::Kind::number;
        const bool counted =
            at > 0 && (sentence_.tokens[items_[at - 1].tokens.begin].kind == Token::Kind::number ||
                       (at > 1 && sentence_.tokens[item.tokens.begin - 2].kind == Token::Kind::number));
        const bool passes = item.kind == Kind::adverb || number || counted || item.cues.has(classes.moment) ||
                            (tells_how && (item.cues.has(classes.manner) || item.cues.has(classes.transparent) ||
                                           reader_.names_a_kind(item.cues)));
        if (!passes || item.kind == Kind::verb || item.kind == Kind::stop || item.kind == Kind::separator) {
            return none;
        }
    }
    return none;
}

/// A headline ends with the bare noun: 한빛-나래, LLM 공동개발.
void KoreanClauses::read_bare_action(std::uint32_t i, Ending ending) {
    read_action_noun(i);
    const auto& word = items_[i].word;
    if (word.verb == none) {
        return;
    }
    if (const auto object = bare_object_before(i); object != none) {
        waiting_.push_back({add_phrase(items_[object].tokens, list_before(object)), Particle::object, object});
    }
    const auto waiting = waiting_;
    for (const auto trigger :
         reader_.frames_.triggers_of(Language::korean, Trigger::Kind::verb, reader_.words_.head(word.verb))) {
        if (!has_object_noun(reader_.frames_.triggers()[trigger], i)) {
            continue;
        }
        waiting_ = waiting;
        auto predication = open(trigger, i, Predication::Form::verb);
        govern(predication, i, ending, word.voice);
        topics_.push_back(topic_);
        sentence_.predications.push_back(std::move(predication));
    }
}

} // namespace jokbo

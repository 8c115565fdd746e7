#include "extract/korean/korean_clauses.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

constexpr std::uint32_t content_reach = 14; // items between 체결한 and 해지했다 of 체결한 … 계약을 해지했다

} // namespace

KoreanClauses::KoreanClauses(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence,
                             std::vector<KoreanItem>& items)
    : reader_(reader), text_(text), sentence_(sentence), items_(items) {
    reader.items(text, sentence, items_);
    headline_topic_ = find_headline_topic();
}

/// 한빛, 나래와 로봇 개발 맞손: the name that opens a headline and that a comma parts from one with a case or words of its own.
std::uint32_t KoreanClauses::find_headline_topic() const {
    std::uint32_t first = 0;
    if (!items_.empty() && token_of(0) == "[") {
        while (first < items_.size() && token_of(first) != "]") {
            ++first;
        }
        ++first;
    }
    const auto is_bare_name = [&](std::uint32_t i) {
        return i + 2 < items_.size() && items_[i].kind == Kind::mention && items_[i].particle == Particle::unmarked;
    };
    if (is_bare_name(first) && is_bare_name(first + 1)) {
        ++first; // 한빛 나래, …: the one within the other
    }
    if (!is_bare_name(first) || token_of(first + 1) != ",") {
        return none;
    }
    auto last = items_.size() - 1;
    while (last > first && items_[last].kind == Kind::stop) {
        --last;
    }
    const bool told = items_[last].kind == Kind::verb && items_[last].word.ending == Ending::final &&
                      last + 1 < items_.size() && token_of(static_cast<std::uint32_t>(last) + 1) == ".";
    auto next = first + 2;
    while (next < items_.size() && items_[next].kind == Kind::noun && items_[next].particle == Particle::unmarked) {
        ++next; // 한빛, 신생 기업 나래에 …
    }
    if (told || next >= items_.size() || items_[next].kind != Kind::mention) {
        return none;
    }
    const bool has_words_of_its_own =
        items_[next].particle == Particle::unmarked && next + 1 < items_.size() &&
        (items_[next + 1].kind == Kind::action || items_[next + 1].kind == Kind::noun ||
         items_[next + 1].word.ending == Ending::adnominal); // 한빛, 신생 기업 나래 인수 임박
    if (has_words_of_its_own) {
        return first;
    }
    switch (items_[next].particle) {
    case Particle::with:
    case Particle::at:
    case Particle::to:
    case Particle::in:
    case Particle::from:
    case Particle::object: return first;
    default: return none;
    }
}

std::string_view KoreanClauses::token_of(std::uint32_t item) const {
    return sentence_.tokens[items_[item].tokens.begin].span.of(text_);
}

std::string_view KoreanClauses::last_token_of(std::uint32_t item) const {
    return sentence_.tokens[items_[item].tokens.end - 1].span.of(text_);
}

void KoreanClauses::read() {
    sentence_.subject = SentenceAnalysis::Subject::absent;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
        const auto& item = items_[i];
        const bool marked = item.particle != Particle::unmarked && item.particle != Particle::genitive;
        const bool last = i + 1 == items_.size();
        switch (item.kind) {
        case Kind::mention:
            if (!is_list_joint(i)) {
                const bool closes = marked || last || items_[i + 1].kind == Kind::verb ||
                                    items_[i + 1].kind == Kind::separator || items_[i + 1].kind == Kind::stop ||
                                    items_[i + 1].kind == Kind::adverb;
                if (closes) {
                    read_phrase_ending_at(i);
                }
            }
            break;
        case Kind::dependent:
            if (is_state(i) && i > 0 &&
                (items_[i - 1].kind == Kind::action || (i > 1 && items_[i - 2].kind == Kind::action))) {
                read_verb(i);
                break;
            }
            [[fallthrough]];
        case Kind::noun:
        case Kind::etc:
            if (marked || last || items_[i + 1].kind == Kind::verb || items_[i + 1].kind == Kind::adverb ||
                opens_headline(i)) {
                read_phrase_ending_at(i);
            }
            break;
        case Kind::action:
            if (items_[i].word.verb == none || light_verb_after(i) == none) { // 협력사가 참여하는
                if (marked || opens_headline(i)) {
                    read_phrase_ending_at(i);
                }
                if (last || items_[i + 1].kind == Kind::stop) {
                    read_bare_action(i, Ending::final);
                } else if (stands_for_verb(i)) {
                    read_bare_action(i, Ending::connective);
                    close_clause(Ending::connective);
                } else {
                    read_action_noun(i);
                }
            }
            break;
        case Kind::verb: read_verb(i); break;
        case Kind::separator: break;
        case Kind::adverb: break;
        case Kind::stop:
            if (token_of(i) == "]") {
                waiting_.clear(); // [누리 2026] 한빛, …: a rubric is no part of what is said
            } else if (token_of(i) == "…" || token_of(i) == "···") {
                std::erase_if(waiting_, [](const Waiting& w) { return w.particle != Particle::topic; });
            }
            break;
        }
    }
    for (auto& predication : sentence_.predications) {
        if (predication.form != Predication::Form::noun) {
            continue;
        }
        for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
            const auto& mention = sentence_.mentions[m];
            if (mention.kind == EntityMention::Kind::described && mention.tokens.begin <= predication.tokens.begin &&
                predication.tokens.end <= mention.tokens.end) {
                argue(predication, reader_.roles_.head, add_phrase(mention.tokens, {m})); // GPT-4 기반의 협업 모델
                predication.next = none;
                break;
            }
        }
    }
    for (const auto& [report, item] : pending_speakers_) {
        sentence_.reports[report].speaker = head_phrase_after(item);
    }
    std::erase_if(sentence_.reports, [](const Report& report) { return report.speaker == none; });
    for (const auto& [predication, item] : pending_heads_) {
        const auto head = head_phrase_after(item);
        auto phrase = head;
        if (phrase != none && topic_ != none && is_predicate_noun(phrase)) {
            phrase = topic_; // 가온은 한빛이 개발한 모델이다
        } else if (const auto list = phrase == none ? none : list_that_is(phrase); list != none) {
            phrase = list; // 투자를 유치한 기업은 ▲한빛 ▲나래 등 2곳이다
        }
        if (phrase == none) {
            const bool serves = item + 1 >= items_.size() || items_[item + 1].kind == Kind::etc ||
                                items_[item + 1].cues.has(reader_.classes_.subordinates); // 인수하는 등, 인수한 뒤
            if (!serves) { // of whom it tells is there, though it is no phrase
                sentence_.predications[predication].arguments.push_back({reader_.roles_.head, none});
            }
        } else {
            argue(sentence_.predications[predication], reader_.roles_.head, phrase);
            supply_subject(predication, phrase);
            if (phrase == head) {
                return_subject(predication, head);
            }
        }
    }
    for (const auto& [predication, item] : pending_identities_) {
        if (const auto phrase = named_by_copula(item); phrase != none) {
            argue(sentence_.predications[predication], reader_.roles_.is, phrase);
        }
    }
}

/// 한빛 정예팀, ‘가온’ 공개: the noun stands for the name before it, and no sentence has begun.
bool KoreanClauses::opens_headline(std::uint32_t i) const {
    return i > 0 && topic_ == none && waiting_.empty() && items_[i].cues.has(reader_.classes_.transparent) &&
           items_[i].particle == Particle::unmarked && items_[i - 1].kind == Kind::mention &&
           items_[i - 1].particle == Particle::unmarked && i + 1 < items_.size() && token_of(i + 1) == ",";
}

Ending KoreanClauses::effective_ending(std::uint32_t i) const {
    if (items_[i].kind == Kind::dependent) { // 개발 중인, 개발 중이다
        return items_[i].particle == Particle::copula_of ? Ending::adnominal : Ending::final;
    }
    const auto ending = items_[i].word.ending;
    if (ending == Ending::adnominal && i + 1 < items_.size() && items_[i + 1].kind == Kind::dependent) {
        return Ending::final;
    }
    if (ending == Ending::quoted || ending == Ending::quoted_of || ending == Ending::nominal) {
        return Ending::final;
    }
    return ending;
}

bool KoreanClauses::reports(std::uint32_t i) const {
    const auto verb = items_[i].word.verb;
    return verb != none && reader_.cues_.of(reader_.words_.head(verb)).has(reader_.classes_.report);
}

/// 개발해, 모아, 이끌어: this clause and the next are of the same things; those in 고, 며, 지만 stand beside it.
bool KoreanClauses::leads_on(std::uint32_t i) const {
    const auto form = sentence_.tokens[items_[i].tokens.end - 1].span.of(text_);
    static constexpr std::array others = {"고", "며", "면서", "지만", "는데", "으나", "거나", "도록", "려고",
                                          "러", "니", "면",   "자",   "다가", "듯",   "도",   "나",   "야"};
    return effective_ending(i) == Ending::connective &&
           std::ranges::none_of(others, [&](std::string_view ending) { return form.ends_with(ending); });
}

/// What the clauses that follow leave as it is: 협약을 맺고 … 나설 계획이다, 협력사들과 … 넓힐 계획이다, 참여 기업들은 … 것이다.
bool KoreanClauses::is_settled(std::uint32_t trigger, std::uint32_t i) const {
    const auto& item = items_[i];
    if (item.kind == Kind::verb) {
        return effective_ending(i) == Ending::connective && item.word.verb != none &&
               (reader_.concluded_[trigger] ||
                reader_.cues_.of(reader_.words_.head(item.word.verb)).has(reader_.classes_.concluded));
    }
    if (item.kind != Kind::action) {
        return false;
    }
    const bool predicate =
        item.particle == Particle::copula || item.particle == Particle::by || item.particle == Particle::subject;
    const bool before_class_noun =
        i + 1 < items_.size() && items_[i + 1].kind == Kind::noun && reader_.names_a_kind(items_[i + 1].cues);
    return (item.word.verb == none && !predicate) || (item.particle == Particle::unmarked && before_class_noun);
}

/// The verb whose object is the contract or plan that the adnominal clause tells about; none if there is none.
std::uint32_t KoreanClauses::verb_of_content(std::uint32_t adnominal) const {
    bool content = false;
    for (auto i = adnominal + 1; i < items_.size() && i < adnominal + content_reach; ++i) {
        const auto& item = items_[i];
        if (item.kind == Kind::mention || item.kind == Kind::stop || item.kind == Kind::separator) {
            return none;
        }
        if (item.kind == Kind::verb || (content && is_state(i))) {
            return content && item.word.ending != Ending::adnominal ? i : none;
        }
        const bool object = item.particle == Particle::object;
        if (object && content) {
            return none;
        }
        content = content || (object && item.cues.has(reader_.classes_.content));
        if (object && !content) {
            return none;
        }
    }
    return none;
}

std::uint32_t KoreanClauses::clause_end(std::uint32_t i) const {
    auto end = items_[i].tokens.end;
    if (items_[i].kind == Kind::dependent && effective_ending(i) == Ending::adnominal) {
        return end; // 참여 중인 기업으로서
    }
    if (items_[i].kind == Kind::verb && items_[i].word.ending == Ending::adnominal &&
        effective_ending(i) == Ending::adnominal) {
        if (const auto verb = verb_of_content(i); verb != none) {
            return clause_end(verb); // 투자하는 방안을 논의 중이다, 맺은 공급 계약을 해지했다
        }
        // 미세조정한 결과물로 추정된다고 주장했다: what is said of a nameless noun is said of the clause
        for (auto next = i + 1; next < items_.size() && next < i + 5; ++next) {
            if (items_[next].kind == Kind::verb) {
                return items_[next].word.ending == Ending::adnominal && !reports(next) ? end : clause_end(next);
            }
            const bool claim = items_[next].kind == Kind::dependent && items_[next].particle == Particle::object;
            if (items_[next].kind != Kind::noun && items_[next].kind != Kind::action && !claim) {
                break;
            }
        }
        return end;
    }
    const auto ending = items_[i].kind == Kind::verb ? items_[i].word.ending : Ending::bare;
    const bool goes_on = ending != Ending::final && ending != Ending::connective;
    for (auto next = i + 1; next < items_.size(); ++next) {
        const auto& item = items_[next];
        if (item.kind == Kind::separator || item.kind == Kind::stop) {
            if (item.kind == Kind::stop && !item.stem.empty()) {
                end = item.tokens.end; // …하지 않았다
            }
            break;
        }
        if (item.kind == Kind::mention) {
            break;
        }
        if (item.cues.has(reader_.classes_.subordinates)) {
            break; // 세운 이후 아무것도 내놓지 않았다: what follows is said of another clause
        }
        end = item.tokens.end;
        if (!goes_on && item.kind == Kind::verb) {
            break;
        }
        if (next > i + 5) {
            break;
        }
    }
    return end;
}

void KoreanClauses::close_clause(Ending ending) {
    if (ending == Ending::final) {
        chain_from_ = static_cast<std::uint32_t>(sentence_.predications.size());
        std::erase_if(waiting_, [](const Waiting& w) {
            return w.particle != Particle::topic && w.particle != Particle::subject;
        });
        companions_.clear();
    } else if (ending == Ending::connective) {
        std::erase_if(waiting_, [](const Waiting& w) { return w.particle != Particle::topic; });
        waiting_.insert(waiting_.end(), companions_.begin(), companions_.end());
        companions_.clear();
    }
}

void KoreanReader::parse(std::string_view text, SentenceAnalysis& sentence) const {
    static thread_local std::vector<KoreanItem> items;
    KoreanClauses(*this, text, sentence, items).read();
}

} // namespace jokbo

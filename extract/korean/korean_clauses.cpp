#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t object_noun_reach = 6; // items between 투자를 and 유치했다
constexpr std::uint32_t light_verb_reach = 2;  // items between 개발에 and 나섰다
constexpr std::size_t longest_list = 40;
constexpr std::uint32_t longest_restatement = 5; // items from a name to the class noun that says again what it is

} // namespace

KoreanClauses::KoreanClauses(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence)
    : reader_(reader), text_(text), sentence_(sentence), items_(reader.items(text, sentence)) {}

void KoreanClauses::read() {
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
            if (items_[i].stem == "중" && i > 0 &&
                (items_[i - 1].kind == Kind::action || (i > 1 && items_[i - 2].kind == Kind::action))) {
                read_verb(i);
                break;
            }
            [[fallthrough]];
        case Kind::noun:
        case Kind::etc:
            if (marked || last || items_[i + 1].kind == Kind::verb || items_[i + 1].kind == Kind::adverb) {
                read_phrase_ending_at(i);
            }
            break;
        case Kind::action:
            if (light_verb_after(i) == none) {
                if (marked) {
                    read_phrase_ending_at(i);
                }
                last || items_[i + 1].kind == Kind::stop ? read_headline_action(i) : read_action_noun(i);
            }
            break;
        case Kind::verb: read_verb(i); break;
        case Kind::separator: break;
        case Kind::adverb: break;
        case Kind::stop: break;
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
    for (const auto& [predication, item] : pending_heads_) {
        auto phrase = head_phrase_after(item);
        if (phrase != none && topic_ != none && is_predicate_noun(phrase)) {
            phrase = topic_; // 가온은 한빛이 개발한 모델이다
        } else if (const auto list = phrase == none ? none : list_that_is(phrase); list != none) {
            phrase = list; // 투자를 유치한 기업은 ▲한빛 ▲나래 등 2곳이다
        }
        if (phrase != none) {
            argue(sentence_.predications[predication], reader_.roles_.head, phrase);
        }
    }
}

bool KoreanClauses::same_kind(std::uint32_t a, std::uint32_t b) const {
    return !(sentence_.mentions[items_[a].mention].types & sentence_.mentions[items_[b].mention].types).empty();
}

/// Whether the list goes on behind this mention: A, B · A와 B · A 및 B.
bool KoreanClauses::is_list_joint(std::uint32_t i) const {
    const auto particle = items_[i].particle;
    auto next = i + 1;
    bool separated = false;
    if (next < items_.size() && items_[next].kind == Kind::separator) {
        separated = true;
        ++next;
    }
    if (next >= items_.size()) {
        return false;
    }
    if (particle == Particle::with || (particle == Particle::unmarked && separated)) {
        // a class noun may introduce the next member: 스타트업 A, 대기업 B
        if (items_[next].kind == Kind::noun && items_[next].particle == Particle::unmarked &&
            next + 1 < items_.size() && items_[next + 1].kind == Kind::mention && particle != Particle::with) {
            ++next;
        }
        return items_[next].kind == Kind::mention && same_kind(i, next);
    }
    return false;
}

std::uint32_t KoreanClauses::head_of(std::uint32_t last) const {
    const auto& classes = reader_.classes_;
    auto at = last;
    // A, B 등 4개 기업이: back over what 등 introduces
    for (std::uint32_t back = 0; back < 5 && at >= back; ++back) {
        const auto& item = items_[at - back];
        if (item.kind == Kind::etc) {
            at -= back;
            break;
        }
        const bool place = item.kind == Kind::mention && item.particle == Particle::unmarked && back > 0 &&
                           sentence_.mentions[item.mention].types == TypeSet::of(reader_.place_);
        if (place) {
            continue; // 등 국내 AI 기업들과
        }
        if (item.kind == Kind::mention || item.kind == Kind::verb || item.kind == Kind::separator ||
            item.kind == Kind::stop || (back > 0 && item.particle != Particle::unmarked)) {
            break;
        }
    }
    const auto behind_person = [&](std::uint32_t title) { // 마크 간지 CEO가
        return items_[title].cues.has(classes.title) && items_[title - 1].kind == Kind::mention &&
               sentence_.mentions[items_[title - 1].mention].types.has(reader_.person_);
    };
    const auto counts = [&](std::uint32_t i) { // 슈프트 1기를, H100 1000장으로
        const auto& tokens = sentence_.tokens;
        const bool number = tokens[items_[i].tokens.begin].kind == Token::Kind::number;
        return items_[i].kind == Kind::noun &&
               (number || (tokens[items_[i].tokens.begin].gap == Token::Gap::glued &&
                           tokens[items_[i - 1].tokens.begin].kind == Token::Kind::number));
    };
    while (at > 0 &&
           (items_[at].kind == Kind::etc || counts(at) ||
            (items_[at].kind == Kind::noun && (items_[at].cues.has(classes.transparent) || behind_person(at))))) {
        --at;
        if (items_[at].kind == Kind::mention && items_[at].particle != Particle::unmarked) {
            return none;
        }
    }
    if (items_[at].kind == Kind::mention) {
        return at;
    }
    // ‘K-AI’ 대표 모델 선정 사업과: the class noun says again what the name is
    for (std::uint32_t back = 1; back <= longest_restatement && back <= last; ++back) {
        const auto& item = items_[last - back];
        if (item.kind == Kind::mention) {
            const bool restated = std::ranges::any_of(classes.kinds, [&](const auto& kind) {
                return items_[last].cues.has(kind.first) &&
                       sentence_.mentions[item.mention].types == TypeSet::of(kind.second);
            });
            return restated && item.particle == Particle::unmarked ? last - back : none;
        }
        if ((item.kind != Kind::noun && item.kind != Kind::action) || item.particle != Particle::unmarked ||
            item.cues.has(classes.base)) {
            break;
        }
    }
    return none;
}

std::vector<std::uint32_t> KoreanClauses::list_before(std::uint32_t head) {
    std::vector<std::uint32_t> mentions{items_[head].mention};
    auto at = head;
    while (at > 0 && mentions.size() < longest_list) {
        auto before = at - 1;
        while (before > 0 && (items_[before].kind == Kind::separator ||
                              (items_[before].kind == Kind::noun && items_[before].particle == Particle::unmarked &&
                               before + 1 == at))) {
            --before;
        }
        if (items_[before].kind != Kind::mention || !is_list_joint(before)) {
            break;
        }
        mentions.push_back(items_[before].mention);
        at = before;
    }
    std::ranges::reverse(mentions);
    return mentions;
}

std::uint32_t KoreanClauses::add_phrase(TokenRange tokens, std::vector<std::uint32_t> mentions) {
    sentence_.phrases.push_back({tokens, std::move(mentions)});
    return static_cast<std::uint32_t>(sentence_.phrases.size() - 1);
}

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
    const LookBack kinds[] = {{classes.anaphor_companies, reader_.organization_, 2},
                              {classes.anaphor_many, reader_.organization_, 0},
                              {classes.anaphor_company, reader_.organization_, 1},
                              {classes.anaphor_models, reader_.model_, 2},
                              {classes.anaphor_model, reader_.model_, 1},
                              {classes.anaphor_product, reader_.product_, 1},
                              {classes.anaphor_programme, reader_.programme_, 1}};
    const auto look_back = [&](CueSet cues, TokenRange range) -> std::uint32_t {
        for (const auto& kind : kinds) {
            if (cues.has(kind.cue)) {
                return add_mention(EntityMention::Kind::anaphor, range, TypeSet::of(kind.type), kind.number);
            }
        }
        return none;
    };
    if (i > 0 && items_[i - 1].particle == Particle::unmarked && !items_[i - 1].stem.empty() &&
        items_[i - 1].kind != KoreanItem::Kind::mention) {
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
    return described(i);
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

void KoreanClauses::read_phrase_ending_at(std::uint32_t i) {
    const auto head = head_of(i);
    std::vector<std::uint32_t> mentions;
    std::uint32_t begin = items_[i].tokens.begin;
    if (head != none) {
        mentions = list_before(head);
        begin = sentence_.mentions[mentions.front()].tokens.begin;
    } else if (const auto made = anaphor_or_description(i); made != none) {
        mentions = {made};
        begin = sentence_.mentions[made].tokens.begin;
    }
    const auto phrase = add_phrase({begin, items_[i].tokens.end}, std::move(mentions));
    items_[i].phrase = phrase;
    auto particle = items_[i].particle;
    const bool has_names = !sentence_.phrases[phrase].mentions.empty();
    if (particle == Particle::unmarked && has_names && i + 1 < items_.size() && items_[i + 1].stem == "역시") {
        particle = Particle::topic; // KT 역시
    } else if (particle == Particle::unmarked && has_names) {
        // without a particle: the topic of a headline where a comma follows
        const bool comma =
            i + 1 < items_.size() && (items_[i + 1].kind == Kind::separator || items_[i + 1].kind == Kind::stop);
        if (comma && topic_ == none && waiting_.empty()) {
            particle = Particle::topic;
        }
    }
    if (i + 1 < items_.size() &&
        (particle == Particle::object || particle == Particle::at || particle == Particle::by)) {
        const auto& next = items_[i + 1].cues;
        particle = next.has(reader_.classes_.via)   ? Particle::via
                 : next.has(reader_.classes_.about) ? Particle::about
                 : next.has(reader_.classes_.agent) ? Particle::agent
                                                    : particle;
    }
    if (particle == Particle::topic && topic_ != none && is_also(i)) {
        particle = Particle::object; // KT는 … ‘믿음 프로’도 선보인다
    }
    const bool added = i + 1 < items_.size() && items_[i + 1].cues.has(reader_.classes_.adds);
    if (particle == Particle::topic && !added) {
        topic_ = phrase;
        subject_ = phrase;
    }
    if (added && particle != Particle::unmarked) {
        carried_ = sentence_.phrases[phrase].mentions; // 로봇 기업은 물론, 지멘스와: one list
        return;
    }
    if (!carried_.empty() && has_names) {
        auto& list = sentence_.phrases[phrase].mentions;
        const auto types = sentence_.mentions[list.back()].types;
        for (const auto mention : carried_) {
            if (!(sentence_.mentions[mention].types & types).empty()) {
                list.insert(list.begin(), mention);
            }
        }
        carried_.clear();
    }
    waiting_.push_back({phrase, particle, i});
}

/// X도, X만 where X is a thing and the sentence has its topic: not who acts.
bool KoreanClauses::is_also(std::uint32_t i) const {
    const auto& token = sentence_.tokens[items_[i].tokens.end - 1];
    const auto word = token.span.of(text_);
    if (!word.ends_with("도") && !word.ends_with("만")) {
        return false;
    }
    const auto& mentions = sentence_.phrases[items_[i].phrase].mentions;
    return !mentions.empty() && std::ranges::none_of(mentions, [&](std::uint32_t m) {
        const auto& types = sentence_.mentions[m].types;
        return types.has(reader_.organization_) || types.has(reader_.person_);
    });
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

std::uint32_t KoreanClauses::clause_end(std::uint32_t i) const {
    auto end = items_[i].tokens.end;
    if (items_[i].kind == Kind::verb && items_[i].word.ending == Ending::adnominal &&
        effective_ending(i) == Ending::adnominal) {
        // 미세조정한 결과물로 추정된다고 주장했다: what is said of a nameless noun is said of the clause
        for (auto next = i + 1; next < items_.size() && next < i + 5; ++next) {
            if (items_[next].kind == Kind::verb) {
                return items_[next].word.ending == Ending::adnominal ? end : clause_end(next);
            }
            if (items_[next].kind != Kind::noun && items_[next].kind != Kind::action) {
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

Predication KoreanClauses::open(std::uint32_t trigger, std::uint32_t item, Predication::Form form) const {
    Predication predication;
    predication.trigger = trigger;
    predication.tokens = items_[item].tokens;
    predication.form = form;
    predication.clause = {items_[item].tokens.begin, clause_end(item)};
    return predication;
}

void KoreanClauses::argue(Predication& predication, std::uint16_t role, std::uint32_t phrase) const {
    const bool known = std::ranges::any_of(predication.arguments,
                                           [&](const Argument& a) { return a.role == role && a.phrase == phrase; });
    if (!known) {
        predication.arguments.push_back({role, phrase});
    }
}

bool KoreanClauses::has_object_noun(const Trigger& trigger, std::uint32_t i) {
    if (trigger.object.empty()) {
        return true;
    }
    for (std::uint32_t back = 1; back <= object_noun_reach && back <= i; ++back) {
        const auto& item = items_[i - back];
        if (item.kind == Kind::verb || item.kind == Kind::stop) {
            return false;
        }
        if (item.stem == trigger.object) {
            object_noun_ = i - back;
        }
        if (item.stem == trigger.object ||
            (item.stem.ends_with(trigger.object) && item.stem.size() <= trigger.object.size() + 6)) {
            if (!trigger.object_mark.empty()) {
                Particle wanted = Particle::unmarked;
                return reader_.particle_named(trigger.object_mark, wanted) &&
                       (item.particle == wanted || item.particle == Particle::unmarked);
            }
            return item.particle == Particle::object || item.particle == Particle::unmarked ||
                   item.particle == Particle::topic;
        }
    }
    return false;
}

std::uint32_t KoreanClauses::head_phrase_after(std::uint32_t i) const {
    for (auto next = i + 1; next < items_.size() && next < i + 12; ++next) {
        if (items_[next].phrase != none) {
            return items_[next].phrase;
        }
        if (items_[next].kind == Kind::verb || items_[next].kind == Kind::stop) {
            return none;
        }
        if (items_[next].kind == Kind::dependent) {
            return none;
        }
    }
    return none;
}

/// The names at the sentence's end that a class noun, its topic, announces: 기업은 ▲한빛 ▲나래 등 2곳이다.
std::uint32_t KoreanClauses::list_that_is(std::uint32_t phrase) const {
    const auto topic = std::ranges::find(items_, phrase, &KoreanItem::phrase);
    if (topic == items_.end() || topic->particle != Particle::topic || !sentence_.phrases[phrase].mentions.empty()) {
        return none;
    }
    for (std::size_t i = items_.size(); i-- > 0;) {
        if (items_[i].phrase != none && items_[i].phrase != phrase && items_[i].particle == Particle::copula) {
            return sentence_.phrases[items_[i].phrase].mentions.empty() ? none : items_[i].phrase;
        }
    }
    return none;
}

/// A class noun that says what the topic is: …모델이다, …기업으로.
bool KoreanClauses::is_predicate_noun(std::uint32_t phrase) const {
    const auto item = std::ranges::find(items_, phrase, &KoreanItem::phrase);
    if (item == items_.end() || item->kind != Kind::noun ||
        (item->particle != Particle::copula && item->particle != Particle::by)) {
        return false;
    }
    const bool class_noun =
        std::ranges::any_of(reader_.classes_.kinds, [&](const auto& kind) { return item->cues.has(kind.first); });
    const auto& mentions = sentence_.phrases[phrase].mentions;
    return class_noun && std::ranges::none_of(mentions, [&](std::uint32_t m) {
               return sentence_.mentions[m].kind == EntityMention::Kind::name;
           });
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

void KoreanClauses::govern(Predication& predication, std::uint32_t i, Ending ending, KoreanWord::Voice voice,
                           std::uint32_t taken_from) {
    const auto& roles = reader_.roles_;
    const bool passive = voice == KoreanWord::Voice::passive;
    predication.voice = passive ? Predication::Voice::passive : Predication::Voice::active;
    bool has_subject = false;
    bool has_object = false;
    std::uint32_t own_topic = none;
    std::vector<std::size_t> used;
    for (std::size_t back = waiting_.size(); back-- > 0;) {
        const auto [phrase, particle, item] = waiting_[back];
        if (ending == Ending::adnominal && particle == Particle::topic) {
            argue(predication, roles.topic, phrase);
            break; // the rest belongs to the clause around
        }
        switch (particle) {
        case Particle::topic: own_topic = own_topic == none ? phrase : own_topic; break;
        case Particle::subject:
            if (has_subject) {
                break;
            }
            has_subject = true;
            argue(predication, passive ? roles.object : roles.subject, phrase);
            used.push_back(back);
            break;
        case Particle::object:
            if (object_noun_ != none && item == object_noun_) {
                used.push_back(back); // 투자를 유치했다: the noun belongs to the verb
                argue_owner_of(predication, item);
                break;
            }
            if (has_object) {
                break;
            }
            has_object = true;
            argue(predication, roles.object, phrase);
            used.push_back(back);
            break;
        case Particle::at:
            argue(predication, roles.at, phrase);
            used.push_back(back);
            break;
        case Particle::to:
            argue(predication, roles.to, phrase);
            if (passive) {
                argue(predication, roles.subject, phrase);
            }
            used.push_back(back);
            break;
        case Particle::in:
            argue(predication, roles.in, phrase);
            used.push_back(back);
            break;
        case Particle::by:
            argue(predication, roles.by, phrase);
            used.push_back(back);
            break;
        case Particle::from:
            argue(predication, roles.from, phrase);
            used.push_back(back);
            break;
        case Particle::with:
            argue(predication, roles.with, phrase);
            used.push_back(back);
            break;
        case Particle::than:
            argue(predication, roles.than, phrase);
            used.push_back(back);
            break;
        case Particle::via:
            argue(predication, roles.via, phrase);
            used.push_back(back);
            break;
        case Particle::about:
            argue(predication, roles.about, phrase);
            used.push_back(back);
            break;
        case Particle::agent:
            argue(predication, roles.subject, phrase);
            has_subject = true;
            used.push_back(back);
            break;
        default: break;
        }
        if (own_topic != none) {
            break;
        }
    }
    static_cast<void>(taken_from);
    if (ending != Ending::adnominal) {
        const auto topic = own_topic != none ? own_topic : topic_;
        if (topic != none) {
            argue(predication, roles.topic, topic);
        }
        if (!has_subject) {
            const auto subject = own_topic != none ? own_topic : subject_ != none ? subject_ : topic_;
            if (subject != none) {
                argue(predication, passive ? roles.object : roles.subject, subject);
                has_subject = true;
            }
        } else if (!has_object && topic != none && !passive) {
            argue(predication, roles.object, topic); // 가온은 한빛이 개발했다
        }
    }
    // a verb takes what it governs; subjects stay for the clauses that follow
    for (const auto index : used) {
        const auto particle = waiting_[index].particle;
        if (particle == Particle::subject && ending != Ending::adnominal) {
            subject_ = waiting_[index].phrase;
        }
    }
    for (const auto index : used) {
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(index));
    }
    static_cast<void>(i);
}

/// 코히어의 시리즈D 라운드에, 오픈AI 지분을: whose the noun is.
void KoreanClauses::argue_owner_of(Predication& predication, std::uint32_t noun) {
    for (std::uint32_t back = 1; back <= longest_restatement && back <= noun; ++back) {
        const auto& item = items_[noun - back];
        if (item.kind == Kind::mention) {
            if (item.particle == Particle::genitive || item.particle == Particle::unmarked) {
                argue(predication, reader_.roles_.of, add_phrase(item.tokens, list_before(noun - back)));
            }
            return;
        }
        if ((item.kind != Kind::noun && item.kind != Kind::action) || item.particle != Particle::unmarked) {
            return;
        }
    }
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
        govern(nothing, i, ending, voice, 0);
        close_clause(ending);
        return;
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
            govern(predication, i, ending, head_voice, 0);
            governed = true;
            topics_.push_back(topic_);
            sentence_.predications.push_back(std::move(predication));
            if (ending == Ending::adnominal) {
                pending_heads_.emplace_back(static_cast<std::uint32_t>(sentence_.predications.size() - 1), i);
            }
        }
    };
    read_as(verb, voice);
    if (item.word.passive_of != none && voice == KoreanWord::Voice::active) {
        read_as(item.word.passive_of, KoreanWord::Voice::passive);
    }
    object_noun_ = none;
    if (!governed) {
        Predication nothing;
        govern(nothing, i, ending, voice, 0);
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

void KoreanClauses::close_clause(Ending ending) {
    if (ending == Ending::final) {
        chain_from_ = static_cast<std::uint32_t>(sentence_.predications.size());
        std::erase_if(waiting_, [](const Waiting& w) {
            return w.particle != Particle::topic && w.particle != Particle::subject;
        });
    } else if (ending == Ending::connective) {
        std::erase_if(waiting_, [](const Waiting& w) { return w.particle != Particle::topic; });
    }
}

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
        if (i + 1 < items_.size() && items_[i + 1].kind == Kind::mention &&
            (items_[i].particle == Particle::unmarked || items_[i].particle == Particle::copula_of)) {
            argue(predication, roles.head, add_phrase(items_[i + 1].tokens, {items_[i + 1].mention})); // 자회사 나래
        }
        for (std::uint32_t back = 1; back <= 6 && back <= i; ++back) {
            const auto at = i - back;
            const auto& item = items_[at];
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
        for (const auto& [phrase, particle, at] : waiting_) {
            if (!heads_phrase) {
                break;
            }
            if (phrase == items_[i].phrase) {
                continue;
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
        sentence_.predications.push_back(std::move(predication));
    }
}

/// A headline ends with the bare noun: 한빛-나래, LLM 공동개발.
void KoreanClauses::read_headline_action(std::uint32_t i) {
    read_action_noun(i);
    const auto& word = items_[i].word;
    if (word.verb == none) {
        return;
    }
    if (i > 0 && items_[i - 1].kind == Kind::mention && items_[i - 1].phrase == none &&
        items_[i - 1].particle == Particle::unmarked) {
        waiting_.push_back({add_phrase(items_[i - 1].tokens, list_before(i - 1)), Particle::object, i - 1});
    }
    const auto waiting = waiting_;
    for (const auto trigger :
         reader_.frames_.triggers_of(Language::korean, Trigger::Kind::verb, reader_.words_.head(word.verb))) {
        if (!has_object_noun(reader_.frames_.triggers()[trigger], i)) {
            continue;
        }
        waiting_ = waiting;
        auto predication = open(trigger, i, Predication::Form::verb);
        govern(predication, i, Ending::final, word.voice, 0);
        topics_.push_back(topic_);
        sentence_.predications.push_back(std::move(predication));
    }
}

void KoreanReader::parse(std::string_view text, SentenceAnalysis& sentence) const {
    KoreanClauses(*this, text, sentence).read();
}

} // namespace jokbo

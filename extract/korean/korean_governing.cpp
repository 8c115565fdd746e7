// What a verb takes of the phrases that wait before it, and what it modifies behind it.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t head_reach = 12;     // items between a relative clause and its head
constexpr std::uint32_t adjective_reach = 3; // items between 성능이 and 높은
constexpr std::uint32_t owner_reach = 5;     // items between the owner and the noun that is its

} // namespace

void KoreanClauses::argue(Predication& predication, std::uint16_t role, std::uint32_t phrase) const {
    const bool known = std::ranges::any_of(predication.arguments,
                                           [&](const Argument& a) { return a.role == role && a.phrase == phrase; });
    if (known) {
        return;
    }
    predication.arguments.push_back({role, phrase});
}

/// The role of a particle that means the same whatever the verb's voice.
std::optional<std::uint16_t> KoreanClauses::role_of(Particle particle) const {
    const auto& roles = reader_.roles_;
    switch (particle) {
    case Particle::at: return roles.at;
    case Particle::in: return roles.in;
    case Particle::by: return roles.by;
    case Particle::from: return roles.from;
    case Particle::with: return roles.with;
    case Particle::than: return roles.than;
    case Particle::via: return roles.via;
    case Particle::about: return roles.about;
    default: return std::nullopt;
    }
}

/// 가온도, 가온만: a phrase of things, neither people nor organizations, that come along.
bool KoreanClauses::is_thing_along(std::uint32_t phrase) const {
    if (phrase == none || sentence_.phrases[phrase].mentions.empty()) {
        return false;
    }
    const auto last = sentence_.tokens[sentence_.phrases[phrase].tokens.end - 1].span.of(text_);
    return (last.ends_with("도") || last.ends_with("만")) &&
           std::ranges::none_of(sentence_.phrases[phrase].mentions, [&](std::uint32_t m) {
               const auto& types = sentence_.mentions[m].types;
               return types.has(reader_.organization_) || types.has(reader_.person_);
           });
}

/// The last item of the object that stands nearest, none where no object waits.
std::uint32_t KoreanClauses::nearest_object() const {
    for (std::size_t back = waiting_.size(); back-- > 0;) {
        if (waiting_[back].particle == Particle::object) {
            return waiting_[back].item;
        }
    }
    return none;
}

/// 가온을 오르카를 바탕으로 개발했다: of two objects, the one before a noun with 로 is that noun's.
bool KoreanClauses::is_object_of_noun(std::size_t waiting) const {
    const auto next = waiting_[waiting].item + 1;
    const bool before_noun = next < items_.size() && items_[next].particle == Particle::by &&
                             (items_[next].kind == Kind::noun || items_[next].kind == Kind::action);
    return before_noun && std::any_of(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(waiting),
                                      [](const Waiting& w) { return w.particle == Particle::object; });
}

void KoreanClauses::govern(Predication& predication, std::uint32_t i, Ending ending, KoreanWord::Voice voice) {
    const auto& roles = reader_.roles_;
    const bool describes = ending == Ending::adnominal && items_[i].cues.has(reader_.classes_.adjective);
    const bool passive = voice == KoreanWord::Voice::passive;
    predication.voice = passive ? Predication::Voice::passive : Predication::Voice::active;
    bool has_subject = false;
    bool has_object = false;
    std::uint32_t own_topic = none;
    std::vector<std::size_t> used;
    used.reserve(waiting_.size());
    for (std::size_t back = waiting_.size(); back-- > 0;) {
        const auto [phrase, particle, item] = waiting_[back];
        const bool fronted = particle == Particle::in || particle == Particle::at || particle == Particle::via;
        if (own_topic != none && !fronted) {
            break; // CES에서 한빛은 …: of what stands before the topic, only where and whereby
        }
        if (ending == Ending::adnominal && particle == Particle::topic) {
            argue(predication, roles.topic, phrase);
            break; // the rest belongs to the clause around
        }
        if (ending == Ending::adnominal && particle == Particle::with && is_member(waiting_[back])) {
            break; // 빠른 ‘가온’과, 추론을 더한 ‘노을’을
        }
        const bool compares = predication.trigger != none && particle == Particle::with; // 나래와 대등한, 나래와 치열한
        if (describes && ((particle != Particle::subject && particle != Particle::than && !compares) ||
                          item + adjective_reach < i)) {
            break; // 한빛은 가온을 더 넓은 시장에 출시했다: an adjective takes no object
        }
        switch (particle) {
        case Particle::topic: own_topic = own_topic == none ? phrase : own_topic; break;
        case Particle::subject:
            if (has_subject) {
                break;
            }
            has_subject = true;
            argue(predication, passive ? roles.object : roles.subject, phrase);
            if (topic_ != none && sentence_.phrases[phrase].mentions.empty() &&
                items_[item].cues.has(reader_.classes_.team)) {
                argue(predication, passive ? roles.object : roles.subject,
                      topic_); // 한빛은 연구팀이 가온을 개발했다고 밝혔다
            }
            if (ending != Ending::adnominal || !has_object) {
                used.push_back(back);
            } else { // 한빛이 칩을 만드는 나래에 투자했다: it may belong to the clause around
                lent_subjects_.push_back({static_cast<std::uint32_t>(sentence_.predications.size()), phrase});
            }
            break;
        case Particle::object:
            if (object_noun_ != none && item == object_noun_) {
                used.push_back(back); // 투자를 유치했다: the noun belongs to the verb
                argue_owner_of(predication, item);
                break;
            }
            if (has_object || is_object_of_noun(back)) {
                break;
            }
            has_object = true;
            argue(predication, roles.object, phrase);
            if (sentence_.phrases[phrase].mentions.empty()) {
                argue_owner_of(predication, item); // 한빛 칩을, 한빛의 서버를
            }
            used.push_back(back);
            break;
        case Particle::to:
            argue(predication, roles.to, phrase);
            if (passive) {
                argue(predication, roles.subject, phrase);
            }
            used.push_back(back);
            break;
        case Particle::agent:
            argue(predication, roles.subject, phrase);
            has_subject = has_subject || !passive; // 가온은 한빛에 의해 개발됐다: what it was done to is still to come
            used.push_back(back);
            break;
        default:
            if (particle == Particle::unmarked && item + 1 == i && ending == Ending::adnominal && !passive &&
                !describes && !has_object && !sentence_.phrases[phrase].mentions.empty() && i + 1 < items_.size() &&
                items_[i + 1].kind == Kind::mention) {
                has_object = true;
                argue(predication, roles.object, phrase); // ‘가온’ 만든 한빛, 나래와 맞손
                used.push_back(back);
                break;
            }
            if (object_noun_ != none && item == object_noun_) {
                argue_owner_of(predication, item); // 새길의 공급기업으로 선정됐다
                if (sentence_.phrases[phrase].mentions.empty()) {
                    used.push_back(back); // 이번 투자에 참여했다: the noun belongs to the verb
                    break;
                }
            }
            if (const auto role = role_of(particle)) {
                argue(predication, *role, phrase);
                used.push_back(back);
            }
            break;
        }
    }
    if (object_noun_ != none && items_[object_noun_].phrase == none) {
        argue_owner_of(predication, object_noun_); // 한빛의 인프라 구축을 맡았다
    }
    if (ending == Ending::adnominal && !has_subject && !has_object && chain_.topic == topic_ &&
        chain_.subject != none) {
        argue(predication, roles.subject, chain_.subject); // 한빛과 나래가 출자해 세운 소담은
    }
    remember_for_chain(predication, ending);
    if (ending != Ending::adnominal) {
        const auto topic = own_topic != none ? own_topic : topic_;
        if (topic != none) {
            argue(predication, roles.topic, topic);
        }
        if (!has_subject) {
            const auto subject = own_topic != none ? own_topic : subject_ != none ? subject_ : topic_;
            // 이어 ‘가온’도 선보인다: a thing that comes along acts on nothing
            const bool acted_upon = passive || (!has_object && subject == own_topic && is_thing_along(subject));
            if (subject != none) {
                argue(predication, acted_upon ? roles.object : roles.subject, subject);
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
        if (particle == Particle::subject) {
            taken_subjects_.push_back(waiting_[index].phrase);
        }
    }
    for (const auto index : used) {
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(index));
    }
}

/// Who acts, for the clause that this one leads to.
void KoreanClauses::remember_for_chain(const Predication& predication, Ending ending) {
    next_chain_ = {topic_, none};
    for (const auto& [role, phrase] : predication.arguments) {
        if (ending == Ending::connective && role == reader_.roles_.subject) {
            next_chain_.subject = phrase;
        }
    }
}

/// 코히어의 시리즈D 라운드에, 오픈AI 지분을: whose the noun is.
void KoreanClauses::argue_owner_of(Predication& predication, std::uint32_t noun) {
    for (std::uint32_t back = 1; back <= owner_reach && back <= noun; ++back) {
        const auto& item = items_[noun - back];
        if (item.kind == Kind::mention) {
            if (item.particle == Particle::genitive || item.particle == Particle::unmarked) {
                argue(predication, reader_.roles_.of, add_phrase(item.tokens, list_before(noun - back)));
            }
            return;
        }
        if (item.kind == Kind::noun && item.particle == Particle::genitive) {
            if (const auto head = head_of(noun - back); head != none) { // 나래, 소담 등 유력 기업들의 투자를
                argue(predication, reader_.roles_.of, add_phrase(items_[head].tokens, list_before(head)));
            }
            return;
        }
        if ((item.kind != Kind::noun && item.kind != Kind::action) || item.particle != Particle::unmarked) {
            return;
        }
    }
}

/// Whether the nouns from here on end in a subject or topic.
bool KoreanClauses::describes_subject(std::uint32_t noun) const {
    for (auto i = noun; i < items_.size() && (items_[i].kind == Kind::noun || items_[i].kind == Kind::action); ++i) {
        if (items_[i].particle != Particle::unmarked) {
            return items_[i].particle == Particle::subject || items_[i].particle == Particle::topic;
        }
    }
    return false;
}

std::uint32_t KoreanClauses::head_phrase_after(std::uint32_t i) {
    std::uint32_t owner = none;
    bool nouns_only = true;
    for (auto next = i + 1; next < items_.size() && next < i + head_reach; ++next) {
        const auto& item = items_[next];
        if (item.phrase != none && !only_sets_the_scene(next) && !is_moment(next)) {
            const bool nameless = sentence_.phrases[item.phrase].mentions.empty();
            // 새길에 참가한 한빛의 모델이: where the head has no name, its owner is meant
            return nameless && owner != none ? add_phrase(items_[owner].tokens, list_before(owner)) : item.phrase;
        }
        if (item.kind == Kind::verb || item.kind == Kind::stop || item.kind == Kind::dependent || is_moment(next) ||
            (token_of(next) == "," && nouns_only && next > i + 1)) {
            return none;
        }
        if (item.kind == Kind::mention && item.particle == Particle::genitive && nouns_only) {
            owner = next;
        }
        nouns_only = nouns_only && ((item.kind == Kind::noun && item.particle == Particle::unmarked) ||
                                    (item.kind == Kind::mention && item.particle == Particle::genitive));
    }
    return none;
}

/// 지난해, 30일: a word for when.
bool KoreanClauses::is_moment(std::uint32_t i) const {
    const bool number = sentence_.tokens[items_[i].tokens.begin].kind == Token::Kind::number;
    const bool date =
        number && i + 1 < items_.size() &&
        (token_of(i + 1).starts_with("일") || token_of(i + 1).starts_with("월") || token_of(i + 1).starts_with("년"));
    return date || items_[i].cues.has(reader_.classes_.moment);
}

/// 전시회인 누리 2026, 미국 내 …: a phrase on the way to the head.
bool KoreanClauses::only_sets_the_scene(std::uint32_t i) const {
    if (i + 1 == items_.size()) {
        return false;
    }
    const auto& mentions = sentence_.phrases[items_[i].phrase].mentions;
    if (mentions.empty()) {
        const bool joined = items_[i].particle == Particle::unmarked && items_[i + 1].kind == Kind::separator &&
                            token_of(i + 1) != ","; // 전자·정보기술 전시회인 누리
        return joined || items_[i].particle == Particle::copula_of;
    }
    return items_[i].particle == Particle::unmarked && items_[i + 1].kind != Kind::verb &&
           std::ranges::all_of(
               mentions, [&](std::uint32_t m) { return sentence_.mentions[m].types == TypeSet::of(reader_.place_); });
}

/// 한빛은 칩을 사들이는 계약을 맺었다: a clause that tells what a contract or plan is about has its subject outside.
void KoreanClauses::supply_subject(std::uint32_t predication, std::uint32_t head) {
    auto& told = sentence_.predications[predication];
    const auto item = std::ranges::find(items_, head, &KoreanItem::phrase);
    const auto topic = predication < topics_.size() ? topics_[predication] : none;
    const bool has_subject = std::ranges::any_of(
        told.arguments, [&](const Argument& argument) { return argument.role == reader_.roles_.subject; });
    if (item != items_.end() && item->cues.has(reader_.classes_.content) && !has_subject && topic != none &&
        sentence_.phrases[head].mentions.empty() && told.voice == Predication::Voice::active) {
        argue(told, reader_.roles_.subject, topic);
    }
}

/// 한빛이 칩을 단 가온을 공개했다: who acts in the clause around does not act in the one that tells of the thing.
void KoreanClauses::return_subject(std::uint32_t predication, std::uint32_t head) {
    const auto lent = std::ranges::find(lent_subjects_, predication, &LentSubject::predication);
    if (lent == lent_subjects_.end() || std::ranges::find(taken_subjects_, lent->phrase) == taken_subjects_.end()) {
        return;
    }
    const auto item = std::ranges::find(items_, head, &KoreanItem::phrase);
    const bool tells_of_a_thing =
        !sentence_.phrases[head].mentions.empty() || (item != items_.end() && reader_.names_a_kind(item->cues));
    if (tells_of_a_thing) {
        erase_if(sentence_.predications[predication].arguments, [&](const Argument& argument) {
            return argument.role == reader_.roles_.subject && argument.phrase == lent->phrase;
        });
    }
}

/// 고객사는 … 나래다, 고객사로는 … 나래가 있다: the names that the copula behind the noun gives for it.
std::uint32_t KoreanClauses::named_by_copula(std::uint32_t noun) const {
    for (auto i = noun + 1; i < items_.size(); ++i) {
        const auto& item = items_[i];
        if (item.phrase == none) {
            continue;
        }
        const bool listed =
            items_[noun].particle == Particle::by && item.particle == Particle::subject && i + 1 < items_.size() &&
            (token_of(i + 1).starts_with("있") || token_of(i + 1).starts_with("꼽")); // 고객사로는 나래 등이 있다
        if (item.particle == Particle::copula || listed) {
            return sentence_.phrases[item.phrase].mentions.empty() ? none : item.phrase;
        }
        if (item.particle == Particle::topic) {
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
    const bool class_noun = item->particle == Particle::copula || reader_.names_a_kind(item->cues); // …을 결합한 형태다
    const auto& mentions = sentence_.phrases[phrase].mentions;
    return class_noun && std::ranges::none_of(mentions, [&](std::uint32_t m) {
               return sentence_.mentions[m].kind == EntityMention::Kind::name;
           });
}

} // namespace jokbo

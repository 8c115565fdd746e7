// Phrases: which name stands at the head of one, and what its list holds.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t longest_list = 40;
constexpr std::uint32_t longest_sum = 5;          // items from 등 to the noun that sums a list up
constexpr std::uint32_t longest_joint_sum = 14;   // the same where it is several nouns
constexpr std::uint32_t longest_introduction = 4; // items that tell before a name in a list what it is
constexpr std::uint32_t longest_class = 3;        // and behind it, the name counted
constexpr std::uint32_t longest_restatement = 5;  // items from a name to the class noun that says again what it is
constexpr std::uint32_t longest_office = 6;       // items between a person and the title, the employer among them

} // namespace

/// A word that stands before a member of a list and is none itself.
bool KoreanClauses::introduces_member(std::uint32_t i) const {
    const auto& item = items_[i];
    return item.particle == Particle::unmarked &&
           (item.kind == Kind::noun ||
            (item.kind == Kind::mention && sentence_.mentions[item.mention].types == TypeSet::of(reader_.place_)));
}

bool KoreanClauses::same_kind(std::uint32_t a, std::uint32_t b) const {
    return items_[b].kind == Kind::mention &&
           !(sentence_.mentions[items_[a].mention].types & sentence_.mentions[items_[b].mention].types).empty();
}

/// Whether the noun is a class noun for something that both names may be.
bool KoreanClauses::is_class_of_both(std::uint32_t noun, std::uint32_t a, std::uint32_t b) const {
    const auto types = sentence_.mentions[items_[a].mention].types & sentence_.mentions[items_[b].mention].types;
    return std::ranges::any_of(reader_.classes_.kinds, [&](const auto& kind) {
        return items_[noun].cues.has(kind.first) && types.has(kind.second);
    });
}

/// The next member of the list that this mention belongs to: A, B · A와 B · A 및 B · ‘A’ 로봇, 용접 로봇 ‘B’; none where it ends.
std::uint32_t KoreanClauses::next_member(std::uint32_t i) const {
    if (i == headline_topic_) {
        return none;
    }
    const auto size = static_cast<std::uint32_t>(items_.size());
    const auto particle = items_[i].particle;
    auto next = i + 1;
    while (particle == Particle::unmarked && next < i + longest_class && next + 1 < size && introduces_member(next) &&
           items_[next].kind == Kind::noun) {
        ++next; // ‘A’ 로봇, …
    }
    const auto behind = next;
    const bool separated = next < size && items_[next].kind == Kind::separator;
    if (separated) {
        ++next;
    } else if (behind != i + 1) {
        return none;
    }
    if (particle != Particle::with && (particle != Particle::unmarked || !separated)) {
        return none;
    }
    // a class noun or a place may introduce the next member: 스타트업 A, 대기업 B, 미국 C, 용접 로봇 ‘D’
    const auto first = next;
    while (next + 1 < size && next < first + longest_introduction && introduces_member(next) &&
           (items_[next].kind == Kind::noun || next == first)) {
        ++next;
    }
    if (next >= size || items_[next].kind != Kind::mention || !same_kind(i, next)) {
        return first < size && same_kind(i, first) && behind == i + 1 ? first : none;
    }
    const bool by_class =
        next > first && is_class_of_both(next - 1, i, next) && (particle != Particle::with || is_thing(i));
    const bool by_word = next == first + 1 && !same_kind(i, first) &&
                         (particle != Particle::with || items_[first].kind == Kind::mention);
    const bool led = next == first || by_class || by_word;
    return led && (behind == i + 1 || is_class_of_both(behind - 1, i, next)) ? next : none;
}

bool KoreanClauses::is_list_joint(std::uint32_t i) const { return next_member(i) != none; }

/// 기관 및 수요처, 산·학·연: nouns that sum up together; a comma parts.
bool KoreanClauses::is_one_of_a_sum(std::uint32_t separator) const {
    if (separator == 0 || sentence_.tokens[items_[separator].tokens.begin].span.of(text_) == ",") {
        return false;
    }
    const auto& before = items_[separator - 1];
    return (before.kind == Kind::noun || before.kind == Kind::action) && before.particle == Particle::unmarked;
}

std::uint32_t KoreanClauses::head_of(std::uint32_t last) const {
    const auto& classes = reader_.classes_;
    auto at = last;
    // A, B 등 4개 기업이: back over what 등 introduces
    std::uint32_t sum = longest_sum;
    bool adjective = false;
    for (std::uint32_t back = 0; back < sum && at >= back; ++back) {
        const auto& item = items_[at - back];
        if (item.kind == Kind::separator && back > 0 && is_one_of_a_sum(at - back)) {
            sum = longest_joint_sum; // 등 산·학·연 14개 기관 및 40개 수요처가
            continue;
        }
        if (item.kind == Kind::noun && item.particle == Particle::with && back > 0 && !adjective) {
            sum = longest_joint_sum; // 등 8개 기업과 기관으로
            continue;
        }
        if (item.kind == Kind::etc) {
            at -= back;
            break;
        }
        const bool place = item.kind == Kind::mention && item.particle == Particle::unmarked && back > 0 &&
                           sentence_.mentions[item.mention].types == TypeSet::of(reader_.place_);
        if (place) {
            continue; // 등 국내 AI 기업들과
        }
        if (item.cues.has(classes.adjective)) {
            adjective = true; // 등 유명한 기업들과, but not 등 주요 모델과 대등한 성능을
            continue;
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
    if (const auto person = person_of_title(at); person != none) {
        return person;
    }
    const auto means_the_name = [&](std::uint32_t i) { // 한빛 정예팀은
        return items_[i].cues.has(classes.transparent) &&
               (items_[i].kind == Kind::noun || items_[i].kind == Kind::action);
    };
    const auto says_its_kind = [&](std::uint32_t i) { // H100 GPU 1000장을
        const auto& before = items_[i - 1];
        return i < last && items_[i].kind == Kind::noun && before.kind == Kind::mention &&
               std::ranges::any_of(classes.kinds, [&](const auto& kind) {
                   return items_[i].cues.has(kind.first) &&
                          sentence_.mentions[before.mention].types == TypeSet::of(kind.second);
               });
    };
    bool at_a_venue = false;
    const auto is_venue = [&](std::uint32_t i) { // CES 미디어 데이에서
        const bool venue = items_[i].kind == Kind::noun && items_[i].cues.has(classes.venue);
        at_a_venue = at_a_venue || venue;
        return venue;
    };
    while (at > 0 && (items_[at].kind == Kind::etc || counts(at) || means_the_name(at) || is_venue(at) ||
                      says_its_kind(at) || (items_[at].kind == Kind::noun && behind_person(at)))) {
        --at;
        if (items_[at].particle != Particle::unmarked) {
            return none; // CES 행사장에서 기술을: another phrase
        }
    }
    if (items_[at].kind == Kind::mention) {
        const bool event = sentence_.mentions[items_[at].mention].types == TypeSet::of(reader_.programme_);
        return !at_a_venue || event ? at : none;
    }
    if (items_[last].stem.ends_with("들")) {
        return none; // 나래 출신 연구원들이: several are nobody's restatement
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

/// 김성훈 업스테이지 대표는, 최병호 고려대 AI연구소 교수는: the title and its office stand behind the person who speaks.
std::uint32_t KoreanClauses::person_of_title(std::uint32_t title) const {
    if (items_[title].kind != Kind::noun || !items_[title].cues.has(reader_.classes_.title)) {
        return none;
    }
    bool of_an_office = false;
    for (std::uint32_t back = 1; back <= longest_office && back <= title; ++back) {
        const auto& item = items_[title - back];
        if (item.particle != Particle::unmarked) {
            return none;
        }
        if (item.kind == Kind::noun || item.kind == Kind::action || item.cues.has(reader_.classes_.former)) {
            continue; // 김가람 전 한빛 부사장을
        }
        if (item.kind != Kind::mention) {
            return none;
        }
        const auto types = sentence_.mentions[item.mention].types;
        if (types.has(reader_.person_)) {
            return of_an_office ? title - back : none;
        }
        if (!types.has(reader_.organization_) || of_an_office) {
            return none;
        }
        of_an_office = true;
    }
    return none;
}

IndexList KoreanClauses::list_before(std::uint32_t head) {
    IndexList mentions{items_[head].mention};
    auto at = head;
    while (at > 0 && mentions.size() < longest_list) {
        auto before = at - 1;
        const auto reach = longest_introduction + longest_class + 2;
        while (before > 0 && at - before < reach &&
               (items_[before].kind == Kind::separator || introduces_member(before)) &&
               (items_[before].kind != Kind::mention || next_member(before) != at)) {
            --before;
        }
        if (items_[before].kind != Kind::mention || next_member(before) != at) {
            break;
        }
        mentions.push_back(items_[before].mention);
        at = before;
    }
    std::ranges::reverse(mentions);
    return mentions;
}

std::uint32_t KoreanClauses::add_phrase(TokenRange tokens, IndexList mentions) {
    sentence_.phrases.push_back({tokens, std::move(mentions), Phrase::Means::itself});
    return static_cast<std::uint32_t>(sentence_.phrases.size() - 1);
}

/// 외국 기업과, 빅테크들과: who or what is many or an organization, without a name.
bool KoreanClauses::is_somebody(std::uint32_t i) const {
    return items_[i].stem.ends_with("들") || std::ranges::any_of(reader_.classes_.kinds, [&](const auto& kind) {
               return kind.second == reader_.organization_ && items_[i].cues.has(kind.first);
           });
}

void KoreanClauses::read_phrase_ending_at(std::uint32_t i) {
    const auto head = head_of(i);
    IndexList mentions;
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
    if (head != none && head != i && items_[i].cues.has(reader_.classes_.occasion)) {
        sentence_.phrases[phrase].means = Phrase::Means::occasion; // ‘새길’ 1차 발표회
    }
    auto particle = items_[i].particle;
    const bool has_names = !sentence_.phrases[phrase].mentions.empty();
    if (!has_names && is_somebody(i)) {
        sentence_.phrases[phrase].means = Phrase::Means::somebody;
    }
    if (particle == Particle::unmarked && has_names && i + 1 < items_.size() && items_[i + 1].stem == "역시") {
        particle = Particle::topic; // KT 역시
    } else if (particle == Particle::unmarked && has_names) {
        // without a particle: the topic of a headline where a comma follows
        const bool comma = i + 1 < items_.size() &&
                           (items_[i + 1].kind == Kind::separator || items_[i + 1].kind == Kind::stop) &&
                           token_of(i + 1) != "]";
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
    if (particle == Particle::topic || particle == Particle::subject) {
        sentence_.subject = SentenceAnalysis::Subject::stated;
        const auto place = particle == Particle::topic ? EntityMention::Place::topic : EntityMention::Place::subject;
        for (const auto mention : sentence_.phrases[phrase].mentions) {
            sentence_.mentions[mention].place = place;
        }
    }
    if (particle == Particle::at && !has_names && scene_item_ == none && topic_ == none &&
        last_token_of(i).ends_with("는")) {
        scene_item_ = i;
    }
    const bool added = i + 1 < items_.size() && items_[i + 1].cues.has(reader_.classes_.adds);
    if (particle == Particle::topic && !added) {
        topic_ = phrase;
        topic_item_ = i;
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
    if (has_names && particle != Particle::unmarked) {
        take_members(phrase, i);
    }
    waiting_.push_back({phrase, particle, i});
}

/// ‘가온’과, · ‘가온’, : a member of a list that goes on behind the comma.
bool KoreanClauses::is_member(const Waiting& waiting) const {
    return (waiting.particle == Particle::unmarked || waiting.particle == Particle::with) &&
           !sentence_.phrases[waiting.phrase].mentions.empty() && waiting.item + 1 < items_.size() &&
           items_[waiting.item + 1].kind == Kind::separator;
}

/// A name of neither people nor organizations nor places.
bool KoreanClauses::is_thing(std::uint32_t item) const { return is_thing_named(items_[item].mention); }

bool KoreanClauses::is_thing_named(std::uint32_t mention) const {
    const auto& types = sentence_.mentions[mention].types;
    return !types.has(reader_.organization_) && !types.has(reader_.person_) && !types.has(reader_.place_);
}

/// ‘가온’과 더 큰 ‘노을’을: things, unlike people and organizations, keep no company.
bool KoreanClauses::is_thing_with(const Waiting& waiting) const {
    const auto& mentions = sentence_.phrases[waiting.phrase].mentions;
    return waiting.particle == Particle::with && !mentions.empty() &&
           std::ranges::all_of(mentions, [&](std::uint32_t m) { return is_thing_named(m); });
}

/// 한빛이 만든 ‘가온’과, 나래가 만든 ‘노을’을: each has a clause of its own, of which the other is no part.
bool KoreanClauses::has_own_subject(std::uint32_t member, std::uint32_t next) const {
    return std::any_of(items_.begin() + member + 1, items_.begin() + next, [](const KoreanItem& item) {
        return item.phrase != none && item.particle == Particle::subject;
    });
}

/// ‘가온’, 두 배 큰 ‘노을’을: what stands before a member of its own parts it from the rest of its list.
void KoreanClauses::take_members(std::uint32_t phrase, std::uint32_t last) {
    for (auto back = waiting_.size(); back-- > 0 && sentence_.phrases[phrase].mentions.size() < longest_list;) {
        const auto& before = sentence_.phrases[waiting_[back].phrase].mentions;
        auto& list = sentence_.phrases[phrase].mentions;
        const bool same = !before.empty() &&
                          !(sentence_.mentions[before.back()].types & sentence_.mentions[list.front()].types).empty();
        if ((is_member(waiting_[back]) || is_thing_with(waiting_[back])) && same &&
            !has_own_subject(waiting_[back].item, last)) {
            list.insert(list.begin(), before.begin(), before.end());
            items_[waiting_[back].item].phrase = phrase; // the head of a clause before it is the whole list
            waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(back));
        } else if (waiting_[back].particle != Particle::unmarked) {
            break;
        }
    }
}

/// X도, X만 where X is a thing and the sentence has its topic: not who acts.
bool KoreanClauses::is_also(std::uint32_t i) const { return is_thing_along(items_[i].phrase); }

} // namespace jokbo

// Whether the noun that a trigger wants as its object stands there: 투자를 유치하, 유치한 투자.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t object_noun_reach = 6; // items between 투자를 and 유치했다

} // namespace

bool KoreanClauses::has_object_noun(const Trigger& trigger, std::uint32_t i) {
    if (trigger.object.empty()) {
        return true;
    }
    const auto& company = trigger.company; // 이번 of 이번 투자에 참여하
    const auto is_object = [&](std::uint32_t item) {
        return item != none && items_[item].kind != Kind::mention && items_[item].stem.ends_with(trigger.object) &&
               (company.empty() || (item > 0 && items_[item - 1].stem == company.back()));
    };
    if (is_object(topic_item_)) {
        return true; // 이번 라운드는 한빛이 이끌고 나래가 참여했다
    }
    if (is_object(scene_item_)) {
        object_noun_ = scene_item_; // 이번 라운드에는 …
        return true;
    }
    for (std::uint32_t back = 1; back <= object_noun_reach && back <= i; ++back) {
        const auto& item = items_[i - back];
        if (item.kind == Kind::verb || item.kind == Kind::stop) {
            break;
        }
        if (items_[i - back + 1].cues.has(reader_.classes_.via)) {
            return false; // 한빛 API를 통해 사용한다, GPU 확보 사업을 통해 확보했다
        }
        if (item.stem == trigger.object) {
            object_noun_ = i - back;
        }
        if (item.stem == trigger.object ||
            (item.stem.ends_with(trigger.object) && item.stem.size() <= trigger.object.size() + 6)) {
            // 공급 계약을: what must stand right before the noun
            for (std::uint32_t word = 0; word < trigger.company.size(); ++word) {
                const auto before = i - back - 1 - word;
                if (word + back + 1 > i || items_[before].stem != trigger.company[trigger.company.size() - 1 - word]) {
                    return false;
                }
            }
            if (!trigger.object_mark.empty() && item.particle != Particle::unmarked) {
                Particle wanted = Particle::unmarked;
                return reader_.particle_named(trigger.object_mark, wanted) && item.particle == wanted;
            }
            if (item.particle == Particle::unmarked && back > 1 && describes_subject(i - back)) {
                return false; // 컨소시엄 주관사가 참여했다: who joins is no consortium
            }
            return item.particle == Particle::object || item.particle == Particle::unmarked ||
                   item.particle == Particle::topic;
        }
    }
    return effective_ending(i) == Ending::adnominal && has_object_noun_behind(trigger, i);
}

/// 양사가 체결한 업무협약은: the object noun is the head of the clause.
bool KoreanClauses::has_object_noun_behind(const Trigger& trigger, std::uint32_t i) const {
    for (auto next = i + 1; next < items_.size() && next <= i + object_noun_reach; ++next) {
        const auto& item = items_[next];
        if (item.kind == Kind::verb || item.kind == Kind::stop || item.kind == Kind::mention) {
            return false;
        }
        if (item.stem.ends_with(trigger.object) && item.stem.size() <= trigger.object.size() + 6) {
            return (trigger.object_mark.empty() || trigger.object_mark == "을" || trigger.object_mark == "를") &&
                   (trigger.company.empty() || items_[next - 1].stem == trigger.company.back());
        }
        if (item.particle != Particle::unmarked && item.particle != Particle::genitive) {
            return false;
        }
    }
    return false;
}

} // namespace jokbo

// What fills a slot where the clause names nothing: who speaks, what the text is about, whom it has just spoken of.

#include "extract/frames/awaited.hpp"
#include "extract/frames/filling.hpp"

#include <algorithm>
#include <optional>

namespace jokbo {

namespace {

constexpr double dropped_certainty = 0.7;
constexpr double employer_certainty = 0.65;
constexpr double salient_certainty = 0.6;

} // namespace

bool Filling::is_open(std::uint16_t role) const {
    return role == salient_role_ || role == protagonist_role_ || role == speaker_role_ || role == same_role_ ||
           role == dropped_role_ || role == owner_role_;
}

std::vector<Filler> Filling::supplied(std::string_view text, const SentenceAnalysis& sentence, const Slot& slot,
                                      std::uint16_t role, const Opening& opening) {
    if (role == speaker_role_) {
        return speaker(text, sentence, slot, opening);
    }
    if (role == same_role_) {
        const auto* who = noted(slot, opening);
        return who != nullptr && slot.types.has(who->type) ? std::vector<Filler>{*who} : std::vector<Filler>{};
    }
    const auto group = role == salient_role_     ? salience_.about(slot.types)
                     : role == protagonist_role_ ? salience_.protagonist(slot.types)
                     : role == owner_role_       ? salience_.owner(slot.types, opening.number)
                                                 : salience_.one(slot.types, opening.number);
    const auto type = group == none ? std::nullopt : names_.type_in(group, slot.types);
    const auto certainty = role == dropped_role_ ? dropped_certainty : salient_certainty;
    return type ? std::vector<Filler>{{group, *type, none, certainty}} : std::vector<Filler>{};
}

/// 우리, 자사, "our" within what somebody says: the speaker, or whom he works for.
std::vector<Filler> Filling::speaker(std::string_view text, const SentenceAnalysis& sentence, const Slot& slot,
                                     const Opening& opening) {
    for (const auto& report : sentence.reports) {
        if (opening.token < report.scope.begin || opening.token >= report.scope.end) {
            continue;
        }
        for (const auto mention : sentence.phrases[report.speaker].mentions) {
            if (sentence.mentions[mention].bias == EntityMention::Bias::speaker) {
                continue; // we said that we would
            }
            if (auto found = resolve(text, sentence, opening.number, mention, slot); !found.empty()) {
                return found;
            }
            if (auto found = employer_of(text, sentence, opening.number, mention, slot); !found.empty()) {
                return found;
            }
        }
    }
    return {};
}

/// Who stood last at the end of the relation that the slot is.
const Filler* Filling::noted(const Slot& slot, const Opening& opening) const {
    const auto& frame = frames_.frames()[opening.frame];
    for (const auto& relation : frame.relations) {
        for (const auto& [end, index] :
             {std::pair(Awaited::End::subject, relation.subject), std::pair(Awaited::End::object, relation.object)}) {
            if (frame.slots[index].name == slot.name) {
                if (const auto* who = awaited_->latest(relation.predicate, end, opening.number)) {
                    return who;
                }
            }
        }
    }
    return nullptr;
}

/// Whom the person works for whom the mention names or looks back to.
std::vector<Filler> Filling::employer_of(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                         std::uint32_t mention, const Slot& slot) {
    Slot person = slot;
    person.types = TypeSet::of(person_);
    return employer(resolve(text, sentence, number, mention, person), slot);
}

std::vector<Filler> Filling::employer(const std::vector<Filler>& people, const Slot& slot) const {
    for (const auto& person : people) {
        const auto found = employers_.find(names_.find(person.group));
        if (found != employers_.end() && slot.types.has(found->second.type)) {
            return {{found->second.group, found->second.type, none, employer_certainty}};
        }
    }
    return {};
}

/// 네이버와 손잡고 시장을 넓히는 나래는: who is named behind both clauses acts in both.
bool Filling::is_done_by_head(const SentenceAnalysis& sentence, const Predication& predication,
                              const Slot& slot) const {
    return predication.next != none &&
           std::ranges::any_of(sentence.predications[predication.next].arguments, [&](const Argument& argument) {
               return argument.role == head_role_ && argument.phrase != none &&
                      std::ranges::any_of(sentence.phrases[argument.phrase].mentions, [&](std::uint32_t m) {
                          return !(sentence.mentions[m].types & slot.types).empty();
                      });
           });
}

/// A Korean clause without a subject goes on about who was spoken of.
std::vector<Filler> Filling::dropped_subject(const SentenceAnalysis& sentence, std::uint32_t number,
                                             const Predication& predication, const Slot& slot) const {
    if (sentence.language != Language::korean || predication.form != Predication::Form::verb || number == 0) {
        return {};
    }
    // what a passive drops is what it acts upon: 아파치 2.0 라이선스로 배포된다
    const auto dropped = predication.voice == Predication::Voice::passive ? object_role_ : subject_role_;
    const bool wants_subject = std::ranges::find(slot.roles, dropped) != slot.roles.end();
    const bool has_subject = std::ranges::any_of(predication.arguments, [&](const Argument& a) {
        return a.role == dropped || a.role == subject_role_ || a.role == head_role_ ||
               (dropped == object_role_ && a.role == topic_role_);
    });
    if (!wants_subject || has_subject || is_done_by_head(sentence, predication, slot)) {
        return {};
    }
    const auto group = salience_.one(slot.types, number);
    if (group == none) {
        return {};
    }
    const auto type = names_.type_in(group, slot.types);
    return type ? std::vector<Filler>{{group, *type, none, dropped_certainty}} : std::vector<Filler>{};
}

} // namespace jokbo

// Which entities a mention, a role or the text before may put into a slot.

#include "extract/frames/filling.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr double anaphor_certainty = 0.75;
constexpr double described_certainty = 0.8;
constexpr std::uint16_t no_role = 0xFFFF;

} // namespace

std::vector<Filler> Filling::resolve(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                     std::uint32_t index, const Slot& slot) {
    const auto& mention = sentence.mentions[index];
    std::vector<Filler> fillers;
    switch (mention.kind) {
    case EntityMention::Kind::name:
        for (const auto group : mention.entities) {
            const bool doubtful = slot.doubt == Slot::Doubt::refused && !is_settled(mention, group, slot);
            if (const auto type = names_.type_in(group, slot.types);
                type && !doubtful && !is_guess(sentence, mention, *type)) {
                fillers.push_back({names_.find(group), *type, index, 1.0});
            }
        }
        break;
    case EntityMention::Kind::described:
        if (slot.takes == Slot::Takes::described_too) {
            for (const auto& type : ontology_.types()) {
                if (mention.types.has(type.id) && slot.types.has(type.id)) {
                    fillers.push_back(
                        {names_.described(mention.span.of(text), type.id), type.id, index, described_certainty});
                    break;
                }
            }
        }
        break;
    case EntityMention::Kind::anaphor: {
        const auto types = mention.types & slot.types;
        if (types.empty()) {
            break;
        }
        auto own = slot;
        own.types = types;
        if (mention.is_by_office()) {
            auto found = mention.bias == EntityMention::Bias::speaker
                           ? speaker(text, sentence, own, {number, 0, mention.tokens.begin})
                           : employer_of(text, sentence, number, mention.antecedents.front(), own);
            for (auto& filler : found) {
                filler.mention = index;
                filler.certainty = std::min(filler.certainty, anaphor_certainty);
            }
            return found;
        }
        const auto clue = salience_.clue(sentence, mention);
        std::vector<Filler> nearest;
        for (const auto antecedent : mention.antecedents) {
            auto found = resolve(text, sentence, number, antecedent, own);
            if (!found.empty() && salience_.rules_out(clue, found.front().group)) {
                continue;
            }
            // "Nova raised a round that valued the startup at": who raises is one, whatever the text calls others
            const bool raises = clue.bias == EntityMention::Bias::funded &&
                                std::ranges::any_of(sentence.callings, [&](const Calling& calling) {
                                    return calling.mention == antecedent && calling.noun == Salience::owned;
                                });
            const bool called = !found.empty() && (raises || salience_.is_called(found.front().group, mention.noun));
            if (called || (nearest.empty() && !found.empty())) {
                for (auto& filler : found) {
                    filler.mention = index;
                    filler.certainty = std::min(filler.certainty, anaphor_certainty);
                }
                nearest = std::move(found);
            }
            if (called) {
                return nearest;
            }
        }
        if (!nearest.empty()) { // unless only another was called so: the startup
            const auto other = mention.noun == 0 ? none : salience_.frequent(types, number, clue);
            if (other == none || !salience_.is_called(other, mention.noun)) {
                return nearest;
            }
        }
        std::vector<std::uint32_t> groups;
        if (mention.number == 1) {
            const auto group = sentence.language == Language::english        ? salience_.frequent(types, number, clue)
                             : mention.surety == EntityMention::Surety::sure ? salience_.one(types, number)
                                                                             : salience_.lone(types, number);
            if (group != none) {
                groups.push_back(group);
            }
        } else {
            groups = salience_.several(types, mention.number, number);
        }
        for (const auto group : groups) {
            if (const auto type = names_.type_in(group, types)) {
                fillers.push_back({group, *type, index, anaphor_certainty});
            }
        }
        break;
    }
    }
    return fillers;
}

/// Whether a name can be nothing but what the slot takes.
bool Filling::is_settled(const EntityMention& mention, std::uint32_t group, const Slot& slot) const {
    const auto all = names_[names_.find(group)].types;
    return (mention.types & slot.types) == mention.types || (all & slot.types) == all;
}

/// A single English word that nothing shows to be a person is none.
bool Filling::is_guess(const SentenceAnalysis& sentence, const EntityMention& mention, TypeId type) const {
    return sentence.language == Language::english && type == person_ &&
           mention.tokens.end == mention.tokens.begin + 1 && !(mention.types == TypeSet::of(person_)) &&
           !(names_[names_.find(mention.entities.front())].types == TypeSet::of(person_));
}

/// In 서울에서 나래가 참가했다 nothing tells yet of what; in 소담 2026에서 something does.
bool Filling::names_other_than(TypeSet types, const SentenceAnalysis& sentence, const Phrase& phrase) const {
    return std::ranges::any_of(phrase.mentions, [&](std::uint32_t m) {
        const auto& mention = sentence.mentions[m];
        return mention.kind == EntityMention::Kind::name && (mention.types & types).empty();
    });
}

/// 나래가 주도한 라운드에서: which round it is stands in the clause around.
bool Filling::is_of_head(const Predication& predication) const {
    return std::ranges::find(predication.arguments, head_role_, &Argument::role) != predication.arguments.end();
}

std::vector<Filler> Filling::of_slot(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                     const Predication& predication, const Slot& slot, std::uint32_t frame) {
    bool blocked = false;
    bool unknown = false;
    bool named = false; // though as something else than what the slot takes
    bool thing = false; // and as nobody: SK텔레콤 정예팀에 참여하다 leaves open in what
    for (const auto wanted : slot.roles) {
        if (is_open(wanted)) {
            const bool told = wanted == same_role_ ? named || is_of_head(predication)
                                                   : unknown || thing || (named && wanted == dropped_role_);
            if (told) {
                break; // the text says who or what, though we do not know it
            }
            if (auto found = supplied(text, sentence, slot, wanted, {number, frame, predication.tokens.begin});
                !found.empty()) {
                return found;
            }
            continue;
        }
        if (blocked && wanted == head_role_) {
            continue; // 인사들이 설립한 한빛: the subject is there, though it is no name
        }
        const auto of_next = of_next_[wanted];
        if (of_next != no_role && predication.next == none) {
            continue;
        }
        const auto& from = of_next != no_role ? sentence.predications[predication.next] : predication;
        const auto role = of_next != no_role ? of_next : wanted;
        std::vector<Filler> fillers;
        for (const auto& argument : from.arguments) {
            if (argument.role != role || argument.phrase == none) {
                continue;
            }
            const auto& phrase = sentence.phrases[argument.phrase];
            blocked = blocked || of_next == no_role;
            unknown = unknown || (of_next == no_role && phrase.mentions.empty());
            named = named || (of_next == no_role && names_other_than(TypeSet::of(place_), sentence, phrase));
            thing = thing || (of_next == no_role && names_other_than(places_and_houses_, sentence, phrase));
            if (phrase.means == Phrase::Means::occasion && slot.occasions == Slot::Occasions::refused) {
                continue;
            }
            for (const auto mention : phrase.mentions) {
                for (auto& filler : resolve(text, sentence, number, mention, slot)) {
                    fillers.push_back(filler);
                }
            }
        }
        if (!fillers.empty()) {
            return fillers;
        }
        if (role == subject_role_ && sentence.language == Language::korean && !slot.types.has(person_)) {
            for (const auto& argument : from.arguments) {
                if (argument.role != role || argument.phrase == none) {
                    continue;
                }
                for (const auto mention : sentence.phrases[argument.phrase].mentions) {
                    const bool by_name = sentence.mentions[mention].kind == EntityMention::Kind::name;
                    if (!by_name && predication.form == Predication::Form::noun) {
                        continue; // 그는 … 정부 주도의 …: a noun's subject is a guess, and so is whose he is
                    }
                    if (auto found = employer_of(text, sentence, number, mention, slot); !found.empty()) {
                        return found;
                    }
                }
            }
        }
    }
    return slot.supply == Slot::Supply::refused ? std::vector<Filler>{}
                                                : dropped_subject(sentence, number, predication, slot);
}

std::vector<Filler> Filling::around(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                    const Slot& slot, std::uint32_t frame, std::uint32_t before) {
    const bool before_only = std::ranges::find(slot.roles, dropped_role_) != slot.roles.end();
    for (const auto role : slot.roles) {
        if (is_open(role)) {
            if (auto found = supplied(text, sentence, slot, role, {number, frame, before}); !found.empty()) {
                return found;
            }
            continue;
        }
        // the nearest that comes before the shape, else the first behind it
        std::uint32_t nearest = none;
        for (const auto& predication : sentence.predications) {
            for (const auto& argument : predication.arguments) {
                if (argument.role != role || argument.phrase == none) {
                    continue;
                }
                const auto end = sentence.phrases[argument.phrase].tokens.end;
                if (before_only && end > before) {
                    continue; // 자체 모델 가온이 1위에 올랐다
                }
                const auto best = nearest == none ? none : sentence.phrases[nearest].tokens.end;
                const bool nearer = best == none || (end <= before ? best > before || end > best : end < best);
                nearest = nearer ? argument.phrase : nearest;
            }
        }
        if (nearest == none) {
            continue;
        }
        Slot person = slot;
        person.types = TypeSet::of(person_);
        for (const auto mention : sentence.phrases[nearest].mentions) {
            if (auto found = resolve(text, sentence, number, mention, slot); !found.empty()) {
                return found;
            }
            if (auto found = employer(resolve(text, sentence, number, mention, person), slot); !found.empty()) {
                return found;
            }
        }
        return {}; // somebody else is spoken of
    }
    return {};
}

} // namespace jokbo

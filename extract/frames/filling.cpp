#include "extract/frames/filling.hpp"

#include "extract/frames/awaited.hpp"

#include <algorithm>
#include <optional>

namespace jokbo {

namespace {

constexpr double anaphor_certainty = 0.75;
constexpr double dropped_certainty = 0.7;
constexpr double employer_certainty = 0.65;
constexpr double salient_certainty = 0.6;
constexpr double described_certainty = 0.8;
constexpr std::uint16_t no_role = 0xFFFF;

void set_qualifier(Qualifiers& qualifiers, std::string_view name, std::string_view value) {
    if (name == "role") {
        qualifiers.role = value;
    } else if (name == "how") {
        qualifiers.how = value;
    } else if (name == "component") {
        qualifiers.component = value;
    } else if (name == "product") {
        qualifiers.product = value;
    }
}

/// Where the values of a clause may stand. A Korean verb closes its clause: they stand before it, back to the verb before.
TokenRange clause_around(const SentenceAnalysis& sentence, const Predication& predication) {
    if (sentence.language != Language::korean) {
        return predication.clause;
    }
    TokenRange range{0, predication.form == Predication::Form::verb
                            ? predication.tokens.end // 공개한다고 29일 밝혔다: that is when it was told
                            : std::max(predication.clause.end, predication.tokens.end)};
    for (const auto& other : sentence.predications) {
        if (other.form == Predication::Form::verb && other.tokens.end <= predication.tokens.begin) {
            range.begin = std::max(range.begin, other.tokens.end);
        }
    }
    return range;
}

} // namespace

Filling::Filling(const Ontology& ontology, const Frames& frames, DocumentNames& names, const Salience& salience)
    : ontology_(ontology), frames_(frames), names_(names), salience_(salience),
      works_for_(ontology.predicate_named("works_for")), person_(ontology.type_named("Person")),
      awaited_(std::make_unique<Awaited>()), subject_role_(*frames.role("subject")), head_role_(*frames.role("head")),
      object_role_(*frames.role("object")), salient_role_(*frames.role("salient")),
      protagonist_role_(*frames.role("protagonist")) {
    for (std::uint16_t role = 0; role < frames.roles(); ++role) {
        const auto name = frames.role_name(role);
        of_next_.push_back(name.starts_with("next.") ? frames.role(name.substr(5)).value_or(no_role) : no_role);
    }
}

Filling::~Filling() = default;

std::vector<Filler> Filling::resolve(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                     std::uint32_t index, const Slot& slot) {
    const auto& mention = sentence.mentions[index];
    std::vector<Filler> fillers;
    switch (mention.kind) {
    case EntityMention::Kind::name:
        for (const auto group : mention.entities) {
            if (const auto type = names_.type_in(group, slot.types); type && !is_guess(sentence, mention, *type)) {
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
        std::vector<Filler> nearest;
        for (const auto antecedent : mention.antecedents) {
            auto found = resolve(text, sentence, number, antecedent, own);
            const bool called = !found.empty() && salience_.is_called(found.front().group, mention.noun);
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
            const auto other = mention.noun == 0 ? none : salience_.frequent(types, number, mention.noun);
            if (other == none || !salience_.is_called(other, mention.noun)) {
                return nearest;
            }
        }
        std::vector<std::uint32_t> groups;
        if (mention.number == 1) {
            const auto group = sentence.language == Language::english ? salience_.frequent(types, number, mention.noun)
                                                                      : salience_.one(types, number);
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

/// A single English word that nothing shows to be a person is none.
bool Filling::is_guess(const SentenceAnalysis& sentence, const EntityMention& mention, TypeId type) const {
    return sentence.language == Language::english && type == person_ &&
           mention.tokens.end == mention.tokens.begin + 1 && !(mention.types == TypeSet::of(person_)) &&
           !(names_[names_.find(mention.entities.front())].types == TypeSet::of(person_));
}

std::vector<Filler> Filling::of_slot(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                     const Predication& predication, const Slot& slot) {
    bool blocked = false;
    bool unknown = false;
    for (const auto wanted : slot.roles) {
        if (wanted == salient_role_) {
            if (unknown) {
                break; // the text names something, though we do not know it
            }
            if (const auto group = salience_.about(slot.types); group != none) {
                if (const auto type = names_.type_in(group, slot.types)) {
                    return {{group, *type, none, salient_certainty}};
                }
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
            Slot person = slot;
            person.types = TypeSet::of(person_);
            for (const auto& argument : from.arguments) {
                if (argument.role != role || argument.phrase == none) {
                    continue;
                }
                for (const auto mention : sentence.phrases[argument.phrase].mentions) {
                    if (auto found = employer(resolve(text, sentence, number, mention, person), slot); !found.empty()) {
                        return found;
                    }
                }
            }
        }
    }
    return slot.supply == Slot::Supply::refused ? std::vector<Filler>{}
                                                : dropped_subject(sentence, number, predication, slot);
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

std::vector<Filler> Filling::around(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                    const Slot& slot, std::uint32_t before) {
    for (const auto role : slot.roles) {
        if (role == salient_role_ || role == protagonist_role_) {
            const auto group = role == salient_role_ ? salience_.about(slot.types) : salience_.protagonist(slot.types);
            const auto type = group == none ? std::nullopt : names_.type_in(group, slot.types);
            return type ? std::vector<Filler>{{group, *type, none, salient_certainty}} : std::vector<Filler>{};
        }
        // the nearest that comes before the shape, else the first behind it
        std::uint32_t nearest = none;
        for (const auto& predication : sentence.predications) {
            for (const auto& argument : predication.arguments) {
                if (argument.role != role || argument.phrase == none) {
                    continue;
                }
                const auto end = sentence.phrases[argument.phrase].tokens.end;
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

/// A Korean clause without a subject goes on about who was spoken of.
std::vector<Filler> Filling::dropped_subject(const SentenceAnalysis& sentence, std::uint32_t number,
                                             const Predication& predication, const Slot& slot) const {
    const bool wants_subject = std::ranges::find(slot.roles, subject_role_) != slot.roles.end();
    const bool has_subject = std::ranges::any_of(
        predication.arguments, [&](const Argument& a) { return a.role == subject_role_ || a.role == head_role_; });
    if (sentence.language != Language::korean || predication.voice == Predication::Voice::passive ||
        predication.form != Predication::Form::verb || !wants_subject || has_subject || number == 0) {
        return {};
    }
    const auto group = salience_.one(slot.types, number);
    if (group == none) {
        return {};
    }
    const auto type = names_.type_in(group, slot.types);
    return type ? std::vector<Filler>{{group, *type, none, dropped_certainty}} : std::vector<Filler>{};
}

void Filling::fill(std::string_view text, const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
                   std::uint32_t number, const StatusOf& status, const FindingSink& sink) {
    const bool respective = std::ranges::any_of(sentence.tokens, [&](const Token& token) {
        const auto word = token.span.of(text);
        return word == "각각" || word == "respectively";
    });
    const auto lists = respective ? Site::Lists::respective : Site::Lists::distribute;
    for (const auto& predication : sentence.predications) {
        std::optional<Status> stands; // found out where it is first needed
        for (const auto& opens : frames_.triggers()[predication.trigger].opens) {
            std::vector<std::vector<Filler>> fillers;
            fillers.reserve(opens.slots.size());
            Qualifiers qualifiers;
            for (const auto& slot : opens.slots) {
                fillers.emplace_back();
                if (slot.takes == Slot::Takes::text) {
                    read_text(text, sentence, predication, slot, qualifiers);
                } else if (slot.takes != Slot::Takes::value) {
                    fillers.back() = of_slot(text, sentence, number, predication, slot);
                }
            }
            if (std::ranges::all_of(fillers, [](const auto& list) { return list.empty(); })) {
                continue;
            }
            if (!stands) {
                stands = status(predication);
            }
            keep_promises(text, sentence, number, predication, opens, fillers);
            combine(opens.frame, fillers,
                    {*stands, predication.tokens, clause_around(sentence, predication), values, lists}, qualifiers,
                    sink);
        }
    }
}

/// 4개 스타트업에 투자한다 is kept in mind; 투자를 유치한 기업은 ▲A ▲B ▲C ▲D다 says who they are.
void Filling::keep_promises(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                            const Predication& predication, const Trigger::Opens& opens,
                            std::vector<std::vector<Filler>>& fillers) {
    using Missing = Awaited::Promise::Missing;
    for (const auto& relation : frames_.frames()[opens.frame].relations) {
        if (ontology_.predicate(relation.predicate).kind == Predicate::Kind::attribute ||
            fillers[relation.subject].empty() == fillers[relation.object].empty()) {
            continue;
        }
        const auto missing = fillers[relation.subject].empty() ? Missing::subject : Missing::object;
        const auto open = missing == Missing::subject ? relation.subject : relation.object;
        const auto& named = fillers[missing == Missing::subject ? relation.object : relation.subject];
        std::size_t count = 0;
        for (const auto& argument : predication.arguments) {
            const bool is_open =
                std::ranges::find(opens.slots[open].roles, argument.role) != opens.slots[open].roles.end();
            if (is_open && argument.phrase != none && sentence.phrases[argument.phrase].mentions.empty()) {
                count = std::max(count, Awaited::count_in(text, sentence, sentence.phrases[argument.phrase]));
            }
        }
        if (count > 1) {
            awaited_->promise({relation.predicate, missing, named, count, number});
        } else if (const auto* promise = awaited_->kept_by(
                       relation.predicate, missing == Missing::subject ? Missing::object : Missing::subject,
                       named.size(), number);
                   promise != nullptr) {
            fillers[open] = promise->named;
        }
    }
}

void Filling::read_text(std::string_view text, const SentenceAnalysis& sentence, const Predication& predication,
                        const Slot& slot, Qualifiers& qualifiers) const {
    for (const auto role : slot.roles) {
        for (const auto& argument : predication.arguments) {
            if (argument.role != role || argument.phrase == none) {
                continue;
            }
            const auto& tokens = sentence.phrases[argument.phrase].tokens;
            const auto begin = sentence.tokens[tokens.begin].span.begin;
            set_qualifier(qualifiers, slot.name, text.substr(begin, sentence.tokens[tokens.end - 1].span.end - begin));
            return;
        }
    }
}

const ValueMention* Filling::value_for(PredicateId attribute, const std::vector<ValueMention>& values,
                                       TokenRange trigger, TokenRange within) const {
    const auto kind = ontology_.predicate(attribute).value;
    const auto fits = [&](const ValueMention& value) {
        if (value.equivalent || value.tokens.begin < within.begin ||
            value.tokens.end > std::max(within.end, trigger.end)) {
            return false;
        }
        switch (kind) {
        case Predicate::ValueKind::money: return value.kind == ValueMention::Kind::money;
        case Predicate::ValueKind::date:
            return value.kind == ValueMention::Kind::date && !std::get<std::string>(value.value).empty();
        case Predicate::ValueKind::count:
            return value.kind == ValueMention::Kind::count && value.unit == ontology_.predicate(attribute).name;
        default: return false;
        }
    };
    const ValueMention* best = nullptr;
    std::uint32_t best_distance = none;
    for (const auto& value : values) {
        if (!fits(value)) {
            continue;
        }
        // behind the trigger counts as nearer than before it
        const auto distance = value.tokens.begin >= trigger.begin ? value.tokens.begin - trigger.begin
                                                                  : 2 * (trigger.begin - value.tokens.begin);
        if (distance < best_distance) {
            best_distance = distance;
            best = &value;
        }
    }
    return best;
}

void Filling::combine(std::uint32_t frame_index, const std::vector<std::vector<Filler>>& fillers, const Site& site,
                      Qualifiers qualifiers, const FindingSink& sink) const {
    const auto& frame = frames_.frames()[frame_index];
    auto status = site.status;
    for (const auto& [name, value] : frame.gives) {
        if (name == "status") {
            status = status == Status::asserted ? status_named(value).value_or(status) : status;
        } else {
            set_qualifier(qualifiers, name, value);
        }
    }
    const auto push = [&](const FrameRelation& relation, const Filler& subject, const Filler& object) {
        if (subject.group == object.group ||
            (subject.mention != none && subject.mention == object.mention && subject.certainty == 1.0)) {
            return;
        }
        if (!ontology_.allows(relation.predicate, subject.type, object.type)) {
            return;
        }
        const auto known = relation.predicate == works_for_ && object.mention == none
                             ? employers_.find(names_.find(subject.group))
                             : employers_.end();
        if (known != employers_.end()) {
            return; // the text has said for whom: nothing is to be supplied
        }
        if (relation.predicate == works_for_ && status == Status::asserted) {
            employers_[names_.find(subject.group)] = object;
        }
        sink({frame_index,
              relation.predicate,
              subject,
              object,
              std::nullopt,
              status,
              qualifiers,
              site.tokens,
              site.within,
              {},
              {}});
    };
    for (const auto& relation : frame.relations) {
        const auto& rule = ontology_.predicate(relation.predicate);
        const auto& subjects = fillers[relation.subject];
        if (rule.kind == Predicate::Kind::attribute) {
            if (rule.value == Predicate::ValueKind::truth) {
                for (const auto& subject : subjects) {
                    sink({frame_index,
                          relation.predicate,
                          subject,
                          {},
                          Value(true),
                          status,
                          qualifiers,
                          site.tokens,
                          site.within,
                          {},
                          {}});
                }
            } else if (const auto* value = value_for(relation.predicate, site.values, site.tokens, site.within);
                       value != nullptr && (subjects.size() == 1 || rule.value == Predicate::ValueKind::date)) {
                for (const auto& subject : subjects) { // what came out together came out on one day
                    sink({frame_index,
                          relation.predicate,
                          subject,
                          {},
                          value->value,
                          status,
                          qualifiers,
                          site.tokens,
                          site.within,
                          {},
                          {}});
                }
            }
            continue;
        }
        const auto& objects = fillers[relation.object];
        const bool alike =
            subjects.size() == objects.size() && !subjects.empty() && subjects.front().group == objects.front().group;
        const bool one_list =
            (objects.empty() || alike) && frame.slots[relation.object].supply == Slot::Supply::allowed;
        if (rule.symmetry == Predicate::Symmetry::symmetric && one_list) {
            // A와 B는 협력한다: one list fills both slots; of a list of companions (A, B와 협력) each is another's
            const auto& list = subjects;
            if (site.lists == Site::Lists::respective) {
                continue; // each for itself
            }
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = i + 1; j < list.size(); ++j) {
                    push(relation, list[i], list[j]);
                }
            }
            continue;
        }
        if (site.lists == Site::Lists::respective && subjects.size() == objects.size()) {
            for (std::size_t i = 0; i < subjects.size(); ++i) {
                push(relation, subjects[i], objects[i]);
            }
            continue;
        }
        for (const auto& subject : subjects) {
            for (const auto& object : objects) {
                push(relation, subject, object);
            }
        }
    }
}

} // namespace jokbo

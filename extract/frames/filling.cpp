#include "extract/frames/filling.hpp"

#include "extract/frames/awaited.hpp"

#include <algorithm>
#include <optional>

namespace jokbo {

namespace {

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

Filling::Filling(const Ontology& ontology, const Frames& frames, const ValueReader& values, DocumentNames& names,
                 const Salience& salience)
    : ontology_(ontology), frames_(frames), values_(values), names_(names), salience_(salience),
      works_for_(ontology.predicate_named("works_for")), person_(ontology.type_named("Person")),
      place_(ontology.type_named("Place")), awaited_(std::make_unique<Awaited>()),
      subject_role_(*frames.role("subject")), head_role_(*frames.role("head")), object_role_(*frames.role("object")),
      salient_role_(*frames.role("salient")), protagonist_role_(*frames.role("protagonist")),
      speaker_role_(*frames.role("speaker")), same_role_(*frames.role("same")), dropped_role_(*frames.role("dropped")),
      owner_role_(*frames.role("owner")), office_role_(*frames.role("office")), topic_role_(*frames.role("topic")) {
    places_and_houses_ = TypeSet::of(place_);
    places_and_houses_.add(ontology.type_named("Organization"));
    for (std::uint16_t role = 0; role < frames.roles(); ++role) {
        const auto name = frames.role_name(role);
        of_next_.push_back(name.starts_with("next.") ? frames.role(name.substr(5)).value_or(no_role) : no_role);
    }
}

Filling::~Filling() = default;

void Filling::fill(std::string_view text, const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
                   std::uint32_t number, const StatusOf& status, const FindingSink& sink) {
    if (sentence.predications.empty()) {
        return;
    }
    const auto is_respective = [&] {
        return std::ranges::any_of(sentence.tokens, [&](const Token& token) {
            const auto word = token.span.of(text);
            return word == "각각" || word == "respectively";
        });
    };
    std::vector<std::vector<Filler>> fillers;
    const auto may_hold = [&](const FrameRelation& relation) {
        const auto& rule = ontology_.predicate(relation.predicate);
        const bool one_will_do =
            rule.kind == Predicate::Kind::attribute || rule.symmetry == Predicate::Symmetry::symmetric;
        return !fillers[relation.subject].empty() && (one_will_do || !fillers[relation.object].empty());
    };
    std::optional<Site::Lists> lists; // found out where it is first needed
    for (const auto& predication : sentence.predications) {
        std::optional<Status> stands; // found out where it is first needed
        for (const auto& opens : frames_.triggers()[predication.trigger].opens) {
            fillers.clear();
            for (const auto& slot : opens.slots) {
                const bool named = slot.takes != Slot::Takes::text && slot.takes != Slot::Takes::value;
                fillers.push_back(named ? of_slot(text, sentence, number, predication, slot, opens.frame)
                                        : std::vector<Filler>{});
            }
            if (std::ranges::all_of(fillers, [](const auto& list) { return list.empty(); })) {
                continue;
            }
            keep_promises(text, sentence, number, predication, opens, fillers);
            note_ends(predication, opens.frame, number, fillers);
            if (std::ranges::none_of(frames_.frames()[opens.frame].relations, may_hold)) {
                continue; // most: of two slots one is empty
            }
            Qualifiers qualifiers;
            for (const auto& slot : opens.slots) {
                if (slot.takes == Slot::Takes::text) {
                    read_text(text, sentence, predication, slot, qualifiers);
                }
            }
            if (!stands) {
                stands = status(predication);
            }
            if (!lists) {
                lists = is_respective() ? Site::Lists::respective : Site::Lists::distribute;
            }
            combine(opens.frame, fillers,
                    {*stands, predication.tokens, clause_around(sentence, predication), values, *lists,
                     others_in(sentence, predication, opens)},
                    qualifiers, sink);
        }
    }
}

Filling::Site::Others Filling::others_in(const SentenceAnalysis& sentence, const Predication& predication,
                                         const Trigger::Opens& opens) const {
    const auto& relations = frames_.frames()[opens.frame].relations;
    const bool nameless = sentence.language == Language::korean && !relations.empty() &&
                          std::ranges::any_of(predication.arguments, [&](const Argument& argument) {
                              const auto& own = opens.slots[relations.front().subject].roles;
                              const auto& others = opens.slots[relations.front().object].roles;
                              return argument.phrase != none &&
                                     sentence.phrases[argument.phrase].means == Phrase::Means::somebody &&
                                     std::ranges::find(others, argument.role) != others.end() &&
                                     std::ranges::find(own, argument.role) == own.end();
                          });
    return nameless ? Site::Others::nameless : Site::Others::absent;
}

/// 4개 스타트업에 투자한다 is kept in mind; 투자를 유치한 기업은 ▲A ▲B ▲C ▲D다 says who they are.
void Filling::keep_promises(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                            const Predication& predication, const Trigger::Opens& opens,
                            std::vector<std::vector<Filler>>& fillers) {
    using End = Awaited::End;
    for (const auto& relation : frames_.frames()[opens.frame].relations) {
        if (ontology_.predicate(relation.predicate).kind == Predicate::Kind::attribute ||
            fillers[relation.subject].empty() == fillers[relation.object].empty()) {
            continue;
        }
        const auto missing = fillers[relation.subject].empty() ? End::subject : End::object;
        const auto open = missing == End::subject ? relation.subject : relation.object;
        const auto& named = fillers[missing == End::subject ? relation.object : relation.subject];
        std::size_t count = 0;
        for (const auto& argument : predication.arguments) {
            const bool is_open =
                std::ranges::find(opens.slots[open].roles, argument.role) != opens.slots[open].roles.end();
            if (is_open && argument.phrase != none && sentence.phrases[argument.phrase].mentions.empty()) {
                count = std::max(count, Awaited::count_in(text, sentence, sentence.phrases[argument.phrase], values_));
            }
        }
        if (count > 1) {
            awaited_->promise({relation.predicate, missing, named, count, number});
        } else if (const auto* promise = awaited_->kept_by(
                       relation.predicate, missing == End::subject ? End::object : End::subject, named.size(), number);
                   promise != nullptr) {
            fillers[open] = promise->named;
        }
    }
}

/// 한빛은 투자를 유치했다: whose round it is stays in mind, though its investors are told later.
void Filling::note_ends(const Predication& predication, std::uint32_t frame, std::uint32_t number,
                        const std::vector<std::vector<Filler>>& fillers) {
    if (predication.form != Predication::Form::verb) {
        return;
    }
    for (const auto& relation : frames_.frames()[frame].relations) {
        if (ontology_.predicate(relation.predicate).kind == Predicate::Kind::attribute) {
            continue;
        }
        for (const auto& [end, slot] :
             {std::pair(Awaited::End::subject, relation.subject), std::pair(Awaited::End::object, relation.object)}) {
            if (fillers[slot].size() == 1) {
                awaited_->note(relation.predicate, end, fillers[slot].front(), number);
            }
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

void Filling::note_leaving(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                           const StatusOf& status) {
    leaving_.clear();
    for (const auto& predication : sentence.predications) {
        for (const auto& opens : frames_.triggers()[predication.trigger].opens) {
            const auto& relation = frames_.frames()[opens.frame].relations.front();
            const auto& office = opens.slots[relation.object];
            if (std::ranges::find(office.roles, office_role_) == office.roles.end() ||
                status(predication) != Status::asserted ||
                !of_slot(text, sentence, number, predication, office, opens.frame).empty()) {
                continue;
            }
            leaving_ = of_slot(text, sentence, number, predication, opens.slots[relation.subject], opens.frame);
        }
    }
}

/// Claude is a model here and a product there: beside a product that it is compared with, it is one.
bool Filling::agree(Filler& subject, Filler& object) const {
    if (names_.type_in(subject.group, TypeSet::of(object.type))) {
        subject.type = object.type;
        return true;
    }
    if (names_.type_in(object.group, TypeSet::of(subject.type))) {
        object.type = subject.type;
        return true;
    }
    return false;
}

void Filling::combine(std::uint32_t frame_index, const std::vector<std::vector<Filler>>& fillers, const Site& site,
                      Qualifiers qualifiers, const FindingSink& sink) const {
    const auto& frame = frames_.frames()[frame_index];
    auto status = site.status;
    auto within = site.within;
    for (const auto& [name, value] : frame.gives) {
        if (name == "when") { // none: no other date stands in the trigger's own words
            within = site.tokens;
        } else if (name == "status") {
            const auto given = status_named(value).value_or(status);
            if (given == Status::ended && status == Status::planned) {
                status = Status::asserted; // who is to leave is still there
                continue;
            }
            const bool lasts =
                given == Status::asserted && status == Status::ended; // who once founded it has founded it
            status = status == Status::asserted || lasts ? given : status;
        } else {
            set_qualifier(qualifiers, name, value);
        }
    }
    const auto push = [&](const FrameRelation& relation, Filler subject, Filler object) {
        if (subject.group == object.group ||
            (subject.mention != none && subject.mention == object.mention && subject.certainty == 1.0)) {
            return;
        }
        if (!ontology_.allows(relation.predicate, subject.type, object.type) &&
            !(agree(subject, object) && ontology_.allows(relation.predicate, subject.type, object.type))) {
            return;
        }
        const auto known = relation.predicate == works_for_ && object.mention == none
                             ? employers_.find(names_.find(subject.group))
                             : employers_.end();
        if (known != employers_.end()) {
            return; // the text has said for whom: nothing is to be supplied
        }
        const bool works = relation.predicate == works_for_ && status == Status::asserted;
        if (works) {
            employers_[names_.find(subject.group)] = object;
        }
        const bool leaves = works && std::ranges::find(leaving_, subject.group, &Filler::group) != leaving_.end();
        sink({frame_index,
              relation.predicate,
              subject,
              object,
              std::nullopt,
              leaves ? Status::ended : status,
              qualifiers,
              site.tokens,
              within,
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
                          within,
                          {},
                          {}});
                }
            } else if (const auto* value = value_for(relation.predicate, site.values, site.tokens, within);
                       value != nullptr && (subjects.size() == 1 || rule.value == Predicate::ValueKind::date)) {
                const bool ahead = status == Status::planned && !value->ahead.empty(); // 10월 출시할 예정이다
                for (const auto& subject : subjects) { // what came out together came out on one day
                    sink({frame_index,
                          relation.predicate,
                          subject,
                          {},
                          ahead ? Value(value->ahead) : value->value,
                          status,
                          qualifiers,
                          site.tokens,
                          within,
                          {},
                          {}});
                }
            }
            continue;
        }
        const auto& objects = fillers[relation.object];
        const bool alike =
            subjects.size() == objects.size() && !subjects.empty() && subjects.front().group == objects.front().group;
        const bool one_list = (alike || (objects.empty() && site.others == Site::Others::absent)) &&
                              frame.slots[relation.object].supply == Slot::Supply::allowed;
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

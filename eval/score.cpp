#include "eval/score.hpp"

#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace jokbo {

namespace {

std::string name_key(TypeId type, std::string_view name) {
    return std::to_string(type.value) + ' ' + folded_for_score(name);
}

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Counts agree to one per cent; a truth is 0 or 1.
bool same_number(std::int64_t gold, std::int64_t given) {
    const double difference = std::abs(static_cast<double>(gold) - static_cast<double>(given));
    return difference <= 0.01 * std::abs(static_cast<double>(gold));
}

std::optional<std::int64_t> number_in(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        return *count;
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? 1 : 0;
    }
    return std::nullopt;
}

bool same_value(const Value& gold, const Value& given) {
    const auto* gold_money = std::get_if<Money>(&gold);
    const auto* given_money = std::get_if<Money>(&given);
    if (gold_money != nullptr && given_money != nullptr) {
        return gold_money->currency == given_money->currency && same_number(gold_money->value, given_money->value);
    }
    const auto gold_number = number_in(gold);
    const auto given_number = number_in(given);
    if (gold_number && given_number) {
        return same_number(*gold_number, *given_number);
    }
    return gold_money == nullptr && given_money == nullptr && value_for_score(gold) == value_for_score(given);
}

} // namespace

std::string value_for_score(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return fmt::format("value {} currency {}", money->value, money->currency);
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "true" : "false";
    }
    return std::to_string(std::get<std::int64_t>(value));
}

std::string folded_for_score(std::string_view name) {
    std::string folded = fold(name);
    std::erase(folded, '.');
    return folded;
}

PageScore::PageScore(const GoldPage& page, const Ontology& ontology)
    : page_(&page), ontology_(&ontology), hits_(page.facts.size()) {
    for (std::uint32_t i = 0; i < page.entities.size(); ++i) {
        for (const auto& name : page.entities[i].names) {
            by_name_[name_key(page.entities[i].type, name)].push_back(i);
        }
    }
}

std::vector<std::uint32_t> PageScore::entities_like(const Mention& mention) const {
    std::vector<std::uint32_t> found;
    const auto look_up = [&](std::string_view name) {
        const auto named = by_name_.find(name_key(mention.type, name));
        if (named != by_name_.end()) {
            found.insert(found.end(), named->second.begin(), named->second.end());
        }
    };
    look_up(mention.name);
    std::ranges::for_each(mention.names, look_up);
    for (std::uint32_t i = 0; mention.naming == Naming::described && i < page_->entities.size(); ++i) {
        const GoldEntity& entity = page_->entities[i];
        if (entity.naming == Naming::described && entity.type == mention.type) {
            found.push_back(i);
        }
    }
    return found;
}

bool PageScore::matches(const GoldForm& form, const std::vector<std::uint32_t>& subjects, const Statement& statement,
                        const std::vector<std::uint32_t>& objects) const {
    if (form.predicate != statement.predicate) {
        return false;
    }
    const auto holds = [](const std::vector<std::uint32_t>& entities, std::uint32_t entity) {
        return std::ranges::find(entities, entity) != entities.end();
    };
    if (const auto* value = std::get_if<Value>(&form.object)) {
        const auto* given = std::get_if<Value>(&statement.object);
        return given != nullptr && holds(subjects, form.subject) && same_value(*value, *given);
    }
    const auto object = std::get<std::uint32_t>(form.object);
    const bool symmetric = ontology_->predicate(form.predicate).symmetry == Predicate::Symmetry::symmetric;
    return (holds(subjects, form.subject) && holds(objects, object)) ||
           (symmetric && holds(subjects, object) && holds(objects, form.subject));
}

Verdict PageScore::take(const Statement& statement) {
    const auto subjects = entities_like(statement.subject);
    const auto* object = std::get_if<Mention>(&statement.object);
    const auto objects = object != nullptr ? entities_like(*object) : std::vector<std::uint32_t>{};
    auto verdict = Verdict::wrong;
    for (std::size_t i = 0; i < page_->facts.size(); ++i) {
        const GoldFact& fact = page_->facts[i];
        if (std::ranges::none_of(fact.forms,
                                 [&](const GoldForm& form) { return matches(form, subjects, statement, objects); })) {
            continue;
        }
        verdict = std::max(verdict, statement.status == fact.status ? Verdict::right : Verdict::other_status);
        if (hits_[i]) {
            continue;
        }
        hits_[i] = statement;
        if (fact.demand == GoldFact::Demand::demanded) {
            ++status_seen_;
            status_right_ += statement.status == fact.status ? 1 : 0;
        }
    }
    if (verdict == Verdict::wrong) {
        note_wrong(statement);
    }
    return verdict;
}

void PageScore::note_wrong(const Statement& statement) {
    const Predicate& predicate = ontology_->predicate(statement.predicate);
    const auto* object = std::get_if<Mention>(&statement.object);
    Claim claim{
        folded_for_score(statement.subject.name), predicate.name,
        folded_for_score(object != nullptr ? object->name : value_for_score(std::get<Value>(statement.object)))};
    if (predicate.symmetry == Predicate::Symmetry::symmetric && std::get<0>(claim) > std::get<2>(claim)) {
        std::swap(std::get<0>(claim), std::get<2>(claim));
    }
    if (wrong_claims_.emplace(std::move(claim), wrongs_.size()).second) {
        wrongs_.push_back(statement);
    }
}

std::vector<Statement> PageScore::wrongs() const { return wrongs_; }

double Tally::precision() const { return ratio(right, right + wrong); }

double Tally::recall() const { return ratio(right, right + missed); }

void Score::add(const PageScore& page, const Ontology& ontology) {
    ++documents;
    for (std::size_t i = 0; i < page.hits().size(); ++i) {
        const GoldFact& fact = page.page().facts[i];
        const bool hit = page.hits()[i].has_value();
        if (fact.demand == GoldFact::Demand::optional) {
            optional_hits += hit ? 1 : 0;
            continue;
        }
        Tally& tally = by_predicate[ontology.predicate(fact.forms.front().predicate).name];
        ++(hit ? tally.right : tally.missed);
    }
    for (const Statement& wrong : page.wrongs()) {
        ++by_predicate[ontology.predicate(wrong.predicate).name].wrong;
    }
    status_seen += page.status_seen();
    status_right += page.status_right();
}

Tally Score::total() const {
    Tally sum;
    for (const auto& [name, tally] : by_predicate) {
        sum.right += tally.right;
        sum.missed += tally.missed;
        sum.wrong += tally.wrong;
    }
    return sum;
}

double Score::precision() const {
    const Tally sum = total();
    return ratio(sum.right + optional_hits, sum.right + optional_hits + sum.wrong);
}

double Score::recall() const { return total().recall(); }

double Score::f1() const {
    const double p = precision();
    const double r = recall();
    return p + r == 0 ? 0.0 : 2 * p * r / (p + r);
}

double Score::status() const { return ratio(status_right, status_seen); }

std::string Score::table() const {
    std::string text =
        fmt::format("{:18} {:>6} {:>6} {:>6} {:>6} {:>6}\n", "relation", "right", "missed", "wrong", "P", "R");
    for (const auto& [name, tally] : by_predicate) {
        text += fmt::format("{:18} {:6} {:6} {:6} {:6.2f} {:6.2f}\n", name, tally.right, tally.missed, tally.wrong,
                            tally.precision(), tally.recall());
    }
    const Tally sum = total();
    text +=
        fmt::format("{} documents  precision {:.3f}  recall {:.3f}  F1 {:.3f}  status {:.3f}  "
                    "(right {}, optional {}, wrong {}, missed {})\n",
                    documents, precision(), recall(), f1(), status(), sum.right, optional_hits, sum.wrong, sum.missed);
    return text;
}

bool quote_stands(const Evidence& evidence, std::string_view text) {
    const Span span = evidence.span;
    return span.begin < span.end && span.end <= text.size() && repaired(span.of(text)) == evidence.quote;
}

} // namespace jokbo

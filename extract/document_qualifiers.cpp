// Who says what was found, when, for how much, and whether it still lies ahead.

#include "extract/document_reader.hpp"

#include <algorithm>

namespace jokbo {

namespace {

/// 개발했다고 29일 밝혔다: the date of the report, not of what it tells.
bool tells_when_it_was_said(const SentenceAnalysis& sentence, const ValueMention& date) {
    constexpr std::uint32_t beside = 2; // tokens between the date and the verb of saying
    return sentence.language == Language::korean && std::ranges::any_of(sentence.reports, [&](const Report& report) {
               return date.tokens.end <= report.tokens.begin && report.tokens.begin - date.tokens.end < beside;
           });
}

} // namespace

/// The name of who says what was found, where the text lets somebody say it; a person before a company.
std::string DocumentReader::said_by(const SentenceAnalysis& sentence, const Finding& finding) {
    const auto person = TypeSet::of(tools_.classes.person);
    for (const auto& report : sentence.reports) {
        if (finding.tokens.begin < report.scope.begin || finding.tokens.end > report.scope.end) {
            continue;
        }
        for (const auto types : {person, TypeSet::of(tools_.classes.organization)}) {
            for (const auto mention : sentence.phrases[report.speaker].mentions) {
                const Slot speaker{{}, types, {}, Slot::Takes::names};
                if (const auto found = filling_.resolve(reading_.text, sentence, at_, mention, speaker);
                    found.size() == 1) {
                    return names_.mention(found.front().group, found.front().type).name;
                }
            }
        }
    }
    return {};
}

/// 내년 8월 ‘가온’을 선보인다: the present tense tells of what is to come. 2027년까지 협력한다: it does not.
bool DocumentReader::lies_ahead(const SentenceAnalysis& sentence, const ValueMention& date, TokenRange verb) const {
    if (sentence.language != Language::korean || date.tense != Tense::future) {
        return false;
    }
    const auto& tokens = sentence.tokens;
    const auto behind = std::min(static_cast<std::uint32_t>(tokens.size()), date.tokens.end + 1);
    for (auto i = date.tokens.begin; i < behind; ++i) {
        if (tokens[i].card != nullptr && tokens[i].card->particle == Particle::until) {
            return false;
        }
    }
    const Span said{tokens[verb.begin].span.begin, tokens[verb.end - 1].span.end};
    return KoreanWords::tells_present(said.of(reading_.text));
}

/// The date and the amount of a finding: the only one of its clause, or else of the sentence. Of two, which is whose is not told.
void DocumentReader::qualify(const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
                             Finding& finding) const {
    const auto only = [&](TokenRange range, ValueMention::Kind kind) -> const ValueMention* {
        const ValueMention* found = nullptr;
        for (const auto& value : values) {
            if (value.kind != kind || value.equivalent || value.tokens.begin < range.begin ||
                value.tokens.end > range.end ||
                (kind == ValueMention::Kind::date &&
                 (std::get<std::string>(value.value).empty() || tells_when_it_was_said(sentence, value)))) {
                continue;
            }
            if (found != nullptr) {
                return nullptr;
            }
            found = &value;
        }
        return found;
    };
    const auto nearest = [&](ValueMention::Kind kind) -> const ValueMention* {
        const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
        if (const auto* inside = only(finding.within, kind); inside != nullptr || kind == ValueMention::Kind::money) {
            return inside != nullptr ? inside : only({0, size}, kind);
        }
        if (finding.within == finding.tokens) {
            return nullptr; // 김가람 한빛 대표는 12일 …: the day is that of what the sentence tells, not of the shape
        }
        // what stands behind a Korean verb belongs to the clauses that follow it
        const bool closed = sentence.language == Language::korean && finding.within.end == finding.tokens.end;
        return only({0, closed ? finding.within.end : size}, kind);
    };
    if (const auto* date = only(finding.within, ValueMention::Kind::date);
        date != nullptr && finding.status == Status::asserted && lies_ahead(sentence, *date, finding.tokens)) {
        finding.status = Status::planned;
    }
    if (tools_.ontology.predicate(finding.predicate).amount == Predicate::Amount::yes) {
        if (const auto* amount = nearest(ValueMention::Kind::money); amount != nullptr) {
            finding.qualifiers.amount = std::get<Money>(amount->value);
        }
    }
    if (const auto* date = finding.value ? nullptr : nearest(ValueMention::Kind::date); date != nullptr) {
        // 10월 내놓을 예정이다 lies ahead; 29일 인수하기로 했다 is when it was resolved
        constexpr std::size_t month_size = 7;
        const bool ahead =
            finding.status == Status::planned && !date->ahead.empty() && date->ahead.size() <= month_size;
        finding.qualifiers.when = ahead ? date->ahead : std::get<std::string>(date->value);
    }
}

} // namespace jokbo

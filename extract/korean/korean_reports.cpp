// Who says what a clause says: 한빛은 가온을 개발했다고 밝혔다, 가온을 베꼈다고 주장한 김가람 대표.

#include "extract/korean/korean_clauses.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t quotation_reach = 4; // tokens between 개발했다고 and 밝혔다: 12일 서울에서

bool ends_quotation(std::string_view token) {
    return token.ends_with("고") || token.ends_with("며") || token.ends_with("면서") || token == "”" || token == "\"";
}

} // namespace

/// Whether what stands before the verb is told by it: 했다고, ”라며, 의혹을.
bool KoreanClauses::is_told_by(std::uint32_t i) const {
    const auto verb = items_[i].tokens.begin;
    for (auto token = verb; token > 0 && verb - token < quotation_reach;) {
        --token;
        const auto word = sentence_.tokens[token].span.of(text_);
        const bool claim =
            (word.ends_with("을") || word.ends_with("를")) &&
            std::ranges::any_of(reader_.allege_words_, [&](auto noun) { return word.starts_with(noun); });
        if (claim || ends_quotation(word)) {
            return true;
        }
    }
    return false;
}

/// The mark that opens the quotation in which a token stands, none where it stands in none.
std::uint32_t KoreanClauses::quotation_around(std::uint32_t token) const {
    auto open = none;
    for (std::uint32_t i = 0; i < token; ++i) {
        const auto mark = sentence_.tokens[i].span.of(text_);
        if (mark == "“" || (mark == "\"" && open == none)) {
            open = i;
        } else if (mark == "”" || mark == "\"") {
            open = none;
        }
    }
    return open;
}

/// The phrase with which 김가람은 “가온은 빠르다”고 말했다 begins: who speaks stands outside of what is quoted.
std::uint32_t KoreanClauses::speaker_before(std::uint32_t quotation) const {
    for (auto i = items_.size(); i-- > 0;) {
        const auto& item = items_[i];
        if (item.tokens.end <= quotation && item.phrase != none &&
            (item.particle == Particle::topic || item.particle == Particle::subject)) {
            return item.phrase;
        }
    }
    return none;
}

void KoreanClauses::read_report(std::uint32_t i, const Predication& governed, Ending ending) {
    if (!reports(i)) {
        return;
    }
    const bool relays = reader_.cues_.of(reader_.words_.head(items_[i].word.verb)).has(reader_.classes_.relays);
    Report report;
    report.tokens = items_[i].tokens;
    if (ending == Ending::adnominal && is_told_by(i)) {
        const auto before = sentence_.reports.empty() ? 0U : sentence_.reports.back().tokens.end;
        report.scope = {before, report.tokens.begin};
        pending_speakers_.emplace_back(static_cast<std::uint32_t>(sentence_.reports.size()), i);
        sentence_.reports.push_back(report);
        return;
    }
    for (const auto role : {reader_.roles_.topic, reader_.roles_.subject}) {
        const auto found = std::ranges::find(governed.arguments, role, &Argument::role);
        if (found == governed.arguments.end()) {
            continue;
        }
        report.speaker = found->phrase;
        if (const auto quotation = quotation_around(sentence_.phrases[found->phrase].tokens.begin); quotation != none) {
            report.speaker = speaker_before(quotation);
            if (report.speaker == none) {
                return; // “가온은 빠르다”고 말했다: somebody who was named before
            }
        }
        const auto speaker = sentence_.phrases[report.speaker].tokens;
        const bool behind = // “…”고 김가람 대표는 말했다
            speaker.begin > 0 && ends_quotation(sentence_.tokens[speaker.begin - 1].span.of(text_));
        report.scope = behind ? TokenRange{0, speaker.begin} : TokenRange{speaker.end, report.tokens.begin};
        if (behind || is_told_by(i)) {
            sentence_.reports.push_back(report);
        }
        if (relays) { // 통신사는 …고 보도했다: nothing that follows is about the newspaper
            for (const auto mention : sentence_.phrases[report.speaker].mentions) {
                sentence_.mentions[mention].place = EntityMention::Place::aside;
            }
        }
        return;
    }
}

} // namespace jokbo

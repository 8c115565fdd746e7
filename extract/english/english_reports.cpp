// Who says what a clause says: Lumen claims that …; …, said Ada Kim; according to Lumen, ….

#include "extract/english/english_predications.hpp"

namespace jokbo {

using Part = EnglishUnit::Part;

void EnglishPredications::reports() {
    const auto ends = [&](std::uint32_t unit) {
        const auto part = unit < s_.units.size() ? s_.units[unit].part : Part::stop;
        return part == Part::comma || part == Part::stop || part == Part::close || part == Part::dash;
    };
    const auto all = static_cast<std::uint32_t>(s_.analysis->tokens.size());
    for (const auto& group : s_.verbs) {
        const auto* word = s_.units[group.head].word;
        if (word == nullptr || !word->is(EnglishClass::report) || group.voice == VerbGroup::Voice::passive) {
            continue;
        }
        auto speaker = group.subject;
        bool behind = !ends(group.end); // Lumen claims that …
        if (group.begin > 0 && ends(group.begin - 1) && group.object != none &&
            s_.nouns[group.object].begin == group.end && s_.nouns[group.object].mention != none) {
            speaker = group.object; // “…,” said Ada Kim
            behind = false;
        }
        if (speaker == none || s_.analysis->phrases[phrase_of(speaker)].mentions.empty()) {
            continue;
        }
        Report report;
        report.tokens = tokens(group.begin, group.end);
        report.speaker = phrase_of(speaker);
        const auto first = std::min(s_.units[s_.nouns[speaker].begin].tokens.begin, report.tokens.begin);
        report.scope = behind ? TokenRange{report.tokens.end, all} : TokenRange{0, first};
        s_.analysis->reports.push_back(report);
    }
}

void EnglishPredications::according_to() {
    const auto all = static_cast<std::uint32_t>(s_.analysis->tokens.size());
    for (std::uint32_t i = 0; i < s_.nouns.size(); ++i) {
        const auto begin = s_.nouns[i].begin;
        if (begin < 2 || s_.analysis->phrases[phrase_of(i)].mentions.empty()) {
            continue;
        }
        const auto word = s_.unit_text(s_.units[begin - 2]);
        if (s_.unit_text(s_.units[begin - 1]) == "to" && (word == "according" || word == "According")) {
            const auto at = tokens(begin - 2, begin);
            s_.analysis->reports.push_back(
                {at, at.begin == 0 ? TokenRange{at.end, all} : TokenRange{0, at.begin}, phrase_of(i)});
        }
    }
}

} // namespace jokbo

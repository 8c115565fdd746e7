#include "extract/korean/korean.hpp"

#include <algorithm>

namespace jokbo {

Status KoreanReader::status(std::string_view text, const SentenceAnalysis& sentence,
                            const Predication& predication) const {
    const auto& tokens = sentence.tokens;
    if (predication.tokens.end == 0) {
        return Status::asserted;
    }
    // what stands from the verb to the clause's end: 공개할 예정이다, 투자하지 않는다
    const auto begin = tokens[predication.tokens.begin].span.begin;
    const auto judged_to = predication.judged_to != none ? predication.judged_to : predication.clause.end;
    const auto end = tokens[std::max(judged_to, predication.tokens.end) - 1].span.end;
    // 추진하는 is no plan where 추진하 is the trigger itself
    const auto own = predication.tokens.begin < predication.tokens.end ? std::min<std::size_t>(6, end - begin) : 0;
    const auto tail = text.substr(begin + own, end - begin - own);
    const auto held = stances_.lists_in(tail);
    const auto holds = [&](Stance stance) { return (held >> stance & 1U) != 0; };
    if (holds(deny)) {
        return Status::denied;
    }
    if (holds(allege)) {
        return Status::alleged;
    }
    if (holds(ended) && predication.form == Predication::Form::noun) {
        return Status::ended; // 협력을 종료했다, 인수를 철회했다
    }
    if (holds(plan)) {
        return Status::planned;
    }
    if (!holds(negate)) {
        return Status::asserted;
    }
    for (const auto word : negate_words_) {
        const auto at = tail.find(word);
        const bool goes_on = word == "안" && at != std::string_view::npos && tail.substr(at + word.size(), 1) != " ";
        if (at != std::string_view::npos && at > 0 && (tail[at - 1] == ' ' || word == "못") && !goes_on) {
            return Status::denied;
        }
    }
    return Status::asserted;
}

} // namespace jokbo

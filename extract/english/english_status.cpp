#include "extract/english/english_status.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t reach = 8; // tokens before the verb in which its modals stand
constexpr std::uint32_t hold = 3;  // tokens before a clause in which the verb stands that it hangs on

} // namespace

Status english_status(std::string_view text, const SentenceAnalysis& sentence, const Predication& predication,
                      const Cues& cues) {
    const auto plan = cues.cue("plan");
    const auto allege = cues.cue("allege");
    const auto accuse = cues.cue("accuse");
    const auto deny = cues.cue("deny");
    const auto negate = cues.cue("negate");
    const auto ended = cues.cue("ended");
    const auto ended_clause = cues.cue("ended_clause"); // after working at Tern, Ada Kim founded
    const auto ended_noun = cues.cue("ended_noun");
    const auto ended_verb = cues.cue("ended_verb");
    const auto undone = cues.cue("undone");
    const auto& tokens = sentence.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    const auto clause_end = std::min(std::max(predication.clause.end, predication.tokens.end), size);
    const auto begin =
        std::max(predication.clause.begin, predication.tokens.begin - std::min(predication.tokens.begin, reach));
    const bool noun = predication.form == Predication::Form::noun;
    const auto month = cues.cue("month");
    CueSet near;
    CueSet whole;
    for (auto i = std::min(predication.clause.begin, predication.tokens.begin); i < clause_end;) {
        auto hit = cues.longest(text, tokens, i);
        if (hit.classes.has(month) && text[tokens[i].span.begin] <= 'Z') {
            hit.classes = {}; // "In May, Lumen acquired Tern": the month is no modal
        }
        // "sued Tern for alleged theft", "sued Tern, alleging theft": the theft is alleged, not the suit
        if (i < predication.tokens.end || !hit.classes.has(accuse)) {
            whole = whole | hit.classes;
        }
        if (i >= begin && i < predication.tokens.end) {
            near = near | hit.classes;
        }
        i += std::max(hit.tokens, 1U);
    }
    // "denied that it bought Tern": what the clause is said to be by the verb that it hangs on
    CueSet governor;
    for (auto i = predication.clause.begin - std::min(predication.clause.begin, hold); i < predication.clause.begin;) {
        const auto hit = cues.longest(text, tokens, i);
        const auto word = tokens[i].span.of(text);
        // "reportedly rewritten by Chair Ada Kim": whoever did it is in office all the same
        governor = word == "by" || word == "," || word == "." || word == ";" || word == ")" ? CueSet{}
                                                                                            : governor | hit.classes;
        i += std::max(hit.tokens, 1U);
    }
    if (near.has(deny) || near.has(negate) || governor.has(deny)) {
        return Status::denied;
    }
    if (whole.has(allege) || governor.has(allege)) {
        return Status::alleged;
    }
    if (whole.has(undone)) {
        return Status::ended;
    }
    // "Lumen to acquire Tern", as headlines put it
    const bool headline = predication.tokens.begin > 0 && tokens[predication.tokens.begin].span.of(text) == "to" &&
                          std::ranges::any_of(sentence.mentions, [&](const EntityMention& mention) {
                              return mention.tokens == TokenRange{0, predication.tokens.begin};
                          });
    if (near.has(plan) || headline) {
        return Status::planned;
    }
    // "former chief Ada Kim founded", "left Lumen to join Tern": neither the founding nor the joining is over
    const bool over =
        near.has(ended) || governor.has(ended_clause) || (noun && (near.has(ended_noun) || near.has(ended_verb)));
    return over ? Status::ended : Status::asserted;
}

} // namespace jokbo

#pragma once

#include "extract/analysis.hpp"
#include "extract/values/dates.hpp"
#include "schema/pack.hpp"
#include "schema/statement.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// A number, an amount, a date that stands in a sentence.
struct ValueMention {
    enum class Kind : std::uint8_t {
        count,
        money,
        date,
        percent,  ///< Value is text: "12.5"
        duration, ///< Value is text, ISO 8601: "P2Y", "P3M"
        ordinal,
    };
    enum class Bound : std::uint8_t { exact, approximate, at_most, at_least };

    /// The tokens that hold it. The last one may go on with a particle: `span` ends before it.
    TokenRange tokens;
    Span span; ///< of Reading::text, with its unit or currency, without hedges and particles
    Kind kind = Kind::count;
    Value value; ///< count and ordinal: int64; money: Money; date: ISO text, empty where it cannot be resolved
    /// What a count counts: `parameters`, `active_parameters`, `tokens`, `context`, `languages`, `people`, … (cues/values.tsv);
    /// `size` where it bears a mere suffix (32B, 128K); or empty.
    std::string_view unit;
    Bound bound = Bound::exact;

    // money and counts
    /// It is no amount by itself: it repeats the value before it in another currency or in other figures (30억 달러(약 4조3000억원),
    /// 1000억(100B) 개), or is the price of one (주당 16달러).
    bool equivalent = false;

    // counts
    /// It belongs to the name that it stands in (`Qwen2.5-72B`, `HyperCLOVA X SEED 32B Think`); the caller who knows names settles it.
    bool glued_before = false;

    // dates
    Tense tense = Tense::unknown;
    /// The same words read as lying ahead of the document ("10월 출시할 예정"), for a planned clause; empty where the words settle it.
    std::string ahead;
};

/// Finds values in sentences. Looks at number tokens and at words of time and number only.
/// Built once from `extract/cues/values.tsv`; `find` may be called from many threads at a time.
class ValueReader {
public:
    /// Throws DataError where the cue file is malformed.
    explicit ValueReader(const Pack& pack);
    ~ValueReader();
    ValueReader(ValueReader&&) noexcept;
    ValueReader& operator=(ValueReader&&) noexcept;

    /// Appends the values that stand among `tokens`, in the order of the text and not overlapping; units point into this reader.
    void find(std::string_view text, const std::vector<Token>& tokens, Language language, const DateResolver& dates,
              std::vector<ValueMention>& values) const;

    /// The number that a word spells out: 4 for 네 and four, 0 for any other word.
    std::int64_t spelled_number(std::string_view word, Language language) const;

    struct Words;

private:
    std::unique_ptr<const Words> words_;
};

} // namespace jokbo

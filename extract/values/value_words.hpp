#pragma once

#include "extract/characters.hpp"
#include "extract/cues/word_map.hpp"
#include "extract/values/values.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace jokbo {

/// The classes of `extract/cues/values.tsv`.
enum class ValueClass : std::uint8_t {
    multiplier_ko,
    multiplier_en,
    suffix,
    number_ko,
    number_en,
    currency_sign,
    currency_land,
    currency_code,
    currency_ko,
    currency_en,
    unit_ko,
    unit_en,
    filler_ko,
    filler_en,
    counter_ko,
    before_ko,
    before_en,
    link_ko,
    link_en,
    price_ko,
    price_en,
    hedge_ko,
    hedge_en,
    hedge_after_ko,
    year_ko,
    month_ko,
    day_ko,
    toward_ko,
    tail_ko,
    month_en,
    weekday_en,
    day_en,
    step_en,
    span_en,
    duration_ko,
    count_,
};

/// What a word means in a class: a number (times, offset, month) or a text (currency, unit).
struct ValueWord {
    std::int64_t number = 0;
    std::string text;
};

struct ValueReader::Words {
    explicit Words(const Pack& pack);

    const ValueWord* find(ValueClass in, std::string_view word) const;
    /// In lower case.
    const ValueWord* find_english(ValueClass in, std::string_view word) const;
    /// The longest word of the class that `eojeol` begins with; its size in bytes is 0 where there is none.
    std::pair<const ValueWord*, std::size_t> prefix(ValueClass in, std::string_view eojeol) const;
    /// Whether `tail` is nothing or may end a word of time or a currency: a particle.
    bool is_tail(std::string_view tail) const { return tail.empty() || find(ValueClass::tail_ko, tail) != nullptr; }

    /// Whether a token that is no number may begin a value; true for few others.
    bool may_begin(std::string_view word) const { return begins_[key(word)]; }

private:
    /// Of the first syllable, or of the first three letters in any case.
    static std::size_t key(std::string_view word) {
        if (const auto code = code_point3(word, 0); code != 0) {
            return code;
        }
        const auto letter = [&](std::size_t at) {
            return at < word.size() ? static_cast<std::size_t>(static_cast<unsigned char>(word[at]) & 31U) : 0U;
        };
        return letter(0) << 10U | letter(1) << 5U | letter(2);
    }
    using Map = WordMap<ValueWord>;
    std::array<Map, static_cast<std::size_t>(ValueClass::count_)> maps_;
    std::array<std::size_t, static_cast<std::size_t>(ValueClass::count_)> longest_{};
    std::bitset<65536> begins_;
};

} // namespace jokbo

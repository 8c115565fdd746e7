#pragma once

#include "extract/values/value_words.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// A written number, before it is known what it counts.
struct Amount {
    double value = 0;
    std::uint32_t begin = 0; ///< tokens
    std::uint32_t end = 0;
    std::uint32_t end_byte = 0; ///< behind the number and its multiplier
    /// What follows the multiplier within its eojeol: `원을` of 5000억원을.
    std::string_view rest;
    enum class Form : std::uint8_t {
        plain,      ///< 23, 128,000, twelve
        multiplied, ///< 720억, 70 billion
        suffixed,   ///< 32B, 128K, $1.5bn
    } form = Form::plain;
    double multiplier = 1;
};

/// One walk over the tokens of a sentence in search of values.
class ValueScan {
public:
    ValueScan(const ValueReader::Words& words, std::string_view text, const std::vector<Token>& tokens,
              Language language, const DateResolver& dates, std::vector<ValueMention>& values)
        : words_(words), text_(text), tokens_(tokens), language_(language), dates_(dates), values_(values),
          first_(values.size()) {}

    void run();

private:
    using Class = ValueClass;
    using Toward = DateResolver::Toward;

    // Each returns the first token behind what it took, or `at` itself where there is nothing.
    std::uint32_t number(std::uint32_t at);
    std::uint32_t measure(Amount amount);
    std::uint32_t korean_date(std::uint32_t at);
    std::uint32_t english_date(std::uint32_t at);
    std::uint32_t english_relative(std::uint32_t at);
    std::uint32_t numeric_date(std::uint32_t at);
    std::uint32_t spelled_number(std::uint32_t at);

    std::optional<Amount> korean_amount(std::uint32_t at) const;
    Amount latin_amount(std::uint32_t at) const;

    /// The currency that stands before token `at`; moves `at` to it.
    std::string_view currency_before(std::uint32_t& at) const;
    /// The currency behind an amount, which it extends.
    std::string_view currency_behind(Amount& amount) const;
    bool is_money_at(std::uint32_t at) const { return !currency_before(at).empty(); }
    /// What the amount counts, looked for behind it (which extends it) and before it.
    std::string_view unit_behind(Amount& amount) const;
    std::string_view unit_before(std::uint32_t at) const;

    void add_count(const Amount& amount, std::string_view unit);
    void add_money(const Amount& amount, std::string_view currency);
    void add_date(std::uint32_t begin, std::uint32_t end, std::uint32_t end_byte, const CalendarDate& date,
                  const CalendarDate& ahead);
    void add_text(const Amount& amount, ValueMention::Kind kind, std::string text);
    ValueMention& add(const Amount& amount, ValueMention::Kind kind);
    void read_bound(ValueMention& mention, std::string_view rest) const;
    /// Gives the first part of a range what only its second part says: 30억~270억 개, $2 to $3 billion.
    void complete_range();

    bool in(std::uint32_t at) const { return at < tokens_.size(); }
    std::string_view word(std::uint32_t at) const { return in(at) ? tokens_[at].span.of(text_) : std::string_view(); }
    bool is(std::uint32_t at, std::string_view what) const { return word(at) == what; }
    bool is(std::uint32_t at, Token::Kind kind) const { return in(at) && tokens_[at].kind == kind; }
    bool glued(std::uint32_t at) const { return in(at) && tokens_[at].gap == Token::Gap::glued; }
    bool is_range_mark(std::uint32_t at) const;
    /// A number token as a whole number, −1 where it is none or has more than nine digits.
    std::int64_t whole(std::uint32_t at) const;
    /// Four digits that may be a year.
    bool is_year(std::uint32_t at) const;
    std::uint32_t end_byte(std::uint32_t end) const { return tokens_[end - 1].span.end; }

    const ValueReader::Words& words_;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    Language language_;
    const DateResolver& dates_;
    std::vector<ValueMention>& values_;
    std::size_t first_;
    std::uint32_t taken_ = 0; ///< tokens before it belong to values
};

/// "A33B" behind "519B-": a count of active parameters.
bool is_active_size(std::string_view word);

/// The number that digits with inner commas and points say; 1.650.000 and the like count as 0 points.
double number_value(std::string_view digits);

} // namespace jokbo

#include "extract/values/values.hpp"

#include "extract/characters.hpp"
#include "extract/values/value_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace jokbo {

namespace {

constexpr double largest = 9e15; // whole numbers up to here are exact as double

std::int64_t rounded(double value) { return value >= largest ? 0 : static_cast<std::int64_t>(std::llround(value)); }

} // namespace

double number_value(std::string_view digits) {
    const bool one_point = std::count(digits.begin(), digits.end(), '.') == 1;
    double value = 0;
    double place = 0;
    for (const char c : digits) {
        if (is_digit(c)) {
            if (place != 0) {
                value += (c - '0') * place;
                place /= 10;
            } else {
                value = value * 10 + (c - '0');
            }
        } else if (c == '.' && one_point) {
            place = 0.1;
        }
    }
    return value;
}

ValueReader::ValueReader(const Pack& pack) : words_(std::make_unique<const Words>(pack)) {}
ValueReader::~ValueReader() = default;
ValueReader::ValueReader(ValueReader&&) noexcept = default;
ValueReader& ValueReader::operator=(ValueReader&&) noexcept = default;

void ValueReader::find(std::string_view text, const std::vector<Token>& tokens, Language language,
                       const DateResolver& dates, std::vector<ValueMention>& values) const {
    ValueScan(*words_, text, tokens, language, dates, values).run();
}

std::int64_t ValueReader::spelled_number(std::string_view word, Language language) const {
    const auto* number = language == Language::korean ? words_->find(ValueClass::number_ko, word)
                                                      : words_->find_english(ValueClass::number_en, word);
    return number == nullptr ? 0 : number->number;
}

void ValueScan::run() {
    for (std::uint32_t at = 0; at < tokens_.size();) {
        auto next = at;
        switch (tokens_[at].kind) {
        case Token::Kind::number: next = number(at); break;
        case Token::Kind::hangul:
            if (words_.may_begin(word(at))) {
                next = korean_date(at);
            }
            break;
        case Token::Kind::latin:
            if (words_.may_begin(word(at)) && language_ == Language::english) {
                next = english_date(at);
                next = next == at ? english_relative(at) : next;
                next = next == at ? spelled_number(at) : next;
            }
            break;
        default: break;
        }
        if (next != at) {
            taken_ = next;
        }
        at = std::max(next, at + 1);
    }
    // Mere numbers were kept for the range or list that might have given them a unit.
    const auto mere = [&](const ValueMention& value) {
        const auto digits = value.span.of(text_);
        return value.kind == ValueMention::Kind::count && value.unit.empty() &&
               std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
    };
    values_.erase(std::remove_if(values_.begin() + static_cast<std::ptrdiff_t>(first_), values_.end(), mere),
                  values_.end());
}

std::uint32_t ValueScan::number(std::uint32_t at) {
    if (auto next = numeric_date(at); next != at) {
        return next;
    }
    if (auto next = korean_date(at); next != at) {
        return next;
    }
    if (language_ == Language::english) {
        if (auto next = english_date(at); next != at) {
            return next;
        }
    }
    const auto korean = korean_amount(at);
    return measure(korean ? *korean : latin_amount(at));
}

std::uint32_t ValueScan::measure(Amount amount) {
    const auto begin = amount.begin;
    auto before = begin;
    if (const auto currency = currency_before(before); !currency.empty()) {
        amount.begin = before;
        currency_behind(amount); // "$5 billion dollars", "US$5 USD"
        add_money(amount, currency);
        return amount.end;
    }
    if (amount.rest.empty() && amount.form == Amount::Form::plain) {
        if (is(amount.end, "%")) {
            amount.end_byte = end_byte(++amount.end);
            add_text(amount, ValueMention::Kind::percent, std::string(word(begin)));
            return amount.end;
        }
        if (glued(amount.end) &&
            (is(amount.end, "st") || is(amount.end, "nd") || is(amount.end, "rd") || is(amount.end, "th"))) {
            amount.end_byte = end_byte(++amount.end);
            add(amount, ValueMention::Kind::ordinal).value = rounded(amount.value);
            return amount.end;
        }
    }
    if (const auto currency = currency_behind(amount); !currency.empty()) {
        add_money(amount, currency);
        return amount.end;
    }
    auto unit = unit_behind(amount);
    if (unit == "measure") {
        return amount.end;
    }
    if (unit.empty()) {
        unit = unit_before(begin);
    }
    if (unit.empty() && amount.form == Amount::Form::suffixed) {
        unit = "size";
    }
    if (!unit.empty() || amount.form != Amount::Form::plain || (begin > 0 && is_range_mark(begin - 1))) {
        add_count(amount, unit);
        if (is(amount.end, "-") && glued(amount.end) && is_active_size(word(amount.end + 1))) { // 519B-A33B
            Amount active = amount;
            active.begin = amount.end + 1;
            active.end = active.begin + 1;
            active.end_byte = end_byte(active.end);
            active.value = 1e9 * number_value(word(active.begin).substr(1, word(active.begin).size() - 2));
            values_.back().unit = "parameters";
            add_count(active, "active_parameters");
            return active.end;
        }
    } else if (is_range_mark(amount.end) || is(amount.end, "to") || is(amount.end, "and") || is(amount.end, ",")) {
        add_count(amount, unit); // may yet get the unit of what follows; dropped otherwise
    }
    return amount.end;
}

ValueMention& ValueScan::add(const Amount& amount, ValueMention::Kind kind) {
    ValueMention mention;
    mention.tokens = {amount.begin, amount.end};
    mention.span = {tokens_[amount.begin].span.begin, amount.end_byte};
    mention.kind = kind;
    mention.glued_before = glued(amount.begin) && amount.begin > 0 && !is(amount.begin - 1, "(") &&
                           !is(amount.begin - 1, "/") && !is(amount.begin - 1, "~") && !is(amount.begin - 1, ",");
    read_bound(mention, amount.rest);
    values_.push_back(std::move(mention));
    return values_.back();
}

void ValueScan::add_text(const Amount& amount, ValueMention::Kind kind, std::string text) {
    add(amount, kind).value = std::move(text);
}

void ValueScan::add_money(const Amount& amount, std::string_view currency) {
    auto& mention = add(amount, ValueMention::Kind::money);
    mention.value = Money{rounded(amount.value), std::string(currency)};
    const bool of_one =
        (amount.begin > 0 && words_.find(Class::price_ko, word(amount.begin - 1)) != nullptr) ||
        (is(amount.end, "per") && words_.find_english(Class::price_en, word(amount.end + 1)) != nullptr);
    mention.equivalent = of_one;
    // 30억 달러(약 4조3000억원), $3 billion (about 4.3 trillion won), 4.3 trillion won ($3 billion)
    if (values_.size() > first_ + 1) {
        const auto& before = values_[values_.size() - 2];
        auto at = before.tokens.end;
        const bool opens = is(at, "(") && amount.begin - at <= 4;
        mention.equivalent = of_one || (opens && before.kind == ValueMention::Kind::money &&
                                        std::get<Money>(before.value).currency != currency);
    }
    complete_range();
}

void ValueScan::add_count(const Amount& amount, std::string_view unit) {
    auto& mention = add(amount, ValueMention::Kind::count);
    mention.value = rounded(amount.value);
    mention.unit = unit;
    if (values_.size() > first_ + 1) { // 1000억(100B) 개
        const auto& before = values_[values_.size() - 2];
        const auto* other = std::get_if<std::int64_t>(&before.value);
        const auto distance = other == nullptr ? 1.0 : std::abs(static_cast<double>(*other) - amount.value);
        if (is(before.tokens.end, "(") && amount.begin == before.tokens.end + 1 && distance <= 0.01 * amount.value) {
            mention.equivalent = true;
            if (!before.unit.empty() && before.unit != "size") {
                mention.unit = before.unit;
            }
        }
    }
    complete_range();
}

void ValueScan::complete_range() {
    if (values_.size() < first_ + 2) {
        return;
    }
    auto& last = values_.back();
    auto& before = values_[values_.size() - 2];
    const auto gap = before.tokens.end;
    const bool adjacent =
        last.tokens.begin == gap + 1 || (last.tokens.begin == gap + 2 && (is(gap + 1, "and") || is(gap + 1, "or")));
    const bool linked = adjacent && (is_range_mark(gap) || is(gap, "to") || is(gap, "and") || is(gap, ",") ||
                                     is(gap, "or") || is(gap, "·") || is(gap, "ㆍ") || is(gap, "/"));
    if (!linked || before.kind != ValueMention::Kind::count) {
        return;
    }
    auto& value = std::get<std::int64_t>(before.value);
    if (last.kind == ValueMention::Kind::money) {
        const auto& money = std::get<Money>(last.value);
        const auto text = before.span.of(text_);
        const bool bare =
            std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
        if (is_range_mark(gap) && (!bare || money.value < 1000)) {
            before.kind = ValueMention::Kind::money;
            before.value = Money{value, money.currency};
        }
    } else if (last.kind == ValueMention::Kind::count) {
        if (before.unit.empty() || before.unit == "size") {
            // All that a list holds without a unit: 4B, 12B and 27B parameters.
            for (auto i = values_.size() - 1; i-- > first_;) {
                auto& one = values_[i];
                const auto& next = values_[i + 1];
                const bool listed = next.tokens.begin - one.tokens.end <= 2;
                if (one.kind != ValueMention::Kind::count || !listed || !(one.unit.empty() || one.unit == "size") ||
                    one.unit == last.unit) {
                    break;
                }
                one.unit = last.unit;
            }
        } else if (last.unit.empty() || last.unit == "size") {
            last.unit = before.unit;
        }
        // 3-7B: the first shares the second's multiplier.
        const auto other = std::get<std::int64_t>(last.value);
        if (is_range_mark(gap) && value < 1000 && other >= 1000000) {
            for (std::int64_t times = 1000000000000; times >= 1000; times /= 1000) {
                if (other >= times) {
                    value *= times;
                    break;
                }
            }
        }
    }
}

void ValueScan::read_bound(ValueMention& mention, std::string_view rest) const {
    const auto take = [&](const ValueWord* hedge) {
        if (hedge != nullptr) {
            mention.bound = hedge->text == "approximate" ? ValueMention::Bound::approximate
                          : hedge->text == "at_most"     ? ValueMention::Bound::at_most
                                                         : ValueMention::Bound::at_least;
        }
        return hedge != nullptr;
    };
    const auto at = mention.tokens.begin;
    const bool range = at > 1 && is_range_mark(at - 1) && glued(at - 1);
    if (at > 0 && !range) {
        if (take(words_.find(Class::hedge_ko, word(at - 1))) ||
            take(words_.find_english(Class::hedge_en, word(at - 1)))) {
            return;
        }
        for (const std::uint32_t size : {2U, 3U}) {
            if (at >= size) {
                const Span span{tokens_[at - size].span.begin, tokens_[at - 1].span.end};
                if (take(words_.find_english(Class::hedge_en, span.of(text_)))) {
                    return;
                }
            }
        }
    }
    if (is(mention.tokens.end, Token::Kind::hangul)) {
        rest = rest.empty() ? word(mention.tokens.end) : rest;
        take(words_.prefix(Class::hedge_after_ko, rest).first);
    }
}

bool ValueScan::is_range_mark(std::uint32_t at) const {
    const auto mark = word(at);
    return mark == "~" || mark == "∼" || mark == "～" || mark == "-" || mark == "–" || mark == "—";
}

std::int64_t ValueScan::whole(std::uint32_t at) const {
    const auto digits = word(at);
    if (!is(at, Token::Kind::number) || digits.size() > 9) {
        return -1;
    }
    std::int64_t value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

bool ValueScan::is_year(std::uint32_t at) const {
    const auto value = whole(at);
    return word(at).size() == 4 && value >= 1950 && value < 2060;
}

} // namespace jokbo

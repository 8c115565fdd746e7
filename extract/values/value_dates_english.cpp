#include "extract/values/value_scan.hpp"

#include "extract/characters.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

/// Behind these a number of four digits is a year: "in 2025".
constexpr std::array year_leads = {"in",     "since",  "by",     "of",   "from",   "until",  "till",    "early",
                                   "late",   "mid",    "during", "for",  "before", "after",  "through", "to",
                                   "and",    "fiscal", "early-", "year", "spring", "summer", "fall",    "autumn",
                                   "winter", "around", "q1",     "q2",   "q3",     "q4",     "h1",      "h2"};

bool leads_year(std::string_view word) {
    std::array<char, 8> lower{};
    if (word.size() > lower.size()) {
        return false;
    }
    std::transform(word.begin(), word.end(), lower.begin(), ascii_lower);
    const std::string_view folded(lower.data(), word.size());
    return std::any_of(year_leads.begin(), year_leads.end(), [&](std::string_view lead) { return lead == folded; });
}

bool is_word(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() &&
           std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

} // namespace

std::uint32_t ValueScan::english_date(std::uint32_t begin) {
    auto at = begin;
    CalendarDate date;
    const auto month_at = [&](std::uint32_t i) -> std::int32_t {
        const auto* month = is(i, Token::Kind::latin) && tokens_[i].letter_case != Token::Case::lower
                              ? words_.find_english(Class::month_en, word(i))
                              : nullptr;
        return month == nullptr ? 0 : static_cast<std::int32_t>(month->number);
    };
    const auto day_at = [&](std::uint32_t i) -> std::int32_t {
        const auto value = whole(i);
        return value >= 1 && value <= 31 && word(i).size() <= 2 ? static_cast<std::int32_t>(value) : 0;
    };
    const auto ordinal_end = [&](std::uint32_t i) { // 21st
        return glued(i) && (is(i, "st") || is(i, "nd") || is(i, "rd") || is(i, "th")) ? i + 1 : i;
    };
    if (is(at, Token::Kind::number)) {
        if (is_year(at)) {
            const bool glued_to =
                (at > 0 && glued(at) && !is(at - 1, "(")) || (glued(at + 1) && is(at + 1, Token::Kind::latin));
            const bool led =
                at > 0 && (leads_year(word(at - 1)) ||
                           (is(at - 1, "(") && (is(at + 1, ")") || is(at + 1, ",") || is_range_mark(at + 1))));
            if (glued_to || !led) {
                return begin;
            }
            date.year = static_cast<std::int32_t>(whole(at));
            // "of 2025 employees": a year takes no plain noun; a unit tells.
            if (words_.find_english(Class::unit_en, word(at + 1)) != nullptr) {
                return begin;
            }
            add_date(at, at + 1, end_byte(at + 1), date, date);
            return at + 1;
        }
        date.day = day_at(at);
        const auto next = ordinal_end(at + 1);
        const auto of = is(next, "of") ? next + 1 : next;
        if (date.day == 0 || month_at(of) == 0 || glued(of)) {
            return begin;
        }
        date.month = month_at(of);
        at = of + 1;
        at += is(at, ".") && glued(at) && is_year(at + 1) ? 1U : 0U;
    } else {
        date.month = month_at(at);
        if (date.month == 0) {
            return begin;
        }
        const bool may = is_word(word(at), "may") || is_word(word(at), "march");
        ++at;
        at += is(at, ".") && glued(at) && is(at + 1, Token::Kind::number) ? 1U : 0U; // Jul. 21
        if (const auto day = day_at(at); day != 0 && !glued(at)) {
            date.day = day;
            at = ordinal_end(at + 1);
            if (is_range_mark(at) && day_at(at + 1) != 0) {
                at += 2; // July 21-23: from the 21st on
            }
        } else if (may && !is_year(at) &&
                   !(begin > 0 && (leads_year(word(begin - 1)) || is(begin - 1, "last") || is(begin - 1, "next") ||
                                   is(begin - 1, "this")))) {
            return begin; // the verb
        }
    }
    const auto year = is(at, ",") || (is(at, "of") && is_year(at + 1)) ? at + 1 : at;
    if (is_year(year) && !(glued(year) && year == at)) {
        date.year = static_cast<std::int32_t>(whole(year));
        add_date(begin, year + 1, end_byte(year + 1), date, date);
        return year + 1;
    }
    auto side = Toward::nearest;
    auto first = begin;
    if (begin > taken_ && (is_word(word(begin - 1), "last") || is_word(word(begin - 1), "this") ||
                           is_word(word(begin - 1), "next") || is_word(word(begin - 1), "past"))) {
        side = is_word(word(begin - 1), "next") ? Toward::future
             : is_word(word(begin - 1), "this") ? Toward::nearest
                                                : Toward::past;
        first = begin - 1;
    }
    // "last July" may be that of the year before or the one just gone: the latter.
    const auto past = dates_.month_day(date.month, date.day, side == Toward::future ? Toward::future : Toward::past);
    const auto ahead = dates_.month_day(date.month, date.day, side == Toward::past ? Toward::past : Toward::future);
    add_date(first, at, end_byte(at), past, ahead);
    return at;
}

std::uint32_t ValueScan::english_relative(std::uint32_t at) {
    const auto text = word(at);
    if (const auto* day = words_.find_english(Class::day_en, text)) {
        const auto date = dates_.day_offset(static_cast<int>(day->number));
        add_date(at, at + 1, end_byte(at + 1), date, date);
        return at + 1;
    }
    const auto weekday_at = [&](std::uint32_t i) {
        return is(i, Token::Kind::latin) && tokens_[i].letter_case != Token::Case::lower
                 ? words_.find_english(Class::weekday_en, word(i))
                 : nullptr;
    };
    if (const auto* weekday = weekday_at(at)) {
        const auto number = static_cast<int>(weekday->number);
        add_date(at, at + 1, end_byte(at + 1), dates_.weekday(number, Toward::past),
                 dates_.weekday(number, Toward::future));
        return at + 1;
    }
    // two years ago, a year ago
    if (const auto* number = words_.find_english(Class::number_en, text)) {
        const auto* unit = words_.find_english(Class::span_en, word(at + 1));
        if (unit != nullptr && (is_word(word(at + 2), "ago") || is_word(word(at + 2), "earlier"))) {
            const auto back = -static_cast<int>(number->number);
            const auto date = unit->text == "Y" ? dates_.year_offset(back)
                            : unit->text == "M" ? dates_.month_offset(back)
                            : unit->text == "W" ? dates_.day_offset(7 * back)
                            : unit->text == "D" ? dates_.day_offset(back)
                                                : CalendarDate{};
            if (is_word(word(at + 2), "ago") && date.known()) {
                add_date(at, at + 3, end_byte(at + 3), date, date);
                return at + 3;
            }
        }
        return at;
    }
    const auto* step = words_.find_english(Class::step_en, text);
    if (step == nullptr) {
        return at;
    }
    const auto by = static_cast<int>(step->number);
    if (const auto* weekday = weekday_at(at + 1)) {
        const auto date = dates_.weekday(static_cast<int>(weekday->number), by > 0 ? Toward::future : Toward::past);
        add_date(at, at + 2, end_byte(at + 2), date, date);
        return at + 2;
    }
    const auto* unit = words_.find_english(Class::span_en, word(at + 1));
    if (unit == nullptr || word(at + 1).back() == 's') {
        return at;
    }
    CalendarDate date;
    switch (unit->text[0]) {
    case 'Y': date = dates_.year_offset(by); break;
    case 'M': date = dates_.month_offset(by); break;
    case 'W':
    case 'D':
        // Some day of that week: the month is as much as is known.
        date = dates_.day_offset(7 * by);
        date.day = 0;
        break;
    case 'S': date = by == 0 ? dates_.year_offset(0) : CalendarDate{}; break;
    default: break;
    }
    if (!date.known()) {
        return at;
    }
    add_date(at, at + 2, end_byte(at + 2), date, date);
    return at + 2;
}

} // namespace jokbo

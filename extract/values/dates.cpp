#include "extract/values/dates.hpp"

#include <fmt/format.h>

namespace jokbo {

namespace {

// Days since 1970-01-01 and back, after Howard Hinnant's "chrono-compatible low-level date algorithms".
std::int64_t days_of(const CalendarDate& date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

CalendarDate date_of(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t day_of_era = days - era * 146097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted = (5 * day_of_year + 2) / 153;
    const auto day = static_cast<std::int32_t>(day_of_year - (153 * shifted + 2) / 5 + 1);
    const auto month = static_cast<std::int32_t>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {static_cast<std::int32_t>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int year, int month) {
    if (month == 2) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// The month so many on; years and months only.
CalendarDate months_on(const CalendarDate& date, int months) {
    const int count = date.year * 12 + date.month - 1 + months;
    return {count / 12, count % 12 + 1, 0};
}

/// Digits of `text` at [at, at + size) as a number, −1 where there are others.
int digits(std::string_view text, std::size_t at, std::size_t size) {
    if (at + size > text.size()) {
        return -1;
    }
    int value = 0;
    for (const char c : text.substr(at, size)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::string CalendarDate::iso() const {
    if (year == 0) {
        return {};
    }
    if (month == 0) {
        return fmt::format("{:04}", year);
    }
    return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

CalendarDate CalendarDate::parse(std::string_view iso) {
    CalendarDate date;
    date.year = digits(iso, 0, 4);
    if (date.year <= 0) {
        return {};
    }
    if (iso.size() >= 7 && iso[4] == '-') {
        const int month = digits(iso, 5, 2);
        date.month = month >= 1 && month <= 12 ? month : 0;
    }
    if (date.month != 0 && iso.size() >= 10 && iso[7] == '-') {
        const int day = digits(iso, 8, 2);
        date.day = day >= 1 && day <= days_in_month(date.year, date.month) ? day : 0;
    }
    return date;
}

CalendarDate DateResolver::day(int day, Toward toward) const {
    if (published_.day == 0 || day < 1 || day > 31) {
        return {};
    }
    const int step = toward == Toward::future ? 1 : -1;
    auto date = months_on(published_, 0);
    const bool reached = toward == Toward::nearest || day == published_.day || (day < published_.day) == (step < 0);
    if (!reached) {
        date = months_on(date, step);
    }
    while (day > days_in_month(date.year, date.month)) {
        date = months_on(date, step);
    }
    date.day = day;
    return date;
}

CalendarDate DateResolver::month_day(int month, int day, Toward toward) const {
    if (published_.month == 0 || month < 1 || month > 12 || day < 0 || day > 31) {
        return {};
    }
    CalendarDate date{published_.year, month, day};
    // A month without a day may be the running one; a day is compared as far as the document's own is known.
    const auto later = [&] {
        return month != published_.month ? month > published_.month
                                         : day != 0 && published_.day != 0 && day > published_.day;
    };
    const auto earlier = [&] {
        return month != published_.month ? month < published_.month
                                         : day != 0 && published_.day != 0 && day < published_.day;
    };
    switch (toward) {
    case Toward::past: date.year -= later() ? 1 : 0; break;
    case Toward::future: date.year += earlier() ? 1 : 0; break;
    case Toward::nearest: date.year += month - published_.month > 6 ? -1 : published_.month - month > 6 ? 1 : 0; break;
    }
    if (day > days_in_month(date.year, month)) {
        return {};
    }
    return date;
}

CalendarDate DateResolver::weekday(int weekday, Toward toward) const {
    if (published_.day == 0) {
        return {};
    }
    const auto today = days_of(published_);
    const auto own = (today + 3) % 7; // 1970-01-01 was a Thursday
    const auto back = (own - weekday + 7) % 7;
    switch (toward) {
    case Toward::past: return date_of(today - back);
    case Toward::future: return date_of(today + (7 - back) % 7);
    case Toward::nearest: break;
    }
    return date_of(back <= 3 ? today - back : today + 7 - back);
}

CalendarDate DateResolver::day_offset(int days) const {
    return published_.day == 0 ? CalendarDate{} : date_of(days_of(published_) + days);
}

CalendarDate DateResolver::month_offset(int months) const {
    return published_.month == 0 ? CalendarDate{} : months_on(published_, months);
}

CalendarDate DateResolver::year_offset(int years) const {
    return published_.known() ? CalendarDate{published_.year + years, 0, 0} : CalendarDate{};
}

Tense DateResolver::tense(const CalendarDate& date) const {
    if (!date.known() || !published_.known()) {
        return Tense::unknown;
    }
    if (date.year != published_.year) {
        return date.year < published_.year ? Tense::past : Tense::future;
    }
    if (date.month == 0 || published_.month == 0) {
        return Tense::unknown;
    }
    if (date.month != published_.month) {
        return date.month < published_.month ? Tense::past : Tense::future;
    }
    if (date.day == 0 || published_.day == 0) {
        return Tense::unknown;
    }
    return date.day <= published_.day ? Tense::past : Tense::future;
}

} // namespace jokbo

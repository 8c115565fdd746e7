#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jokbo {

/// A day, a month or a year; what is not known is 0.
struct CalendarDate {
    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t day = 0;

    bool known() const { return year != 0; }
    /// "2025", "2025-07", "2025-07-10", or empty where the year is not known.
    std::string iso() const;
    /// As precise as the text is; not known where it is no ISO date.
    static CalendarDate parse(std::string_view iso);

    friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

/// Where a date lies, seen from the day on which the document was published.
enum class Tense : std::uint8_t {
    unknown, ///< nothing published, or the same month or year
    past,    ///< up to the day itself
    future,
};

/// Turns what a text says of time into dates, seen from the document's own.
class DateResolver {
public:
    /// Without a date ("" or unreadable) whatever is relative stays unknown.
    explicit DateResolver(std::string_view published) : published_(CalendarDate::parse(published)) {}

    const CalendarDate& published() const { return published_; }

    /// Which one of the days or months that fit is meant.
    enum class Toward : std::uint8_t { past, nearest, future };

    /// "10일", "on the 10th": that day on or before the document's own (future: on or after).
    CalendarDate day(int day, Toward toward = Toward::past) const;
    /// "7월 21일", "July 21", or with day 0 "7월", "in July".
    CalendarDate month_day(int month, int day, Toward toward = Toward::past) const;
    /// 0 Monday … 6 Sunday.
    CalendarDate weekday(int weekday, Toward toward = Toward::past) const;
    /// The document's day, month or year, so many on (−1: yesterday, last month, 지난해).
    CalendarDate day_offset(int days) const;
    CalendarDate month_offset(int months) const;
    CalendarDate year_offset(int years) const;

    Tense tense(const CalendarDate& date) const;

private:
    CalendarDate published_;
};

} // namespace jokbo

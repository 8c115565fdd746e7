#include "extract/values/value_scan.hpp"

#include "extract/characters.hpp"

#include <fmt/format.h>

namespace jokbo {

namespace {

constexpr std::string_view year_mark = "년";
constexpr std::string_view month_mark = "월";
constexpr std::string_view day_mark = "일";

} // namespace

void ValueScan::add_date(std::uint32_t begin, std::uint32_t end, std::uint32_t last_byte, const CalendarDate& date,
                         const CalendarDate& ahead) {
    ValueMention mention;
    mention.tokens = {begin, end};
    mention.span = {tokens_[begin].span.begin, last_byte};
    mention.kind = ValueMention::Kind::date;
    mention.value = date.iso();
    mention.tense = dates_.tense(date);
    mention.ahead = ahead == date ? std::string() : ahead.iso();
    values_.push_back(std::move(mention));
}

std::uint32_t ValueScan::korean_date(std::uint32_t begin) {
    auto at = begin;
    std::uint32_t last_byte = 0;
    CalendarDate date; // year, month, day as the text gives them
    bool year_given = false;
    bool month_given = false; // by a word of its own: 이달, 지난달
    auto toward = Toward::nearest;
    // Whether the eojeol at `i` is the word that `size` bytes of it hold, with a particle at most.
    const auto ends_word = [&](std::uint32_t i, std::size_t size) { return words_.is_tail(word(i).substr(size)); };
    const auto took = [&](std::uint32_t i, std::size_t size) {
        last_byte = tokens_[i].span.begin + static_cast<std::uint32_t>(size);
        at = i + 1;
        return word(i).size() == size; // whether the date may go on
    };
    const auto finish = [&](const CalendarDate& past, const CalendarDate& ahead) {
        if (is(at, "(") && is(at + 1, "현지시간") && is(at + 2, ")")) {
            at += 3;
        } else if (is(at, "(") && is(at + 1, "현지") && is(at + 3, ")")) {
            at += 4;
        }
        add_date(begin, at, last_byte, past, ahead);
        return at;
    };
    bool open = true;
    if (is(at, Token::Kind::hangul)) {
        const auto eojeol = word(at);
        if (const auto [side, size] = words_.prefix(Class::toward_ko, eojeol);
            side != nullptr && size == eojeol.size() && in(at + 1)) {
            toward = side->text == "past" ? Toward::past : Toward::future;
            if (toward == Toward::past && is(at + 1, Token::Kind::hangul) &&
                (word(at + 1).starts_with("달") || word(at + 1).starts_with("해"))) {
                const bool month = word(at + 1).starts_with("달");
                if (!ends_word(at + 1, 3)) {
                    return begin;
                }
                date = month ? dates_.month_offset(-1) : dates_.year_offset(-1);
                month_given = month;
                year_given = true;
                open = took(at + 1, 3);
            } else {
                ++at;
                if (!is(at, Token::Kind::number)) {
                    return begin;
                }
            }
        } else if (const auto [day, length] = words_.prefix(Class::day_ko, eojeol); day != nullptr) {
            if (!ends_word(at, length)) {
                return begin;
            }
            took(at, length);
            const auto found = dates_.day_offset(static_cast<int>(day->number));
            return finish(found, found);
        } else if (const auto [month, bytes] = words_.prefix(Class::month_ko, eojeol); month != nullptr) {
            if (!ends_word(at, bytes)) {
                return begin;
            }
            date = dates_.month_offset(static_cast<int>(month->number));
            month_given = year_given = true;
            open = took(at, bytes);
        } else if (const auto [year, taken] = words_.prefix(Class::year_ko, eojeol); year != nullptr) {
            if (!ends_word(at, taken) || (taken == 3 && !is(at + 1, Token::Kind::number))) {
                return begin; // 올 by itself is a verb form
            }
            date = dates_.year_offset(static_cast<int>(year->number));
            year_given = true;
            open = took(at, taken);
        } else {
            return begin;
        }
    }
    const auto part = [&](std::string_view mark) { // a number with its glued mark, as 7월
        return open && is(at, Token::Kind::number) && is(at + 1, Token::Kind::hangul) &&
               word(at + 1).starts_with(mark) && (glued(at + 1) || mark == year_mark) && ends_word(at + 1, mark.size());
    };
    if (!year_given && !month_given && part(year_mark)) {
        const auto value = whole(at);
        const bool short_year = value >= 10 && value < 60 && word(at).size() == 2 && at > 0 &&
                                (is(at - 1, "'") || is(at - 1, "’") || is(at - 1, "‘"));
        if (is_year(at) || short_year) {
            date.year = static_cast<std::int32_t>(short_year ? 2000 + value : value);
            year_given = true;
            open = took(at + 1, year_mark.size());
        } else if (value > 0 && value < 100 && is(at + 2, "전") && word(at + 1) == year_mark) {
            took(at + 2, 3);
            const auto found = dates_.year_offset(-static_cast<int>(value));
            return finish(found, found);
        } else {
            return begin;
        }
    }
    if (!month_given && part(month_mark)) {
        const auto value = whole(at);
        if (value < 1 || value > 12) {
            return year_given ? finish(date, date) : begin;
        }
        date.month = static_cast<std::int32_t>(value);
        open = took(at + 1, month_mark.size());
    }
    if (date.month != 0 && open && is(at, Token::Kind::number) &&
        (is_range_mark(at + 1) || is(at + 1, ",") || is(at + 1, "·")) && is(at + 2, Token::Kind::number) &&
        word(at + 3).starts_with(day_mark)) {
        date.day = static_cast<std::int32_t>(whole(at)); // 11월 5~7일: from the 5th on
        took(at + 3, day_mark.size());
    } else if (part(day_mark)) {
        const auto value = whole(at);
        if (value < 1 || value > 31 || (is(at + 2, "동안") || is(at + 2, "만에"))) {
            return date.known() || date.month != 0 ? finish(date, date) : begin;
        }
        date.day = static_cast<std::int32_t>(value);
        took(at + 1, day_mark.size());
    }
    if (last_byte == 0) {
        return begin;
    }
    if (year_given && (date.known() || date.month == 0)) {
        return finish(CalendarDate::parse(date.iso()), CalendarDate::parse(date.iso()));
    }
    if (year_given) { // relative, but to an unknown day
        return finish({}, {});
    }
    const auto resolve = [&](Toward side) {
        return date.month != 0 ? dates_.month_day(date.month, date.day, side) : dates_.day(date.day, side);
    };
    if (toward != Toward::nearest) {
        return finish(resolve(toward), resolve(toward));
    }
    return finish(resolve(Toward::past), resolve(Toward::future));
}

std::uint32_t ValueScan::numeric_date(std::uint32_t at) {
    const auto text = word(at);
    if (text.size() < 4 || !(text.starts_with("19") || text.starts_with("20")) ||
        (at > 0 && glued(at) && !is(at - 1, "("))) {
        return at;
    }
    // 2025.07.10 is one token, 2025-07-10 and 2025. 7. 10 are five.
    if (text.size() >= 8 && text.size() <= 10 && text[4] == '.') {
        const auto second = text.find('.', 5);
        if (second == std::string_view::npos) {
            return at;
        }
        const auto two = [](std::string_view digits) {
            return digits.size() == 1 ? fmt::format("0{}", digits) : std::string(digits);
        };
        const auto date = CalendarDate::parse(
            fmt::format("{}-{}-{}", text.substr(0, 4), two(text.substr(5, second - 5)), two(text.substr(second + 1))));
        if (date.day != 0) {
            add_date(at, at + 1, end_byte(at + 1), date, date);
            return at + 1;
        }
        return at;
    }
    if (!is_year(at)) {
        return at;
    }
    const auto mark = word(at + 1);
    if ((mark == "-" || mark == "/" || mark == ".") && glued(at + 1) && is(at + 2, Token::Kind::number)) {
        const auto month = whole(at + 2);
        if (month < 1 || month > 12 || (mark != "." && !glued(at + 2))) {
            return at;
        }
        CalendarDate date{static_cast<std::int32_t>(whole(at)), static_cast<std::int32_t>(month), 0};
        auto end = at + 3;
        if (word(at + 3) == mark && glued(at + 3) && is(at + 4, Token::Kind::number) && whole(at + 4) >= 1 &&
            whole(at + 4) <= 31) {
            date.day = static_cast<std::int32_t>(whole(at + 4));
            end = at + 5;
        } else if (word(at + 2).size() != 2 || mark == ".") {
            return at;
        }
        add_date(at, end, end_byte(end), date, date);
        return end;
    }
    return at;
}

} // namespace jokbo

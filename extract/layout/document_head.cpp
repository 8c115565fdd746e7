#include "extract/layout/document_head.hpp"

#include "extract/layout/front_matter.hpp"
#include "extract/layout/layout_cues.hpp"
#include "extract/layout/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace jokbo {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

const Html& html() {
    static const Html shared(Pack::embedded());
    return shared;
}

int month_named(std::string_view word) {
    constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string start(word.substr(0, 3));
    std::ranges::transform(start, start.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found = std::ranges::find(months, start);
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

std::string date_of(int year, int month, int day) {
    if (month < 1 || month > 12) {
        return fmt::format("{:04}", year);
    }
    return day < 1 || day > 31 ? fmt::format("{:04}-{:02}", year, month)
                               : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// Korean text is told by its Hangul: English pages quote a few words of it, Korean ones are full of English names.
std::string language_of(std::string_view text) {
    constexpr std::size_t enough = 65536;
    std::size_t hangul = 0;
    std::size_t latin = 0;
    for (const char c : text.substr(0, enough)) {
        const auto byte = static_cast<unsigned char>(c);
        hangul += byte >= 0xEAU && byte <= 0xEDU ? 1U : 0U;
        latin += is_letter(c) ? 1U : 0U;
    }
    return hangul * 8 > latin ? "ko" : "en";
}

std::string first_heading(std::string_view text, std::size_t from) {
    constexpr std::size_t near = 4096;
    const auto head = text.substr(0, std::min(text.size(), from + near));
    for (auto at = from; at < head.size();) {
        const auto end = std::min(head.find('\n', at), head.size());
        const auto line = head.substr(at, end - at);
        if (line.starts_with("# ")) {
            std::vector<BlockNote> notes;
            return MarkupReader(line, html()).read(notes).text;
        }
        at = end + 1;
    }
    return {};
}

} // namespace

std::string iso_date(std::string_view text) {
    struct Number {
        int value;
        std::size_t digits;
    };
    std::vector<Number> numbers;
    int month = 0;
    std::size_t month_position = 0;
    for (std::size_t at = 0; at < text.size() && numbers.size() < 3;) {
        auto end = at;
        if (is_digit(text[at])) {
            int value = 0;
            while (end < text.size() && is_digit(text[end]) && end < at + 8) {
                value = value * 10 + (text[end++] - '0');
            }
            numbers.push_back({value, end - at});
        } else if (is_letter(text[at])) {
            while (end < text.size() && is_letter(text[end])) {
                ++end;
            }
            if (month == 0 && end - at >= 3) {
                month = month_named(text.substr(at, end - at));
                month_position = numbers.size();
            }
        } else {
            ++end;
        }
        at = end;
    }
    if (numbers.empty()) {
        return {};
    }
    const auto first = numbers[0];
    if (first.digits == 8) {
        return date_of(first.value / 10000, first.value / 100 % 100, first.value % 100);
    }
    if (first.digits == 4) {
        const int second = numbers.size() > 1 ? numbers[1].value : 0;
        const int third = numbers.size() > 2 ? numbers[2].value : 0;
        return month != 0 && month_position == 1 ? date_of(first.value, month, second)
                                                 : date_of(first.value, second, third);
    }
    if (month != 0) {
        // `4 January 2026`, `Jan 4, 2026`, `Jan 2026`
        if (numbers.size() > 1 && numbers[1].digits == 4) {
            return date_of(numbers[1].value, month, first.value);
        }
    }
    return {};
}

void complete_from_text(Document& document, std::string_view published) {
    const auto matter = read_front_matter(document.text);
    const auto take = [&](std::string& field, std::initializer_list<std::string_view> keys) {
        for (const auto key : keys) {
            for (const auto& entry : matter.entries) {
                if (field.empty() && entry.key == key) {
                    field = value_of(document.text, entry, html());
                }
            }
        }
    };
    take(document.title, {"title"});
    take(document.url, {"url", "link", "canonical_url", "original_url"});
    take(document.publisher, {"publisher", "site_name"});
    std::string date;
    take(date, {"published_at", "published", "date", "pubDate", "datePublished"});
    if (document.published.empty()) {
        document.published = iso_date(date);
    }
    std::string source;
    take(source, {"source"});
    const bool is_address = source.starts_with("http://") || source.starts_with("https://");
    auto& target = is_address ? document.url : document.publisher;
    if (target.empty()) {
        target = source;
    }
    std::string language;
    take(language, {"lang", "locale"});
    if (document.language.empty() && (language.starts_with("ko") || language.starts_with("en"))) {
        document.language = language.substr(0, 2);
    }
    if (document.language.empty()) {
        document.language = language_of(std::string_view(document.text).substr(matter.end));
    }
    if (document.title.empty()) {
        document.title = first_heading(document.text, matter.end);
    }
    if (document.published.empty()) {
        document.published = published;
    }
}

} // namespace jokbo

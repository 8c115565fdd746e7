#include "export/words.hpp"

#include "schema/table.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <array>
#include <cmath>

namespace jokbo {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Calls `use(character, its bytes)` for each character of well-formed UTF-8.
template <class Use>
void for_each_character(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        const auto bytes = length > 0 ? static_cast<std::size_t>(length) : 1U;
        use(length > 0 ? character : 0xFFFD, text.substr(at, bytes));
        at += bytes;
    }
}

bool is_xml_character(utf8proc_int32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           c >= 0x10000;
}

int columns_of(std::string_view text) {
    int columns = 0;
    for_each_character(text, [&](utf8proc_int32_t c, std::string_view) { columns += utf8proc_charwidth(c); });
    return columns;
}

std::string trimmed_zeros(std::string text) {
    while (text.ends_with('0') && !text.ends_with(".0")) {
        text.pop_back();
    }
    return text;
}

std::string short_count(std::int64_t number) {
    constexpr std::array<std::pair<double, char>, 4> units = {{{1e12, 'T'}, {1e9, 'B'}, {1e6, 'M'}, {1e3, 'k'}}};
    for (const auto& [unit, letter] : units) {
        const double scaled = static_cast<double>(number) / unit;
        if (std::abs(scaled) >= 1) {
            auto text = trimmed_zeros(fmt::format("{:.1f}", scaled));
            if (text.ends_with(".0")) {
                text.resize(text.size() - 2);
            }
            return text + letter;
        }
    }
    return std::to_string(number);
}

struct ExactText {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Money& money) const { return fmt::format("{} {}", money.value, money.currency); }
};

struct ShortText {
    std::string operator()(std::int64_t number) const { return short_count(number); }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Money& money) const {
        return fmt::format("{} {}", short_count(money.value), money.currency);
    }
};

} // namespace

std::string exact_text(const Value& value) { return std::visit(ExactText{}, value); }

std::string short_text(const Value& value) { return std::visit(ShortText{}, value); }

std::string decimal_text(double number) { return trimmed_zeros(fmt::format("{:.4f}", number)); }

std::string clean_text(std::string_view text) {
    if (is_clean(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    for_each_character(repaired(text), [&](utf8proc_int32_t c, std::string_view bytes) {
        out += is_xml_character(c) ? bytes : replacement;
    });
    return out;
}

bool is_clean(std::string_view text) {
    bool ascii = true;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            return false;
        }
        ascii = ascii && static_cast<signed char>(c) >= 0;
    }
    // U+FFFE and U+FFFF are well-formed and yet forbidden.
    return ascii || (is_utf8(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
                     text.find("\xEF\xBF\xBF") == std::string_view::npos);
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : clean_text(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\t': out += "&#9;"; break;
        case '\n': out += "&#10;"; break;
        case '\r': out += "&#13;"; break;
        default: out += c;
        }
    }
    return out;
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines;
    for (const auto word : split(text, ' ')) {
        if (word.empty()) {
            continue;
        }
        if (!lines.empty() && columns_of(lines.back()) + 1 + columns_of(word) <= columns) {
            (lines.back() += ' ') += word;
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

std::string shortened(std::string_view text, int columns) {
    if (columns_of(text) <= columns) {
        return std::string(text);
    }
    std::string out;
    int used = 1;
    bool full = false;
    for_each_character(text, [&](utf8proc_int32_t c, std::string_view bytes) {
        full = full || (used += utf8proc_charwidth(c)) > columns;
        if (!full) {
            out += bytes;
        }
    });
    return out + "…";
}

} // namespace jokbo

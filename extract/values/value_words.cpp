#include "extract/values/value_words.hpp"

#include "schema/table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jokbo {

namespace {

struct ClassName {
    std::string_view name;
    ValueClass value;
    enum class Means : std::uint8_t { nothing, number, text } means;
};

using Means = ClassName::Means;

constexpr std::array class_names = {
    ClassName{"multiplier.ko", ValueClass::multiplier_ko, Means::number},
    ClassName{"multiplier.en", ValueClass::multiplier_en, Means::number},
    ClassName{"suffix", ValueClass::suffix, Means::number},
    ClassName{"number.ko", ValueClass::number_ko, Means::number},
    ClassName{"number.en", ValueClass::number_en, Means::number},
    ClassName{"currency.sign", ValueClass::currency_sign, Means::text},
    ClassName{"currency.land", ValueClass::currency_land, Means::text},
    ClassName{"currency.code", ValueClass::currency_code, Means::text},
    ClassName{"currency.ko", ValueClass::currency_ko, Means::text},
    ClassName{"currency.en", ValueClass::currency_en, Means::text},
    ClassName{"unit.ko", ValueClass::unit_ko, Means::text},
    ClassName{"unit.en", ValueClass::unit_en, Means::text},
    ClassName{"filler.ko", ValueClass::filler_ko, Means::text},
    ClassName{"filler.en", ValueClass::filler_en, Means::text},
    ClassName{"counter.ko", ValueClass::counter_ko, Means::nothing},
    ClassName{"before.ko", ValueClass::before_ko, Means::text},
    ClassName{"before.en", ValueClass::before_en, Means::text},
    ClassName{"link.ko", ValueClass::link_ko, Means::nothing},
    ClassName{"link.en", ValueClass::link_en, Means::nothing},
    ClassName{"price.ko", ValueClass::price_ko, Means::nothing},
    ClassName{"price.en", ValueClass::price_en, Means::nothing},
    ClassName{"hedge.ko", ValueClass::hedge_ko, Means::text},
    ClassName{"hedge.en", ValueClass::hedge_en, Means::text},
    ClassName{"hedge.after.ko", ValueClass::hedge_after_ko, Means::text},
    ClassName{"year.ko", ValueClass::year_ko, Means::number},
    ClassName{"month.ko", ValueClass::month_ko, Means::number},
    ClassName{"day.ko", ValueClass::day_ko, Means::number},
    ClassName{"toward.ko", ValueClass::toward_ko, Means::text},
    ClassName{"tail.ko", ValueClass::tail_ko, Means::nothing},
    ClassName{"month.en", ValueClass::month_en, Means::number},
    ClassName{"weekday.en", ValueClass::weekday_en, Means::number},
    ClassName{"day.en", ValueClass::day_en, Means::number},
    ClassName{"step.en", ValueClass::step_en, Means::number},
    ClassName{"span.en", ValueClass::span_en, Means::text},
    ClassName{"duration.ko", ValueClass::duration_ko, Means::text},
};

/// Classes whose words begin a value by themselves.
bool begins_value(ValueClass in) {
    switch (in) {
    case ValueClass::number_en:
    case ValueClass::year_ko:
    case ValueClass::month_ko:
    case ValueClass::day_ko:
    case ValueClass::toward_ko:
    case ValueClass::month_en:
    case ValueClass::weekday_en:
    case ValueClass::day_en:
    case ValueClass::step_en: return true;
    default: return false;
    }
}

std::size_t index(ValueClass in) { return static_cast<std::size_t>(in); }

} // namespace

ValueReader::Words::Words(const Pack& pack) {
    for (const auto& row : read_table(pack.file("extract/cues/values.tsv"), {"class", "words", "means"})) {
        const auto* const found = std::find_if(class_names.begin(), class_names.end(),
                                               [&](const ClassName& name) { return name.name == row[0]; });
        if (found == class_names.end()) {
            throw row.error(0, "there is no such class of value words");
        }
        ValueWord means;
        if (found->means == Means::number) {
            const auto* const end = row[2].data() + row[2].size();
            if (std::from_chars(row[2].data(), end, means.number).ptr != end || row[2].empty()) {
                throw row.error(2, "a number is wanted here");
            }
        } else {
            means.text = std::string(row[2]);
        }
        for (const auto word : split(row[1], '|')) {
            if (word.empty()) {
                throw row.error(1, "an empty word");
            }
            auto entry = means;
            if (found->value == ValueClass::currency_code && entry.text.empty()) {
                entry.text = std::string(word);
            }
            auto& map = maps_[index(found->value)];
            if (map.contains(word)) {
                throw row.error(1, "this word stands twice in its class");
            }
            map[word] = std::move(entry);
            auto& longest = longest_[index(found->value)];
            longest = std::max(longest, word.size());
            if (begins_value(found->value)) {
                begins_[key(word.substr(0, word.find(' ')))] = true;
            }
        }
    }
}

const ValueWord* ValueReader::Words::find(ValueClass in, std::string_view word) const {
    return maps_[index(in)].find(word);
}

const ValueWord* ValueReader::Words::find_english(ValueClass in, std::string_view word) const {
    if (word.size() > longest_[index(in)]) {
        return nullptr;
    }
    std::array<char, 32> lower{};
    if (word.size() > lower.size()) {
        return nullptr;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        lower[i] = ascii_lower(word[i]);
    }
    return find(in, std::string_view(lower.data(), word.size()));
}

std::pair<const ValueWord*, std::size_t> ValueReader::Words::prefix(ValueClass in, std::string_view eojeol) const {
    auto size = std::min(longest_[index(in)], eojeol.size());
    for (size -= size % 3; size >= 3; size -= 3) { // syllables have three bytes
        if (const auto* word = find(in, eojeol.substr(0, size))) {
            return {word, size};
        }
    }
    return {nullptr, 0};
}

} // namespace jokbo

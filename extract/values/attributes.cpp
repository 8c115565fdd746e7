#include "extract/values/attributes.hpp"

#include "extract/values/attribute_scan.hpp"

#include <algorithm>

namespace jokbo {

AttributeReader::AttributeReader(const Pack& pack, const Ontology& ontology)
    : words_(std::make_unique<const Words>(pack, ontology)) {}
AttributeReader::~AttributeReader() = default;
AttributeReader::AttributeReader(AttributeReader&&) noexcept = default;
AttributeReader& AttributeReader::operator=(AttributeReader&&) noexcept = default;

void AttributeReader::read(std::string_view text, const SentenceAnalysis& sentence,
                           const std::vector<ValueMention>& values, std::vector<AttributeClaim>& claims) const {
    const bool any = std::any_of(values.begin(), values.end(), [](const ValueMention& value) {
        return value.kind == ValueMention::Kind::money ||
               (value.kind == ValueMention::Kind::count && !value.unit.empty());
    });
    if (any) {
        AttributeScan(*words_, text, sentence, values, claims).run();
    }
}

void AttributeScan::run() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (was_before(values_[i])) {
            continue;
        }
        if (values_[i].kind == ValueMention::Kind::count && is_part_of_parameters(i)) {
            claim(i, words_.active_parameters, model_for(i), "attributes.size");
        } else if (values_[i].kind == ValueMention::Kind::count && !values_[i].unit.empty()) {
            read_count(i);
        } else if (values_[i].kind == ValueMention::Kind::money && !values_[i].equivalent) {
            read_money(i);
        }
    }
}

/// "from 128K to 200K": what it was before.
bool AttributeScan::was_before(const ValueMention& value) const {
    const auto [begin, end] = value.tokens;
    return sentence_.language == Language::english && begin > 0 && word(begin - 1) == "from" &&
           end < sentence_.tokens.size() &&
           (word(end) == "to" || (end + 1 < sentence_.tokens.size() && word(end + 1) == "to"));
}

bool AttributeScan::has(const Set& set, std::uint32_t token) const {
    const auto& one = sentence_.tokens[token];
    return one.kind == Token::Kind::hangul ? set.begins(word(token))
                                           : one.kind == Token::Kind::latin && set.whole(word(token));
}

std::uint32_t AttributeScan::nearest(const Set& set, TokenRange value, std::uint32_t reach) const {
    const auto first = value.begin - std::min(value.begin, reach);
    const auto last = std::min(static_cast<std::uint32_t>(sentence_.tokens.size()), value.end + reach);
    auto best = none;
    for (auto token = first; token < last; ++token) {
        const bool inside = token >= value.begin && token < value.end;
        if (!inside && has(set, token)) {
            const auto distance = token < value.begin ? value.begin - token : token - value.end + 1;
            best = std::min(best, distance);
        }
    }
    return best;
}

void AttributeScan::read_count(std::size_t index) {
    const auto& value = values_[index];
    const auto count = std::get<std::int64_t>(value.value);
    const auto unit = value.unit;
    if (value.equivalent && !in_name(value)) {
        return;
    }
    if (unit == "parameters" || unit == "active_parameters") {
        if (count >= 10'000) {
            const bool active = unit == "active_parameters" || is_active(value);
            claim(index, active ? words_.active_parameters : words_.parameters, model_for(index), "attributes.size");
        }
    } else if (unit == "size") {
        read_size(index);
    } else if (unit == "tokens" || unit == "context") {
        if (nearest(rate(), value.tokens, 2) != none || nearest(*words_.limited, value.tokens, 10) != none) {
            return;
        }
        const auto training = unit == "context" ? none : nearest(training_words(), value.tokens, 12);
        if (count >= 1'000'000'000) {
            if (training != none && unit == "tokens" && !is_gathered(value)) {
                claim(index, words_.training_tokens, model_for(index), "attributes.tokens");
            }
        } else if (count >= 1'000 && count <= 20'000'000 &&
                   (unit == "context" || nearest(context_words(), value.tokens, 8) != none)) {
            claim(index, words_.context_length, model_for(index), "attributes.context");
        }
    } else if (unit == "languages") {
        if (count >= 2 && count <= 3'000 && nearest(speak_words(), value.tokens, 6) != none) {
            claim(index, words_.languages, model_for(index, With::products), "attributes.languages");
        }
    }
}

/// 110억 파라미터만 활성화된다, activates 3B parameters.
bool AttributeScan::is_active(const ValueMention& value) const {
    constexpr std::uint32_t reach = 4; // tokens
    auto last = std::min(static_cast<std::uint32_t>(sentence_.tokens.size()), value.tokens.end + reach);
    const auto next = std::ranges::lower_bound(values_, value.tokens.end, {},
                                               [](const ValueMention& other) { return other.tokens.begin; });
    if (next != values_.end()) {
        last = std::min(last, next->tokens.begin); // 1020억개 가운데 120억개가 활성화된다
    }
    for (auto token = value.tokens.end; token < last && word(token) != "," && word(token) != "."; ++token) {
        if (has(*words_.active[language()], token)) {
            // 5190억개 매개변수를 갖췄으며 활성 매개변수는 330억개: with its noun it says so of the count behind it
            const auto ahead = next == values_.end() ? 0 : next->tokens.begin - token - 1;
            return ahead == 0 || token - value.tokens.end < ahead;
        }
    }
    return sentence_.language == Language::english && value.tokens.begin > 0 &&
           has(*words_.active[1], value.tokens.begin - 1);
}

/// 1020억개 매개변수 가운데 120억개가 활성화된다, 235B parameters, of which 22B are active: a bare count of what was counted before it.
bool AttributeScan::is_part_of_parameters(std::size_t index) const {
    return index > 0 && values_[index - 1].kind == ValueMention::Kind::count &&
           values_[index - 1].unit == "parameters" && (values_[index].unit.empty() || values_[index].unit == "size") &&
           is_active(values_[index]);
}

/// 20조 토큰에 달하는 코퍼스를 수집: what was gathered is not what was trained on.
bool AttributeScan::is_gathered(const ValueMention& value) const {
    return nearest(*words_.collect, value.tokens, 30) != none;
}

/// 32B without a word for what it counts: a model's size where a model stands beside it.
void AttributeScan::read_size(std::size_t index) {
    const auto& value = values_[index];
    const auto count = std::get<std::int64_t>(value.value);
    const auto suffix = text_[value.span.end - 1];
    if (count < 10'000'000 || (suffix != 'B' && suffix != 'b' && suffix != 'M')) {
        return;
    }
    if (const auto beside = model_beside(value); beside != none) {
        claim(index, words_.parameters, {beside}, "attributes.name");
        return;
    }
    // a 405B model; 8B·32B 모델
    auto next = value.tokens.end;
    while (next + 1 < sentence_.tokens.size() &&
           (word(next) == "·" || word(next) == "," || word(next) == "/" || word(next) == "-" || word(next) == "and" ||
            sentence_.tokens[next].kind == Token::Kind::number || word(next) == "B")) {
        ++next;
    }
    if (next < sentence_.tokens.size() && has(*words_.model_noun[language()], next) && !value.glued_before) {
        claim(index, words_.parameters, model_for(index), "attributes.size");
    }
}

void AttributeScan::claim(std::size_t index, PredicateId predicate, std::optional<std::uint32_t> mention,
                          std::string_view frame) {
    if (!mention) {
        return;
    }
    const auto& value = values_[index];
    AttributeClaim one;
    one.mention = *mention;
    one.types = TypeSet::of(words_.model);
    if (predicate == words_.languages) {
        one.types.add(words_.product);
    } else if (predicate == words_.budget) {
        one.types = TypeSet::of(words_.programme);
    } else if (value.kind == ValueMention::Kind::money) {
        one.types = TypeSet::of(words_.organization);
    }
    one.predicate = predicate;
    one.value = value.value;
    one.span = value.span;
    one.tokens = value.tokens;
    one.frame = frame;
    claims_.push_back(std::move(one));
}

} // namespace jokbo

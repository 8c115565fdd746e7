#include "extract/values/attribute_scan.hpp"

#include "extract/characters.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t farthest_described = 10; // tokens between a value and the noun that it describes

bool opens(std::string_view mark) {
    return mark == "(" || mark == "‘" || mark == "'" || mark == "“" || mark == "\"" || mark == "’" || mark == "”";
}

} // namespace

bool AttributeScan::in_name(const ValueMention& value) const {
    return std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(),
                       [&](const EntityMention& mention) { return mention.span.contains(value.span); });
}

std::uint32_t AttributeScan::model_beside(const ValueMention& value) const {
    const auto& tokens = sentence_.tokens;
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if (!mention.types.has(words_.model) || mention.kind == EntityMention::Kind::anaphor || is_doubtful(mention)) {
            continue;
        }
        if (mention.span.contains(value.span)) {
            return mention.kind == EntityMention::Kind::name ? m : none;
        }
        const auto begin = value.tokens.begin;
        const bool behind =
            mention.tokens.end == begin ||
            (mention.tokens.end + 1 == begin && (word(mention.tokens.end) == "(" || word(mention.tokens.end) == "-"));
        // Orca, a 7B model
        const bool apposed = sentence_.language == Language::english && mention.tokens.end + 2 == begin &&
                             word(mention.tokens.end) == "," && (word(begin - 1) == "a" || word(begin - 1) == "an");
        if ((behind || apposed) && mention.kind == EntityMention::Kind::name) {
            return m;
        }
        // 34B (A.X 3.1)
        const auto end = value.tokens.end;
        if (end + 1 == mention.tokens.begin && word(end) == "(" && tokens[end].gap == Token::Gap::space) {
            return m;
        }
    }
    return none;
}

bool AttributeScan::is_doubtful(const EntityMention& mention) const {
    if (mention.kind != EntityMention::Kind::name || mention.span.empty()) {
        return false;
    }
    const auto name = mention.span.of(text_);
    const auto before = mention.span.begin > 0 ? text_[mention.span.begin - 1] : ' ';
    const bool numbered = std::any_of(name.begin(), name.end(), is_digit);
    return before == '_' || before == '-' || is_ascii_letter(before) || is_digit(before) ||
           (!numbered && text_.substr(mention.span.end).starts_with(":"));
}

bool AttributeScan::is_of_nameless(const ValueMention& value) const {
    if (sentence_.language != Language::korean) {
        return false;
    }
    const auto last = std::min<std::size_t>(sentence_.tokens.size(), value.tokens.end + 6);
    for (auto token = value.tokens.end; token < last; ++token) {
        const auto eojeol = word(token);
        if (eojeol == "," || eojeol == ".") {
            return false;
        }
        if (sentence_.tokens[token].kind == Token::Kind::hangul && words_.generic->begins(eojeol)) {
            return ties(value.tokens.end, token) && !words_.copula->ends(eojeol);
        }
    }
    return false;
}

/// Whether the tokens between a value and a mention tie the one to the other.
bool AttributeScan::ties(std::uint32_t from, std::uint32_t to) const {
    if (to - from > farthest_described) {
        return false;
    }
    const bool korean = sentence_.language == Language::korean;
    bool tied = !korean || to - from <= 2;
    int depth = 0;
    for (auto token = from; token < to; ++token) {
        const auto& one = sentence_.tokens[token];
        const auto text = word(token);
        if (text == "(") {
            ++depth;
        } else if (text == ")" && depth > 0) {
            --depth;
        } else if (depth > 0 || opens(text)) {
            continue;
        } else if (one.kind == Token::Kind::hangul) {
            if (words_.adnominal->begins(text)) {
                tied = true;
            } else if (text.size() > 3 && words_.stop[0]->ends(text)) {
                return false;
            }
        } else if (one.kind == Token::Kind::latin) {
            if (!korean && (to - from > 5 || words_.stop[1]->whole(text))) {
                return false;
            }
        } else if (one.kind == Token::Kind::punctuation && text != "-" && text != "·") {
            return false;
        }
    }
    return tied;
}

std::uint32_t AttributeScan::described(const ValueMention& value, TypeSet types) const {
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if (mention.tokens.begin < value.tokens.end) {
            continue;
        }
        if (mention.tokens.begin - value.tokens.end > farthest_described) {
            return none;
        }
        if ((mention.types & types).empty()) {
            continue;
        }
        return ties(value.tokens.end, mention.tokens.begin) ? m : none;
    }
    return none;
}

bool AttributeScan::is_topic(const EntityMention& mention) const {
    const auto behind = text_.substr(mention.span.end, 6);
    const auto particle = behind.starts_with("'") || behind.starts_with(")") ? behind.substr(1)
                        : behind.starts_with("’") || behind.starts_with("”") ? behind.substr(3)
                                                                             : behind;
    return particle.starts_with("은") || particle.starts_with("는");
}

bool AttributeScan::is_compared(const EntityMention& mention) const {
    if (sentence_.language == Language::korean) {
        const auto behind = text_.substr(mention.span.end, 6);
        return behind.starts_with("보다") || behind.starts_with(" 대비");
    }
    return mention.tokens.begin > 0 && words_.than[1]->whole(word(mention.tokens.begin - 1));
}

std::uint32_t AttributeScan::paired(std::size_t index, TypeSet types) const {
    const auto count = static_cast<std::uint32_t>(sentence_.tokens.size());
    bool each = false;
    for (std::uint32_t token = 0; token < count && !each; ++token) {
        each = has(*words_.each, token);
    }
    if (!each) {
        return none;
    }
    std::vector<std::uint32_t> owners;
    std::size_t place = 0;
    std::size_t total = 0;
    const auto first = values_[index].unit;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (values_[i].unit == first && !values_[i].equivalent && !in_name(values_[i])) {
            place = i == index ? total : place;
            ++total;
        }
    }
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        if (!(sentence_.mentions[m].types & types).empty() && sentence_.mentions[m].kind == EntityMention::Kind::name) {
            owners.push_back(m);
        }
    }
    return total >= 2 && owners.size() == total ? owners[place] : none;
}

AttributeScan::Owner AttributeScan::model_for(std::size_t index, With with) const {
    const auto& value = values_[index];
    auto types = TypeSet::of(words_.model);
    if (with == With::products) {
        types.add(words_.product);
    }
    if (const auto beside = model_beside(value); beside != none) {
        return beside;
    }
    if (const auto pair = paired(index, types); pair != none) {
        return pair;
    }
    auto before = none;
    auto topic = none;
    bool any_after = false;
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
        const auto& mention = sentence_.mentions[m];
        if ((mention.types & types).empty() || is_compared(mention) || mention.kind == EntityMention::Kind::described ||
            is_doubtful(mention)) {
            continue;
        }
        if (mention.tokens.end <= value.tokens.begin) {
            before = m;
            topic = is_topic(mention) ? m : topic;
        } else {
            any_after = any_after || mention.kind == EntityMention::Kind::name;
        }
    }
    const auto ahead = described(value, types);
    const bool named = ahead != none && sentence_.mentions[ahead].kind == EntityMention::Kind::name &&
                       !is_compared(sentence_.mentions[ahead]);
    if (named) {
        return ahead;
    }
    if (is_of_nameless(value)) {
        return ahead == none || sentence_.mentions[ahead].kind == EntityMention::Kind::anaphor ? std::nullopt
                                                                                               : Owner(ahead);
    }
    if (topic != none) {
        return topic;
    }
    if (before != none) {
        return before;
    }
    if (ahead != none) {
        return ahead;
    }
    // No model before it, and one behind it that it does not describe: whose it is is not told.
    if (any_after && sentence_.language == Language::korean) {
        return std::nullopt;
    }
    return none;
}

} // namespace jokbo

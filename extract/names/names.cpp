#include "extract/names/names.hpp"

#include "extract/characters.hpp"
#include "extract/cues/word_map.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t most_free_joints = 4; // above, only all glued, all apart and as written

bool has_capital(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_small(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

/// Whether what stands in the text may be that name as far as capitals go: `meta` is not Meta, `Sap` is not SAP, but
/// identifiers (`qwen2.5-7b`) are written small.
bool capitals_fit(std::string_view name, std::string_view text) {
    if (!has_capital(name)) {
        return true;
    }
    const bool all_capitals = !has_small(name);
    if (all_capitals && name.size() <= 5) {
        return !has_small(text);
    }
    return has_capital(text) || has_digit(text);
}

/// The name with its own joints, as the index reads text.
std::string as_written(std::string_view name) {
    std::string spelling(name);
    std::ranges::transform(spelling, spelling.begin(),
                           [](char c) { return c == '-' || c == '_' ? ' ' : ascii_lower(c); });
    return spelling;
}

} // namespace

std::vector<std::string> name_parts(std::string_view name) {
    std::vector<Token> tokens;
    tokenize(name, {0, static_cast<std::uint32_t>(name.size())}, tokens);
    std::vector<std::string> parts;
    bool open = false;   // the last part goes on
    bool number = false; // the last part is a number
    for (const auto& token : tokens) {
        const auto text = token.span.of(name);
        if (text == "-" || text == "_") {
            open = number = false;
            continue;
        }
        if (token.kind == Token::Kind::punctuation || token.kind == Token::Kind::symbol || text.starts_with('\'')) {
            if (parts.empty() || (token.gap == Token::Gap::space)) {
                parts.emplace_back();
            }
            parts.back() += text;
            open = true;
            continue;
        }
        const bool size = token.kind == Token::Kind::latin && number && token.gap == Token::Gap::glued; // 32B, 4o
        if (!(open || size) || token.gap == Token::Gap::space || parts.empty()) {
            parts.emplace_back();
        }
        open = false;
        number = token.kind == Token::Kind::number;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool digit_begins =
                token.kind == Token::Kind::latin && is_digit(text[i]) && i > 0 && is_ascii_letter(text[i - 1]);
            if (digit_begins && !parts.back().empty()) {
                parts.emplace_back();
            }
            parts.back() += ascii_lower(text[i]);
        }
    }
    return parts;
}

NameIndex::NameIndex(const Lexicon& lexicon) {
    WordMap<std::uint32_t> lists;
    const auto insert = [&](std::string_view spelling, Bearer bearer) {
        auto& list = lists[spelling]; // one more than its number
        if (list == 0) {
            bearers_.emplace_back();
            list = static_cast<std::uint32_t>(bearers_.size());
        }
        auto& known = bearers_[list - 1];
        if (std::ranges::none_of(known, [&](const Bearer& b) { return b.entry == bearer.entry; })) {
            known.push_back(bearer);
        }
    };
    for (const auto& entry : lexicon.entries()) {
        for (const auto& name : entry.names) {
            spellings_.push_back(name.text);
            const Bearer bearer{entry.id, name.use, static_cast<std::uint32_t>(spellings_.size() - 1)};
            const auto parts = name_parts(name.text);
            if (parts.empty()) {
                continue;
            }
            const auto joints = parts.size() - 1;
            const std::size_t ways = joints <= most_free_joints ? std::size_t{1} << joints : 2;
            for (std::size_t way = 0; way < ways; ++way) {
                std::string spelling = parts[0];
                for (std::size_t i = 0; i < joints; ++i) {
                    const bool apart = joints <= most_free_joints ? (way >> i & 1U) != 0 : way != 0;
                    spelling += (apart ? " " : "") + parts[i + 1];
                }
                insert(spelling, bearer);
            }
            insert(as_written(name.text), bearer);
        }
    }
    std::vector<std::pair<std::string_view, std::uint32_t>> words;
    words.reserve(lists.size());
    for (std::size_t i = 0; i < lists.size(); ++i) {
        words.emplace_back(lists.word(i), lists.value(i) - 1);
    }
    trie_ = NameTrie(std::move(words));
}

void NameIndex::bearers(std::string_view text, std::uint32_t begin, Match match, std::vector<Bearer>& fitting) const {
    fitting.clear();
    if (match.list == none) {
        return;
    }
    const auto found = text.substr(begin, match.end - begin);
    for (const auto& bearer : bearers_[match.list]) {
        if (capitals_fit(spellings_[bearer.name], found)) {
            fitting.push_back(bearer);
        }
    }
}

} // namespace jokbo

#include "extract/english/english_names.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_list = 40; // tokens that are looked over to either side
constexpr std::uint32_t longest_quote = 8; // tokens of a quoted name

} // namespace

/// The one type of the known name that covers a token; empty where it is open or there is none.
TypeSet EnglishNames::settled_types(std::uint32_t token) const {
    const auto after = std::ranges::upper_bound(s_.mentions, token, {},
                                                [](const EntityMention& mention) { return mention.tokens.begin; });
    if (after == s_.mentions.begin()) {
        return {};
    }
    const auto& mention = *std::prev(after);
    const auto& t = reader_.types_;
    const bool covers = mention.tokens.begin <= token && token < mention.tokens.end;
    const bool settled = std::ranges::any_of(std::array{t.organization, t.person, t.model, t.product, t.dataset},
                                             [&](TypeId type) { return mention.types == TypeSet::of(type); });
    return covers && settled ? mention.types : TypeSet();
}

/// "investors including Nova, Orca and Tern": what leads the list says what its items are; where nothing leads it, an item that is
/// known tells of the others.
TypeSet EnglishNames::types_of_list(std::uint32_t begin, std::uint32_t end, TypeSet shape) const {
    TypeSet known;
    bool joined = false;
    const auto see = [&](std::uint32_t at) {
        joined = joined || is(at, EnglishClass::conjunction);
        const bool bound = at + 1 < count_ && ((is_text(at + 1, "-") && glued(at + 1)) || word_text(at + 1) == "'s" ||
                                               word_text(at + 1) == "’s"); // Lumen-backed Tern, Lumen’s Tern
        if (taken(at) && !bound && known.empty()) {
            known = settled_types(at);
        }
    };
    auto first = begin;
    while (first > 0 && begin - first < longest_list && (taken_[first - 1] != 0 || is_list_joint(first - 1))) {
        see(--first);
    }
    if (first > 1 && is(first - 1, EnglishClass::list_intro)) {
        auto noun = first - 2;
        noun -= noun > 0 && (is_text(noun, "such") || is_text(noun, ",")) ? 1U : 0U;
        noun -= noun > 0 && is_text(noun, ",") ? 1U : 0U;
        const bool listed = !is_text(first - 1, "as") || is_text(first - 2, "such");
        if (const auto types = types_of_noun(noun); listed && !types.empty()) {
            return types;
        }
    }
    auto last = end;
    while (last < count_ && last - end < longest_list &&
           (taken_[last] != 0 || is_list_joint(last) || (capital(last) && !is_common(last)))) {
        see(last++);
    }
    const bool owner = last < count_ && (word_text(last) == "'s" || word_text(last) == "’s");
    return joined && !owner && !(known & shape).empty() ? known & shape : TypeSet();
}

/// “Nova for Schools” initiative, a program called “Nova for Schools”: one name, whatever names stand within.
void EnglishNames::find_quoted() {
    for (std::uint32_t open = 0; open + 3 < count_; ++open) {
        const bool opens = is_text(open, "“") || is_text(open, "‘") || (is_text(open, "\"") && !glued(open));
        if (!opens || !capital(open + 1)) {
            continue;
        }
        auto close = open + 1;
        while (close < count_ && close <= open + longest_quote &&
               (capital(close) || s_.tokens[close].kind == Token::Kind::number || is_text(close, "-") ||
                is_text(close, "for") || is_text(close, "of") || is_text(close, "the") || is_text(close, "and") ||
                is_text(close, "&"))) {
            ++close;
        }
        const bool closes = is_text(close, "”") || is_text(close, "’") || is_text(close, "\"");
        if (!closes || close < open + 2 || glued(close + 1)) {
            continue;
        }
        const TokenRange inside{open + 1, close};
        const bool whole = std::ranges::any_of(s_.mentions, [&](const auto& m) { return m.tokens == inside; });
        auto types = types_of_noun(close + 1);
        if (types.empty()) {
            types = types_before(open + 1);
        }
        if (whole || types.empty() || types.has(reader_.types_.person)) {
            continue;
        }
        std::erase_if(s_.mentions, [&](const EntityMention& m) {
            return m.tokens.begin >= inside.begin && m.tokens.end <= inside.end;
        });
        add(inside.begin, inside.end, types);
        open = close;
    }
}

} // namespace jokbo

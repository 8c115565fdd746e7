#include "extract/english/english_names.hpp"

#include <algorithm>

namespace jokbo {

/// 's, and 'll as well: what an apostrophe opens ends the name before it.
bool EnglishNames::is_genitive(std::uint32_t at) const {
    return word_text(at).starts_with("'") || word_text(at).starts_with("’");
}

/// A number that may close a name: 4, 4.5, 405B, 4o; no year, amount or count.
bool EnglishNames::is_version(std::uint32_t at) const {
    if (at >= count_ || taken(at) || s_.tokens[at].kind != Token::Kind::number) {
        return false;
    }
    const auto digits = word_text(at);
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (year || digits.find(',') != std::string_view::npos || is_text(at + 1, "%")) {
        return false;
    }
    if (at + 1 < count_ && !glued(at + 1)) {
        const auto& next = word(at + 1);
        if (next.is(EnglishClass::number_word) || next.is(EnglishClass::time) || next.is(EnglishClass::group_noun)) {
            return false;
        }
    }
    return true;
}

/// X6, R1, V3.2: a letter and the number that it leads.
bool EnglishNames::is_lettered_version(std::uint32_t at) const {
    const auto part = word_text(at);
    return part.size() >= 2 && part.size() <= 5 &&
           std::all_of(part.begin() + 1, part.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Small letters within an identifier: v2.0, e4b; the l of arctic-embed-l-v2.0.
bool EnglishNames::is_version_part(std::uint32_t at) const {
    const auto part = word_text(at);
    const bool digits = std::ranges::any_of(part, [](char c) { return c >= '0' && c <= '9'; });
    return digits || (part.size() == 1 && is_text(at + 1, "-") && glued(at + 1) && glued(at + 2));
}

/// DeepSeek-R1-Distill-Llama-8B: the model within the name of another stands for nothing by itself.
std::uint32_t EnglishNames::absorb_bound_names(std::size_t index, std::uint32_t end) {
    const auto& mention = s_.mentions[index];
    const auto& t = reader_.types_;
    if (!mention.types.has(t.model) && !mention.types.has(t.product)) {
        return end;
    }
    for (auto next = index + 1; next < s_.mentions.size(); ++next) {
        auto& bound = s_.mentions[next];
        const bool tied = is_text(end, "-") && glued(end) && glued(end + 1) && bound.tokens.begin == end + 1;
        if (!tied || !bound.types.has(t.model)) {
            break;
        }
        end = tail_end(bound.tokens.end, mention.types);
        bound.tokens.begin = bound.tokens.end;
    }
    return end;
}

/// Whether AI closes the name before it: "Scale AI raised", not "Google AI chips".
bool EnglishNames::takes_ai(std::uint32_t at) const {
    const auto next = at + 1;
    if (next >= count_ || s_.tokens[next].kind != Token::Kind::latin) {
        return true;
    }
    const auto& w = word(next);
    return capital(next) || w.is(EnglishClass::be) || w.is(EnglishClass::have) || w.is(EnglishClass::modal) ||
           w.is(EnglishClass::preposition) || w.is(EnglishClass::conjunction) || w.is(EnglishClass::title) ||
           w.is(EnglishClass::relative) || w.is(EnglishClass::adverb) || is_genitive(next) ||
           w.may(EnglishWord::past | EnglishWord::third) || w.is(EnglishClass::subordinator) ||
           w.is(EnglishClass::determiner);
}

/// The end of versions and editions that follow a name: 3.1 405B, -Coder-480B, Pro.
std::uint32_t EnglishNames::tail_end(std::uint32_t at, TypeSet types) const {
    const auto& t = reader_.types_;
    const bool artefact = types.has(t.model) || types.has(t.product) || types.has(t.dataset);
    while (at < count_ && !taken(at)) {
        if (is_text(at, "-") && glued(at) && glued(at + 1) && !taken(at + 1)) {
            const bool number = s_.tokens[at + 1].kind == Token::Kind::number;
            if (!number && !capital(at + 1) && !is(at + 1, EnglishClass::edition) && !is_version_part(at + 1)) {
                break;
            }
            at += 2;
        } else if (glued(at) && s_.tokens[at].kind == Token::Kind::number) {
            ++at;
        } else if (glued(at) && s_.tokens[at].kind == Token::Kind::latin &&
                   s_.tokens[at - 1].kind == Token::Kind::number && !is_genitive(at)) {
            ++at;
        } else if (artefact && !glued(at) && is_version(at)) {
            ++at;
        } else if (artefact && !glued(at) && capital(at) &&
                   ((is(at, EnglishClass::edition) && !is(at, EnglishClass::month)) || is_lettered_version(at))) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

/// A word of the language behind a brand: YouTube Music, Jio Platforms; no Lumen CEO, no heading's Lumen Update.
bool EnglishNames::closes_brand(std::uint32_t at) const {
    return stopped_ && is(at, EnglishClass::ordinary) && s_.tokens[at].letter_case == Token::Case::capital &&
           !is(at, EnglishClass::title) && !is(at, EnglishClass::org_noun) && !is(at, EnglishClass::weekday) &&
           !is(at, EnglishClass::first_name) && !is(at, EnglishClass::person) && !glued(at + 1);
}

/// Whom or what an edition is for: Nova for Healthcare, Nova for Small Business. The name's end where there is none.
std::uint32_t EnglishNames::purpose_end(std::uint32_t at) const {
    constexpr std::uint32_t longest = 2; // words
    if (!stopped_ || title_case_ || glued(at) || !is_text(at, "for")) {
        return at;
    }
    auto end = at + 1;
    while (capital(end) && !taken(end) && !glued(end) && is(end, EnglishClass::ordinary) &&
           s_.tokens[end].letter_case == Token::Case::capital && !is(end, EnglishClass::title)) {
        ++end;
    }
    return end > at + 1 && end <= at + 1 + longest && !capital(end) ? end : at;
}

void EnglishNames::extend_known(std::size_t index) {
    auto& mention = s_.mentions[index];
    if (mention.kind != EntityMention::Kind::name || mention.tokens.begin == mention.tokens.end) {
        return;
    }
    const auto& t = reader_.types_;
    auto end = absorb_bound_names(index, tail_end(mention.tokens.end, mention.types));
    auto types = mention.types;
    const bool versioned = end > mention.tokens.end;
    if (versioned && !types.has(t.person) && !types.has(t.place)) {
        TypeSet artefacts;
        artefacts.add(t.model);
        artefacts.add(t.product);
        artefacts.add(t.dataset);
        types = (types & artefacts).empty() ? artefacts : types & artefacts;
    } else if (versioned) {
        return;
    } else if (const auto purpose = purpose_end(end);
               purpose > end && (types.has(t.model) || types.has(t.product) || types.has(t.organization))) {
        end = purpose;
        const bool artefact = types.has(t.model) || types.has(t.product);
        types = TypeSet::of(t.product);
        if (!artefact) {
            types.add(t.programme); // Lumen for Startups
        }
    } else if (!title_case_ && capital(end) && !taken(end) && !glued(end) && !is(end, EnglishClass::month)) {
        // AMD Ventures, Abu Dhabi Growth Fund
        auto tail = end;
        while (capital(tail) && !taken(tail) && !glued(tail) && tail < end + 4 &&
               (!is_common(tail) || is_text(tail, "AI") || titles_programme(tail))) {
            ++tail;
        }
        const bool owner = types.has(t.organization) || types.has(t.place);
        if (tail > end && owner &&
            (is(tail - 1, EnglishClass::organization_tail) || is(tail - 1, EnglishClass::company_suffix)) &&
            !is(tail - 1, EnglishClass::title)) {
            end = tail;
            types = TypeSet::of(t.organization);
        } else if (tail > end && (owner || types.has(t.product)) && closes_programme(tail - 1)) {
            end = tail; // Lumen Founder Summit
            types = types_of_noun(end - 1);
        } else if (is_text(end, "AI") && tail == end + 2 && is(end + 1, EnglishClass::edition)) {
            end = tail; // Google AI Pro
            types = TypeSet::of(t.product);
        } else if (tail == end + 1 && is_text(end, "AI") && types.has(t.organization) && takes_ai(end) &&
                   !is_text(tail, "and")) {
            end = tail;
            types = TypeSet::of(t.organization);
        } else if (tail == end + 1 && (owner || types.has(t.product)) && closes_brand(end)) {
            end = tail; // YouTube Music
            types = TypeSet::of(t.product);
            types.add(t.organization);
            const auto called = types_before(mention.tokens.begin) & types; // the company Lumen Tech
            types = called.empty() ? types : called;
        }
    }
    const bool artefact_only =
        !types.has(t.organization) && (types.has(t.product) || types.has(t.model) || types.has(t.technology));
    const bool branded = mention.tokens.begin > 0 && taken(mention.tokens.begin - 1); // Amazon Alexa VP: of Amazon
    if (end == mention.tokens.end && artefact_only && !branded) {
        // the gateway maker OpenRouter, OpenRouter CEO: the company of that name
        const auto company = TypeSet::of(t.organization);
        if (types_before(mention.tokens.begin) == company || types_after(end) == company ||
            is_employer(mention.tokens.begin)) {
            mention.types.add(t.organization);
        }
    }
    if (end > mention.tokens.end) {
        std::fill(taken_.begin() + mention.tokens.end, taken_.begin() + end, char{1});
        mention.tokens.end = end;
        mention.span.end = s_.tokens[end - 1].span.end;
        mention.types = types;
        mention.entities.clear();
    }
}

} // namespace jokbo

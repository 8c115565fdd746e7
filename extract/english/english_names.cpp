#include "extract/english/english_names.hpp"

#include <algorithm>

namespace jokbo {

void EnglishNames::run() {
    count_ = static_cast<std::uint32_t>(s_.tokens.size());
    look_over();
    for (std::size_t i = 0; i < s_.mentions.size(); ++i) {
        extend_known(i);
    }
    std::erase_if(s_.mentions, [](const EntityMention& m) { return m.tokens.begin == m.tokens.end; });
    find_quoted();
    for (std::uint32_t at = 0; at < count_;) {
        at = begins_run(at) ? take_run(at) : at + 1;
    }
    if (!found_.empty()) {
        s_.mentions.insert(s_.mentions.end(), found_.begin(), found_.end());
        std::ranges::stable_sort(s_.mentions, {}, &EntityMention::tokens);
    }
}

void EnglishNames::look_over() {
    taken_.assign(count_, 0);
    std::erase_if(s_.mentions, [&](const EntityMention& m) {
        const bool overlaps = taken_[m.tokens.begin] != 0;
        // Adam D’Angelo is no optimizer
        const auto end = m.tokens.end;
        const bool given_name = m.tokens.end == m.tokens.begin + 1 && is(m.tokens.begin, EnglishClass::first_name) &&
                                !m.types.has(reader_.types_.person) && capital(end) && !glued(end) &&
                                (!is_common(end) || glued(end + 1)) && !is(end, EnglishClass::organization_tail) &&
                                !is(end, EnglishClass::edition);
        const bool currency = glued(end) && is_text(end, "$"); // US$330
        if (given_name || currency || overlaps) {
            return true;
        }
        std::fill(taken_.begin() + m.tokens.begin, taken_.begin() + m.tokens.end, char{1});
        return false;
    });
    std::size_t capitals = 0;
    std::size_t lower = 0;
    for (std::uint32_t at = 0; at < count_; ++at) {
        if (s_.tokens[at].kind == Token::Kind::latin && s_.tokens[at].span.size() >= 4 && taken_[at] == 0) {
            ++(capital(at) ? capitals : lower);
        }
    }
    const bool stopped =
        count_ > 0 && (is_text(count_ - 1, ".") || is_text(count_ - 1, "”") || is_text(count_ - 1, "?"));
    title_case_ = capitals >= 3 && (stopped ? capitals >= 6 && lower * 6 < capitals : capitals > 2 * lower);
}

EnglishNames::Position EnglishNames::position(std::uint32_t at) const {
    if (at == 0) {
        return Position::initial;
    }
    const auto before = word_text(at - 1);
    const bool opens = before == "“" || before == "\"" || before == ":" || before == "•" || before == "‘" ||
                       before == "*" || before == "." || before == "?" || before == "!" || before == "…" ||
                       before == "—" || before == "(" || before == "[" || before == "-" || before == "–";
    // "(IAFM)" and "MAI-1" begin nothing; a quote or a colon may
    const bool bracket = before == "(" || before == "[";
    if (bracket) {
        return is(at, EnglishClass::ordinary) ? Position::initial : Position::inside;
    }
    return opens && !(glued(at) && before == "-") ? Position::initial : Position::inside;
}

/// Words that make no name by themselves, however they are written.
bool EnglishNames::is_common(std::uint32_t at) const {
    const auto& w = word(at);
    return w.is(EnglishClass::determiner) || w.is(EnglishClass::preposition) || w.is(EnglishClass::conjunction) ||
           w.is(EnglishClass::pronoun) || w.is(EnglishClass::possessive) || w.is(EnglishClass::subordinator) ||
           w.is(EnglishClass::be) || w.is(EnglishClass::have) || w.is(EnglishClass::do_) || w.is(EnglishClass::modal) ||
           w.is(EnglishClass::month) || w.is(EnglishClass::weekday) || w.is(EnglishClass::title) ||
           w.is(EnglishClass::honorific) || w.is(EnglishClass::stop_capital) || w.is(EnglishClass::relative) ||
           (w.is(EnglishClass::adverb) && !w.is(EnglishClass::edition)) || w.is(EnglishClass::number_word);
}

bool EnglishNames::begins_run(std::uint32_t at) const {
    if (at < count_ && s_.tokens[at].kind == Token::Kind::number && !taken(at) && !glued(at + 1) && capital(at + 1) &&
        !taken(at + 1)) {
        const bool amount = at > 0 && (is_text(at - 1, "$") || is_text(at - 1, "€") || glued(at));
        return !amount && is(at + 1, EnglishClass::organization_tail) && !is_common(at + 1); // 01 Advisors
    }
    if (!capital(at) || taken_[at] != 0 || is_common(at)) {
        return false;
    }
    if (at > 0 && glued(at) &&
        (taken(at - 1) || s_.tokens[at - 1].kind == Token::Kind::number || is_text(at - 1, "$") ||
         is_text(at - 1, "@") || is_text(at - 1, "#") || is_text(at - 1, "/"))) {
        return false;
    }
    if (glued(at + 1) && is_text(at + 1, "$")) {
        return false; // AU$330
    }
    const auto& w = word(at);
    const bool ordinary = w.is(EnglishClass::ordinary) || w.is(EnglishClass::verb);
    if (title_case_ && ordinary) {
        return false;
    }
    if (position(at) == Position::initial && ordinary) {
        const auto next = at + 1;
        if (!capital(next) || taken(next) || is_common(next) || glued(next)) {
            // "River AI raised"
            return is_text(next, "AI") && takes_ai(next) && !w.may(EnglishWord::ing);
        }
        const bool tail = is(next, EnglishClass::organization_tail) || is(next, EnglishClass::company_suffix);
        const bool two_words = is(next, EnglishClass::ordinary) && !w.may(EnglishWord::ing) &&
                               s_.tokens[next].letter_case == Token::Case::capital;
        return tail || two_words;
    }
    if (title_case_ && at > 0 && is(at, EnglishClass::first_name)) {
        return capital(at + 1);
    }
    // a lone letter, "Series A"
    return s_.tokens[at].span.size() > 1 ||
           (capital(at + 1) && !glued(at + 1) && !is_common(at + 1) && position(at) == Position::inside);
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

/// "CEO of X", "an engineer at X"
bool EnglishNames::is_employer(std::uint32_t begin) const {
    return begin > 1 && (is_text(begin - 1, "of") || is_text(begin - 1, "at")) && is(begin - 2, EnglishClass::title);
}

/// VC, LP: words that make no name by themselves and end one of an organization.
bool EnglishNames::closes_organization(std::uint32_t at) const {
    return is(at, EnglishClass::organization_tail) && is(at, EnglishClass::stop_capital) &&
           s_.tokens[at].letter_case == Token::Case::upper;
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
           w.is(EnglishClass::relative) || w.is(EnglishClass::adverb) || word_text(next).starts_with("'") ||
           word_text(next).starts_with("’") || w.may(EnglishWord::past | EnglishWord::third) ||
           w.is(EnglishClass::subordinator) || w.is(EnglishClass::determiner);
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
                   s_.tokens[at - 1].kind == Token::Kind::number) {
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
    } else if (!title_case_ && capital(end) && !taken(end) && !glued(end) && !is(end, EnglishClass::month)) {
        // AMD Ventures, Abu Dhabi Growth Fund
        auto tail = end;
        while (capital(tail) && !taken(tail) && !glued(tail) && tail < end + 4 &&
               (!is_common(tail) || is_text(tail, "AI"))) {
            ++tail;
        }
        const bool owner = types.has(t.organization) || types.has(t.place);
        if (tail > end && owner &&
            (is(tail - 1, EnglishClass::organization_tail) || is(tail - 1, EnglishClass::company_suffix)) &&
            !is(tail - 1, EnglishClass::title)) {
            end = tail;
            types = TypeSet::of(t.organization);
        } else if (is_text(end, "AI") && tail == end + 2 && is(end + 1, EnglishClass::edition)) {
            end = tail; // Google AI Pro
            types = TypeSet::of(t.product);
        } else if (tail == end + 1 && is_text(end, "AI") && types.has(t.organization) && takes_ai(end) &&
                   !is_text(tail, "and")) {
            end = tail;
            types = TypeSet::of(t.organization);
        }
    }
    const bool artefact_only = !types.has(t.organization) && (types.has(t.product) || types.has(t.model));
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

std::uint32_t EnglishNames::run_end(std::uint32_t begin) {
    auto at = begin + 1;
    while (at < count_ && !taken(at)) {
        if (glued(at)) {
            if ((is_text(at, "-") || is_text(at, "&")) && glued(at + 1) && !taken(at + 1) &&
                (s_.tokens[at + 1].kind == Token::Kind::number || capital(at + 1) ||
                 is(at + 1, EnglishClass::edition))) {
                at += 2;
                continue;
            }
            // a Korean given name: Jae-won
            if (is_text(at, "-") && glued(at + 1) && at + 1 < count_ && s_.tokens[at + 1].kind == Token::Kind::latin &&
                !reader_.vocabulary_.word(word_text(at + 1)).is(EnglishClass::ordinary) && word(at + 1).classes == 0 &&
                s_.tokens[at + 1].span.size() <= 6) {
                at += 2;
                continue;
            }
            if (s_.tokens[at].kind == Token::Kind::number ||
                (s_.tokens[at].kind == Token::Kind::latin && s_.tokens[at - 1].kind == Token::Kind::number)) {
                ++at;
                continue;
            }
            // O’Brien, D’Angelo; an initial
            if ((is_text(at, "’") || is_text(at, "'")) && glued(at + 1) && capital(at + 1) &&
                s_.tokens[at - 1].span.size() <= 2) {
                at += 2;
                continue;
            }
            if (is_text(at, ".") && s_.tokens[at - 1].span.size() == 1 && capital(at + 1)) {
                ++at;
                continue;
            }
            break;
        }
        const bool particle =
            is(at, EnglishClass::name_particle) && capital(at + 1) && !taken(at + 1) && at == begin + 1;
        const bool of = (is_text(at, "of") || is_text(at, "for")) && is(at - 1, EnglishClass::org_of) &&
                        (capital(at + 1) || (is_text(at + 1, "the") && capital(at + 2)));
        if (particle) {
            at += 2;
        } else if (of) {
            at += capital(at + 1) ? 2U : 3U;
            taken_[at - 1] = 1; // a name within the name
        } else if (is_text(at, "&") && capital(at + 1) && !taken(at + 1)) {
            at += 2;
        } else if (capital(at) && s_.tokens[at].span.size() == 1 && glued(at + 1) &&
                   (is_text(at + 1, "’") || is_text(at + 1, "'"))) {
            ++at; // D’Angelo
        } else if (is_text(at, "AI") && takes_ai(at)) {
            ++at;
        } else if (capital(at) && (!is_common(at) || closes_organization(at)) &&
                   !(title_case_ && is(at, EnglishClass::ordinary)) &&
                   (s_.tokens[at].span.size() > 1 || glued(at + 1) || capital(at + 1))) {
            ++at;
        } else if (is_version(at) &&
                   (glued(at + 1) || !is(at + 1, EnglishClass::ordinary) || is(at - 1, EnglishClass::edition))) {
            ++at;
        } else {
            break;
        }
    }
    return std::min(at, count_);
}

std::uint32_t EnglishNames::take_run(std::uint32_t begin) {
    auto end = run_end(begin);
    // "Nova 3 and" keeps its number, "Tuesday" or a class noun at the end does not belong
    while (end > begin + 1 && (is(end - 1, EnglishClass::month) || is(end - 1, EnglishClass::weekday))) {
        --end;
    }
    // Chief AGI Officer: part of a title
    const bool titled = begin > 0 && is(begin - 1, EnglishClass::title) && is(end, EnglishClass::title);
    const bool numeral =
        end == begin + 1 && (s_.tokens[begin].span.size() == 1 || is_text(begin, "II") || is_text(begin, "III"));
    if (!numeral && !titled) {
        add(begin, end, types_of(begin, end));
    }
    return end;
}

void EnglishNames::add(std::uint32_t begin, std::uint32_t end, TypeSet types) {
    EntityMention mention;
    mention.tokens = {begin, end};
    mention.span = {s_.tokens[begin].span.begin, s_.tokens[end - 1].span.end};
    mention.types = types;
    std::fill(taken_.begin() + begin, taken_.begin() + end, discovered_);
    found_.push_back(std::move(mention));
}

} // namespace jokbo

#include "extract/english/english_names.hpp"

#include <algorithm>

namespace jokbo {

void EnglishNames::run() {
    count_ = static_cast<std::uint32_t>(s_.tokens.size());
    set_doubtful_aside();
    look_over();
    for (std::size_t i = 0; i < s_.mentions.size(); ++i) {
        extend_known(i);
    }
    std::erase_if(s_.mentions, [](const EntityMention& m) { return m.tokens.begin == m.tokens.end; });
    find_quoted();
    for (std::uint32_t at = 0; at < count_;) {
        at = begins_run(at) ? take_run(at) : at + 1;
    }
    take_doubtful_back();
    if (!found_.empty()) {
        s_.mentions.insert(s_.mentions.end(), found_.begin(), found_.end());
        std::ranges::stable_sort(s_.mentions, {}, &EntityMention::tokens);
    }
}

/// "the app maker Notion", "joined Stripe": whether an ambiguous name is one here, its capitals tell as they do of unknown ones.
/// A family name or a demonym of the lexicon may be anybody's.
void EnglishNames::set_doubtful_aside() {
    const auto& t = reader_.types_;
    std::erase_if(s_.mentions, [&](EntityMention& m) {
        const bool aside = m.surety == EntityMention::Surety::doubtful &&
                           (m.types.has(t.organization) || m.types.has(t.product) || m.types.has(t.model));
        if (aside) {
            doubtful_.push_back(std::move(m));
        }
        return aside;
    });
}

/// An ambiguous name that stands as a name of such a type is the known one; where another name holds it, it is none.
void EnglishNames::take_doubtful_back() {
    const auto organization = TypeSet::of(reader_.types_.organization);
    const auto product = TypeSet::of(reader_.types_.product);
    for (auto& doubtful : doubtful_) {
        const auto whole = std::ranges::find(found_, doubtful.tokens, &EntityMention::tokens);
        if (whole != found_.end()) {
            const auto both = whole->types & doubtful.types;
            const bool its_product = doubtful.types == organization && whole->types == product; // the email app Notion
            if (!both.empty() || its_product) {
                whole->surety = both == whole->types ? EntityMention::Surety::sure : EntityMention::Surety::likely;
                whole->types = doubtful.types;
                whole->entities = std::move(doubtful.entities);
            }
            continue;
        }
        const auto begin = taken_.begin() + doubtful.tokens.begin;
        const auto end = taken_.begin() + doubtful.tokens.end;
        if (std::all_of(begin, end, [](char taken) { return taken == 0; })) {
            found_.push_back(std::move(doubtful));
        }
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
        // Large-Scale Training is none of Scale’s
        const auto begin = m.tokens.begin;
        const bool compound = begin > 1 && glued(begin) && is_text(begin - 1, "-") && glued(begin - 1) &&
                              is(begin, EnglishClass::ordinary) && m.tokens.end == begin + 1;
        // Jack Altman is not the Altman of the lexicon
        const bool family_name = m.types == TypeSet::of(reader_.types_.person) && m.tokens.end == begin + 1 &&
                                 begin > 0 && !glued(begin) && capital(begin - 1) && taken_[begin - 1] == 0 &&
                                 is(begin - 1, EnglishClass::first_name);
        if (given_name || family_name || currency || compound || overlaps) {
            return true;
        }
        std::fill(taken_.begin() + m.tokens.begin, taken_.begin() + m.tokens.end, char{1});
        return false;
    });
    std::size_t capitals = 0;
    std::size_t lower = 0;
    for (std::uint32_t at = 0; at < count_; ++at) {
        commas_ += is_text(at, ",") ? 1U : 0U;
        if (s_.tokens[at].kind == Token::Kind::latin && s_.tokens[at].span.size() >= 4 && taken_[at] == 0) {
            ++(capital(at) ? capitals : lower);
        }
    }
    stopped_ = count_ > 0 && (is_text(count_ - 1, ".") || is_text(count_ - 1, "”") || is_text(count_ - 1, "?"));
    const bool asks = count_ > 0 && is_text(count_ - 1, "?") && lower == 0; // What Makes Nova Unique?
    title_case_ = capitals >= 3 && (stopped_ && !asks ? capitals >= 6 && lower * 6 < capitals : capitals > 2 * lower);
}

EnglishNames::Position EnglishNames::position(std::uint32_t at) const {
    if (at == 0) {
        return Position::initial;
    }
    const auto before = word_text(at - 1);
    const bool opens = before == "“" || before == "\"" || before == ":" || before == "•" || before == "‘" ||
                       before == "*" || before == "." || before == "?" || before == "!" || before == "…" ||
                       before == "—" || before == "(" || before == "[" || before == "-" || before == "–";
    if (s_.tokens[at - 1].kind == Token::Kind::symbol && !glued(at)) {
        return Position::initial; // 👉 Use Nova
    }
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
           (w.is(EnglishClass::adverb) && !w.is(EnglishClass::edition)) ||
           (w.is(EnglishClass::number_word) && s_.tokens[at].span.size() > 1) || // B Capital
           is_plural_abbreviation(at);
}

/// Ev Randle, Ram Shriram: an abbreviation in capitals, and somebody where only its first letter is one.
bool EnglishNames::is_short_given_name(std::uint32_t at) const {
    constexpr std::size_t longest = 3; // bytes
    const auto next = at + 1;
    return s_.tokens[at].span.size() <= longest && s_.tokens[at].letter_case == Token::Case::capital &&
           is(at, EnglishClass::stop_capital) && !is(at, EnglishClass::determiner) && !is(at, EnglishClass::pronoun) &&
           !is(at, EnglishClass::honorific) && !is(at, EnglishClass::ordinary) && !title_case_ && capital(next) &&
           !taken(next) && !glued(next) && s_.tokens[next].letter_case == Token::Case::capital && !is_common(next) &&
           !is(next, EnglishClass::ordinary);
}

/// TVs, AIs, OSes: many of a kind.
bool EnglishNames::is_plural_abbreviation(std::uint32_t at) const {
    if (s_.tokens[at].letter_case != Token::Case::mixed) {
        return false;
    }
    auto name = word_text(at);
    name.remove_suffix(name.ends_with("es") ? 2 : name.ends_with("s") ? 1 : name.size());
    return name.size() >= 2 && std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool EnglishNames::begins_run(std::uint32_t at) const {
    if (at < count_ && s_.tokens[at].kind == Token::Kind::number && !taken(at) && !glued(at + 1) && capital(at + 1) &&
        !taken(at + 1)) {
        const bool amount = at > 0 && (is_text(at - 1, "$") || is_text(at - 1, "€") || glued(at));
        return !amount && is(at + 1, EnglishClass::organization_tail) && !is_common(at + 1); // 01 Advisors
    }
    if (capital(at) && taken_[at] == 0 && begins_with_ai(at)) {
        return true;
    }
    if (capital(at) && taken_[at] == 0 && is(at, EnglishClass::number_word) && s_.tokens[at].span.size() > 1 &&
        position(at) == Position::inside) {
        const auto follows = [&](std::uint32_t next) {
            return capital(next) && !taken(next) && !glued(next) && !is_common(next);
        };
        // Eight Capital, Two Seas Capital
        return follows(at + 1) && (is(at + 1, EnglishClass::organization_tail) ||
                                   (follows(at + 2) && is(at + 2, EnglishClass::organization_tail)));
    }
    if (!capital(at) || taken_[at] != 0 || (is_common(at) && !is_short_given_name(at))) {
        return false;
    }
    if (at > 0 && glued(at) &&
        (taken(at - 1) || s_.tokens[at - 1].kind == Token::Kind::number || is_text(at - 1, "$") ||
         is_text(at - 1, "@") || is_text(at - 1, "#") || is_text(at - 1, "/"))) {
        return false;
    }
    if (at > 1 && glued(at) && is_text(at - 1, "-") && glued(at - 1) &&
        (s_.tokens[at - 2].kind == Token::Kind::number ||
         (at > 2 && glued(at - 2) && s_.tokens[at - 3].kind == Token::Kind::number))) {
        return false; // 30B-A3B
    }
    if (glued(at + 1) && is_text(at + 1, "$")) {
        return false; // AU$330
    }
    const auto& w = word(at);
    const bool ordinary = w.is(EnglishClass::ordinary) || w.is(EnglishClass::verb);
    const bool charge = ordinary && at > 1 && is_text(at - 1, "of") && is(at - 2, EnglishClass::title);
    if (charge && capital(at + 1) && is(at + 1, EnglishClass::first_name)) {
        return false; // Chief of Staff Ada Kim
    }
    if ((title_case_ || is_label()) && ordinary) {
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

/// AI Futures Fund, AI Now Institute: what the field's name begins and a word of organizations ends; no AI Safety Research.
bool EnglishNames::begins_with_ai(std::uint32_t at) const {
    auto end = at + 1;
    while (capital(end) && taken_[end] == 0 && !glued(end) && !is_common(end)) {
        ++end;
    }
    const bool owned = at > 0 && is_genitive(at - 1); // Ada Kim’s AI Fund
    return is_text(at, "AI") && !title_case_ && !glued(at) && end > at + (owned ? 1U : 2U) &&
           is(end - 1, EnglishClass::organization_tail) && !is(end - 1, EnglishClass::edition);
}

/// "CEO of X", "an engineer at X"
bool EnglishNames::is_employer(std::uint32_t begin) const {
    return begin > 1 && (is_text(begin - 1, "of") || is_text(begin - 1, "at")) && is(begin - 2, EnglishClass::title);
}

bool EnglishNames::all_ordinary(std::uint32_t begin, std::uint32_t end) const {
    for (auto at = begin; at < end; ++at) {
        if (!is(at, EnglishClass::ordinary)) {
            return false;
        }
    }
    return true;
}

/// AI, LLM, Model: what a field or its things are called, before another word of it.
bool EnglishNames::closes_field(std::uint32_t at) const {
    const auto& w = word(at);
    return (w.is(EnglishClass::stop_capital) || w.is(EnglishClass::model) || w.is(EnglishClass::product)) &&
           !w.is(EnglishClass::title) && !w.is(EnglishClass::honorific) && !w.is(EnglishClass::person);
}

/// Vice President of Sports, VP of AI Product and Operations: what somebody is in charge of.
bool EnglishNames::is_charge(std::uint32_t at) const {
    constexpr std::uint32_t reach = 6; // tokens
    const auto begin = at;
    while (at > 1 && begin - at < reach &&
           (is_text(at - 1, "and") || is_text(at - 1, "&") || is_text(at - 1, ",") ||
            (capital(at - 1) && !taken(at - 1) &&
             (is(at - 1, EnglishClass::ordinary) || is(at - 1, EnglishClass::stop_capital))))) {
        --at;
    }
    return at > 1 && is_text(at - 1, "of") && is(at - 2, EnglishClass::title) &&
           (!is(at - 2, EnglishClass::officer) || (at > 2 && is(at - 3, EnglishClass::title_part)));
}

/// VC, LP: words that make no name by themselves and end one of an organization.
bool EnglishNames::closes_organization(std::uint32_t at) const {
    return is(at, EnglishClass::organization_tail) && is(at, EnglishClass::stop_capital) &&
           s_.tokens[at].letter_case == Token::Case::upper;
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
                (s_.tokens[at].kind == Token::Kind::latin && s_.tokens[at - 1].kind == Token::Kind::number &&
                 !is_genitive(at))) {
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
        } else if (capital(at) && is(at, EnglishClass::number_word) && capital(at + 1) && !is_common(at + 1)) {
            at += 2; // Hang Ten Systems
        } else if (!title_case_ && titles_programme(at)) {
            at += 2; // Lumen Founder Summit
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
    // a heading's "Nova Announcement", an item's "Nova Technical Support"
    const bool label = !stopped_ && begin > 0 && taken(begin - 1) && all_ordinary(begin, end);
    // Chief AGI Officer, Senior Vice President: part of a title
    bool titled = is(end, EnglishClass::title) && !glued(end);
    for (auto at = begin; titled && at < end; ++at) {
        titled = is(at, EnglishClass::title_part) || (begin > 0 && is(begin - 1, EnglishClass::title));
    }
    const bool numeral =
        end == begin + 1 && (s_.tokens[begin].span.size() == 1 || is_text(begin, "II") || is_text(begin, "III"));
    const bool field = all_ordinary(begin, end) && is_charge(begin);
    // the Privacy Commissioner; no the Gap CEO
    const bool office = end == begin + 1 && begin > 0 && is(begin - 1, EnglishClass::determiner) &&
                        is(begin, EnglishClass::ordinary) && is(end, EnglishClass::title) && !glued(end) &&
                        s_.tokens[end].letter_case == Token::Case::capital;
    // AI Model Optimization, LLM Processing: the rest of a capital phrase
    const bool rest = end == begin + 1 && begin > 0 && capital(begin - 1) && !taken(begin - 1) && !glued(begin) &&
                      is(begin, EnglishClass::ordinary) && closes_field(begin - 1);
    if (!numeral && !titled && !label && !field && !office && !rest) {
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

#include "extract/characters.hpp"
#include "extract/english/english_names.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_description = 18; // tokens: a 17-year-old Canadian law firm management software company

} // namespace

TypeSet EnglishNames::types_of_noun(std::uint32_t at) const {
    const auto& t = reader_.types_;
    const auto& w = word(at);
    const std::pair<EnglishClass, TypeId> classes[] = {
        {EnglishClass::organization, t.organization}, {EnglishClass::model, t.model},
        {EnglishClass::product, t.product},           {EnglishClass::dataset, t.dataset},
        {EnglishClass::programme, t.programme},       {EnglishClass::technology, t.technology},
        {EnglishClass::licence, t.licence},           {EnglishClass::place, t.place}};
    TypeSet types;
    for (const auto& [c, type] : classes) {
        if (w.is(c)) {
            types.add(type);
        }
    }
    if (w.is(EnglishClass::title) || w.is(EnglishClass::person)) { // developers, investors: people or companies
        types = types.has(t.organization) ? TypeSet::of(t.organization) : TypeSet();
        types.add(t.person);
    }
    return types;
}

/// Ada Kim, Jean-Paul Sartre, Ludwig van Beethoven: two or three plain capital words.
bool EnglishNames::is_person_shape(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t words = 0;
    for (auto at = begin; at < end; ++at) {
        if (s_.tokens[at].kind != Token::Kind::latin) {
            if (s_.tokens[at].kind == Token::Kind::number) {
                return false;
            }
            continue;
        }
        if (capital(at)) {
            ++words;
            const auto letter_case = s_.tokens[at].letter_case;
            if (letter_case == Token::Case::upper && s_.tokens[at].span.size() > 1) {
                return false;
            }
        }
        if (is(at, EnglishClass::organization_tail) || is(at, EnglishClass::company_suffix) || is_text(at, "AI") ||
            is_text(at, "of") || is_text(at, "for")) {
            return false;
        }
    }
    return words >= 2 && words <= 4;
}

/// DeepMind, xAI: capitals within, where no family name has them; McCarthy is one.
bool EnglishNames::is_made_up(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::size_t longest_prefix = 3; // Mac
    const auto name = word_text(begin);
    const auto rest = name.substr(std::min(name.size(), longest_prefix + 1));
    return end == begin + 1 && s_.tokens[begin].letter_case == Token::Case::mixed &&
           (ascii_lower(name.front()) == name.front() ||
            std::ranges::any_of(rest, [](char c) { return c != ascii_lower(c); }));
}

/// Founder Summit, Fellows Program.
bool EnglishNames::closes_programme(std::uint32_t at) const {
    const auto& w = word(at);
    return w.is(EnglishClass::programme) && capital(at) && !w.is(EnglishClass::organization_tail) &&
           !w.is(EnglishClass::product);
}

/// Qorvex.ai: an address, of a company or of what it offers; no Qorvex.js.
bool EnglishNames::is_address(std::uint32_t at) const {
    const auto name = word_text(at);
    const auto point = name.rfind('.');
    return point != std::string_view::npos && point > 1 &&
           reader_.vocabulary_.word(name.substr(point)).is(EnglishClass::company_suffix);
}

TypeSet EnglishNames::types_of_shape(std::uint32_t begin, std::uint32_t end) const {
    const auto& t = reader_.types_;
    TypeSet types;
    const auto last = end - 1;
    const bool digits = s_.tokens[last].kind == Token::Kind::number ||
                        (s_.tokens[last].kind == Token::Kind::latin && glued(last) && last > begin &&
                         s_.tokens[last - 1].kind == Token::Kind::number);
    const bool edition = is(last, EnglishClass::edition) && all_ordinary(begin, last); // Deep Research is no laboratory
    const bool tail = (is(last, EnglishClass::organization_tail) && !edition) || is(last, EnglishClass::company_suffix);
    if (end > begin + 1 && tail && s_.tokens[last].span.size() > 1) {
        return TypeSet::of(t.organization);
    }
    if (end > begin + 1 && is(begin, EnglishClass::org_of) && (is_text(begin + 1, "of") || is_text(begin + 1, "for"))) {
        return TypeSet::of(t.organization);
    }
    if (end > begin + 1 && is(begin, EnglishClass::programme_head)) {
        return TypeSet::of(t.programme);
    }
    if (end > begin + 1 && closes_programme(last)) {
        return types_of_noun(last); // an olympiad is a benchmark, too
    }
    if (end > begin + 1 && is(begin, EnglishClass::first_name) && is_person_shape(begin, end)) {
        return TypeSet::of(t.person);
    }
    if (end > begin + 1 && is(last, EnglishClass::edition)) {
        types.add(t.model);
        types.add(t.product);
        return types;
    }
    if (digits && end > begin + 1) {
        types.add(t.model);
        types.add(t.product);
        types.add(t.dataset);
        return types;
    }
    types.add(t.organization);
    types.add(t.product);
    if (is_text(last, "AI") || is_address(last)) {
        return types;
    }
    if (is_person_shape(begin, end)) {
        bool ordinary = false;
        for (auto at = begin; at < end; ++at) {
            ordinary = ordinary || is(at, EnglishClass::ordinary);
        }
        if (!ordinary) {
            types.add(t.person);
            return types;
        }
    }
    types.add(t.model);
    types.add(t.dataset);
    types.add(t.technology);
    return types;
}

/// What the words right before the name say: "startup X", "CEO X", "at X", "launched X".
TypeSet EnglishNames::types_before(std::uint32_t begin) const {
    const auto& t = reader_.types_;
    TypeSet types;
    if (begin == 0) {
        return types;
    }
    auto at = begin - 1;
    while (at > 0 && (is_text(at, "“") || is_text(at, "\"") || is_text(at, "‘") || is_text(at, "'"))) {
        --at;
    }
    if (s_.tokens[at].kind != Token::Kind::latin && !is_text(at, ".")) {
        return types;
    }
    if (is_text(at, ".") && at > 0 && is(at - 1, EnglishClass::honorific)) {
        return TypeSet::of(t.person);
    }
    const auto& w = word(at);
    if (taken(at)) {
        if (settled_types(at) == TypeSet::of(t.organization) && at + 1 == begin) { // Runway Media Router
            types.add(t.model);
            types.add(t.product);
            types.add(t.dataset);
            types.add(t.technology);
        }
        return types;
    }
    const bool verb = at > 0 && is_text(at - 1, "to") && w.may(EnglishWord::base); // to lead Nova
    if ((w.is(EnglishClass::title) && !verb) || w.is(EnglishClass::honorific)) {
        return TypeSet::of(t.person);
    }
    if (is_text(at, "called") || is_text(at, "named") || is_text(at, "dubbed")) {
        for (auto back = at; back > 0 && back + 4 > at; --back) {
            if (const auto named = types_of_noun(back - 1); !named.empty()) {
                return named;
            }
        }
    }
    if (const auto named = types_of_noun(at); !named.empty() && !w.may(EnglishWord::third | EnglishWord::base)) {
        return named;
    } else if (!named.empty() && at > 0 && !is(at - 1, EnglishClass::be)) {
        return named;
    }
    if (w.is(EnglishClass::launch)) {
        types.add(t.model);
        types.add(t.product);
        types.add(t.dataset);
        return types;
    }
    if (is_text(at, "in") && at > 0 && (is(at - 1, EnglishClass::headquarter) || is_text(at - 1, "office"))) {
        return TypeSet::of(t.place);
    }
    if (is_employer(begin)) {
        return TypeSet::of(t.organization);
    }
    if (w.is(EnglishClass::at_company)) {
        types.add(t.organization);
        types.add(t.programme);
    }
    return types;
}

/// "its LLM, Nova, was", "its founder, Ada Kim, says": the noun of a definite phrase and its name between commas.
TypeSet EnglishNames::types_of_apposed_noun(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t reach = 6;
    if (begin < 3 || !is_text(begin - 1, ",") || end >= count_ || s_.tokens[end].kind != Token::Kind::punctuation) {
        return {};
    }
    const auto noun = begin - 2;
    const auto types = types_of_noun(noun);
    for (auto at = noun; !types.empty() && at-- > 0 && at + reach > noun;) {
        const bool owned =
            is(at, EnglishClass::possessive) || is_text(at, "the") || word_text(at) == "'s" || word_text(at) == "’s";
        if (owned) {
            return types;
        }
        if (s_.tokens[at].kind == Token::Kind::punctuation || is(at, EnglishClass::preposition)) {
            break;
        }
    }
    return {};
}

/// What follows: "X, a startup that", "X CEO", "X’s founders", "the X model", "X-backed".
TypeSet EnglishNames::types_after(std::uint32_t end) const {
    const auto& t = reader_.types_;
    TypeSet types;
    if (end >= count_) {
        return types;
    }
    auto at = end;
    const bool genitive = word_text(at) == "'s" || word_text(at) == "’s";
    if (genitive) {
        ++at;
        for (std::uint32_t more = 0; more < 3 && at < count_ && !is(at, EnglishClass::preposition); ++more, ++at) {
            if (is(at, EnglishClass::org_noun)) {
                types.add(t.organization);
                return types;
            }
        }
        return types;
    }
    if (is_text(at, "-") && glued(at) && is(at + 1, EnglishClass::headquarter)) {
        auto noun = types_of_noun(at + 2);
        noun = noun.empty() ? types_of_noun(at + 3) : noun;
        const bool made = noun.has(t.model) || noun.has(t.product); // an Orka-based processor
        return made ? TypeSet() : TypeSet::of(t.place);
    }
    if (is_text(at, "-") && glued(at) &&
        (is_text(at + 1, "backed") || is_text(at + 1, "owned") || is_text(at + 1, "led"))) {
        types.add(t.organization);
        types.add(t.person);
        return types;
    }
    const bool equated = is(at, EnglishClass::be) && !glued(at); // Nova is a startup
    if (is_text(at, ",") || is_text(at, "(") || is_text(at, "—") || equated) {
        const bool whose = is(at + 1, EnglishClass::possessive); // Nova, its new model,
        const bool article = whose || is_text(at + 1, "a") || is_text(at + 1, "an") || is_text(at + 1, "the");
        const bool titled = is(at + 1, EnglishClass::title) ||
                            (is(at + 1, EnglishClass::ordinary) && is(at + 2, EnglishClass::title)) ||
                            is_text(at + 1, "who");
        if (titled) {
            return TypeSet::of(t.person);
        }
        const bool company = is(at + 1, EnglishClass::headquarter) || is_text(at + 1, "founded") ||
                             (is_text(at + 1, "which") &&
                              is(is(at + 2, EnglishClass::adverb) ? at + 3 : at + 2, EnglishClass::company_verb));
        if (company) {
            return TypeSet::of(t.organization);
        }
        TypeSet best;
        for (auto i = at + 2; article && i < count_ && i < at + longest_description; ++i) {
            if (is_text(i, "‘") || is_text(i, "’") || is_text(i, "“") || is_text(i, "”")) {
                continue; // the ‘Southgate’ data center builder
            }
            if (word_text(i) == "'s" || word_text(i) == "’s") {
                best = {}; // the company’s chips
                continue;
            }
            if (s_.tokens[i].kind == Token::Kind::punctuation && !is_text(i, "-")) {
                break;
            }
            if (whose && (is(i, EnglishClass::be) || is(i, EnglishClass::have) || is(i, EnglishClass::modal) ||
                          word(i).may(EnglishWord::third))) {
                return {}; // At Nova, its new model is
            }
            const bool bound = glued(i) && is_text(i - 1, "-"); // a Singapore-based startup
            if (i + 1 < count_ && is_text(i + 1, "-") && glued(i + 1)) {
                continue; // state-of-the-art
            }
            if ((is(i, EnglishClass::preposition) && !bound) || is(i, EnglishClass::relative) ||
                (i > at + 3 && !bound && word(i).may(EnglishWord::past) && !word(i).may(EnglishWord::base))) {
                break;
            }
            if (best == TypeSet::of(t.organization) && word(i).may(EnglishWord::ing)) {
                break; // a startup designing tools
            }
            if (const auto named = types_of_noun(i); !named.empty()) {
                best = named;
            }
        }
        return best;
    }
    if (s_.tokens[at].kind != Token::Kind::latin || glued(at) || capital(at)) {
        if (is(at, EnglishClass::title) && !glued(at)) {
            return TypeSet::of(t.organization);
        }
        return types;
    }
    if (is_text(at, "who")) {
        return TypeSet::of(t.person);
    }
    if (is(at, EnglishClass::org_noun)) {
        types.add(t.organization);
        types.add(t.product);
        if (is(at, EnglishClass::title) || is_text(at, "executives") || is_text(at, "spokesperson")) {
            return TypeSet::of(t.organization);
        }
        return types;
    }
    auto named = types_of_noun(at);
    if (named.has(t.organization) || named.has(t.person)) {
        return {};
    }
    const bool verb = word(at).may(EnglishWord::third) && (is(at + 1, EnglishClass::determiner) || taken(at + 1));
    if (!verb && !named.empty()) {
        return named;
    }
    return types;
}

/// "Nova raised": a company; "said Ada Kim": a person, where the words are no English ones. Two names in one shape may raise as well.
TypeSet EnglishNames::types_of_verb(std::uint32_t begin, std::uint32_t end, TypeSet shape) const {
    const auto& t = reader_.types_;
    const bool two_words = shape.has(t.person) && end > begin + 1;
    if (!two_words) {
        const bool acts = is(end, EnglishClass::company_verb) && !glued(end) && !is_text(end + 1, "by");
        return acts && shape.has(t.organization) ? TypeSet::of(t.organization) : TypeSet();
    }
    for (auto at = begin; at < end; ++at) {
        if (is(at, EnglishClass::ordinary) || is(at, EnglishClass::verb) || is(at, EnglishClass::organization_tail) ||
            s_.tokens[at].letter_case == Token::Case::mixed) {
            return {};
        }
    }
    const bool speaks =
        is(end, EnglishClass::speak) || (begin > 0 && is(begin - 1, EnglishClass::speak) && !is_text(end, "that"));
    return speaks ? TypeSet::of(t.person) : TypeSet();
}

TypeSet EnglishNames::types_of(std::uint32_t begin, std::uint32_t end) const {
    const auto shape = types_of_shape(begin, end);
    if (shape == TypeSet::of(reader_.types_.organization) || shape == TypeSet::of(reader_.types_.programme)) {
        return shape;
    }
    auto before = types_before(begin);
    const bool word_alone = end == begin + 1 && is(begin, EnglishClass::ordinary) &&
                            !is(begin, EnglishClass::first_name) && !is_text(end, ","); // Partner Program
    if (before == TypeSet::of(reader_.types_.person) && (is_made_up(begin, end) || word_alone)) {
        before = {};
    }
    if (before == TypeSet::of(reader_.types_.person)) {
        // "investor Lumen Ventures" was settled by its shape; a single word after a title is a family name
        return before;
    }
    if (shape == TypeSet::of(reader_.types_.person)) {
        return shape;
    }
    auto after = types_after(end);
    if (after == TypeSet::of(reader_.types_.person)) {
        return after;
    }
    const bool owner = end < count_ && (word_text(end) == "'s" || word_text(end) == "’s");
    if (owner && shape.has(reader_.types_.person) && end > begin + 1) {
        after = {}; // people have lawsuits and investors, too
    }
    const bool region = end == begin + 1 && begin > 0 && !is(begin, EnglishClass::ordinary) &&
                        is(begin - 1, EnglishClass::determiner) && is(end, EnglishClass::of_region) && !glued(end) &&
                        before.empty();
    if (region) {
        return TypeSet::of(reader_.types_.place); // the Basque company
    }
    // "launched Nova, a startup": what a thing is called tells more than what is done to it
    const bool called = before.has(reader_.types_.product) && before.has(reader_.types_.model) && !after.empty();
    for (const auto cue : {types_of_apposed_noun(begin, end), called ? after : before, after,
                           types_of_verb(begin, end, shape), types_of_list(begin, end, shape)}) {
        if (!cue.empty()) {
            const auto both = cue & shape;
            const bool either = both.has(reader_.types_.person) && both.has(reader_.types_.organization);
            if (either) {
                return TypeSet::of(is_person_shape(begin, end) ? reader_.types_.person : reader_.types_.organization);
            }
            return both.empty() ? cue : both;
        }
    }
    return shape;
}

} // namespace jokbo

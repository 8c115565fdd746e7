#include "extract/english/english_phrases.hpp"

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

/// The noun phrase that follows `noun` after a comma or conjunction.
std::optional<std::uint32_t> EnglishPhrases::link(std::uint32_t noun, bool& conjunction) const {
    auto at = s_.nouns[noun].end;
    auto next = noun + 1;
    if (part(at) == Part::open) {
        while (at < s_.units.size() && part(at) != Part::close) {
            ++at;
        }
        ++at;
        while (next < s_.nouns.size() && s_.nouns[next].begin < at) {
            ++next;
        }
    }
    const bool comma = part(at) == Part::comma || is_text(at, ";");
    at += comma ? 1 : 0;
    conjunction = part(at) == Part::conjunction && !is_text(at, "but");
    at += conjunction ? 1 : 0;
    if (conjunction && part(at) == Part::adverb) {
        ++at;
    }
    if ((!comma && !conjunction) || next >= s_.nouns.size() || s_.nouns[next].begin != at) {
        return std::nullopt;
    }
    return next;
}

bool EnglishPhrases::may_join(std::uint32_t first, std::uint32_t next) const {
    const auto& a = s_.nouns[first];
    const auto& b = s_.nouns[next];
    if (a.mention == none || b.mention == none || s_.units[b.head].part == Part::pronoun) {
        return false;
    }
    const auto& mentions = s_.analysis->mentions;
    if (mentions[b.mention].kind != EntityMention::Kind::name ||
        mentions[a.mention].kind == EntityMention::Kind::described) {
        return false;
    }
    // investors are companies and people
    const auto& t = reader_.types_;
    const auto either = [&](std::uint32_t m) {
        return mentions[m].types.has(t.organization) || mentions[m].types.has(t.person);
    };
    const bool alike = !(mentions[a.mention].types & mentions[b.mention].types).empty();
    // "Ada Kim, chief of Lumen, and Bo Lee": the one is not of the other's kind
    const bool of_title = a.begin > 1 && (is_text(a.begin - 1, "of") || is_text(a.begin - 1, "at")) &&
                          is(a.begin - 2, EnglishClass::title);
    // available on Lumen and Shelf: hubs are companies and products
    const bool hubs = a.begin > 0 &&
                      (is_text(a.begin - 1, "on") || is_text(a.begin - 1, "via") || is_text(a.begin - 1, "through")) &&
                      (mentions[a.mention].types.has(t.organization) || mentions[a.mention].types.has(t.product)) &&
                      (mentions[b.mention].types.has(t.organization) || mentions[b.mention].types.has(t.product));
    return alike || hubs || (either(a.mention) && either(b.mention) && !of_title);
}

/// "acquired Tern and Lumen launched": the last name is the subject of what follows.
bool EnglishPhrases::begins_clause(std::uint32_t first, std::uint32_t last) const {
    const auto after = part(s_.nouns[last].end);
    const auto form = s_.nouns[last].end < s_.units.size() ? s_.units[s_.nouns[last].end].form : std::uint8_t{0};
    const bool finite = after == Part::be || after == Part::have || after == Part::modal ||
                        (after == Part::verb && (form & (EnglishWord::past | EnglishWord::third)) != 0);
    if (!finite || s_.nouns[first].begin == 0) {
        return false;
    }
    const auto at = s_.nouns[first].begin - 1;
    if (is_text(at, "including") || is_text(at, "like") || (is_text(at, "as") && at > 0 && is_text(at - 1, "such"))) {
        return false; // companies such as Tern and Lumen launched
    }
    const auto before = part(at);
    return before == Part::verb || before == Part::preposition || before == Part::be;
}

void EnglishPhrases::join_lists() {
    for (std::uint32_t first = 0; first < s_.nouns.size(); ++first) {
        if (s_.nouns[first].mention == none || s_.nouns[first].list != first) {
            continue;
        }
        std::vector<std::uint32_t> members{first};
        bool joined = false;
        bool conjunction = false;
        bool closed = false;
        while (const auto next = link(members.back(), conjunction)) {
            if (closed && !conjunction) {
                break;
            }
            closed = closed || conjunction;
            if (may_join(first, *next)) {
                if (conjunction && members.size() == 1 && begins_clause(first, *next)) {
                    break;
                }
                members.push_back(*next);
                joined = joined || conjunction;
                continue;
            }
            // "…, and several other investors"
            joined = joined || (conjunction && s_.nouns[*next].mention == none && members.size() > 1);
            break;
        }
        if (!joined || members.size() < 2) {
            continue;
        }
        auto& phrase = s_.analysis->phrases[s_.nouns[first].phrase];
        for (const auto member : members) {
            if (member != first) {
                phrase.mentions.push_back(s_.nouns[member].mention);
                s_.nouns[member].list = first;
            }
        }
        phrase.tokens.end = s_.analysis->phrases[s_.nouns[members.back()].phrase].tokens.end;
    }
}

/// "AI labs, including OpenAI and Google": the general noun stands for what it lists.
void EnglishPhrases::list_examples() {
    for (std::uint32_t i = 0; i + 1 < s_.nouns.size(); ++i) {
        auto& general = s_.nouns[i];
        if (general.mention != none || !(general.plural || is(general.head, EnglishClass::group_noun))) {
            continue;
        }
        auto at = general.end;
        if (is_text(at, "from")) {
            list_range(i);
            continue;
        }
        // "companies in Europe including": one prepositional phrase may stand between
        auto next = i + 1;
        if (part(at) == Part::preposition && !is_text(at, "including") && !is_text(at, "like") &&
            at + 1 < s_.units.size() && s_.nouns[next].begin == at + 1 && next + 1 < s_.nouns.size()) {
            at = s_.nouns[next].end;
            ++next;
        }
        if (part(at) == Part::comma) {
            ++at;
        }
        const bool such_as = is_text(at, "such") && is_text(at + 1, "as");
        const bool colon = is_text(at, ":");
        if (!is_text(at, "including") && !is_text(at, "like") && !such_as && !colon) {
            continue;
        }
        at += such_as ? 2 : 1;
        while (next < s_.nouns.size() && s_.nouns[next].begin < at) {
            ++next;
        }
        if (next >= s_.nouns.size() || s_.nouns[next].begin != at || s_.nouns[next].mention == none) {
            continue;
        }
        const auto& listed = s_.analysis->phrases[s_.nouns[next].phrase];
        s_.analysis->phrases[general.phrase].mentions = listed.mentions;
    }
}

/// "companies from Tern to Lumen"
void EnglishPhrases::list_range(std::uint32_t general) {
    const auto first = general + 1;
    const auto last = general + 2;
    if (last >= s_.nouns.size() || s_.nouns[first].begin != s_.nouns[general].end + 1 ||
        !is_text(s_.nouns[first].end, "to") || s_.nouns[last].begin != s_.nouns[first].end + 1 ||
        s_.nouns[first].mention == none || s_.nouns[last].mention == none) {
        return;
    }
    const auto* word = s_.units[s_.nouns[general].head].word;
    const auto& mentions = s_.analysis->mentions;
    const auto both = mentions[s_.nouns[first].mention].types & mentions[s_.nouns[last].mention].types;
    if (word != nullptr && !(both & types_of(*word)).empty()) {
        auto& phrase = s_.analysis->phrases[s_.nouns[general].phrase];
        phrase.mentions = {s_.nouns[first].mention, s_.nouns[last].mention};
    }
}

} // namespace jokbo

// What is said to be the same: by "is", by "as", by standing set off behind.

#include "extract/english/english_clauses.hpp"

namespace jokbo {

namespace {

using Part = EnglishUnit::Part;

} // namespace

void EnglishClauses::equate(std::uint32_t noun, std::uint32_t equal, std::uint32_t verb) {
    const bool named = s_.nouns[noun].mention != none &&
                       s_.analysis->mentions[s_.nouns[noun].mention].kind == EntityMention::Kind::name;
    const bool equal_named = s_.nouns[equal].mention != none &&
                             s_.analysis->mentions[s_.nouns[equal].mention].kind != EntityMention::Kind::anaphor;
    if (named && !equal_named) {
        std::swap(noun, equal);
    }
    s_.equations.push_back({noun, equal, verb});
}

/// "powers its agent builder, Nova, which": what a verb acts on and the one name set off behind it are the same, whatever the noun.
bool EnglishClauses::is_named_behind(std::uint32_t noun, std::uint32_t name) const {
    const auto& thing = s_.nouns[noun];
    const auto& n = s_.nouns[name];
    const bool set_off = part(n.end) == Part::stop || part(n.end) == Part::relative ||
                         (part(n.end) == Part::comma && part(n.end + 1) != Part::name &&
                          part(n.end + 1) != Part::conjunction && part(n.end + 1) != Part::noun);
    return thing.mention == none && thing.verb != none && !thing.plural && thing.end + 1 == n.begin && set_off &&
           part(n.head) == Part::name && n.begin == n.head;
}

/// "Ada Kim, chief scientist of Lumen," and "its chip, the Orca".
bool EnglishClauses::on_apposition(std::uint32_t noun) {
    const auto& n = s_.nouns[noun];
    const auto before = part_before(n.begin);
    if (before == Part::conjunction || last_noun_ == none) {
        return false;
    }
    const auto types = types_of(noun);
    const bool person = is_person(noun);
    for (std::uint32_t back = 0, i = last_noun_; back < 4; ++back, --i) {
        const auto& candidate = s_.nouns[i];
        if (top().verb != none && candidate.begin < s_.verbs[top().verb].begin &&
            s_.verbs[top().verb].begin < n.begin && s_.verbs[top().verb].form == VerbGroup::Form::finite) {
            break;
        }
        // "Lumen, an investor in Tern": such nouns are said of people and of companies
        const bool either = n.mention == none && types.has(reader_.types_.organization);
        const bool whose = types.empty() && n.possessor != none && candidate.end + 1 == n.begin;
        const bool alike = !(types_of(i) & types).empty();
        const bool fits =
            whose || (back == 0 && is_named_behind(i, noun)) || (person ? is_person(i) || (either && alike) : alike);
        const bool one_is_plain = (candidate.mention == none) != (n.mention == none) ||
                                  (n.mention != none && candidate.mention != none &&
                                   (s_.analysis->mentions[n.mention].kind != EntityMention::Kind::name ||
                                    s_.analysis->mentions[candidate.mention].kind == EntityMention::Kind::anaphor));
        // "According to Lumen, these firms": many are no apposition to one
        const bool pointed = is_text(n.begin, "these") || is_text(n.begin, "those");
        const bool many = n.plural && pointed && candidate.mention != none &&
                          s_.analysis->phrases[s_.nouns[candidate.list].phrase].mentions.size() == 1;
        if (fits && one_is_plain && !many && !is_time(i)) {
            // "A and B, a fund": a singular noun means the last of a list
            const bool last_only = !n.plural && last_member_ != none && s_.nouns[last_member_].list == i;
            equate(noun, last_only ? last_member_ : candidate.list, none);
            return true;
        }
        if (i == 0 || candidate.verb != none) {
            break;
        }
    }
    return top().verb == none || s_.verbs[top().verb].closed;
}

} // namespace jokbo

#include "extract/characters.hpp"
#include "extract/english/english.hpp"
#include "extract/names/document_names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace jokbo {

namespace {

constexpr std::uint32_t ambiguous = none - 1;
constexpr std::size_t shortest = 2;             // bytes: Wu
constexpr std::size_t shortest_before_ai = 4;   // bytes: OpenAI is not Open
constexpr std::uint32_t longest_short_name = 3; // tokens

/// Short names and whose they are; a name that two bear is nobody's.
class ShortNames {
public:
    /// A family name is its bearer's before it is that of a firm: Ada Kim, Kim Ventures.
    enum class Claim : std::uint8_t { family, part };
    void add(std::string_view form, std::uint32_t group, TypeSet types, Claim claim) {
        if (form.size() < shortest) {
            return;
        }
        const auto [found, is_new] = groups_.emplace(std::string(form), Bearer{group, types, claim});
        if (is_new || found->second.group == group || claim > found->second.claim) {
            return;
        }
        found->second = {claim < found->second.claim ? group : ambiguous, types, claim};
    }
    struct Bearer {
        std::uint32_t group = none;
        TypeSet types;
        Claim claim = Claim::part;
    };
    Bearer of(std::string_view form) const {
        const auto found = groups_.find(form);
        return found == groups_.end() || found->second.group == ambiguous ? Bearer{} : found->second;
    }
    bool empty() const { return groups_.empty(); }

private:
    std::map<std::string, Bearer, std::less<>> groups_;
};

} // namespace

/// By what a name goes once it was given in full: a family name, with its particle or without; Ricursive for Ricursive Intelligence,
/// Deductive for DeductiveAI; Lightwell for Project Lightwell. Empty where by nothing else.
std::array<std::string_view, 2> EnglishReader::short_forms(std::string_view text, const SentenceAnalysis& sentence,
                                                           const EntityMention& mention) const {
    const auto token_text = [&](std::uint32_t token) { return sentence.tokens[token].span.of(text); };
    const auto word = [&](std::uint32_t token) -> const EnglishWord& {
        return this->word(text, sentence.tokens[token]);
    };
    const auto stretch = [&](std::uint32_t begin, std::uint32_t end) {
        const auto first = sentence.tokens[begin].span.begin;
        return text.substr(first, sentence.tokens[end - 1].span.end - first);
    };
    const auto [begin, end] = mention.tokens;
    const auto size = end - begin;
    if (size >= 2 && word(begin).is(EnglishClass::programme_head) && mention.types == TypeSet::of(types_.programme)) {
        return {stretch(begin + 1, end)};
    }
    if (size >= 2 && mention.types == TypeSet::of(types_.person)) {
        auto family = end - 1;
        while (family > begin + 1 && word(family - 1).is(EnglishClass::name_particle)) {
            --family;
        }
        const auto last = token_text(end - 1);
        const bool word_itself = last.size() < 3 && word(end - 1).classes != 0; // He, Do
        return {word_itself ? std::string_view{} : last, family < end - 1 ? stretch(family, end) : std::string_view{}};
    }
    if (!mention.types.has(types_.organization)) {
        return {};
    }
    auto tail = end;
    while (tail > begin + 1 && (word(tail - 1).is(EnglishClass::organization_tail) ||
                                word(tail - 1).is(EnglishClass::company_suffix) || token_text(tail - 1) == "AI")) {
        --tail;
    }
    if (tail < end) {
        const bool field = tail == begin + 1 && word(begin).is(EnglishClass::stop_capital); // AI Research Group
        return {field ? std::string_view{} : stretch(begin, tail)};
    }
    const auto name = token_text(begin);
    const bool glued_ai = size == 1 && name.size() > shortest_before_ai + 2 && name.ends_with("AI") &&
                          name[name.size() - 3] == ascii_lower(name[name.size() - 3]); // no GENAI
    return {glued_ai ? name.substr(0, name.size() - 2) : std::string_view{}};
}

void EnglishReader::unite_short_names(std::string_view text, std::vector<SentenceAnalysis>& sentences,
                                      DocumentNames& names) const {
    ShortNames short_names;
    for (const auto& sentence : sentences) {
        for (const auto& mention : sentence.mentions) {
            if (sentence.language == Language::english && mention.kind == EntityMention::Kind::name &&
                !mention.entities.empty()) {
                const auto group = names.find(mention.entities.front());
                const auto claim =
                    mention.types == TypeSet::of(types_.person) ? ShortNames::Claim::family : ShortNames::Claim::part;
                for (const auto form : short_forms(text, sentence, mention)) {
                    short_names.add(form, group, mention.types, claim);
                }
            }
        }
    }
    if (short_names.empty()) {
        return;
    }
    for (auto& sentence : sentences) {
        if (sentence.language != Language::english) {
            continue;
        }
        std::vector<EntityMention> found;
        std::size_t next = 0;
        for (std::uint32_t at = 0; at < sentence.tokens.size();) {
            while (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin < at) {
                ++next;
            }
            if (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin == at) {
                auto& mention = sentence.mentions[next];
                at = mention.tokens.end;
                if (mention.entities.empty() || !names[names.find(mention.entities.front())].entries.empty()) {
                    continue;
                }
                if (const auto bearer = short_names.of(mention.span.of(text)); bearer.group != none) {
                    mention.entities = {bearer.group};
                    mention.types = bearer.types;
                }
                continue;
            }
            const auto& token = sentence.tokens[at];
            if (token.kind != Token::Kind::latin || token.letter_case == Token::Case::lower) {
                ++at;
                continue;
            }
            auto end = at + 1;
            const auto limit = next < sentence.mentions.size() ? sentence.mentions[next].tokens.begin
                                                               : static_cast<std::uint32_t>(sentence.tokens.size());
            ShortNames::Bearer best;
            std::uint32_t best_end = end;
            for (std::uint32_t size = 0; size < longest_short_name && end <= limit; ++size, ++end) {
                const auto form = text.substr(token.span.begin, sentence.tokens[end - 1].span.end - token.span.begin);
                if (const auto bearer = short_names.of(form); bearer.group != none) {
                    best = bearer;
                    best_end = end;
                }
            }
            if (best.group != none) {
                EntityMention mention;
                mention.tokens = {at, best_end};
                mention.span = {token.span.begin, sentence.tokens[best_end - 1].span.end};
                mention.types = best.types;
                mention.entities = {best.group};
                found.push_back(std::move(mention));
            }
            at = best_end;
        }
        if (!found.empty()) {
            sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
            std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        }
    }
}

} // namespace jokbo

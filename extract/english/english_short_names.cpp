#include "extract/english/english.hpp"
#include "extract/names/document_names.hpp"

#include <algorithm>
#include <map>

namespace jokbo {

namespace {

constexpr std::uint32_t ambiguous = none - 1;
constexpr std::uint32_t longest_short_name = 3; // tokens

/// Short names and whose they are; a name that two bear is nobody's.
class ShortNames {
public:
    void add(std::string_view form, std::uint32_t group, TypeSet types) {
        if (form.size() < 3) {
            return;
        }
        const auto [found, is_new] = groups_.emplace(std::string(form), Bearer{group, types});
        if (!is_new && found->second.group != group) {
            found->second.group = ambiguous;
        }
    }
    struct Bearer {
        std::uint32_t group = none;
        TypeSet types;
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

void EnglishReader::unite_short_names(std::string_view text, std::vector<SentenceAnalysis>& sentences,
                                      DocumentNames& names) const {
    ShortNames short_names;
    const auto token_text = [&](const SentenceAnalysis& s, std::uint32_t token) {
        return s.tokens[token].span.of(text);
    };
    for (const auto& sentence : sentences) {
        for (const auto& mention : sentence.mentions) {
            const auto size = mention.tokens.end - mention.tokens.begin;
            if (sentence.language != Language::english || mention.kind != EntityMention::Kind::name || size < 2 ||
                mention.entities.empty()) {
                continue;
            }
            const auto group = names.find(mention.entities.front());
            const auto last = mention.tokens.end - 1;
            const bool headed =
                vocabulary_.word(token_text(sentence, mention.tokens.begin)).is(EnglishClass::programme_head);
            if (headed && mention.types == TypeSet::of(types_.programme)) { // Project Lightwell
                const auto begin = sentence.tokens[mention.tokens.begin + 1].span.begin;
                short_names.add(text.substr(begin, mention.span.end - begin), group, mention.types);
            } else if (mention.types == TypeSet::of(types_.person)) {
                short_names.add(token_text(sentence, last), group, mention.types);
            } else if (mention.types.has(types_.organization)) {
                auto end = last + 1; // Ricursive Intelligence, River AI: the tail may be left out
                while (end > mention.tokens.begin + 1) {
                    const auto& word = vocabulary_.word(token_text(sentence, end - 1));
                    const bool tail = word.is(EnglishClass::organization_tail) ||
                                      word.is(EnglishClass::company_suffix) || token_text(sentence, end - 1) == "AI";
                    if (!tail) {
                        break;
                    }
                    --end;
                }
                if (end <= last) {
                    const auto begin = sentence.tokens[mention.tokens.begin].span.begin;
                    short_names.add(text.substr(begin, sentence.tokens[end - 1].span.end - begin), group,
                                    mention.types);
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

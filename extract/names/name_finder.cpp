#include "extract/names/name_finder.hpp"

#include "extract/characters.hpp"
#include "extract/english/english.hpp"
#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"
#include "extract/korean/strange_words.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t cue_reach = 3;       // tokens around an ambiguous name in which its type's class noun may stand
constexpr std::uint32_t short_cue_reach = 1; // the same for a name of two syllables, which many words are
constexpr std::uint16_t strong = 4;          // votes of a cue that settles the type
constexpr std::uint16_t stronger = 8;        // votes of one that settles it against the lexicon
constexpr std::uint16_t weak = 1;            // votes of one that leaves several

std::size_t types_in(TypeSet set) {
    std::size_t count = 0;
    for (std::uint32_t type = 0; type < 32; ++type) {
        count += set.has({type}) ? 1U : 0U;
    }
    return count;
}

bool is_syllable(Span span) { return span.size() == syllable; }

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

} // namespace

void NameFinder::run() {
    StrangeWords strange;
    for (auto& sentence : sentences_) {
        find_known_names(sentence);
        if (sentence.language == Language::korean) {
            tools_.korean.discover(text_, sentence, strange);
        } else if (tools_.english != nullptr) {
            tools_.english->discover(text_, sentence);
            for (const auto& mention : sentence.mentions) {
                if (!mention.entities.empty()) {
                    auto& surest = surest_[mention.entities.front()];
                    surest = std::max(surest, mention.surety);
                }
            }
        }
        group_names(sentence);
    }
    drop_uncued_names();
    name_strange_words(strange);
    for (auto& sentence : sentences_) {
        unite_aliases(sentence);
    }
    find_again();
    find_by_family_name();
    if (tools_.english != nullptr) {
        tools_.english->unite_short_names(text_, sentences_, names_);
    }
}

void NameFinder::find_known_names(SentenceAnalysis& sentence) {
    const auto& tokens = sentence.tokens;
    std::vector<NameIndex::Bearer> bearers;
    for (std::uint32_t i = 0; i < tokens.size();) {
        const auto kind = tokens[i].kind;
        if (kind == Token::Kind::punctuation || kind == Token::Kind::symbol) {
            ++i;
            continue;
        }
        if (kind == Token::Kind::hangul) {
            if (const auto likening = tools_.korean.likening(text_, sentence, i); likening != 0) {
                i += likening + 1; // 제2의 딥시크 is not DeepSeek
                continue;
            }
        }
        if (tokens[i].card != nullptr && !tokens[i].card->may_begin_name) {
            ++i;
            continue;
        }
        const auto match =
            tools_.names.longest(text_, tokens[i].span.begin, sentence.sentence.span.end, [&](std::uint32_t end) {
                return tools_.korean.may_end_name(text_, end, sentence.sentence.span.end);
            });
        if (match.list != none) {
            tools_.names.bearers(text_, tokens[i].span.begin, match, bearers);
        }
        if (match.list == none || bearers.empty()) {
            ++i;
            continue;
        }
        EntityMention mention;
        mention.span = {tokens[i].span.begin, match.end};
        auto end = i;
        while (end < tokens.size() && tokens[end].span.begin < match.end) {
            ++end;
        }
        mention.tokens = {i, end};
        if (is_class_noun(sentence, mention)) {
            i = end; // 거대언어모델, LLM: what a thing is, no name of one
            continue;
        }
        bool plain = false;
        for (const auto& bearer : bearers) {
            mention.types.add(tools_.lexicon.entry(bearer.entry).type);
            plain = plain || bearer.use == LexiconName::Use::plain;
        }
        if (!plain && is_common_word(sentence, mention)) {
            ++i;
            continue;
        }
        const auto group = names_.of_entries(bearers, mention.span.of(text_));
        mention.entities = {group};
        const bool cued = plain || has_cue(sentence, mention);
        mention.surety = cued ? EntityMention::Surety::sure : EntityMention::Surety::doubtful;
        auto& surest = surest_[group];
        surest = std::max(surest, mention.surety);
        sentence.mentions.push_back(std::move(mention));
        i = end;
    }
}

/// 누구나, 각자: whatever else the document calls by that name, here stands a word of the language, unless quotes or a class noun
/// single it out. A name of one syllable asks for that wherever no particle ends it.
bool NameFinder::is_common_word(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    const auto& token = sentence.tokens[mention.tokens.begin];
    if (token.card == nullptr || token.kind != Token::Kind::hangul || mention.tokens.end > mention.tokens.begin + 1) {
        return false;
    }
    Particle particle{};
    const auto tail = text_.substr(mention.span.end, token.span.end - mention.span.end);
    const bool cut_short = is_syllable(mention.span) && !tail.empty() && !tools_.korean.particle_named(tail, particle);
    // 로라 울리히: what begins another name, or a cue, as long as nothing marks its end
    const auto next = mention.tokens.end;
    const bool goes_on = token.card->common && tail.empty() && next < sentence.tokens.size() &&
                         sentence.tokens[next].kind == Token::Kind::hangul;
    const bool listed = token.card->listed && mention.span.size() <= 2 * syllable;
    if (!listed && !cut_short && !goes_on) {
        return false;
    }
    if (mention.tokens.begin == 0) {
        return true;
    }
    const auto before = mention.tokens.begin - 1;
    if (is_one_of(sentence.tokens[before].span.of(text_), {"‘", "'", "\"", "“"})) {
        return cut_short;
    }
    const auto* card = sentence.tokens[before].card;
    return card == nullptr ||
           std::ranges::none_of(tools_.classes.kinds[index_of(Language::korean)], [&](const auto& kind) {
               return mention.types.has(kind.type) && card->cues.has(kind.cue);
           });
}

bool NameFinder::is_class_noun(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
    std::string word(mention.span.of(text_));
    auto classes = cues.of(word);
    if (classes.empty()) {
        std::ranges::transform(word, word.begin(), ascii_lower);
        classes = cues.of(word);
    }
    return !classes.empty() && std::ranges::any_of(tools_.classes.kinds[index_of(sentence.language)],
                                                   [&](const auto& kind) { return classes.has(kind.cue); });
}

bool NameFinder::has_cue(const SentenceAnalysis& sentence, const EntityMention& mention) const {
    const auto& cues = sentence.language == Language::korean ? tools_.korean_cues : tools_.english_cues;
    const bool is_short = is_hangul(text_, mention.span.begin) && mention.span.size() <= 2 * syllable;
    const auto reach = is_short ? short_cue_reach : cue_reach;
    const auto from = mention.tokens.begin - std::min(mention.tokens.begin, reach);
    const auto to = std::min(static_cast<std::uint32_t>(sentence.tokens.size()), mention.tokens.end + reach);
    for (auto i = from; i < to; ++i) {
        if (i >= mention.tokens.begin && i < mention.tokens.end) {
            continue;
        }
        std::string word(sentence.tokens[i].span.of(text_));
        std::ranges::transform(word, word.begin(), ascii_lower);
        auto classes = cues.of(word);
        if (sentence.language == Language::korean) {
            Particle particle{};
            const auto size = tools_.korean.particle_size(word, particle);
            classes = classes | cues.of(std::string_view(word).substr(0, word.size() - size));
        }
        if (classes.empty()) {
            continue;
        }
        const bool titled = classes.has(tools_.classes.title[index_of(sentence.language)]);
        if (titled && (mention.types.has(tools_.classes.person) ||
                       (mention.types.has(tools_.classes.organization) && i >= mention.tokens.end))) {
            return true; // 김가람 대표, GS 회장
        }
        for (const auto& kind : tools_.classes.kinds[index_of(sentence.language)]) {
            if (mention.types.has(kind.type) && kind.type != tools_.classes.person && classes.has(kind.cue)) {
                return true;
            }
        }
    }
    if (mention.tokens.begin == 0) {
        return false;
    }
    const auto before = sentence.tokens[mention.tokens.begin - 1].span.of(text_);
    const bool glued = sentence.tokens[mention.tokens.begin].gap == Token::Gap::glued; // not behind another's quotes
    return before == "‘" || (glued && (before == "'" || before == "\""));
}

void NameFinder::drop_uncued_names() {
    for (auto& sentence : sentences_) {
        std::erase_if(sentence.mentions, [&](EntityMention& mention) {
            if (mention.entities.empty()) {
                return true;
            }
            const auto found = surest_.find(mention.entities.front());
            if (found == surest_.end() || found->second == EntityMention::Surety::sure) {
                return false;
            }
            // Fable, a startup: what the text introduces itself is not what the lexicon knows
            if (const auto own = names_.named(mention.span.of(text_)); own && !names_[*own].types.empty()) {
                mention.entities = {*own};
                return false;
            }
            return found->second == EntityMention::Surety::doubtful;
        });
    }
}

/// What comes again and again is a name; find_again finds where it stands.
void NameFinder::name_strange_words(const StrangeWords& strange) {
    auto makers_and_things = TypeSet::of(tools_.classes.organization);
    makers_and_things.add(tools_.classes.product);
    makers_and_things.add(tools_.ontology.type_named("Model"));
    for (const auto& [form, type] : strange.names()) {
        const auto group = names_.of_form(form, {}, 0);
        if (!names_[group].types.empty()) {
            continue;
        }
        if (!type.empty()) {
            names_.of_form(form, type, strong);
        } else {
            names_.of_form(form, makers_and_things, weak);
        }
    }
}

/// A product by the lexicon, a company by what the text says of it; a model that the text calls a platform.
void NameFinder::add_stated_type(const SentenceAnalysis& sentence, const EntityMention& mention) {
    const auto known = names_[names_.find(mention.entities.front())].types;
    for (const auto& type : tools_.ontology.types()) {
        const bool stated = sentence.language == Language::korean
                              ? !known.has(type.id)
                              : type.id == tools_.classes.organization && types_in(mention.types) > 1;
        if (stated && mention.types.has(type.id) && !known.has(type.id)) {
            const auto weight = sentence.language == Language::korean ? stronger : strong;
            names_.unite(mention.entities.front(),
                         names_.of_form(mention.span.of(text_), TypeSet::of(type.id), weight));
        }
    }
}

/// Names that the text introduces get their groups.
void NameFinder::group_names(SentenceAnalysis& sentence) {
    for (auto& mention : sentence.mentions) {
        if (mention.kind != EntityMention::Kind::name) {
            continue;
        }
        if (!mention.entities.empty()) {
            add_stated_type(sentence, mention);
            continue;
        }
        const auto form = mention.also.empty() ? mention.span.of(text_) : std::string_view(mention.also.front());
        if (types_in(mention.types) == 1) {
            mention.entities = {names_.of_form(form, mention.types, strong)};
        } else {
            // what every mention leaves open counts once
            const auto group = names_.of_form(form, {}, 0);
            const bool is_new = names_[names_.find(group)].types.empty();
            mention.entities = {is_new ? names_.of_form(form, mention.types, weak) : group};
            // what is introduced by no class noun is oftener a product than anything else that is made; Ned Koh is neither
            auto likely = TypeSet::of(tools_.classes.product);
            if (sentence.language == Language::english && mention.types.has(tools_.classes.person)) {
                likely = TypeSet::of(tools_.classes.person);
                likely.add(tools_.classes.organization);
            }
            if (is_new && !(mention.types & likely).empty()) {
                names_.of_form(form, mention.types & likely, weak);
            }
        }
        for (const auto& other : mention.also) {
            names_.unite(mention.entities.front(), names_.of_form(other, mention.types, weak));
        }
    }
    std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
}

} // namespace jokbo

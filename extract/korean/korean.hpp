#pragma once

#include "extract/analysis.hpp"
#include "extract/cues/held_words.hpp"
#include "extract/cues/word_classes.hpp"
#include "extract/frames/frames.hpp"
#include "extract/korean/korean_words.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

class StrangeWords;

/// One step of a Korean sentence: a name with its particle, a noun, a verb, a separator.
struct KoreanItem {
    enum class Kind : std::uint8_t {
        mention,
        noun,
        action, ///< a noun of action that frames know: 개발, 인수
        verb,
        etc,       ///< 등
        dependent, ///< 것, 예정, 계획 … behind an adnominal verb
        separator, ///< comma, middle dot, 및
        adverb,    ///< a word that belongs to no phrase
        stop,      ///< anything else that ends a phrase
    };
    Kind kind = Kind::noun;
    TokenRange tokens;
    Particle particle = Particle::unmarked;
    KoreanWord word;
    std::uint32_t mention = none;
    CueSet cues;
    /// The word without its particle.
    std::string_view stem;
    /// The phrase that ends with this item.
    std::uint32_t phrase = none;
};

struct KoreanCard;

/// The Korean half of reading: names by how the text introduces them, phrases, predications.
class KoreanReader {
public:
    KoreanReader(const Pack& pack, const Ontology& ontology, const Frames& frames, const Cues& cues);

    /// Whether a name may end at byte `end`: no letter comes next, or a particle, or a noun that follows names freely.
    bool may_end_name(std::string_view text, std::uint32_t end, std::uint32_t sentence_end) const;

    /// Adds names that no lexicon holds, with the types that the cues allow.
    /// Strange words that nothing introduces go to `strange`: the whole document may tell.
    void discover(std::string_view text, SentenceAnalysis& sentence, StrangeWords& strange) const;

    /// The word at a token without its particle, if it is none of the language and may be a name that nothing introduces; else empty.
    std::string_view strange_word(std::string_view text, SentenceAnalysis& sentence, std::uint32_t token) const;

    /// Adds described things and anaphors, phrases and predications.
    void parse(std::string_view text, SentenceAnalysis& sentence) const;

    /// The particle behind a name that ends at byte `stem_end` in or at the end of token `end` − 1; `end` moves behind closing quotes,
    /// a parenthesis and the particle.
    Particle particle_after(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t& end,
                            std::uint32_t stem_end) const {
        return particle_behind(text, sentence, end, stem_end);
    }
    std::size_t particle_size(std::string_view eojeol, Particle& particle) const {
        return words_.particle_size(eojeol, particle);
    }
    /// What is known of a word by itself.
    KoreanCard card(std::string_view word, Token::Kind kind) const;

    /// Whether a title stands at the token, with or without a particle: 대표는, 인공지능정책실장.
    bool is_title(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t token) const;
    /// Whether an eojeol may be a noun that goes on without a particle: no verb, no particle, no adverb.
    bool may_be_noun(std::string_view eojeol) const;
    /// Whether a shape's gap may hold the eojeol: no verb, no noun with a case particle other than 의.
    bool may_stand_in_gap(std::string_view eojeol) const;
    /// How many tokens from `token` on say that the name behind them is but a likeness: 제2의, 한국판; 0 where none do.
    std::uint32_t likening(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t token) const {
        const auto hit = longest_cue(text, sentence.tokens, token);
        return hit.classes.has(classes_.likening) ? hit.tokens : 0;
    }
    /// As Cues::longest, by the token's card.
    Cues::Hit longest_cue(std::string_view text, const std::vector<Token>& tokens, std::uint32_t token) const;
    /// The types of names that a shape's gap may hold: they say where or how, and seldom take part.
    TypeSet types_in_gaps() const {
        auto types = TypeSet::of(place_);
        types.add(technology_);
        return types;
    }
    TypeSet organizations() const { return TypeSet::of(organization_); }
    /// The particle that a shape's `~형` names, by any of its forms.
    bool particle_named(std::string_view form, Particle& particle) const;

    /// How far the text stands behind a predication, by its verb and what follows that.
    Status status(std::string_view text, const SentenceAnalysis& sentence, const Predication& predication) const;

private:
    friend class KoreanClauses;
    friend class KoreanDiscovery;

    bool is_class_word(CueSet cues) const;
    /// Whether it is the class noun of some type: 기업, 모델.
    bool names_a_kind(CueSet cues) const;
    /// Whether a stem of a name's length begins with a surname.
    bool looks_like_family_name(std::string_view stem) const;
    KoreanItem plain_item(std::string_view eojeol, const KoreanWord& known, const KoreanCard& card) const;
    void settle_kind(KoreanItem& noun) const;
    bool is_common(std::string_view word) const { return common_words_.contains(word) || !cues_.of(word).empty(); }
    void items(std::string_view text, const SentenceAnalysis& sentence, std::vector<KoreanItem>& items) const;
    bool names_what_parenthesis_holds(std::string_view text, const SentenceAnalysis& sentence,
                                      const EntityMention& mention) const;
    /// The particle glued behind a name or word that ends at byte `stem_end`, within or behind token `end` − 1; `end` moves
    /// behind closing quotes, a parenthesis and the particle.
    Particle particle_behind(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t& end,
                             std::uint32_t stem_end) const;

    const Ontology& ontology_;
    const Frames& frames_;
    const Cues& cues_;
    KoreanWords words_;
    WordMap<bool> common_words_;
    WordMap<bool> rare_nouns_;

    struct Classes {
        CueId title, title_part, former, surname, organization_suffix, transparent, dependent, conjunction, etc,
            follows_name, anaphor_companies, anaphor_many, anaphor_company, anaphor_self, anaphor_model,
            anaphor_product, anaphor_programme, deictic, generic, name_stop, stop_latin, epithet, adverb, base, field,
            announces, edition, counter, light, via, about, agent, likening, adds, anaphor_models, report, subordinates,
            content, alongside, occasion, given_name, measure, goods, institution, other_kind, anaphor_three, venue,
            adjective, concluded, moment, team, manner, state, relays, legal_form, we;
        std::vector<std::pair<CueId, TypeId>> kinds; ///< class.Model → Model …
    } classes_;
    struct Roles {
        std::uint16_t subject, object, head, topic, at, to, in, by, from, with, of, than, via, about, is, listed;
    } roles_;
    TypeId organization_, person_, model_, product_, dataset_, programme_, technology_, place_;
    /// What a clause may hold that settles how far the text stands behind it.
    enum Stance : std::uint8_t { deny, allege, plan, negate, ended };
    HeldWords stances_;
    std::vector<bool> concluded_; ///< triggers with a noun of their own that the class `concluded` holds: 손을 잡
    std::vector<std::string_view> allege_words_, negate_words_, launch_words_, deal_words_, stake_words_;
};

} // namespace jokbo

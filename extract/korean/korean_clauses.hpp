#pragma once

#include "extract/korean/korean.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// Phrases and predications of one Korean sentence: particles mark roles, endings bound clauses.
class KoreanClauses {
public:
    /// `items` is room for the sentence's own.
    KoreanClauses(const KoreanReader& reader, std::string_view text, SentenceAnalysis& sentence,
                  std::vector<KoreanItem>& items);

    void read();

private:
    using Kind = KoreanItem::Kind;

    /// A phrase that waits for a verb to govern it.
    struct Waiting {
        std::uint32_t phrase;
        Particle particle;
        std::uint32_t item; ///< its last item
    };

    /// What a clause in 해 hands on to the one that it leads to.
    struct Chain {
        std::uint32_t topic = none, subject = none;
    };

    /// A subject that an adnominal clause has read and left for the clause around.
    struct LentSubject {
        std::uint32_t predication, phrase;
    };

    std::uint32_t find_headline_topic() const;
    std::string_view token_of(std::uint32_t item) const; ///< the first one
    std::string_view last_token_of(std::uint32_t item) const;
    bool is_somebody(std::uint32_t item) const;
    bool opens_headline(std::uint32_t item) const;
    void read_phrase_ending_at(std::uint32_t item);
    /// The item that stands for the phrase that ends at `last`: behind transparent nouns, 등 and counts; none if it is no name.
    bool is_one_of_a_sum(std::uint32_t separator) const;
    std::uint32_t head_of(std::uint32_t last) const;
    std::uint32_t person_of_title(std::uint32_t title) const;
    IndexList list_before(std::uint32_t head);
    std::uint32_t add_phrase(TokenRange tokens, IndexList mentions);
    std::uint32_t anaphor_or_description(std::uint32_t item);
    std::uint32_t pointed_at(std::uint32_t item);
    std::uint32_t spoken_of(std::uint32_t item);
    std::uint32_t described(std::uint32_t item);
    std::uint32_t add_mention(EntityMention::Kind kind, TokenRange tokens, TypeSet types, std::uint8_t number);

    void read_verb(std::uint32_t item);
    void close_clause(Ending ending);
    void read_report(std::uint32_t item, const Predication& governed, Ending ending);
    std::uint32_t quotation_around(std::uint32_t token) const;
    std::uint32_t speaker_before(std::uint32_t quotation) const;
    bool is_told_by(std::uint32_t item) const;
    void read_action_noun(std::uint32_t item);
    void read_bare_action(std::uint32_t item, Ending ending);
    std::uint32_t bare_object_before(std::uint32_t item) const;
    bool stands_for_verb(std::uint32_t item) const;
    Predication open(std::uint32_t trigger, std::uint32_t item, Predication::Form form) const;
    bool describes_subject(std::uint32_t noun) const;
    bool has_object_noun_behind(const Trigger& trigger, std::uint32_t item) const;
    bool has_object_noun(const Trigger& trigger, std::uint32_t item);
    std::optional<std::uint16_t> role_of(Particle particle) const;
    void govern(Predication& predication, std::uint32_t item, Ending ending, KoreanWord::Voice voice);
    std::uint32_t head_phrase_after(std::uint32_t item);
    bool only_sets_the_scene(std::uint32_t item) const;
    bool is_moment(std::uint32_t item) const;
    void supply_subject(std::uint32_t predication, std::uint32_t head);
    void return_subject(std::uint32_t predication, std::uint32_t head);
    std::uint32_t named_by_copula(std::uint32_t noun) const;
    std::uint32_t modified_by(std::uint32_t noun) const;
    std::uint32_t listed_before(std::uint32_t noun) const;
    bool is_member(const Waiting& waiting) const;
    bool is_thing_with(const Waiting& waiting) const;
    bool has_own_subject(std::uint32_t member, std::uint32_t next) const;
    void take_members(std::uint32_t phrase, std::uint32_t last);
    bool introduces_member(std::uint32_t item) const;
    bool is_also(std::uint32_t item) const;
    bool is_thing_along(std::uint32_t phrase) const;
    std::uint32_t nearest_object() const;
    bool is_object_of_noun(std::size_t waiting) const;
    void remember_for_chain(const Predication& predication, Ending ending);
    bool leads_on(std::uint32_t item) const;
    void argue_owner_of(Predication& predication, std::uint32_t noun);
    std::uint32_t list_that_is(std::uint32_t phrase) const;
    bool is_predicate_noun(std::uint32_t phrase) const;
    bool is_state(std::uint32_t item) const;
    std::uint32_t light_verb_after(std::uint32_t item) const;
    void share_head(std::uint32_t relative, std::uint32_t item);
    bool is_light(std::uint32_t verb) const;
    bool leans_on_another(std::uint32_t action) const;
    std::vector<std::vector<Waiting>> gapped() const;
    /// The ending that counts: an adnominal form before 것, 예정, 계획 … ends a clause.
    Ending effective_ending(std::uint32_t item) const;
    std::uint32_t verb_of_content(std::uint32_t adnominal) const;
    std::uint32_t clause_end(std::uint32_t item) const;
    bool is_settled(std::uint32_t trigger, std::uint32_t item) const;
    bool reports(std::uint32_t item) const;
    void argue(Predication& predication, std::uint16_t role, std::uint32_t phrase) const;
    bool is_list_joint(std::uint32_t item) const;
    std::uint32_t next_member(std::uint32_t item) const;
    bool is_class_of_both(std::uint32_t noun, std::uint32_t a, std::uint32_t b) const;
    bool is_thing(std::uint32_t item) const;
    bool is_thing_named(std::uint32_t mention) const;
    bool same_kind(std::uint32_t a, std::uint32_t b) const;

    const KoreanReader& reader_;
    std::string_view text_;
    SentenceAnalysis& sentence_;
    std::vector<KoreanItem>& items_;
    Chain chain_, next_chain_;
    std::uint32_t headline_topic_ = none; ///< item
    std::uint32_t topic_item_ = none;     ///< the last of topic_
    std::uint32_t scene_item_ = none;     ///< 라운드에는: what the sentence begins by telling of
    std::vector<Waiting> waiting_;
    std::uint32_t topic_ = none;                                         ///< the sentence's topic phrase so far
    std::uint32_t subject_ = none;                                       ///< of the last clause in the chain
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pending_heads_; ///< predication, item whose phrase is its head
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pending_speakers_;   ///< report, item whose phrase speaks
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pending_identities_; ///< predication, item of its noun
    std::vector<Waiting> companions_; ///< with whom the next clause is done as well: 나래와 손잡고
    std::vector<LentSubject> lent_subjects_;
    std::vector<std::uint32_t> taken_subjects_; ///< phrases that a verb took for good
    IndexList carried_;                         ///< mentions that the next phrase takes up
    std::vector<std::uint32_t> prenominal_; ///< predications of nouns that modify the one behind them: 오르카 기반 챗봇
    std::vector<std::uint32_t> topics_; ///< by predication, the topic of its clause
    std::uint32_t object_noun_ = none;  ///< item of the noun that the trigger takes: 투자를 of 투자를 유치하
    std::uint32_t chain_from_ = 0;      ///< first predication of the chain that the next final verb closes
};

} // namespace jokbo

#pragma once

#include "extract/frames/frames.hpp"
#include "extract/names/coreference.hpp"
#include "extract/names/document_names.hpp"
#include "extract/values/values.hpp"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// An entity in a slot of a frame.
struct Filler {
    std::uint32_t group = none;
    TypeId type;
    std::uint32_t mention = none; ///< of the sentence; none for a dropped subject
    /// 1 for a name, less for what coreference supplied.
    double certainty = 1.0;
};

/// A relation that a frame found in a sentence.
struct Finding {
    std::uint32_t frame = 0;
    PredicateId predicate;
    Filler subject;
    Filler object;
    std::optional<Value> value; ///< in place of the object, for attributes
    Status status = Status::asserted;
    Qualifiers qualifiers;
    TokenRange tokens; ///< the trigger or the shape
    TokenRange within; ///< the clause, in which date and amount are looked for
    /// In place of the frame, for what no frame read: `attributes.parameters`.
    std::string reader;
    /// In place of the sentence, for what stands in a table or a field; bytes of Reading::text.
    std::optional<Span> evidence;
};

using FindingSink = std::function<void(Finding)>;

class Awaited;

/// Fills the slots of the frames that the predications of a sentence open.
class Filling {
public:
    Filling(const Ontology& ontology, const Frames& frames, const ValueReader& values, DocumentNames& names,
            const Salience& salience);
    ~Filling();

    /// `status` tells how far the text stands behind a predication.
    using StatusOf = std::function<Status(const Predication&)>;
    /// Who leaves in this sentence, where its verb does not say whom: "Ada Kim, head of Lumen, has resigned". To be asked for before
    /// anything else of the sentence, whose other words then tell of what is over.
    void note_leaving(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                      const StatusOf& status);

    void fill(std::string_view text, const SentenceAnalysis& sentence, const std::vector<ValueMention>& values,
              std::uint32_t number, const StatusOf& status, const FindingSink& sink);

    /// The value of the kind that the attribute asks for that stands nearest to the trigger in its clause, behind it first.
    const ValueMention* value_for(PredicateId attribute, const std::vector<ValueMention>& values, TokenRange trigger,
                                  TokenRange within) const;

    /// The entities that a mention stands for, of the slot's types.
    std::vector<Filler> resolve(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                std::uint32_t mention, const Slot& slot);

    /// What fills a slot of the frame that a shape leaves open: the subject or topic nearest before token `before`, or what the
    /// sentence does not name (`salient`).
    std::vector<Filler> around(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                               const Slot& slot, std::uint32_t frame, std::uint32_t before);

    /// Pushes every relation of the frame that holds between the fillers; lists distribute.
    /// An attribute takes its value from `values`, within the tokens `within`.
    struct Site {
        Status status = Status::asserted;
        TokenRange tokens; ///< the trigger or the shape
        TokenRange within; ///< the clause
        const std::vector<ValueMention>& values;
        /// 각각, respectively: the first with the first, the second with the second.
        enum class Lists : std::uint8_t { distribute, respective } lists = Lists::distribute;
        /// Whether the clause has somebody without a name in the part of the object: A와 B는 외국 기업들과 경쟁한다.
        enum class Others : std::uint8_t { absent, nameless } others = Others::absent;
    };
    Site::Others others_in(const SentenceAnalysis& sentence, const Predication& predication,
                           const Trigger::Opens& opens) const;
    void combine(std::uint32_t frame_index, const std::vector<std::vector<Filler>>& fillers, const Site& site,
                 Qualifiers qualifiers, const FindingSink& sink) const;

private:
    bool is_settled(const EntityMention& mention, std::uint32_t group, const Slot& slot) const;
    bool agree(Filler& subject, Filler& object) const;
    bool is_guess(const SentenceAnalysis& sentence, const EntityMention& mention, TypeId type) const;
    void keep_promises(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                       const Predication& predication, const Trigger::Opens& opens,
                       std::vector<std::vector<Filler>>& fillers);
    void note_ends(const Predication& predication, std::uint32_t frame, std::uint32_t number,
                   const std::vector<std::vector<Filler>>& fillers);
    void read_text(std::string_view text, const SentenceAnalysis& sentence, const Predication& predication,
                   const Slot& slot, Qualifiers& qualifiers) const;
    std::vector<Filler> of_slot(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                const Predication& predication, const Slot& slot, std::uint32_t frame);
    bool is_of_head(const Predication& predication) const;
    bool names_other_than(TypeSet types, const SentenceAnalysis& sentence, const Phrase& phrase) const;
    bool is_open(std::uint16_t role) const;
    /// Where a slot of a frame that is opened at a token finds what no argument gives.
    struct Opening {
        std::uint32_t number; ///< of the sentence
        std::uint32_t frame;
        std::uint32_t token;
    };
    std::vector<Filler> supplied(std::string_view text, const SentenceAnalysis& sentence, const Slot& slot,
                                 std::uint16_t role, const Opening& opening);
    std::vector<Filler> speaker(std::string_view text, const SentenceAnalysis& sentence, const Slot& slot,
                                const Opening& opening);
    const Filler* noted(const Slot& slot, const Opening& opening) const;
    bool is_done_by_head(const SentenceAnalysis& sentence, const Predication& predication, const Slot& slot) const;
    std::vector<Filler> dropped_subject(const SentenceAnalysis& sentence, std::uint32_t number,
                                        const Predication& predication, const Slot& slot) const;

    /// Who speaks for an organization stands for it where only an organization can act: 정 부사장은 “나래와 협력하고 …”.
    std::vector<Filler> employer_of(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t number,
                                    std::uint32_t mention, const Slot& slot);
    std::vector<Filler> employer(const std::vector<Filler>& people, const Slot& slot) const;

    const Ontology& ontology_;
    const Frames& frames_;
    const ValueReader& values_;
    DocumentNames& names_;
    const Salience& salience_;
    PredicateId works_for_;
    TypeId person_, place_;
    TypeSet places_and_houses_;
    /// By group of a person, the group of the employer that the text gave last.
    mutable std::unordered_map<std::uint32_t, Filler> employers_;
    std::vector<Filler> leaving_; ///< who leaves in this sentence
    std::unique_ptr<Awaited> awaited_;
    std::uint16_t subject_role_, head_role_, object_role_, salient_role_, protagonist_role_, speaker_role_, same_role_,
        dropped_role_, owner_role_, office_role_, topic_role_;
    /// next.X → X
    std::vector<std::uint16_t> of_next_;
};

} // namespace jokbo

#pragma once

#include "extract/cards/cards.hpp"
#include "extract/frames/filling.hpp"
#include "extract/frames/patterns.hpp"
#include "extract/korean/korean.hpp"
#include "extract/layout/layout.hpp"
#include "extract/names/names.hpp"
#include "extract/values/attributes.hpp"
#include "extract/values/values.hpp"
#include "schema/document.hpp"

#include <unordered_map>
#include <vector>

namespace jokbo {

class EnglishReader;

/// What names and their surroundings are told by, looked up once.
struct ClassCues {
    ClassCues(const Ontology& ontology, const Cues& korean, const Cues& english);

    struct Kind {
        CueId cue;
        TypeId type;
    };
    std::vector<Kind> kinds[2]; ///< class.Model … → Model, by Language
    CueId title[2];
    TypeId person, organization, product;
};

/// What all documents are read with; built once, shared by threads.
struct ReadingTools {
    const Ontology& ontology;
    const Lexicon& lexicon;
    const Cues& korean_cues;
    const Cues& english_cues;
    const Frames& frames;
    const NameIndex& names;
    const LayoutReader& layout;
    const SentenceSplitter& splitter;
    const KoreanReader& korean;
    const EnglishReader* english;
    const Patterns& patterns;
    const ValueReader& values;
    const ClassCues& classes;
    const CardReader& cards;
    const AttributeReader& attributes;
};

/// Reads one document, stage by stage. The stages are public in their order, so that `--explain` can show each.
class DocumentReader {
public:
    DocumentReader(const ReadingTools& tools, const Document& document);

    /// Layout, sentences, tokens.
    void take_apart();
    /// Known names, names that the text introduces, aliases, and all other places where they stand.
    void find_names();
    /// Phrases and predications, sentence by sentence; frames and shapes; coreference in the order of the text.
    void find_relations(const FindingSink& sink);

    /// What the fields and tables of a model card state.
    void read_card(const FindingSink& sink);

    /// What the names themselves say: A.X 4.0 Light is a version of A.X 4.0 where the text names both.
    void relate_versions(const FindingSink& sink);

    const Reading& reading() const { return reading_; }
    const std::vector<SentenceAnalysis>& sentences() const { return sentences_; }
    DocumentNames& names() { return names_; }
    /// The sentence whose findings are being pushed.
    std::uint32_t at() const { return at_; }

private:
    void find_known_names(SentenceAnalysis& sentence);
    bool is_class_noun(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    bool has_cue(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    void drop_uncued_names();
    void group_names(SentenceAnalysis& sentence);
    void unite_aliases(SentenceAnalysis& sentence);
    void find_again();
    void find_by_family_name();
    std::vector<std::uint32_t> list_around(const SentenceAnalysis& sentence, std::uint32_t mention,
                                           TokenRange shape) const;
    void read_attributes(SentenceAnalysis& sentence, const std::vector<ValueMention>& values, const FindingSink& sink);
    bool is_of_others(const SentenceAnalysis& sentence) const;
    Filler filler_of(const CardEntity& entity);
    void qualify(const SentenceAnalysis& sentence, const std::vector<ValueMention>& values, Finding& finding) const;
    void remember(const SentenceAnalysis& sentence, std::uint32_t number);

    const ReadingTools& tools_;
    const Document& document_;
    Reading reading_;
    std::vector<SentenceAnalysis> sentences_;
    DocumentNames names_;
    Salience salience_;
    Filling filling_;
    std::uint32_t at_ = 0;
    /// Names whose every bearer needs a cue, by group: whether any mention had one.
    std::unordered_map<std::uint32_t, bool> cued_;
};

} // namespace jokbo

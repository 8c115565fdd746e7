#pragma once

#include "extract/frames/filling.hpp"
#include "extract/names/remembering.hpp"
#include "extract/reading_memory.hpp"
#include "extract/reading_tools.hpp"
#include "schema/document.hpp"

#include <vector>

namespace jokbo {

/// Reads one document, stage by stage. The stages are public in their order, so that `--explain` can show each.
class DocumentReader {
public:
    /// `memory` is the caller's thread's.
    DocumentReader(const ReadingTools& tools, const Document& document, ReadingMemory& memory);
    ~DocumentReader() { memory_.take_back(sentences_); }
    DocumentReader(const DocumentReader&) = delete;
    DocumentReader& operator=(const DocumentReader&) = delete;

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
    void read_attributes(SentenceAnalysis& sentence, const std::vector<ValueMention>& values, const FindingSink& sink);
    bool names_one_of(const SentenceAnalysis& sentence, const AttributeClaim& claim) const;
    bool is_of_others(const SentenceAnalysis& sentence) const;
    Predication headline_of(const SentenceAnalysis& sentence, const ShapeHit& hit) const;
    Filler filler_of(const CardEntity& entity);
    std::string said_by(const SentenceAnalysis& sentence, const Finding& finding);
    bool lies_ahead(const SentenceAnalysis& sentence, const ValueMention& date, TokenRange verb) const;
    void qualify(const SentenceAnalysis& sentence, const std::vector<ValueMention>& values, Finding& finding) const;

    const ReadingTools& tools_;
    const Document& document_;
    ReadingMemory& memory_;
    Reading reading_;
    std::vector<SentenceAnalysis> sentences_;
    DocumentNames names_;
    RememberedRoles remembered_roles_;
    Salience salience_;
    Filling filling_;
    std::uint32_t at_ = 0;
    bool is_card_ = false;
};

} // namespace jokbo

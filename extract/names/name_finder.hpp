#pragma once

#include "extract/names/document_names.hpp"
#include "extract/reading_tools.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

class StrangeWords;

/// Finds the names of a document: those that the lexicon holds, those that the text introduces, which of them are one, and all
/// other places where they stand. Mentions go to the sentences, groups to the names.
class NameFinder {
public:
    NameFinder(const ReadingTools& tools, std::string_view text, std::vector<SentenceAnalysis>& sentences,
               DocumentNames& names)
        : tools_(tools), text_(text), sentences_(sentences), names_(names) {}

    void run();

private:
    class Forms;

    void find_known_names(SentenceAnalysis& sentence);
    bool is_common_word(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    bool is_class_noun(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    bool has_cue(const SentenceAnalysis& sentence, const EntityMention& mention) const;
    void drop_uncued_names();
    void name_strange_words(const StrangeWords& strange);
    void group_names(SentenceAnalysis& sentence);
    void add_stated_type(const SentenceAnalysis& sentence, const EntityMention& mention);
    void unite_aliases(SentenceAnalysis& sentence);
    void find_again();
    void find_by_family_name();

    const ReadingTools& tools_;
    std::string_view text_; ///< of the reading
    std::vector<SentenceAnalysis>& sentences_;
    DocumentNames& names_;
    /// By group of the lexicon's, the surest of its mentions.
    std::unordered_map<std::uint32_t, EntityMention::Surety> surest_;
};

} // namespace jokbo

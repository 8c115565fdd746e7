#pragma once

#include "extract/names/document_names.hpp"
#include "extract/reading_tools.hpp"

#include <string_view>
#include <vector>

namespace jokbo {

/// Organizations that nothing introduces, by the slots that they stand in: in 나래는 바이닉스와 협약을 맺었다, the strange word that a known
/// organization has signed with is another one. Asks for sentences that are parsed already; gives their mentions to those, and parses
/// anew the sentences that have got some. Korean only: an English name shows by its capital.
class NamesInSlots {
public:
    NamesInSlots(const ReadingTools& tools, std::string_view text, std::vector<SentenceAnalysis>& sentences,
                 DocumentNames& names)
        : tools_(tools), text_(text), sentences_(sentences), names_(names),
          organization_(TypeSet::of(tools.classes.organization)) {}

    void run();

private:
    std::string_view strange_word(SentenceAnalysis& sentence, const Phrase& phrase) const;
    std::string_view word_at(SentenceAnalysis& sentence, std::uint32_t token) const;
    bool holds_known_name(Span word) const;
    void add_list(SentenceAnalysis& sentence, std::uint32_t last);
    const Phrase* phrase_of(const SentenceAnalysis& sentence, const Predication& predication, const Slot& slot) const;
    bool is_known(const SentenceAnalysis& sentence, const Phrase& phrase, const Slot& slot) const;
    void look(SentenceAnalysis& sentence, const Predication& predication, const Slot& open, const Slot& other);
    void collect(SentenceAnalysis& sentence);
    bool name(SentenceAnalysis& sentence) const;

    const ReadingTools& tools_;
    std::string_view text_; ///< of the reading
    std::vector<SentenceAnalysis>& sentences_;
    DocumentNames& names_;
    TypeSet organization_;
    WordMap<std::uint32_t> found_; ///< by the word, its group
};

} // namespace jokbo

#pragma once

#include "extract/analysis.hpp"
#include "extract/english/english_sentence.hpp"
#include "extract/english/english_vocabulary.hpp"
#include "extract/frames/frames.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jokbo {

class DocumentNames;

/// Reads English sentences: unknown names by how the text introduces them; phrases, anaphors, and who does what to whom.
class EnglishReader {
public:
    /// `cues`, `frames` and `ontology` must outlive it.
    EnglishReader(const Pack& pack, const Cues& cues, const Frames& frames, const Ontology& ontology);

    /// What is known of the token's word by itself: looked up where nobody has done so before.
    const EnglishWord& word(std::string_view text, const Token& token) const {
        return token.word != nullptr ? *token.word : vocabulary_.word(token.span.of(text));
    }

    /// Where the page has lost the space between two sentences: "…their models.Also: the best of 2025OpenAI released", "takeawaysNova is".
    /// Bytes of `text` at which the later ones begin.
    std::vector<std::uint32_t> glued_sentences(std::string_view text, const std::vector<Token>& tokens) const;

    /// Adds the capitalised names that no lexicon holds to `sentence.mentions`, with the types that their surroundings leave;
    /// lengthens known names by versions and editions (Llama → Llama 3.1 405B).
    void discover(std::string_view text, SentenceAnalysis& sentence) const;

    /// Once all names are known: a family name means its bearer, "Ricursive" means Ricursive Intelligence.
    void unite_short_names(std::string_view text, std::vector<SentenceAnalysis>& sentences, DocumentNames& names) const;

    /// Adds anaphors and described things to the mentions, and finds phrases and predications. Linear in the sentence's length.
    void parse(std::string_view text, SentenceAnalysis& sentence) const;

private:
    std::array<std::string_view, 2> short_forms(std::string_view text, const SentenceAnalysis& sentence,
                                                const EntityMention& mention) const;

    struct Roles {
        std::uint16_t subject, object, object2, poss, mod, head, be, agent, self, whose, topic, of, staff;
    };
    struct Types {
        TypeId organization, person, model, dataset, product, programme, technology, licence, place;
    };
    friend class EnglishTagger;
    friend class EnglishPhrases;
    friend class EnglishClauses;
    friend class EnglishPredications;
    friend class EnglishNames;
    friend class EnglishAnaphora;

    EnglishVocabulary vocabulary_;
    const Frames* frames_;
    const Cues* cues_;
    CueId funded_; ///< class nouns of those whom others fund
    CueId ended_;  ///< words before a title that somebody no longer bears: former
    Roles roles_;
    Types types_;
};

} // namespace jokbo

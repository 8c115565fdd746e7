#pragma once

#include "schema/document.hpp"
#include "schema/lexicon.hpp"
#include "schema/ontology.hpp"
#include "schema/pack.hpp"
#include "schema/statement.hpp"

#include <iosfwd>
#include <memory>

namespace jokbo {

/// Reads statements out of documents: layout, sentences, mentions, roles, frames, qualifiers, coreference.
/// Built once; `extract` may be called from many threads at a time.
class Extractor {
public:
    /// Throws DataError where cues, frames or lexicon do not hold together. `ontology` and `lexicon` must outlive it.
    Extractor(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon);
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    /// Pushes what the document states, in the order of the text; equal claims of one document come once.
    void extract(const Document& document, const StatementSink& sink) const;

    /// Shows how it came to that, sentence by sentence: names, triggers with their roles, findings and near misses.
    void explain(const Document& document, std::ostream& out) const;

private:
    struct Engine;
    class MemoryLoan;
    std::unique_ptr<Engine> engine_;
};

} // namespace jokbo

#pragma once

#include "extract/layout/reading.hpp"
#include "schema/document.hpp"

#include <memory>

namespace jokbo {

class Pack;

/// Understands the layout of documents: Markdown, HTML, plain text as pasted from pages, and mixtures of them.
/// Built once from `extract/cues/*.tsv`; `lay_out` may be called from many threads at a time.
class LayoutReader {
public:
    /// Throws DataError where a cue file is malformed.
    explicit LayoutReader(const Pack& pack);
    ~LayoutReader();
    LayoutReader(LayoutReader&&) noexcept;
    LayoutReader& operator=(LayoutReader&&) noexcept;

    /// Linear in the length of the text, whatever it holds.
    Reading lay_out(const Document& document) const;

private:
    struct Cues;
    std::unique_ptr<const Cues> cues_;
};

} // namespace jokbo

#pragma once

#include "cli/terminal.hpp"
#include "eval/score.hpp"
#include "extract/layout/layout.hpp"
#include "extract/layout/sentences.hpp"

#include <iosfwd>
#include <string>

namespace jokbo::cli {

/// Lists what a page's score misses and gets wrong, each with the sentence that it is about.
class FaultLister {
public:
    /// `ontology` must outlive it.
    FaultLister(const Pack& pack, const Ontology& ontology, const Terminal& terminal);

    /// `text` is the page's document.
    void list(std::ostream& out, const PageScore& score, const std::string& text) const;

private:
    void list_missed(std::ostream& out, const PageScore& score, const std::string& text) const;
    void list_wrong(std::ostream& out, const PageScore& score) const;
    void quote(std::ostream& out, std::string_view sentence) const;

    LayoutReader layout_;
    SentenceSplitter splitter_;
    const Ontology& ontology_;
    Terminal terminal_;
};

} // namespace jokbo::cli

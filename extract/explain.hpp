#pragma once

#include "extract/document_reader.hpp"

#include <iosfwd>

namespace jokbo {

/// Shows what reading made of each sentence: its mentions with their types, phrases, predications with roles, and what the frames
/// found or why they found nothing. For who writes frames.
void explain(const ReadingTools& tools, const Document& document, std::ostream& out);

} // namespace jokbo

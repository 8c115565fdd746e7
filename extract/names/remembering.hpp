#pragma once

#include "extract/frames/frames.hpp"
#include "extract/names/coreference.hpp"

namespace jokbo {

/// What later sentences may look back to: each name of the sentence in its place (topic, subject, other), and the names that
/// stand together in one phrase or as a subject with its companion (양사, both companies).
void remember(const SentenceAnalysis& sentence, std::uint32_t number, const Frames& frames, Salience& salience);

} // namespace jokbo

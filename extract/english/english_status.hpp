#pragma once

#include "extract/analysis.hpp"
#include "extract/cues/word_classes.hpp"

#include <string_view>

namespace jokbo {

/// How far an English text stands behind a predication, by the words of its clause: modals and plans before the verb, negation,
/// hedges, endings.
Status english_status(std::string_view text, const SentenceAnalysis& sentence, const Predication& predication,
                      const Cues& cues);

} // namespace jokbo

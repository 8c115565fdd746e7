#include "extract/korean.hpp"

namespace jokbo {

void KoreanReader::discover(std::string_view, SentenceAnalysis&) const {}

} // namespace jokbo

#include "extract/layout/layout_repair.hpp"

namespace jokbo {

Reading LayoutRepair::repair(Reading reading, const std::vector<BlockNote>& notes, const Document& document) const {
    auto blocks = BlockClassifier(cues_).classify(reading, notes, document);
    return join_cut_paragraphs(std::move(reading), std::move(blocks));
}

} // namespace jokbo

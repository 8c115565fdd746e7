#include "extract/layout_repair.hpp"

namespace jokbo {

Reading LayoutRepair::repair(Reading reading, const std::vector<BlockNote>&, const Document&) const { return reading; }

} // namespace jokbo

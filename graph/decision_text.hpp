#pragma once

#include "graph/decision.hpp"
#include "schema/pack.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// Decisions as lines of tab-separated text that diff and merge well: one a line, by when and id, below a header.
/// Tabs and line breaks in a text are written \t and \n.
std::string decisions_text(const std::vector<Decision>& decisions);

/// Reads them back; lines may stand in any order and more than once. Throws DataError, which names the line.
std::vector<Decision> decisions_from_text(const DataFile& file);

} // namespace jokbo

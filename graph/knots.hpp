#pragma once

#include "graph/view.hpp"

#include <vector>

namespace jokbo {

/// For every set of entities that reach each other over these edges (which are ascending): the shortest round, from subject
/// to object, through the first entity of the set. Sets by their first entity.
std::vector<std::vector<EdgeId>> find_knots(const View& view, const std::vector<EdgeId>& edges);

} // namespace jokbo

#pragma once

#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// The whole graph as lines of text, sorted, by keys and without row numbers: two stores hold the same graph if and only if
/// they have the same listing. One line an entity, a name, an edge, a support, a conflict.
std::vector<std::string> listing(const Store& store);

} // namespace jokbo

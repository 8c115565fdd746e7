#pragma once

#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo {

/// What is wrong with a store; empty where nothing is. It looks at SQLite's own integrity, whether every edge has evidence, every
/// quote stands in its text, the full-text index fits its names, and the fold of the statements equals the tables.
/// `pack` is that with which the store was opened.
std::vector<std::string> faults_of(const Store& store, const Pack& pack);

} // namespace jokbo

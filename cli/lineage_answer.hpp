#pragma once

#include "cli/session.hpp"
#include "graph/lineage.hpp"

namespace jokbo::cli {

/// The whole of `upstream` and `downstream`.
Exit answer_lineage(Session& session, LineageDirection direction);

std::vector<Option> lineage_options();

} // namespace jokbo::cli

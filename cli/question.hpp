#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "graph/edge_filter.hpp"
#include "graph/store.hpp"

#include <string>
#include <vector>

namespace jokbo::cli {

/// The options that questions about the graph share: --as-of, --status, --min-confidence, --relation, --evidence; `more`
/// stand before them.
std::vector<Option> question_options(std::vector<Option> more = {});

/// What they say. Throws UsageError and NotFound with a did-you-mean.
QueryFilter filter_of(Session& session);

/// How much of the evidence is shown. People see the first place of each hop, programs all, where --evidence is not given.
enum class EvidenceShown { none, first, all };
EvidenceShown evidence_shown(const Session& session);

/// The session's store, to be read.
Store open_for_reading(Session& session);

/// Values of `--option A,B --option C`.
std::vector<std::string> listed(const Arguments& arguments, std::string_view option);

/// --depth, unbounded where it is not given.
Option depth_option();
std::size_t depth_of(const Session& session);

} // namespace jokbo::cli

#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "graph/edge_filter.hpp"
#include "graph/store.hpp"
#include "graph/tracing.hpp"
#include "graph/view.hpp"

#include <string>
#include <vector>

namespace jokbo::cli {

/// The options that questions about the graph share: --as-of, --status, --min-confidence, --relation, --evidence; `more`
/// stand before them.
std::vector<Option> question_options(std::vector<Option> more = {});

/// The same without --evidence, for answers that rest on the network as a whole.
std::vector<Option> network_options(std::vector<Option> more = {});

/// What they say. Throws UsageError and NotFound with a did-you-mean.
QueryFilter filter_of(Session& session);

/// How much of the evidence is shown. People see the first place of each hop, programs all, where --evidence is not given.
enum class EvidenceShown { none, first, all };
EvidenceShown evidence_shown(const Session& session);

/// The session's store, to be read.
Store open_for_reading(Session& session);

/// Values of `--option A,B --option C`.
std::vector<std::string> listed(const Arguments& arguments, std::string_view option);

/// The filter's statuses, or these where --status is not given.
StatusSet statuses_of(const QueryFilter& filter, StatusSet otherwise);

/// The limits of a walk: --status, --min-confidence, --depth.
WalkLimits walk_limits(const Session& session, const QueryFilter& filter);

/// Everything in the store that the filter lets pass; its statuses aside, which the question itself looks at.
View whole_view(const Store& store, QueryFilter filter);

/// The entity of that name in the view. Throws NotFound where the store or the view has none.
NodeId node_named(const Store& store, const View& view, std::string_view name);

/// --type, empty where it is not given.
Option type_option();
TypeSet types_of(Session& session);

/// --top, and the first so many of `list`.
Option top_option(std::string_view fallback);

/// --depth, unbounded where it is not given.
Option depth_option();
std::size_t depth_of(const Session& session);

} // namespace jokbo::cli

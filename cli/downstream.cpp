#include "cli/lineage_answer.hpp"

namespace jokbo::cli {

namespace {

Exit run(Session& session) { return answer_lineage(session, LineageDirection::downstream); }

} // namespace

Command downstream_command() {
    return {.name = "downstream",
            .group = Group::dependencies,
            .summary = "what depends on an entity, over any number of hops",
            .positionals = {{"NAME", "a name or key of the entity, or Type:name"}},
            .options = lineage_options(),
            .notes = "The inverse of upstream: the same relations walked from the other end, with the same marks.",
            .example =
                "jokbo downstream \"Qwen 2.5\"\njokbo downstream Model:Qwen --relation based_on,version_of --depth 2",
            .run = run};
}

} // namespace jokbo::cli

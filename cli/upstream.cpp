#include "cli/lineage_answer.hpp"

namespace jokbo::cli {

namespace {

Exit run(Session& session) { return answer_lineage(session, LineageDirection::upstream); }

} // namespace

Command upstream_command() {
    return {.name = "upstream",
            .group = Group::dependencies,
            .summary = "what an entity depends on, over any number of hops",
            .positionals = {{"NAME", "a name or key of the entity, or Type:name"}},
            .options = lineage_options(),
            .notes = "Walked are the relations that point from what depends to what it depends on: bases, families, "
                     "training data and\n"
                     "hardware, licences, use. Of several ways the asserted one counts, then the shortest. What is "
                     "planned or alleged is\n"
                     "marked, and so is all that hangs on it; what is denied or ended is listed and not walked beyond, "
                     "unless --status\n"
                     "asks for it.",
            .example =
                "jokbo upstream \"A.X 4.0\"\njokbo upstream \"A.X 4.0\" --status asserted --as-of 2025-10 --json",
            .run = run};
}

} // namespace jokbo::cli

#include "graph/integrity.hpp"

#include "graph/listing.hpp"
#include "graph/store_engine.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t most_faults = 20;

void compare(const std::vector<std::string>& held, const std::vector<std::string>& made,
             std::vector<std::string>& faults) {
    const auto report = [&](const std::vector<std::string>& some, const std::vector<std::string>& others,
                            std::string_view words) {
        std::vector<std::string> only;
        std::ranges::set_difference(some, others, std::back_inserter(only));
        for (const auto& line : only) {
            if (faults.size() == most_faults) {
                return;
            }
            faults.push_back(fmt::format("{}: {}", words, line));
        }
    };
    report(held, made, "the store holds what its statements do not say");
    report(made, held, "the store lacks what its statements say");
}

} // namespace

std::vector<std::string> faults_of(const Store& store, const Pack& pack) {
    const auto& engine = store.engine();
    std::vector<std::string> faults;
    const auto state = store.snapshot();
    engine.guarded([&] {
        const auto add_all = [&](std::string_view sql) {
            Query rows(engine.handle(), sql);
            while (rows.next() && faults.size() < most_faults) {
                faults.push_back(rows.string(0));
            }
        };
        add_all("SELECT 'SQLite: ' || integrity_check FROM pragma_integrity_check(20) WHERE integrity_check <> 'ok'");
        add_all("SELECT 'an edge without evidence: ' || id FROM edge WHERE NOT EXISTS (SELECT 1 FROM support WHERE "
                "edge = edge.id) LIMIT 20");
        add_all("SELECT 'evidence without its statement: ' || statement FROM support WHERE NOT EXISTS (SELECT 1 FROM "
                "statement WHERE id = support.statement) LIMIT 20");
        add_all("SELECT 'a statement without its document: ' || id FROM statement WHERE NOT EXISTS (SELECT 1 FROM "
                "document WHERE id = statement.id / 1048576) LIMIT 20");
        add_all("SELECT 'an edge without its subject or object: ' || g.id FROM edge g LEFT JOIN entity s ON s.id = "
                "g.subject "
                "LEFT JOIN entity o ON o.id = g.object WHERE s.id IS NULL OR (g.object IS NOT NULL AND o.id IS NULL) "
                "LIMIT 20");
        add_all("SELECT 'a name that the full-text index lacks: ' || n.text FROM name n WHERE n.id <= (SELECT value "
                "FROM meta WHERE name = 'indexed_names') AND NOT EXISTS (SELECT 1 FROM name_text_docsize WHERE id = "
                "n.id) LIMIT 20");
        return 0;
    });
    if (!faults.empty()) {
        return faults; // the rest would only repeat it
    }
    auto again = Store::in_memory(pack, store.ontology(), store.lexicon());
    std::vector<ReadDocument> one(1);
    store.for_each_document([&](const ReadDocument& read) {
        one.front() = read;
        for (const auto& refused : again.add(one).refused) {
            faults.push_back(refused);
        }
    });
    for (const auto& decision : store.decisions()) {
        again.decide(decision);
    }
    again.fold();
    // What waits for its fold is no fault: the next writer folds it, documents as well as decisions.
    if (faults.empty() && store.statistics().waiting == 0 && engine.meta("decisions_folded") != 0) {
        compare(listing(store), listing(again), faults);
    }
    return faults;
}

} // namespace jokbo

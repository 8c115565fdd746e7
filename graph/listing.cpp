#include "graph/listing.hpp"

#include "graph/qualifiers.hpp"
#include "graph/store_engine.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

std::vector<std::string> rows(const Store& store, std::string_view sql) {
    std::vector<std::string> lines;
    Query query(store.engine().handle(), sql);
    while (query.next()) {
        lines.push_back(query.string(0));
    }
    return lines;
}

} // namespace

std::vector<std::string> listing(const Store& store) {
    return store.engine().guarded([&] {
        std::vector<std::string> all;
        for (const std::string_view sql : {
                 "SELECT format('entity %s %s %d %s %s', key, type, named, name, country) FROM entity",
                 "SELECT format('name %s %s %s', e.key, n.text, n.folded) FROM name n JOIN entity e ON e.id = n.entity",
                 "SELECT format('edge %s %s %s %s %.6f %d %d %d %d %s %s %s %s %s %s', s.key, p.text, coalesce(o.key, "
                 "g.value), t.name, g.confidence, "
                 "g.statements, g.documents, g.sources, g.accepted, g.first_seen, g.last_seen, g.happened, g.how, "
                 "g.component, g.amount) "
                 "FROM edge g JOIN entity s ON s.id = g.subject LEFT JOIN entity o ON o.id = g.object JOIN term p ON "
                 "p.id = g.predicate "
                 "JOIN status t ON t.id = g.status",
                 "SELECT format('support %s %s %s %s %s %d %d %s %s', s.key, p.text, coalesce(o.key, g.value), t.name, "
                 "d.name, c.quote_begin, "
                 "c.quote_end, f.text, c.qualifiers) FROM support u JOIN edge g ON g.id = u.edge JOIN statement c ON "
                 "c.id = u.statement "
                 "JOIN document d ON d.id = c.id / 1048576 JOIN term f ON f.id = c.frame "
                 "JOIN entity s ON s.id = g.subject LEFT JOIN entity o ON o.id = g.object JOIN term p ON p.id = "
                 "g.predicate "
                 "JOIN status t ON t.id = g.status",
                 "SELECT format('idle %s %d %d %s', d.name, c.quote_begin, c.quote_end, p.text) FROM support u JOIN "
                 "statement c ON c.id = u.statement "
                 "JOIN document d ON d.id = c.id / 1048576 JOIN term p ON p.id = c.predicate WHERE u.edge = 0",
                 "SELECT format('conflict %s %s %s %s %s', kind, conflict.type, a, b, m.names) FROM conflict JOIN "
                 "mention m ON m.id = mention",
                 "SELECT format('form %s %s %s %d %s', t.text, scope, names, uses, e.key) FROM mention m JOIN term t "
                 "ON t.id = m.type "
                 "LEFT JOIN entity e ON e.id = m.entity WHERE uses > 0",
             }) {
            auto some = rows(store, sql);
            all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        }
        std::ranges::sort(all);
        return all;
    });
}

} // namespace jokbo

#include "graph/link_walk.hpp"

#include "graph/edge_filter.hpp"
#include "graph/sqlite.hpp"
#include "graph/store_engine.hpp"

#include <vector>

namespace jokbo {

struct LinkWalk::Reader {
    /// A predicate as the store numbers it: unknown so far, of no interest, or wanted.
    struct Term {
        enum class State : std::uint8_t { unknown, unwanted, wanted } state = State::unknown;
        PredicateId predicate;
    };

    Reader(const Store& from, Store::Direction way, const QueryFilter& question)
        : store(from), direction(way), filter(question), edges(question),
          // In the order of the index. That an attribute has no object is cheaper to see here than for SQLite to test.
          rows(from.engine().handle(), way == Store::Direction::out
                                           ? "SELECT e.predicate, e.object, e.status, e.confidence, e.id "
                                             "FROM queued(?) q CROSS JOIN edge e ON e.subject = q.id"
                                           : "SELECT e.predicate, e.subject, e.status, e.confidence, e.id "
                                             "FROM queued(?) q CROSS JOIN edge e ON e.object = q.id") {}

    const Term& term(std::uint32_t number) {
        if (number >= terms.size()) {
            terms.resize(number + 1);
        }
        Term& known = terms[number];
        if (known.state == Term::State::unknown) {
            known.predicate = store.engine().predicate_of(number);
            known.state = edges.admits(known.predicate) ? Term::State::wanted : Term::State::unwanted;
        }
        return known;
    }

    void read(IdQueue& queue, const std::function<void(const Link&)>& visit) {
        const bool out = direction == Store::Direction::out;
        bind_queue(rows, queue);
        while (rows.next()) {
            const EntityId other{rows.number(1)};
            if (other == EntityId{}) {
                continue;
            }
            const Term& predicate = term(rows.number(0));
            if (predicate.state != Term::State::wanted) {
                continue;
            }
            const EntityId entity = queue.ids[queue.at];
            const Link link{{rows.number(4)},
                            out ? entity : other,
                            out ? other : entity,
                            predicate.predicate,
                            static_cast<Status>(rows.integer(2)),
                            static_cast<float>(rows.real(3))};
            if (edges.statuses.has(link.status) && static_cast<double>(link.confidence) >= edges.min_confidence) {
                visit(link);
            }
        }
    }

    const Store& store;
    Store::Direction direction;
    QueryFilter filter;
    EdgeFilter edges;
    Query rows;
    std::vector<Term> terms;
};

LinkWalk::LinkWalk(const Store& store, Store::Direction direction, const QueryFilter& filter)
    : reader_(std::make_unique<Reader>(store, direction, filter)) {}
LinkWalk::~LinkWalk() = default;

void LinkWalk::run(IdQueue& queue, const std::function<void(const Link&)>& visit) {
    // What was known as of a date has to be told from the statements.
    if (!reader_->filter.as_of.empty()) {
        for (queue.at = 0; queue.at < queue.ids.size(); ++queue.at) {
            reader_->store.for_each_link_of(queue.ids[queue.at], reader_->direction, reader_->filter, visit);
        }
        return;
    }
    reader_->store.engine().guarded([&] {
        reader_->read(queue, visit);
        return 0;
    });
}

} // namespace jokbo

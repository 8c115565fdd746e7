#include "graph/belief.hpp"
#include "graph/fold.hpp"
#include "graph/places.hpp"
#include "graph/qualifiers.hpp"
#include "graph/store.hpp"
#include "graph/store_engine.hpp"

#include <SQLiteCpp/Exception.h>

#include <map>
#include <utility>

namespace jokbo {

namespace {

/// Fills in what the document's text tells of a place in it.
void place(Support& support, std::string_view text) {
    Place found = place_in(text, support.span);
    support.quote = std::move(found.quote);
    support.line = found.line;
    support.characters = found.characters;
    support.prefix = std::move(found.prefix);
    support.suffix = std::move(found.suffix);
}

} // namespace

std::vector<Support> Store::supports(StoredEdgeId id, std::string_view as_of) const {
    return engine_->guarded([&] {
        std::vector<Support> supports;
        std::vector<Testimonial> testimonials;
        std::map<std::string, std::uint32_t> publishers;
        const auto rows = engine_->query(
            "SELECT d.id, d.name, d.title, d.published, d.url, d.publisher, d.text, c.quote_begin, c.quote_end, "
            "f.text, s.names, "
            "coalesce(o.names, c.value), c.status, c.qualifiers, c.confidence, c.sketch, p.text, o.id IS NULL "
            "FROM support u JOIN statement c ON c.id = u.statement JOIN document d ON d.id = c.id / 1048576 JOIN term "
            "f ON f.id = c.frame "
            "JOIN term p ON p.id = c.predicate JOIN mention s ON s.id = c.subject LEFT JOIN mention o ON o.id = "
            "c.object "
            "WHERE u.edge = ?1 AND d.name IS NOT NULL AND (?2 = '' OR d.published < ?2 || '~') ORDER BY d.name, c.id");
        rows->with(id.value, as_of);
        ClaimReader reader(*engine_);
        while (rows->next()) {
            Support support;
            support.document = rows->string(1);
            support.title = rows->string(2);
            support.published = rows->string(3);
            support.url = rows->string(4);
            support.publisher = rows->string(5);
            support.span = {rows->number(7), rows->number(8)};
            support.frame = rows->string(9);
            const auto standing = [](std::string_view packed) {
                return std::string(packed.substr(0, packed.find('\x1f')));
            };
            support.subject = standing(rows->text(10));
            support.object = rows->integer(17) != 0 ? std::string() : standing(rows->text(11));
            support.status = static_cast<Status>(rows->integer(12));
            support.qualifiers = qualifiers_from_json(rows->text(13));
            support.confidence = rows->real(14);
            support.reliability = engine_->reliability.of(support.frame);
            support.statement = statement_key(support.document, support.span, rows->text(10), rows->text(16),
                                              rows->text(11), support.status);
            place(support, rows->text(6));
            testimonials.push_back({rows->number(0), reader.publisher_number(support.publisher, support.url),
                                    static_cast<std::uint64_t>(rows->integer(15)),
                                    static_cast<double>(static_cast<float>(support.confidence * support.reliability))});
            supports.push_back(std::move(support));
        }
        std::vector<std::uint32_t> sources;
        if (!testimonials.empty()) {
            believe(testimonials, &sources);
        }
        for (std::size_t i = 0; i < supports.size(); ++i) {
            supports[i].source = sources[i];
        }
        return supports;
    });
}

std::string Store::document_of(std::string_view statement) const {
    return engine_->guarded([&] {
        Query rows(engine_->handle(),
                   "SELECT d.name, c.quote_begin, c.quote_end, s.names, p.text, coalesce(o.names, c.value), c.status "
                   "FROM statement c JOIN document d ON d.id = c.id / 1048576 JOIN mention s ON s.id = c.subject "
                   "JOIN term p ON p.id = c.predicate LEFT JOIN mention o ON o.id = c.object WHERE d.name IS NOT NULL");
        while (rows.next()) {
            if (statement_key(rows.text(0), {rows.number(1), rows.number(2)}, rows.text(3), rows.text(4), rows.text(5),
                              static_cast<Status>(rows.integer(6))) == statement) {
                return rows.string(0);
            }
        }
        return std::string();
    });
}

} // namespace jokbo

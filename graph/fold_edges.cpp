#include "graph/fold.hpp"
#include "graph/store_engine.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace jokbo {

namespace {

/// Supported by statements that support nothing: of a thing with itself, or rejected by a person.
constexpr int no_edge = 0;

} // namespace

const std::string& Folding::key_of(EntityNumber entity) {
    const auto [place, is_new] = keys_.try_emplace(entity);
    if (is_new) {
        const auto one = engine_.query("SELECT key FROM entity WHERE id = ?");
        if (one->with(entity).next()) {
            place->second = one->string(0);
        }
    }
    return place->second;
}

bool Folding::keys_in_order(EntityNumber a, EntityNumber b) {
    // A fold of everything numbers entities in the order of their keys.
    return a != b && (all_entities_.empty() ? key_of(a) < key_of(b) : a < b);
}

void Folding::resolve_ends(Claim& claim) {
    const auto find = [&](MentionId mention) {
        if (!all_entities_.empty()) {
            return all_entities_.at(mention);
        }
        const auto [place, is_new] = entity_of_.try_emplace(mention, 0);
        if (is_new) {
            const auto one = engine_.query("SELECT entity FROM mention WHERE id = ?");
            place->second = one->with(mention).next() ? one->number(0) : 0;
        }
        return place->second;
    };
    claim.subject = find(claim.subject);
    if (claim.kind == Claim::Kind::relation) {
        claim.object = find(claim.object);
        order_ends(claim);
    }
}

void Folding::order_ends(Claim& claim) {
    if (symmetric_.contains(claim.predicate) && keys_in_order(claim.object, claim.subject)) {
        std::swap(claim.subject, claim.object);
    }
}

/// The entity that a decision's name stands for; none where there is none, or more than one.
std::optional<std::uint32_t> Folding::meant(const Decision::Name& name) const {
    const auto found = engine_.query("SELECT DISTINCT e.id, e.name = ?2 FROM name n JOIN entity e ON e.id = n.entity "
                                     "WHERE n.folded = ?1 AND (e.type = ?3 OR ?3 = '') ORDER BY 2 DESC, 1");
    const auto folded = fold(name.text);
    found->with(folded, name.text, name.type);
    std::vector<std::pair<EntityNumber, bool>> all;
    while (found->next()) {
        all.emplace_back(found->number(0), found->integer(1) != 0);
    }
    if (all.empty()) {
        // A name that the lexicon knows and no text used.
        const auto keyed = engine_.query("SELECT id FROM entity WHERE key = ? AND (type = ?2 OR ?2 = '')");
        for (const auto& key : identity_.entries_bearing(folded)) {
            if (keyed->with(key, name.type).next()) {
                all.emplace_back(keyed->number(0), false);
            }
        }
    }
    if (all.size() == 1 || (all.size() > 1 && all[0].second && !all[1].second)) {
        return all[0].first;
    }
    return std::nullopt;
}

std::vector<Folding::EdgeRule> Folding::edge_rules() const {
    std::vector<EdgeRule> rules;
    for (const auto& decision : decisions_) {
        const auto predicate = engine_.ontology.find_predicate(decision.predicate);
        if ((decision.action != Decision::Action::reject && decision.action != Decision::Action::accept) ||
            !decision.target.empty() || !predicate) {
            continue;
        }
        const auto subject = meant(decision.subject);
        const auto status = status_named(decision.status);
        if (!subject || (!decision.status.empty() && !status)) {
            continue;
        }
        EdgeRule rule{engine_.term_of(*predicate), *subject, std::nullopt, {}, status, decision.action};
        if (engine_.ontology.predicate(*predicate).kind == Predicate::Kind::attribute) {
            rule.value = decision.object.text;
        } else if (rule.object = meant(decision.object); !rule.object) {
            continue;
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

void Folding::read_rules() {
    rejected_.clear();
    accepted_.clear();
    rules_ = edge_rules();
    for (auto& rule : rules_) {
        if (rule.object) {
            Claim ends;
            ends.predicate = rule.predicate;
            ends.subject = rule.subject;
            ends.object = *rule.object;
            order_ends(ends);
            rule.subject = ends.subject;
            rule.object = ends.object;
        }
    }
    for (const auto& decision : decisions_) {
        if (decision.action != Decision::Action::reject && decision.action != Decision::Action::accept) {
            continue;
        }
        if (!decision.target.empty()) {
            const auto rows = engine_.query(
                "SELECT c.id, c.quote_begin, c.quote_end, s.names, p.text, coalesce(o.names, c.value), c.status "
                "FROM document d JOIN statement c ON c.id >= d.id * 1048576 AND c.id < (d.id + 1) * 1048576 "
                "JOIN mention s ON s.id = c.subject JOIN term p ON p.id = c.predicate LEFT JOIN mention o ON o.id = "
                "c.object WHERE d.name = ?");
            rows->with(decision.subject.text);
            while (rows->next()) {
                const auto key = statement_key(decision.subject.text, {rows->number(1), rows->number(2)}, rows->text(3),
                                               rows->text(4), rows->text(5), static_cast<Status>(rows->integer(6)));
                if (key == decision.target) {
                    const auto id = rows->integer(0);
                    // The last word counts.
                    rejected_.erase(id);
                    accepted_.erase(id);
                    (decision.action == Decision::Action::reject ? rejected_ : accepted_).insert(id);
                }
            }
        }
    }
}

void Folding::apply_rules(std::vector<Claim>& claims) {
    if (rules_.empty() && rejected_.empty() && accepted_.empty()) {
        return;
    }
    std::multimap<std::pair<EntityNumber, std::uint32_t>, const EdgeRule*> by_subject;
    for (const auto& rule : rules_) {
        by_subject.emplace(std::pair(rule.subject, rule.predicate), &rule);
    }
    std::erase_if(claims, [&](Claim& claim) {
        std::optional<Decision::Action> last;
        const auto [begin, end] = by_subject.equal_range({claim.subject, claim.predicate});
        for (auto rule = begin; rule != end; ++rule) { // equal keys keep the order in which decisions were made
            const auto& [predicate, subject, object, value, status, action] = *rule->second;
            const bool same_object = claim.kind == Claim::Kind::relation
                                       ? object == claim.object
                                       : !object && value == reader_.value(claim.object);
            if (same_object && (!status || *status == claim.status)) {
                last = action;
            }
        }
        if (rejected_.contains(claim.statement)) {
            last = Decision::Action::reject;
        } else if (accepted_.contains(claim.statement)) {
            last = Decision::Action::accept;
        }
        if (last == Decision::Action::accept) {
            claim.review = Claim::Review::accepted;
        }
        if (last == Decision::Action::reject) {
            idle_.push_back(claim.statement);
        }
        return last == Decision::Action::reject;
    });
}

std::size_t Folding::insert_edges(std::vector<Claim>& claims) {
    std::size_t count = 0;
    auto next = scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM edge");
    Query edge(
        engine_.handle(),
        "INSERT INTO edge(id, subject, predicate, object, value, status, confidence, statements, documents, sources, "
        "accepted, first_seen, last_seen, happened, how, component, amount) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, "
        "?, ?, ?, ?)");
    Query support(engine_.handle(), "INSERT INTO support(edge, statement) VALUES(?, ?)");
    const auto bind_or_null = [&](int index, const std::string& text) {
        text.empty() ? edge.bind(index, nullptr) : edge.bind(index, text);
    };
    reader_.group(
        claims,
        [&](const EdgeDraft& draft, std::span<const Claim> its) {
            const auto& first = its.front();
            edge.bind(1, next);
            edge.bind(2, first.subject);
            edge.bind(3, first.predicate);
            if (first.kind == Claim::Kind::relation) {
                edge.bind(4, first.object);
                edge.bind(5, nullptr);
            } else {
                edge.bind(4, nullptr);
                reader_.bind_value(edge, 5, first.object);
            }
            edge.bind(6, static_cast<std::int64_t>(first.status));
            edge.bind(7, draft.confidence);
            edge.bind(8, static_cast<std::int64_t>(its.size()));
            edge.bind(9, draft.documents);
            edge.bind(10, draft.sources);
            edge.bind(11, draft.review == Edge::Review::accepted ? 1 : 0);
            bind_or_null(12, draft.first_seen);
            bind_or_null(13, draft.last_seen);
            bind_or_null(14, draft.when);
            bind_or_null(15, draft.how);
            bind_or_null(16, draft.component);
            bind_or_null(17, draft.amount);
            edge.run();
            for (const auto& claim : its) {
                support.run(next, claim.statement);
            }
            ++next;
            ++count;
        },
        idle_);
    for (const auto statement : idle_) {
        support.run(no_edge, statement);
    }
    idle_.clear();
    return count;
}

void Folding::fold_touched_edges(std::vector<Claim> added, const std::vector<Claim>& removed) {
    std::set<std::int64_t> edges;
    std::vector<Claim> claims;
    std::unordered_set<std::int64_t> gone;
    for (const auto id : removed_) {
        gone.insert(id);
    }
    const std::string sql = fmt::format(
        "SELECT {} FROM support u JOIN statement c ON c.id = u.statement WHERE u.edge = ?", ClaimReader::columns);
    Query supports(engine_.handle(), sql);
    const auto reach_edge = [&](std::int64_t id) {
        if (edges.insert(id).second) {
            supports.with(id);
            while (supports.next()) {
                if (!gone.contains(supports.integer(0) / statements_per_document)) {
                    auto claim = reader_.read(supports);
                    claim.edge = static_cast<std::uint32_t>(id);
                    resolve_ends(claim);
                    claims.push_back(claim);
                }
            }
        }
    };
    for (auto& claim : added) {
        resolve_ends(claim);
    }
    if (!unsettled_.empty()) {
        reach_edge(no_edge);
    }
    for (const auto id : removed_) {
        engine_.query("DELETE FROM support WHERE edge = 0 AND statement >= ? AND statement < ?")
            ->run(id * statements_per_document, (id + 1) * statements_per_document);
    }
    for (const auto entity : unsettled_) {
        Query all(engine_.handle(),
                  "SELECT id FROM edge WHERE subject = ?1 UNION SELECT id FROM edge WHERE object = ?1");
        all.with(entity);
        while (all.next()) {
            reach_edge(all.integer(0));
        }
    }
    const auto relations = engine_.query("SELECT id FROM edge WHERE subject = ? AND predicate = ? AND object = ?");
    const auto attributes =
        engine_.query("SELECT id FROM edge WHERE subject = ? AND predicate = ? AND object IS NULL AND value = ?");
    const auto reach_bond = [&](const Claim& claim) {
        std::vector<std::int64_t> ids;
        auto& query = claim.kind == Claim::Kind::relation ? *relations : *attributes;
        query.reset();
        query.bind(1, claim.subject);
        query.bind(2, claim.predicate);
        if (claim.kind == Claim::Kind::relation) {
            query.bind(3, claim.object);
        } else {
            reader_.bind_value(query, 3, claim.object);
        }
        while (query.next()) {
            ids.push_back(query.integer(0));
        }
        for (const auto id : ids) {
            reach_edge(id);
        }
    };
    for (const auto& claim : removed) {
        reach_bond(claim);
    }
    for (const auto& claim : added) {
        reach_bond(claim);
    }
    // What moved may have come to lie beside edges that nothing else touched; their ends are settled.
    const auto moved = claims.size();
    for (std::size_t i = 0; i < moved; ++i) {
        reach_bond(Claim(claims[i]));
    }
    claims.insert(claims.end(), added.begin(), added.end());
    apply_rules(claims);
    for (const auto id : edges) {
        engine_.query("DELETE FROM support WHERE edge = ?")->run(id);
        engine_.query("DELETE FROM edge WHERE id = ?")->run(id);
    }
    const auto made = insert_edges(claims) + edges.count(no_edge);
    report_.new_edges += made > edges.size() ? made - edges.size() : 0;
    report_.gone_edges += edges.size() > made ? edges.size() - made : 0;
}

} // namespace jokbo

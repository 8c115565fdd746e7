#include "graph/store.hpp"
#include "graph/store_engine.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace jokbo {

namespace {

/// A GLOB pattern of a folded text: `*`, `?` and brackets cannot stand in it.
std::string pattern_of(std::string_view folded) { return "*" + std::string(folded) + "*"; }

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

std::vector<Found> Store::find(std::string_view name) const {
    return engine_->guarded([&] {
        std::vector<Found> exact;
        std::vector<Found> folded;
        std::set<std::uint32_t> seen;
        const auto form = jokbo::fold(name);
        const auto held = form.empty() ? "\x1f" + std::string(name) : form;
        const auto rows = engine_->query("SELECT n.entity, n.text FROM name n WHERE n.folded = ? ORDER BY n.text");
        rows->with(held);
        while (rows->next()) {
            const bool is_exact = rows->text(1) == name;
            (is_exact ? exact : folded)
                .push_back({*entity({rows->number(0)}), is_exact ? Match::exact : Match::folded, rows->string(1)});
        }
        // A name that somebody gave by decision, or that the lexicon puts first, may stand in no text.
        const auto canonical = engine_->query(
            "SELECT id FROM entity WHERE key = ?1 OR id IN (SELECT entity FROM name WHERE folded = ?2) AND name = ?1");
        canonical->with(name, form);
        while (canonical->next()) {
            auto known = *entity({canonical->number(0)});
            exact.push_back({known, Match::exact, known.name});
        }
        auto& best = exact.empty() ? folded : exact;
        std::ranges::sort(best, [](const Found& a, const Found& b) {
            return std::tuple(a.entity.type, a.entity.key, a.name) < std::tuple(b.entity.type, b.entity.key, b.name);
        });
        std::erase_if(best, [&](const Found& found) { return !seen.insert(found.entity.id.value).second; });
        return best;
    });
}

Entity Store::entity_named(std::string_view name) const {
    auto found = find(name);
    auto bare = name;
    if (const auto colon = name.find(':'); found.empty() && colon != name.npos) {
        if (const auto type = ontology().find_type(name.substr(0, colon))) {
            bare = name.substr(colon + 1);
            found = find(bare);
            std::erase_if(found, [&](const Found& one) { return one.entity.type != *type; });
        }
    }
    if (found.empty()) {
        for (const auto& entry : lexicon().entries()) {
            if (std::ranges::any_of(entry.names, [&](const LexiconName& other) {
                    return jokbo::fold(other.text) == jokbo::fold(bare);
                })) {
                if (auto known = entity_with_key(entry.key)) {
                    return *known;
                }
            }
        }
        auto message = fmt::format("nothing is known of '{}'", name);
        if (const auto near = search(bare, 1); !near.empty()) {
            message += fmt::format("; did you mean '{}'?", near.front().entity.name);
        } else if (const auto like = nearest_name(bare); !like.empty()) {
            message += fmt::format("; did you mean '{}'?", like);
        }
        throw NotFound(message);
    }
    // What is shown under a name is meant rather than what bears it besides.
    if (const auto is_shown = [&](const Found& one) { return one.entity.name == bare; };
        std::ranges::count_if(found, is_shown) == 1) {
        return std::ranges::find_if(found, is_shown)->entity;
    }
    if (found.size() > 1) {
        auto message = fmt::format("'{}' may be:", name);
        for (const auto& one : found) {
            message +=
                fmt::format("\n  {}:{}  ({})", ontology().type(one.entity.type).name, one.entity.name, one.entity.key);
        }
        throw UsageError(message + "\nsay which, as Type:name or by the key in parentheses");
    }
    return found.front().entity;
}

std::string Store::nearest_name(std::string_view name) const {
    return engine_->guarded([&] {
        const auto form = jokbo::fold(name);
        // Only names of about the same length can be near; the rest need no look.
        std::vector<std::string> texts;
        const auto rows = engine_->query(
            "SELECT DISTINCT text FROM name WHERE length(folded) BETWEEN ? AND ? ORDER BY text LIMIT 200000");
        const auto length = characters(form);
        const auto slack = length / 3 + 1;
        rows->with(static_cast<std::int64_t>(length > slack ? length - slack : 1),
                   static_cast<std::int64_t>(length + slack));
        while (rows->next()) {
            texts.push_back(rows->string(0));
        }
        const std::vector<std::string_view> candidates(texts.begin(), texts.end());
        return std::string(nearest(name, candidates));
    });
}

std::vector<Found> Store::search(std::string_view words, std::size_t limit) const {
    return engine_->guarded([&] {
        std::vector<Found> found;
        const auto form = jokbo::fold(words);
        if (form.empty()) {
            return found;
        }
        // The trigram index answers from three characters on, for the names that it holds; the others are walked along.
        const auto rows =
            characters(form) >= 3
                ? engine_->query(
                      "SELECT n.entity, n.text, n.folded FROM name_text t JOIN name n ON n.id = t.rowid WHERE t.folded "
                      "GLOB ?1 "
                      "UNION ALL SELECT entity, text, folded FROM name "
                      "WHERE id > (SELECT value FROM meta WHERE name = 'indexed_names') AND instr(folded, ?2) > 0")
                : engine_->query("SELECT entity, text, folded FROM name WHERE ?1 <> '' AND instr(folded, ?2) > 0");
        const auto pattern = pattern_of(form);
        rows->with(pattern, form);
        struct Hit {
            int rank;
            std::size_t length;
            std::string text;
            std::uint32_t entity;
        };
        std::vector<Hit> hits;
        while (rows->next()) {
            const auto folded = rows->text(2);
            const int rank = folded == form ? 0 : folded.starts_with(form) ? 1 : 2;
            hits.push_back({rank, characters(folded), rows->string(1), rows->number(0)});
        }
        std::ranges::sort(hits, [&](const Hit& a, const Hit& b) {
            return std::tie(a.rank, a.length, a.text) < std::tie(b.rank, b.length, b.text);
        });
        std::set<std::uint32_t> seen;
        for (const auto& hit : hits) {
            if (found.size() == limit) {
                break;
            }
            if (seen.insert(hit.entity).second) {
                auto known = entity({hit.entity}).value();
                const auto match = hit.rank > 0 ? Match::within : hit.text == words ? Match::exact : Match::folded;
                // Of several names that contain it, people know the entity best by the one that it is shown under.
                auto name = match == Match::within && jokbo::fold(known.name).find(form) != std::string::npos
                              ? known.name
                              : hit.text;
                found.push_back({std::move(known), match, std::move(name)});
            }
        }
        return found;
    });
}

} // namespace jokbo

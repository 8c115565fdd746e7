#include "graph/fold.hpp"
#include "graph/intake.hpp"
#include "graph/store_engine.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <set>

namespace jokbo {

namespace {

std::vector<std::string_view> unpacked(std::string_view names) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= names.size();) {
        const auto end = std::min(names.find(between_names, begin), names.size());
        parts.push_back(names.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string folded_name(std::string_view name) {
    auto folded = fold(name);
    return folded.empty() ? "\x1f" + std::string(name) : folded;
}

} // namespace

void Folding::fold_all_entities(const std::vector<std::uint32_t>& uses) {
    struct Row {
        MentionId id;
        std::uint32_t type;
        std::string names;
        std::optional<std::string> scope;
        std::uint64_t uses;
    };
    std::vector<Row> rows;
    std::vector<MentionId> unused;
    {
        Query all(engine_.handle(), "SELECT id, type, scope, names FROM mention");
        while (all.next()) {
            const auto id = all.number(0);
            if (id >= uses.size() || uses[id] == 0) {
                unused.push_back(id);
            } else {
                rows.push_back({id, all.number(1), all.string(3),
                                all.is_null(2) ? std::nullopt : std::optional(all.string(2)), uses[id]});
            }
        }
    }
    for (const auto id : unused) {
        engine_.query("DELETE FROM mention WHERE id = ?")->run(id);
    }
    if (!unused.empty()) {
        engine_.mentions.clear();
        engine_.knows_all_mentions = false;
    }
    std::vector<Form> forms;
    std::vector<MentionId> ids;
    forms.reserve(rows.size());
    ids.reserve(rows.size());
    std::unordered_map<std::uint32_t, TypeId> types;
    for (const auto& row : rows) {
        const auto [type, is_new] = types.try_emplace(row.type);
        if (is_new) {
            type->second = engine_.type_of(engine_.terms.text(row.type));
        }
        forms.push_back({type->second, row.scope ? std::string_view(*row.scope) : std::string_view(),
                         row.scope ? Naming::described : Naming::named, unpacked(row.names), row.uses});
        ids.push_back(row.id);
    }
    const auto resolution = identity_.resolve(forms);

    std::unordered_set<std::string> old_keys;
    {
        Query all(engine_.handle(), "SELECT key FROM entity");
        while (all.next()) {
            old_keys.insert(all.string(0));
        }
    }
    engine_.database->exec("INSERT INTO name_text(name_text) VALUES('delete-all'); DELETE FROM name; DELETE FROM "
                           "entity; DELETE FROM conflict");
    std::size_t kept = 0;
    next_name_ = 1;
    indexed_names_ = 0;
    indexing_ = NameIndex::later;
    for (std::uint32_t i = 0; i < resolution.entities.size(); ++i) {
        const auto& entity = resolution.entities[i];
        insert_entity(i + 1, entity);
        insert_names(i + 1, entity);
        kept += old_keys.contains(entity.key) ? 1 : 0;
    }
    engine_.set_meta("indexed_names", 0);
    report_.new_entities = resolution.entities.size() - kept;
    report_.gone_entities = old_keys.size() - kept;
    const auto update = engine_.query("UPDATE mention SET entity = ?, uses = ? WHERE id = ?");
    all_entities_.resize(std::max<std::size_t>(uses.size(), 1));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        all_entities_[ids[i]] = resolution.entity_of[i] + 1;
        update->run(resolution.entity_of[i] + 1, forms[i].uses, ids[i]);
    }
    insert_conflicts(resolution, ids);
}

void Folding::insert_entity(EntityNumber id, const Resolution::Entity& entity) {
    engine_.query("INSERT INTO entity(id, key, type, named, name, country) VALUES(?, ?, ?, ?, ?, ?)")
        ->run(id, entity.key, engine_.ontology.type(entity.type).name, entity.naming == Naming::named ? 1 : 0,
              entity.name, entity.country);
}

void Folding::insert_names(EntityNumber id, const Resolution::Entity& entity) {
    if (next_name_ == 0) {
        next_name_ = scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM name");
        indexed_names_ = engine_.meta("indexed_names");
    }
    const auto insert = engine_.query("INSERT INTO name(id, entity, text, folded) VALUES(?, ?, ?, ?)");
    const auto index = engine_.query("INSERT INTO name_text(rowid, folded) VALUES(?, ?)");
    for (const auto& [text, folded] : entity.names) {
        insert->run(next_name_, id, text, folded);
        // Where the index lags behind, Store::index_names catches up.
        if (next_name_ <= indexed_names_ + 1 && indexing_ == NameIndex::each) {
            index->run(next_name_, folded);
            indexed_names_ = std::max(indexed_names_, next_name_);
        }
        ++next_name_;
    }
}

void Folding::remove_names(EntityNumber id) {
    const auto all = engine_.query(
        "SELECT id, folded FROM name WHERE entity = ? AND id <= (SELECT value FROM meta WHERE name = 'indexed_names')");
    all->with(id);
    while (all->next()) {
        engine_.query("INSERT INTO name_text(name_text, rowid, folded) VALUES('delete', ?, ?)")
            ->run(all->integer(0), all->text(1));
    }
    engine_.query("DELETE FROM name WHERE entity = ?")->run(id);
}

void Folding::insert_conflicts(const Resolution& resolution, const std::vector<MentionId>& ids) {
    const auto insert = engine_.query(
        "INSERT INTO conflict(kind, type, a, b, a_folded, b_folded, mention) VALUES(?, ?, ?, ?, ?, ?, ?)");
    for (const auto& conflict : resolution.conflicts) {
        insert->run(conflict.kind, engine_.ontology.type(conflict.type).name, conflict.a, conflict.b, conflict.a_folded,
                    conflict.b_folded, ids[conflict.form]);
    }
}

void Folding::fold_touched_entities(const std::unordered_map<MentionId, std::int64_t>& changes) {
    // Everything that names connect with what changed.
    struct Row {
        MentionId id;
        TypeId type;
        std::optional<std::string> scope;
        std::string names;
        std::int64_t uses;
        std::optional<EntityNumber> entity;
    };
    std::map<MentionId, Row> rows;
    std::set<EntityNumber> entities;
    std::set<std::string> folded;
    std::vector<MentionId> new_mentions;
    std::vector<EntityNumber> new_entities;
    std::vector<std::string> new_names;
    const auto reach_mention = [&](MentionId id) {
        if (!rows.contains(id)) {
            new_mentions.push_back(id);
        }
    };
    const auto reach_entity = [&](EntityNumber id) {
        if (entities.insert(id).second) {
            new_entities.push_back(id);
        }
    };
    for (const auto& [mention, change] : changes) {
        reach_mention(mention);
    }
    while (!new_mentions.empty() || !new_entities.empty() || !new_names.empty()) {
        if (!new_mentions.empty()) {
            const auto id = new_mentions.back();
            new_mentions.pop_back();
            const auto one = engine_.query("SELECT type, scope, names, uses, entity FROM mention WHERE id = ?");
            if (rows.contains(id) || !one->with(id).next()) {
                continue;
            }
            Row row{id,
                    engine_.type_of(engine_.terms.text(one->number(0))),
                    one->is_null(1) ? std::nullopt : std::optional(one->string(1)),
                    one->string(2),
                    one->integer(3),
                    one->is_null(4) ? std::nullopt : std::optional(one->number(4))};
            if (const auto change = changes.find(id); change != changes.end()) {
                row.uses += change->second;
            }
            if (row.entity) {
                reach_entity(*row.entity);
            }
            for (const auto name : unpacked(row.names)) {
                if (auto form = folded_name(name); folded.insert(form).second) {
                    new_names.push_back(std::move(form));
                }
            }
            rows.emplace(id, std::move(row));
        } else if (!new_entities.empty()) {
            const auto id = new_entities.back();
            new_entities.pop_back();
            const auto all = engine_.query("SELECT id FROM mention WHERE entity = ?");
            all->with(id);
            while (all->next()) {
                reach_mention(all->number(0));
            }
        } else {
            const auto name = std::move(new_names.back());
            new_names.pop_back();
            const auto bearers = engine_.query("SELECT entity FROM name WHERE folded = ?");
            bearers->with(name);
            while (bearers->next()) {
                reach_entity(bearers->number(0));
            }
            const auto conflicts = engine_.query("SELECT mention FROM conflict WHERE a_folded = ?1 UNION ALL SELECT "
                                                 "mention FROM conflict WHERE b_folded = ?1");
            conflicts->with(name);
            while (conflicts->next()) {
                reach_mention(conflicts->number(0));
            }
            for (auto& tied : identity_.tied_by_decision(name)) {
                if (folded.insert(tied).second) {
                    new_names.push_back(std::move(tied));
                }
            }
            const auto keyed = engine_.query("SELECT id FROM entity WHERE key = ?");
            for (const auto& key : identity_.entries_bearing(name)) {
                if (keyed->with(key).next()) {
                    reach_entity(keyed->number(0));
                }
            }
        }
    }

    std::vector<Form> forms;
    std::vector<MentionId> ids;
    for (const auto& [id, row] : rows) {
        if (row.uses > 0) {
            forms.push_back({row.type, row.scope ? std::string_view(*row.scope) : std::string_view(),
                             row.scope ? Naming::described : Naming::named, unpacked(row.names),
                             static_cast<std::uint64_t>(row.uses)});
            ids.push_back(id);
        }
    }
    const auto resolution = identity_.resolve(forms);

    // Entities keep their number as long as they keep their key.
    std::map<std::string, EntityNumber> numbers;
    for (const auto id : entities) {
        const auto one = engine_.query("SELECT key FROM entity WHERE id = ?");
        if (one->with(id).next()) {
            numbers.emplace(one->string(0), id);
        }
    }
    std::vector<EntityNumber> number_of;
    auto next = static_cast<EntityNumber>(scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM entity"));
    for (const auto& entity : resolution.entities) {
        const auto known = numbers.find(entity.key);
        if (known == numbers.end()) {
            insert_entity(next, entity);
            insert_names(next, entity);
            number_of.push_back(next++);
            ++report_.new_entities;
            continue;
        }
        number_of.push_back(known->second);
        entities.erase(known->second);
        engine_
            .query("UPDATE entity SET type = ?2, named = ?3, name = ?4, country = ?5 WHERE id = ?1 AND (type, named, "
                   "name, country) <> (?2, ?3, ?4, ?5)")
            ->run(known->second, engine_.ontology.type(entity.type).name, entity.naming == Naming::named ? 1 : 0,
                  entity.name, entity.country);
        std::vector<std::pair<std::string, std::string>> old;
        const auto names = engine_.query("SELECT text, folded FROM name WHERE entity = ? ORDER BY text");
        names->with(known->second);
        while (names->next()) {
            old.emplace_back(names->string(0), names->string(1));
        }
        if (old != entity.names) {
            remove_names(known->second);
            insert_names(known->second, entity);
        }
    }
    for (const auto id : entities) { // those whose key is no more
        remove_names(id);
        engine_.query("DELETE FROM entity WHERE id = ?")->run(id);
        unsettled_.insert(id);
        ++report_.gone_entities;
    }
    if (next_name_ != 0) {
        engine_.set_meta("indexed_names", indexed_names_);
    }
    std::size_t at = 0;
    for (const auto& [id, row] : rows) {
        engine_.query("DELETE FROM conflict WHERE mention = ?")->run(id);
        if (row.uses <= 0) {
            engine_.query("DELETE FROM mention WHERE id = ?")->run(id);
            engine_.mentions.clear();
            engine_.knows_all_mentions = false;
            continue;
        }
        const auto entity = number_of[resolution.entity_of[at++]];
        if (row.entity && *row.entity != entity) {
            unsettled_.insert(*row.entity);
        }
        if (!row.entity || *row.entity != entity || changes.contains(id)) {
            engine_.query("UPDATE mention SET entity = ?, uses = ? WHERE id = ?")->run(entity, row.uses, id);
        }
        entity_of_[id] = entity;
    }
    insert_conflicts(resolution, ids);
}

} // namespace jokbo

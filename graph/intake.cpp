#include "graph/intake.hpp"

#include "graph/belief.hpp"
#include "graph/hash.hpp"
#include "graph/qualifiers.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_document = 0xFFFFFFFFU;

/// The names of a mention in a form that does not depend on the order in which its text used the others.
std::string packed_names(const Mention& mention) {
    std::vector<std::string> others;
    for (const auto& name : mention.names) {
        if (name != mention.name && !name.empty()) {
            others.push_back(name);
        }
    }
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
    std::string packed = mention.name;
    std::ranges::replace(packed, between_names, ' ');
    for (auto& name : others) {
        std::ranges::replace(name, between_names, ' ');
        packed += between_names;
        packed += name;
    }
    return packed;
}

bool value_fits(const Value& value, Predicate::ValueKind kind) {
    switch (kind) {
    case Predicate::ValueKind::count: return std::holds_alternative<std::int64_t>(value);
    case Predicate::ValueKind::truth: return std::holds_alternative<bool>(value);
    case Predicate::ValueKind::date: return std::holds_alternative<std::string>(value);
    case Predicate::ValueKind::money: return std::holds_alternative<Money>(value);
    case Predicate::ValueKind::none: break;
    }
    return false;
}

/// Why the store must not take a statement in; empty where it may.
std::string_view objection(const Statement& statement, const Document& document, const Ontology& ontology) {
    const auto& evidence = statement.evidence;
    if (evidence.span.begin >= evidence.span.end || evidence.span.end > document.text.size()) {
        return "its span lies outside the document";
    }
    const auto bytes = evidence.span.of(document.text);
    if (bytes == evidence.quote ? !is_utf8(bytes) : repaired(bytes) != evidence.quote) {
        return "its quote is not what stands there";
    }
    if (statement.predicate.value >= ontology.predicates().size()) {
        return "the ontology does not know its predicate";
    }
    const auto& predicate = ontology.predicate(statement.predicate);
    if (!(statement.confidence > 0 && statement.confidence <= 1)) {
        return "its confidence is not above 0 and up to 1";
    }
    if (statement.subject.name.empty() || statement.subject.type.value >= ontology.types().size()) {
        return "its subject has no name or no type";
    }
    if (const auto* value = std::get_if<Value>(&statement.object)) {
        return predicate.kind != Predicate::Kind::attribute || !predicate.subjects.has(statement.subject.type) ||
                       !value_fits(*value, predicate.value)
                 ? "the ontology does not allow such a value"
                 : "";
    }
    const auto& object = std::get<Mention>(statement.object);
    if (object.name.empty() || object.type.value >= ontology.types().size()) {
        return "its object has no name or no type";
    }
    return predicate.kind != Predicate::Kind::relation ||
                   !ontology.allows(statement.predicate, statement.subject.type, object.type)
             ? "the ontology does not allow such a relation"
             : "";
}

} // namespace

std::uint64_t hash_of(const Document& document) {
    FieldHash hash;
    hash(document.text)(document.title)(document.published)(document.url)(document.publisher)(document.language);
    return hash.value();
}

void Intake::add(const ReadDocument& read) {
    const auto& document = read.document;
    if (document.id.empty()) {
        throw InputError(fmt::format("{}: a document needs an id", document.path));
    }
    if (document.text.size() >= longest_document) {
        throw InputError(fmt::format("{}: longer than 4 GB", document.id));
    }
    const auto rows = rows_of(read);
    FieldHash reading;
    for (const auto& row : rows) {
        reading(row.hash);
    }
    const auto hash = static_cast<std::int64_t>(hash_of(document));
    const auto read_hash = static_cast<std::int64_t>(reading.value());
    bool known = false;
    {
        const auto old = engine_.query("SELECT id, hash, reading, reader, published FROM document WHERE name = ?");
        if (old->with(document.id).next()) {
            known = true;
            if (old->integer(1) == hash && old->integer(2) == read_hash) {
                if (old->integer(3) != static_cast<std::int64_t>(engine_.reader_stamp)) {
                    engine_.query("UPDATE document SET reader = ? WHERE id = ?")
                        ->run(engine_.reader_stamp, old->integer(0));
                }
                ++report_.unchanged;
                return;
            }
            if (conflict_ == Conflict::later_stays &&
                std::tuple(old->text(4), old->integer(1), old->integer(2)) >
                    std::tuple(std::string_view(document.published), hash, read_hash)) {
                ++report_.unchanged;
                return;
            }
            take_back(engine_, old->integer(0));
        }
    }
    const auto id = next_document();
    insert_document(id, document, hash, read_hash);
    std::int64_t number = id * statements_per_document;
    for (const auto& row : rows) {
        insert_statement(number++, row, document.id);
    }
    ++(known ? report_.replaced : report_.added);
    report_.statements += rows.size();
}

void Intake::finish() {
    if (next_document_ != 0) {
        engine_.set_meta("next_document", next_document_);
    }
}

void Intake::take_back(Store::Engine& engine, std::int64_t id) {
    if (id <= engine.meta("folded_through")) {
        engine.query("UPDATE document SET name = NULL WHERE id = ?")->run(id);
        return;
    }
    engine.query("DELETE FROM statement WHERE id >= ? AND id < ?")
        ->run(id * statements_per_document, (id + 1) * statements_per_document);
    engine.query("DELETE FROM document WHERE id = ?")->run(id);
}

std::vector<Intake::Row> Intake::rows_of(const ReadDocument& read) {
    std::vector<Row> rows;
    rows.reserve(read.statements.size());
    for (const auto& statement : read.statements) {
        if (const auto why = objection(statement, read.document, engine_.ontology); !why.empty()) {
            report_.refused.push_back(fmt::format("{}: a statement about '{}' was refused: {}", read.document.id,
                                                  statement.subject.name, why));
            continue;
        }
        Row row{&statement, packed_names(statement.subject), {}, to_json(statement.qualifiers), 0};
        FieldHash hash;
        hash(statement.subject.type.value)(static_cast<std::uint64_t>(statement.subject.naming))(row.subject);
        if (const auto* object = std::get_if<Mention>(&statement.object)) {
            row.object = packed_names(*object);
            hash(object->type.value)(static_cast<std::uint64_t>(object->naming));
        } else {
            row.object = value_text(std::get<Value>(statement.object));
        }
        hash(row.object)(statement.predicate.value)(static_cast<std::uint64_t>(statement.status))(row.qualifiers);
        hash(statement.evidence.span.begin)(statement.evidence.span.end)(statement.evidence.frame);
        hash(static_cast<std::uint64_t>(statement.confidence * 1e9));
        row.hash = hash.value();
        rows.push_back(std::move(row));
    }
    const auto order = [](const Row& row) { return std::pair(row.statement->evidence.span.begin, row.hash); };
    std::ranges::sort(rows, {}, order);
    const auto twice = std::ranges::unique(rows, {}, order);
    rows.erase(twice.begin(), twice.end());
    if (rows.size() >= static_cast<std::size_t>(statements_per_document)) {
        throw InputError(fmt::format("{}: more than a million statements in one document", read.document.id));
    }
    return rows;
}

void Intake::insert_document(std::int64_t id, const Document& document, std::int64_t hash, std::int64_t reading) {
    engine_
        .query("INSERT INTO document(id, name, hash, reading, reader, published, title, url, publisher, language, "
               "path, text) "
               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        ->run(id, document.id, hash, reading, engine_.reader_stamp, document.published, document.title, document.url,
              document.publisher, document.language, document.path, document.text);
}

void Intake::insert_statement(std::int64_t id, const Row& row, const std::string& document) {
    const auto& statement = *row.statement;
    const auto insert =
        engine_.query("INSERT INTO statement(id, subject, predicate, object, value, status, quote_begin, quote_end, "
                      "confidence, frame, sketch, qualifiers) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert->bind(1, id);
    insert->bind(2, mention_id(statement.subject, row.subject, document));
    insert->bind(3, term_of(statement.predicate));
    if (const auto* object = std::get_if<Mention>(&statement.object)) {
        insert->bind(4, mention_id(*object, row.object, document));
        insert->bind(5, nullptr);
    } else {
        insert->bind(4, nullptr);
        if (const auto* count = std::get_if<std::int64_t>(&std::get<Value>(statement.object))) {
            insert->bind(5, *count);
        } else {
            insert->bind(5, row.object);
        }
    }
    insert->bind(6, static_cast<std::int64_t>(statement.status));
    insert->bind(7, statement.evidence.span.begin);
    insert->bind(8, statement.evidence.span.end);
    insert->bind(9, statement.confidence);
    insert->bind(10, frame_id(statement.evidence.frame));
    insert->bind(11, sketch_of(statement.evidence.quote));
    row.qualifiers.empty() ? insert->bind(12, nullptr) : insert->bind(12, row.qualifiers);
    insert->run();
}

std::int64_t Intake::next_document() {
    if (next_document_ == 0) {
        next_document_ = engine_.meta("next_document");
    }
    return next_document_++;
}

std::uint32_t Intake::term_of(PredicateId predicate) {
    const auto known = engine_.term_of(predicate);
    return known != 0 ? known : engine_.terms.id(engine_.ontology.predicate(predicate).name);
}

std::uint32_t Intake::frame_id(const std::string& frame) {
    const auto [place, is_new] = frames_.try_emplace(frame, 0);
    if (is_new) {
        place->second = engine_.terms.id(frame);
    }
    return place->second;
}

std::uint32_t Intake::mention_id(const Mention& mention, const std::string& packed, const std::string& document) {
    const bool described = mention.naming == Naming::described;
    FieldHash hash;
    hash(engine_.ontology.type(mention.type).name)(described ? document : std::string())(
        packed)(static_cast<std::uint64_t>(described));
    auto& number = engine_.mentions[hash.value()];
    if (number != 0) {
        return number;
    }
    if (!engine_.knows_all_mentions) {
        const auto known = engine_.query("SELECT id FROM mention WHERE hash = ?");
        if (known->with(hash.value()).next()) {
            return number = known->number(0);
        }
    }
    if (next_mention_ == 0) {
        next_mention_ = scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM mention");
    }
    number = static_cast<std::uint32_t>(next_mention_++);
    const auto insert = engine_.query("INSERT INTO mention(id, hash, type, scope, names) VALUES(?, ?, ?, ?, ?)");
    const auto type = engine_.terms.id(engine_.ontology.type(mention.type).name);
    if (described) {
        insert->run(number, hash.value(), type, document, packed);
    } else {
        insert->run(number, hash.value(), type, nullptr, packed);
    }
    return number;
}

bool write_decision(Store::Engine& engine, const Decision& decision) {
    const auto insert = engine.query(
        "INSERT INTO decision VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1");
    const auto id = decision.id();
    const auto action = name_of(decision.action);
    const bool is_new =
        insert
            ->with(id, action, decision.subject.type, decision.subject.text, decision.predicate, decision.object.type,
                   decision.object.text, decision.status, decision.target, decision.who, decision.when, decision.why)
            .next();
    if (is_new) {
        insert->run();
        engine.set_meta("decisions_folded", 0);
    }
    return is_new;
}

} // namespace jokbo

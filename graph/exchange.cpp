#include "graph/intake.hpp"
#include "graph/qualifiers.hpp"
#include "graph/store.hpp"
#include "graph/store_engine.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

namespace jokbo {

namespace {

Mention mention_from(const Query& row, int type, int scope, int names, const Store::Engine& engine) {
    Mention mention;
    mention.type = engine.type_of(engine.terms.text(row.number(type)));
    mention.naming = row.is_null(scope) ? Naming::named : Naming::described;
    const auto packed = row.text(names);
    for (std::size_t begin = 0; begin <= packed.size();) {
        const auto end = std::min(packed.find(between_names, begin), packed.size());
        mention.names.emplace_back(packed.substr(begin, end - begin));
        begin = end + 1;
    }
    mention.name = mention.names.front();
    return mention;
}

void read_statements(const Store::Engine& engine, std::int64_t id, ReadDocument& read) {
    const auto rows = engine.query(
        "SELECT c.predicate, c.value, c.status, c.quote_begin, c.quote_end, c.confidence, c.frame, c.qualifiers, "
        "s.type, s.scope, s.names, o.type, o.scope, o.names, o.id IS NULL FROM statement c JOIN mention s ON s.id = "
        "c.subject "
        "LEFT JOIN mention o ON o.id = c.object WHERE c.id >= ? AND c.id < ? ORDER BY c.id");
    rows->with(id * statements_per_document, (id + 1) * statements_per_document);
    const auto text = std::string_view(read.document.text);
    while (rows->next()) {
        Statement statement;
        statement.document = read.document.id;
        statement.predicate = engine.predicate_of(rows->number(0));
        statement.subject = mention_from(*rows, 8, 9, 10, engine);
        if (rows->integer(14) != 0) {
            statement.object = value_from_text(rows->text(1), engine.ontology.predicate(statement.predicate).value);
        } else {
            statement.object = mention_from(*rows, 11, 12, 13, engine);
        }
        statement.status = static_cast<Status>(rows->integer(2));
        statement.evidence.span = {rows->number(3), rows->number(4)};
        if (statement.evidence.span.begin < statement.evidence.span.end && statement.evidence.span.end <= text.size()) {
            statement.evidence.quote = repaired(statement.evidence.span.of(text));
        }
        statement.confidence = rows->real(5);
        statement.evidence.frame = engine.terms.text(rows->number(6));
        statement.qualifiers = qualifiers_from_json(rows->text(7));
        read.statements.push_back(std::move(statement));
    }
}

} // namespace

void Store::for_each_document(const std::function<void(const ReadDocument&)>& visit) const {
    engine_->guarded([&] {
        Query rows(engine_->handle(), "SELECT id, name, title, published, url, publisher, language, path, text FROM "
                                      "document WHERE name IS NOT NULL ORDER BY name");
        while (rows.next()) {
            ReadDocument read;
            auto& document = read.document;
            document.id = rows.text(1);
            document.title = rows.text(2);
            document.published = rows.text(3);
            document.url = rows.text(4);
            document.publisher = rows.text(5);
            document.language = rows.text(6);
            document.path = rows.text(7);
            document.text = rows.text(8);
            read_statements(*engine_, rows.integer(0), read);
            visit(read);
        }
        return 0;
    });
}

AddReport Store::merge(const std::filesystem::path& other) {
    std::error_code error;
    if (std::filesystem::equivalent(other, path(), error)) {
        throw UsageError(fmt::format("{}: cannot be merged with itself", other.string()));
    }
    const Store from(std::make_unique<Engine>(other, Mode::read, *engine_));
    const auto state = from.snapshot();
    return engine_->taking_in([&] {
        AddReport report;
        Intake intake(*engine_, report, Intake::Conflict::later_stays);
        from.for_each_document([&](const ReadDocument& read) { intake.add(read); });
        intake.finish();
        for (const auto& decision : from.decisions()) {
            write_decision(*engine_, decision);
        }
        return report;
    });
}

void Store::backup(const std::filesystem::path& to) const {
    std::error_code error;
    if (std::filesystem::exists(to, error)) {
        throw StoreError(fmt::format("{}: is there already; a backup overwrites nothing", to.string()));
    }
    // Under another name until it is whole.
    auto part = to;
    part += ".part";
    std::filesystem::remove(part, error);
    try {
        {
            SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Backup work(copy, *engine_->database);
            work.executeStep(-1);
        }
        std::filesystem::rename(part, to);
    } catch (const SQLite::Exception& failure) {
        std::filesystem::remove(part, error);
        throw StoreError(fmt::format("{}: cannot be written: {}", to.string(), failure.what()));
    } catch (const std::filesystem::filesystem_error& failure) {
        std::filesystem::remove(part, error);
        throw StoreError(fmt::format("{}: cannot be written: {}", to.string(), failure.code().message()));
    }
}

} // namespace jokbo

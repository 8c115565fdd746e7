#include "graph/sql.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "schema/error.hpp"
#include "schema/json.hpp"

#include <fmt/core.h>

#include <cmath>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string shown(const SqlValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*integer);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return fmt::format("{}", *real);
    }
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == text.npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

void write(JsonWriter& json, const SqlValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        json.value(*integer);
    } else if (const auto* real = std::get_if<double>(&value); real != nullptr && std::isfinite(*real)) {
        json.value(*real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        json.value(*text);
    } else {
        json.null();
    }
}

Exit run(Session& session) {
    const auto& statement = session.arguments().positional("SELECT");
    auto& out = session.out();
    if (session.arguments().has("csv") && session.output() == Session::Output::json) {
        throw UsageError("--csv and --json exclude each other");
    }
    SqlReader reader(session.store_path(), statement);
    if (session.arguments().has("csv")) {
        for (std::size_t i = 0; i < reader.columns().size(); ++i) {
            out << (i > 0 ? "," : "") << csv_field(reader.columns()[i]);
        }
        out << "\r\n";
        while (const auto* row = reader.next()) {
            for (std::size_t i = 0; i < row->size(); ++i) {
                out << (i > 0 ? "," : "") << csv_field(shown((*row)[i]));
            }
            out << "\r\n";
        }
    } else if (session.output() == Session::Output::json) {
        bool first = true;
        out << "[";
        while (const auto* row = reader.next()) {
            std::string line;
            JsonWriter json(line);
            json.begin_object();
            for (std::size_t i = 0; i < row->size(); ++i) {
                write(json.key(reader.columns()[i]), (*row)[i]);
            }
            json.end_object();
            out << (first ? "\n " : ",\n ") << line;
            first = false;
        }
        out << (first ? "]\n" : "\n]\n");
    } else {
        std::vector<Column> columns;
        for (const auto& name : reader.columns()) {
            columns.push_back({name, Column::Align::left, Column::Fit::shrink});
        }
        Table table(std::move(columns));
        while (const auto* row = reader.next()) {
            std::vector<Cell> cells;
            for (const auto& value : *row) {
                cells.emplace_back(shown(value));
            }
            table.add(std::move(cells));
        }
        table.print(out, session.terminal());
    }
    return Exit::ok;
}

} // namespace

Command sql_command() {
    return {.name = "sql",
            .group = Group::questions,
            .summary = "ask the store in SQL, read-only",
            .positionals = {{"SELECT", "one statement that reads"}},
            .options = {{.name = "csv", .metavar = "", .help = "print CSV (RFC 4180)"}},
            .notes = "The views to ask are entity_named, edge_named, attribute_named, evidence_named and "
                     "document_read; docs/store.md\n"
                     "describes them and the tables below. Whatever would write is refused.",
            .example =
                "jokbo sql \"SELECT subject, relation, object, confidence FROM edge_named WHERE status = 'denied'\"",
            .run = run};
}

} // namespace jokbo::cli

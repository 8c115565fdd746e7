#include "schema/statement_json.hpp"

#include "schema/error.hpp"
#include "schema/json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace jokbo {

namespace {

void write(JsonWriter& json, const Mention& mention, const Ontology& ontology) {
    json.begin_object();
    json.field("type", ontology.type(mention.type).name).field("name", mention.name).key("names").begin_array();
    for (const auto& name : mention.names) {
        json.value(name);
    }
    json.end_array().field("named", mention.naming == Naming::named).end_object();
}

void write(JsonWriter& json, const Money& money) {
    json.begin_object().field("value", money.value).field("currency", money.currency).end_object();
}

void write(JsonWriter& json, const Value& value) {
    std::visit(
        [&](const auto& content) {
            if constexpr (std::is_same_v<std::decay_t<decltype(content)>, Money>) {
                write(json, content);
            } else {
                json.value(content);
            }
        },
        value);
}

/// The textual qualifiers, by the names they bear on a line.
constexpr std::pair<const char*, std::string Qualifiers::*> textual[] = {
    {"when", &Qualifiers::when}, {"how", &Qualifiers::how},         {"component", &Qualifiers::component},
    {"role", &Qualifiers::role}, {"product", &Qualifiers::product}, {"attributed_to", &Qualifiers::attributed_to}};

using Json = rapidjson::Value;

const Json* find(const Json& object, const char* name) {
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
}

const Json& member(const Json& object, const char* name) {
    if (const Json* found = find(object, name)) {
        return *found;
    }
    throw InputError(fmt::format("\"{}\" is missing", name));
}

std::string text_of(const Json& json, const char* name) {
    if (!json.IsString()) {
        throw InputError(fmt::format("\"{}\" is not a string", name));
    }
    return {json.GetString(), json.GetStringLength()};
}

std::string text_member(const Json& object, const char* name) { return text_of(member(object, name), name); }

const Json& object_member(const Json& object, const char* name) {
    const Json& found = member(object, name);
    if (!found.IsObject()) {
        throw InputError(fmt::format("\"{}\" is not an object", name));
    }
    return found;
}

std::int64_t whole_number(const Json& json, const char* name) {
    constexpr double limit = 9.2e18;
    if (json.IsInt64()) {
        return json.GetInt64();
    }
    if (json.IsDouble() && std::abs(json.GetDouble()) < limit && std::trunc(json.GetDouble()) == json.GetDouble()) {
        return static_cast<std::int64_t>(json.GetDouble());
    }
    throw InputError(fmt::format("\"{}\" is not a whole number", name));
}

Mention read_mention(const Json& object, const char* name, const Ontology& ontology) {
    const Json& json = object_member(object, name);
    Mention mention;
    mention.type = ontology.type_named(text_member(json, "type"));
    mention.name = text_member(json, "name");
    if (const Json* names = find(json, "names")) {
        if (!names->IsArray()) {
            throw InputError("\"names\" is not a list");
        }
        for (const Json& one : names->GetArray()) {
            mention.names.push_back(text_of(one, "names"));
        }
    }
    if (std::ranges::find(mention.names, mention.name) == mention.names.end()) {
        mention.names.insert(mention.names.begin(), mention.name);
    }
    if (const Json* named = find(json, "named")) {
        if (!named->IsBool()) {
            throw InputError("\"named\" is neither true nor false");
        }
        mention.naming = named->GetBool() ? Naming::named : Naming::described;
    }
    return mention;
}

Money read_money(const Json& json, const char* name) {
    if (!json.IsObject()) {
        throw InputError(fmt::format("\"{}\" is not {{\"value\", \"currency\"}}", name));
    }
    return {whole_number(member(json, "value"), "value"), text_member(json, "currency")};
}

Value read_value(const Json& json, Predicate::ValueKind kind) {
    switch (kind) {
    case Predicate::ValueKind::count: return whole_number(json, "value");
    case Predicate::ValueKind::money: return read_money(json, "value");
    case Predicate::ValueKind::truth:
        if (!json.IsBool()) {
            throw InputError("\"value\" is neither true nor false");
        }
        return json.GetBool();
    case Predicate::ValueKind::date:
    case Predicate::ValueKind::none: break;
    }
    return text_of(json, "value");
}

Evidence read_evidence(const Json& object) {
    const Json& json = object_member(object, "evidence");
    const auto start = whole_number(member(json, "start"), "start");
    const auto end = whole_number(member(json, "end"), "end");
    if (start < 0 || end <= start || end > std::numeric_limits<std::uint32_t>::max()) {
        throw InputError(fmt::format("the evidence runs from {} to {}", start, end));
    }
    const Json* frame = find(json, "frame");
    return {{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)},
            text_member(json, "quote"),
            frame != nullptr ? text_of(*frame, "frame") : std::string()};
}

PredicateId read_predicate(const Json& json, const char* name, Predicate::Kind kind, const Ontology& ontology) {
    const PredicateId id = ontology.predicate_named(text_member(json, name));
    if (ontology.predicate(id).kind != kind) {
        throw InputError(fmt::format("{} is no {}", ontology.predicate(id).name, name));
    }
    return id;
}

Statement read_statement(const Json& json, const Ontology& ontology) {
    Statement statement;
    statement.document = text_member(json, "document");
    statement.subject = read_mention(json, "subject", ontology);
    if (find(json, "attribute") != nullptr) {
        statement.predicate = read_predicate(json, "attribute", Predicate::Kind::attribute, ontology);
        statement.object = read_value(member(json, "value"), ontology.predicate(statement.predicate).value);
    } else {
        statement.predicate = read_predicate(json, "relation", Predicate::Kind::relation, ontology);
        statement.object = read_mention(json, "object", ontology);
    }
    if (const Json* status = find(json, "status")) {
        const auto known = status_named(text_of(*status, "status"));
        if (!known) {
            throw InputError(fmt::format("there is no status '{}'", text_of(*status, "status")));
        }
        statement.status = *known;
    }
    for (const auto& [name, place] : textual) {
        if (const Json* content = find(json, name)) {
            statement.qualifiers.*place = text_of(*content, name);
        }
    }
    if (const Json* amount = find(json, "amount")) {
        statement.qualifiers.amount = read_money(*amount, "amount");
    }
    if (const Json* confidence = find(json, "confidence")) {
        if (!confidence->IsNumber() || confidence->GetDouble() < 0 || confidence->GetDouble() > 1) {
            throw InputError("\"confidence\" is not a number from 0 to 1");
        }
        statement.confidence = confidence->GetDouble();
    }
    statement.evidence = read_evidence(json);
    return statement;
}

} // namespace

void append_json_line(std::string& out, const Statement& statement, const Ontology& ontology) {
    JsonWriter json(out);
    json.begin_object().field("document", statement.document).key("subject");
    write(json, statement.subject, ontology);
    const auto& predicate = ontology.predicate(statement.predicate);
    if (const auto* object = std::get_if<Mention>(&statement.object)) {
        json.field("relation", predicate.name).key("object");
        write(json, *object, ontology);
    } else {
        json.field("attribute", predicate.name).key("value");
        write(json, std::get<Value>(statement.object));
    }
    json.field("status", name_of(statement.status));
    for (const auto& [name, place] : textual) {
        if (const std::string& content = statement.qualifiers.*place; !content.empty()) {
            json.field(name, content);
        }
    }
    if (statement.qualifiers.amount) {
        json.key("amount");
        write(json, *statement.qualifiers.amount);
    }
    const Evidence& evidence = statement.evidence;
    json.field("confidence", statement.confidence).key("evidence").begin_object();
    json.field("start", evidence.span.begin).field("end", evidence.span.end).field("quote", evidence.quote);
    if (!evidence.frame.empty()) {
        json.field("frame", evidence.frame);
    }
    json.end_object().end_object();
    out += '\n';
}

Statement statement_from_json(std::string_view line, const Ontology& ontology) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(line.data(), line.size());
    if (json.HasParseError()) {
        throw InputError(fmt::format("not JSON at byte {}: {}", json.GetErrorOffset(),
                                     rapidjson::GetParseError_En(json.GetParseError())));
    }
    if (!json.IsObject()) {
        throw InputError("not a JSON object");
    }
    try {
        return read_statement(json, ontology);
    } catch (const NotFound& unknown) {
        throw InputError(unknown.what());
    }
}

} // namespace jokbo

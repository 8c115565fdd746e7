#include "graph/qualifiers.hpp"

#include "schema/error.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>

namespace jokbo {

namespace {

using TextField = std::pair<const char*, std::string Qualifiers::*>;
constexpr std::array<TextField, 6> text_fields = {{{"when", &Qualifiers::when},
                                                   {"how", &Qualifiers::how},
                                                   {"component", &Qualifiers::component},
                                                   {"role", &Qualifiers::role},
                                                   {"product", &Qualifiers::product},
                                                   {"attributed_to", &Qualifiers::attributed_to}}};

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<Money> money_from(std::string_view text) {
    const auto space = text.find(' ');
    if (space == text.npos) {
        return std::nullopt;
    }
    const auto amount = number_from<std::int64_t>(text.substr(0, space));
    return amount ? std::optional(Money{*amount, std::string(text.substr(space + 1))}) : std::nullopt;
}

} // namespace

std::string to_json(const Qualifiers& qualifiers) {
    if (qualifiers == Qualifiers{}) {
        return {};
    }
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    for (const auto& [name, field] : text_fields) {
        if (const auto& text = qualifiers.*field; !text.empty()) {
            writer.Key(name);
            writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
        }
    }
    if (qualifiers.amount) {
        writer.Key("amount");
        writer.StartObject();
        writer.Key("value");
        writer.Int64(qualifiers.amount->value);
        writer.Key("currency");
        writer.String(qualifiers.amount->currency.data(),
                      static_cast<rapidjson::SizeType>(qualifiers.amount->currency.size()));
        writer.EndObject();
    }
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

Qualifiers qualifiers_from_json(std::string_view json) {
    Qualifiers qualifiers;
    if (json.empty()) {
        return qualifiers;
    }
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject()) {
        throw StoreError(fmt::format("the store holds qualifiers that are no JSON object: {}", json));
    }
    for (const auto& [name, field] : text_fields) {
        if (const auto found = document.FindMember(name); found != document.MemberEnd() && found->value.IsString()) {
            qualifiers.*field = std::string(found->value.GetString(), found->value.GetStringLength());
        }
    }
    if (const auto found = document.FindMember("amount"); found != document.MemberEnd() && found->value.IsObject()) {
        const auto value = found->value.FindMember("value");
        const auto currency = found->value.FindMember("currency");
        if (value != found->value.MemberEnd() && value->value.IsInt64() && currency != found->value.MemberEnd() &&
            currency->value.IsString()) {
            qualifiers.amount = Money{value->value.GetInt64(), currency->value.GetString()};
        }
    }
    return qualifiers;
}

std::string value_text(const Value& value) {
    struct Printer {
        std::string operator()(std::int64_t count) const { return std::to_string(count); }
        std::string operator()(bool truth) const { return truth ? "true" : "false"; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Money& money) const { return fmt::format("{} {}", money.value, money.currency); }
    };
    return std::visit(Printer{}, value);
}

Value value_from_text(std::string_view text, Predicate::ValueKind kind) {
    if (kind == Predicate::ValueKind::count) {
        if (const auto count = number_from<std::int64_t>(text)) {
            return *count;
        }
    } else if (kind == Predicate::ValueKind::truth && (text == "true" || text == "false")) {
        return text == "true";
    } else if (kind == Predicate::ValueKind::money) {
        if (auto money = money_from(text)) {
            return *money;
        }
    }
    return std::string(text);
}

} // namespace jokbo

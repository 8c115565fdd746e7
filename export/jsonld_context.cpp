#include "export/jsonld_context.hpp"

#include "export/json_output.hpp"
#include "schema/error.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

namespace jokbo {

namespace {

constexpr std::string_view usual_base = "https://w3id.org/jokbo/";
constexpr std::string_view vocabulary = "https://w3id.org/jokbo/ns#";
constexpr std::string_view context_address = "https://w3id.org/jokbo/v1/context.jsonld";

/// An error that points at the byte in the file.
DataError fault(std::string_view text, std::size_t offset, std::string_view what) {
    const auto before = text.substr(0, offset);
    const auto line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto line = text.substr(line_begin, std::min(text.find('\n', line_begin), text.size()) - line_begin);
    const auto number = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    return {{"schema/context.jsonld", number, offset - line_begin + 1}, line, what};
}

rapidjson::Document parsed(const std::string& text) {
    rapidjson::Document file;
    file.Parse(text.data(), text.size());
    if (file.HasParseError()) {
        throw fault(text, file.GetErrorOffset(), rapidjson::GetParseError_En(file.GetParseError()));
    }
    if (!file.IsObject() || !file.HasMember("@context") || !file["@context"].IsObject()) {
        throw fault(text, 0, "an object with the object \"@context\" is needed here");
    }
    return file;
}

enum class Target { thing, value };

void define(JsonOutput& json, std::string_view term, std::string_view address, Target target) {
    json.key(term);
    json.open();
    json.pair_if("@id", address);
    if (target == Target::thing) {
        json.pair("@type", "@id");
    }
    json.close();
}

/// Terms of the ontology that the file does not know.
void write_added(JsonOutput& json, const Ontology& ontology, const rapidjson::Value& known) {
    const auto is_known = [&](const std::string& term) { return known.HasMember(term.c_str()); };
    for (const EntityType& type : ontology.types()) {
        if (!is_known(type.name)) {
            json.pair(type.name, "jokbo:" + type.name);
        }
    }
    std::map<std::string, int> published;
    for (const Predicate& predicate : ontology.predicates()) {
        if (!is_known(predicate.name)) {
            define(json, predicate.name, "jokbo:" + predicate.name,
                   predicate.kind == Predicate::Kind::relation ? Target::thing : Target::value);
        }
        for (const Alignment& alignment : predicate.published) {
            if (!is_known(alignment.term) && ++published[alignment.term] == 1) {
                define(json, alignment.term, {}, Target::thing);
            }
        }
    }
}

enum class Part { prefixes, everything };

/// The file's terms, with the addresses of what is exported below `base`.
void write_terms(JsonOutput& json, const rapidjson::Value& context, const std::string& base, Part part) {
    for (const auto& [name, value] : context.GetObject()) {
        const std::string_view key(name.GetString(), name.GetStringLength());
        const std::string_view address =
            value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : "";
        if (address.starts_with(usual_base) && address != vocabulary) {
            json.pair(key, base + std::string(address.substr(usual_base.size())));
        } else if (part == Part::everything) {
            rapidjson::StringBuffer text;
            rapidjson::Writer<rapidjson::StringBuffer> writer(text);
            value.Accept(writer);
            json.key(key);
            json.raw({text.GetString(), text.GetSize()});
        }
    }
}

} // namespace

void write_context(JsonOutput& json, const Ontology& ontology, const Settings& settings) {
    const auto file = parsed(settings.context_text);
    const rapidjson::Value& context = file["@context"];
    if (settings.context == Settings::Context::linked) {
        json.open_list();
        json.text(context_address);
        json.open();
        if (settings.base != usual_base) {
            write_terms(json, context, settings.base, Part::prefixes);
        }
        write_added(json, ontology, context);
        json.close();
        json.close_list();
        return;
    }
    json.open();
    write_terms(json, context, settings.base, Part::everything);
    write_added(json, ontology, context);
    json.close();
}

} // namespace jokbo

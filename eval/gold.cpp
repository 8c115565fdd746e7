#include "eval/gold.hpp"

#include "schema/error.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace jokbo {

namespace {

using Json = rapidjson::Value;
using Keys = std::unordered_map<std::string, std::uint32_t>;

const Json* find(const Json& object, const char* name) {
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
}

std::string text_member(const Json& object, const char* name) {
    const Json* found = find(object, name);
    if (found == nullptr || !found->IsString()) {
        throw InputError(fmt::format("\"{}\" is missing or not a string", name));
    }
    return {found->GetString(), found->GetStringLength()};
}

bool is_true(const Json& object, const char* name) {
    const Json* found = find(object, name);
    return found != nullptr && found->IsBool() && found->GetBool();
}

GoldEntity read_entity(const std::string& key, const Json& json, const Ontology& ontology) {
    if (!json.IsObject()) {
        throw InputError(fmt::format("the entity {} is not an object", key));
    }
    GoldEntity entity{key, ontology.type_named(text_member(json, "type")), {}, Naming::named};
    const Json* names = find(json, "names");
    if (names == nullptr || !names->IsArray()) {
        throw InputError(fmt::format("the entity {} has no list of names", key));
    }
    for (const Json& name : names->GetArray()) {
        if (!name.IsString()) {
            throw InputError(fmt::format("a name of the entity {} is not a string", key));
        }
        entity.names.emplace_back(name.GetString(), name.GetStringLength());
    }
    if (const Json* named = find(json, "named"); named != nullptr && named->IsBool() && !named->GetBool()) {
        entity.naming = Naming::described;
    }
    return entity;
}

std::int64_t read_number(const Json& json) {
    return json.IsInt64() ? json.GetInt64() : static_cast<std::int64_t>(json.GetDouble());
}

Value read_value(const Json& json) {
    if (json.IsNumber()) {
        return read_number(json);
    }
    if (json.IsBool()) {
        return json.GetBool();
    }
    if (json.IsString()) {
        return std::string(json.GetString(), json.GetStringLength());
    }
    const Json* amount = json.IsObject() ? find(json, "value") : nullptr;
    if (amount == nullptr || !amount->IsNumber()) {
        throw InputError("a value is neither a number, a truth, a string nor an amount of money");
    }
    return Money{read_number(*amount), text_member(json, "currency")};
}

GoldForm read_form(const Json& json, const Keys& keys, const Ontology& ontology) {
    const auto entity = [&](const char* name) {
        const std::string key = text_member(json, name);
        const auto found = keys.find(key);
        if (found == keys.end()) {
            throw InputError(fmt::format("a fact names '{}', which is no entity of the page", key));
        }
        return found->second;
    };
    GoldForm form{entity("s"), {}, {}};
    if (find(json, "a") != nullptr) {
        form.predicate = ontology.predicate_named(text_member(json, "a"));
        const Json* value = find(json, "v");
        if (value == nullptr) {
            throw InputError("\"v\" is missing");
        }
        form.object = read_value(*value);
    } else {
        form.predicate = ontology.predicate_named(text_member(json, "r"));
        form.object = entity("o");
    }
    return form;
}

GoldFact read_fact(const Json& json, const Keys& keys, const Ontology& ontology) {
    if (!json.IsObject()) {
        throw InputError("a fact is not an object");
    }
    GoldFact fact;
    fact.forms.push_back(read_form(json, keys, ontology));
    if (const Json* others = find(json, "or"); others != nullptr && others->IsArray()) {
        for (const Json& other : others->GetArray()) {
            if (!other.IsObject()) {
                throw InputError("an alternative of a fact is not an object");
            }
            fact.forms.push_back(read_form(other, keys, ontology));
        }
    }
    if (find(json, "status") != nullptr) {
        const auto status = status_named(text_member(json, "status"));
        if (!status) {
            throw InputError(fmt::format("there is no status '{}'", text_member(json, "status")));
        }
        fact.status = *status;
    }
    fact.demand = is_true(json, "optional") ? GoldFact::Demand::optional : GoldFact::Demand::demanded;
    return fact;
}

GoldPage read_page(const Json& json, const std::filesystem::path& file, const Ontology& ontology) {
    GoldPage page;
    page.file = file;
    page.document = text_member(json, "document");
    page.text = text_member(json, "text");
    page.language = find(json, "language") != nullptr ? text_member(json, "language") : "";
    const Json* entities = find(json, "entities");
    if (entities == nullptr || !entities->IsObject()) {
        throw InputError("\"entities\" is missing or not an object");
    }
    Keys keys;
    for (const auto& member : entities->GetObject()) {
        const std::string key(member.name.GetString(), member.name.GetStringLength());
        keys.emplace(key, static_cast<std::uint32_t>(page.entities.size()));
        page.entities.push_back(read_entity(key, member.value, ontology));
    }
    for (const char* list : {"facts", "attributes"}) {
        const Json* facts = find(json, list);
        if (facts != nullptr && facts->IsArray()) {
            for (const Json& fact : facts->GetArray()) {
                page.facts.push_back(read_fact(fact, keys, ontology));
            }
        }
    }
    return page;
}

} // namespace

std::filesystem::path GoldPage::text_path(const std::filesystem::path& texts) const {
    return (texts.empty() ? std::filesystem::absolute(file).parent_path().parent_path() : texts) / text;
}

GoldPage gold_page(std::string_view json, const std::filesystem::path& file, const Ontology& ontology) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
    if (document.HasParseError()) {
        throw InputError(fmt::format("{}: not JSON at byte {}: {}", file.string(), document.GetErrorOffset(),
                                     rapidjson::GetParseError_En(document.GetParseError())));
    }
    try {
        if (!document.IsObject()) {
            throw InputError("not a JSON object");
        }
        return read_page(document, file, ontology);
    } catch (const Error& error) {
        throw InputError(file.string() + ": " + error.what());
    }
}

std::vector<GoldPage> read_gold(const std::vector<std::filesystem::path>& paths, const Ontology& ontology) {
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        if (!std::filesystem::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(files.size());
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() == ".json") {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin() + first, files.end());
    }
    std::vector<GoldPage> pages;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        if (!in) {
            throw InputError(file.string() + ": cannot be read");
        }
        GoldPage page = gold_page(text, file, ontology);
        const auto same = std::ranges::find(pages, page.document, &GoldPage::document);
        if (same != pages.end()) {
            *same = std::move(page);
        } else {
            pages.push_back(std::move(page));
        }
    }
    return pages;
}

} // namespace jokbo

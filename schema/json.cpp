#include "schema/json.hpp"

#include "schema/text.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <variant>

namespace jokbo {

namespace {

/// RapidJSON's notion of an output, on a std::string.
struct StringOutput {
    using Ch = char;
    std::string* text;

    void Put(char c) { text->push_back(c); }
    void Flush() {}
};

using LineWriter = rapidjson::Writer<StringOutput>;
using IndentedWriter = rapidjson::PrettyWriter<StringOutput>;

} // namespace

struct JsonWriter::Engine {
    StringOutput output;
    std::variant<std::monostate, LineWriter, IndentedWriter> writer;

    template <class Call>
    void with(const Call& call) {
        if (auto* line = std::get_if<LineWriter>(&writer)) {
            // A finished value makes room for the next line's.
            if (line->IsComplete()) {
                line->Reset(output);
            }
            call(*line);
        } else if (auto* indented = std::get_if<IndentedWriter>(&writer)) {
            if (indented->IsComplete()) {
                indented->Reset(output);
            }
            call(*indented);
        }
    }
};

JsonWriter::JsonWriter(std::string& out, Layout layout) : engine_(std::make_unique<Engine>()) {
    engine_->output.text = &out;
    if (layout == Layout::line) {
        engine_->writer.emplace<LineWriter>(engine_->output);
    } else {
        engine_->writer.emplace<IndentedWriter>(engine_->output).SetIndent(' ', 2);
    }
}

JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
    engine_->with([](auto& writer) { writer.StartObject(); });
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    engine_->with([](auto& writer) { writer.EndObject(); });
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    engine_->with([](auto& writer) { writer.StartArray(); });
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    engine_->with([](auto& writer) { writer.EndArray(); });
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    engine_->with([&](auto& writer) { writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    if (!is_utf8(text)) {
        return value(repaired(text));
    }
    engine_->with([&](auto& writer) {
        writer.String(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
    });
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    engine_->with([&](auto& writer) { writer.Int64(number); });
    return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
    engine_->with([&](auto& writer) { writer.Uint64(number); });
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    engine_->with([&](auto& writer) { writer.Double(number); });
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    engine_->with([&](auto& writer) { writer.Bool(truth); });
    return *this;
}

JsonWriter& JsonWriter::null() {
    engine_->with([](auto& writer) { writer.Null(); });
    return *this;
}

} // namespace jokbo

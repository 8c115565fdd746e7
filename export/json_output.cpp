#include "export/json_output.hpp"

#include "export/format.hpp"
#include "export/words.hpp"

#include <rapidjson/writer.h>

#include <ostream>
#include <string>

namespace jokbo {

namespace {

/// RapidJSON's idea of a stream: hands bytes on in pieces.
class Sink {
public:
    using Ch = char;

    explicit Sink(std::ostream& out) : out_(out) { buffer_.reserve(capacity); }

    void Put(char c) {
        if (buffer_.size() == capacity) {
            Flush();
        }
        buffer_ += c;
    }
    void Flush() {
        if (!out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()))) {
            throw OutputError("the output failed while it was written");
        }
        buffer_.clear();
    }

private:
    static constexpr std::size_t capacity = 1 << 16;
    std::ostream& out_;
    std::string buffer_;
};

rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

} // namespace

struct JsonOutput::Writer {
    explicit Writer(std::ostream& out) : sink(out), json(sink) {}

    Sink sink;
    rapidjson::Writer<Sink> json;
};

JsonOutput::JsonOutput(std::ostream& out) : writer_(std::make_unique<Writer>(out)) {}
JsonOutput::~JsonOutput() = default;

void JsonOutput::open() { writer_->json.StartObject(); }
void JsonOutput::close() { writer_->json.EndObject(); }
void JsonOutput::open_list() { writer_->json.StartArray(); }
void JsonOutput::close_list() { writer_->json.EndArray(); }
void JsonOutput::key(std::string_view name) { writer_->json.Key(name.data(), length(name)); }

void JsonOutput::text(std::string_view value) {
    if (is_clean(value)) {
        writer_->json.String(value.data(), length(value));
    } else {
        const std::string clean = clean_text(value);
        writer_->json.String(clean.data(), length(clean));
    }
}

void JsonOutput::pair(std::string_view name, std::string_view value) {
    key(name);
    text(value);
}

void JsonOutput::pair_if(std::string_view name, std::string_view value) {
    if (!value.empty()) {
        pair(name, value);
    }
}

void JsonOutput::raw(std::string_view json) {
    writer_->json.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}
void JsonOutput::newline() { writer_->sink.Put('\n'); }
void JsonOutput::flush() { writer_->sink.Flush(); }

} // namespace jokbo

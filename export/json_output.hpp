#pragma once

#include "export/format.hpp"
#include "export/words.hpp"

#include <rapidjson/writer.h>

#include <ostream>
#include <string>
#include <string_view>

/// RapidJSON's writer on a std::ostream; for the .cpp files of this folder only.
namespace jokbo {

/// Hands bytes to the stream in pieces. Throws OutputError as soon as the stream fails.
class JsonSink {
public:
    using Ch = char;

    explicit JsonSink(std::ostream& out) : out_(out) { buffer_.reserve(capacity); }

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

/// Names and values in one breath; every text is cleaned.
class JsonOutput {
public:
    explicit JsonOutput(std::ostream& out) : sink_(out), writer_(sink_) {}

    void open() { writer_.StartObject(); }
    void close() { writer_.EndObject(); }
    void open_list() { writer_.StartArray(); }
    void close_list() { writer_.EndArray(); }
    void newline() { sink_.Put('\n'); }
    void flush() { sink_.Flush(); }

    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view value) {
        const std::string clean = clean_text(value);
        writer_.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
    }
    void pair(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    /// Leaves the name out where there is nothing to say.
    void pair_if(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            pair(name, value);
        }
    }

    rapidjson::Writer<JsonSink>& writer() { return writer_; }

private:
    JsonSink sink_;
    rapidjson::Writer<JsonSink> writer_;
};

} // namespace jokbo

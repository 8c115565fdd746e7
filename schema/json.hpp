#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace jokbo {

/// Writes JSON at the end of a string. Text that is not UTF-8 is repaired on the way. The calls must make up well-formed
/// JSON; several values in a row make up NDJSON if the caller puts the line ends.
class JsonWriter {
public:
    enum class Layout { line, indented };

    explicit JsonWriter(std::string& out, Layout layout = Layout::line);
    ~JsonWriter();
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
    JsonWriter& value(int number) { return value(std::int64_t{number}); }
    JsonWriter& value(double number);
    JsonWriter& value(bool truth);
    JsonWriter& null();

    template <class T>
    JsonWriter& field(std::string_view name, const T& content) {
        return key(name).value(content);
    }

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace jokbo

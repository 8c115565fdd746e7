#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

namespace jokbo {

/// JSON written straight to a stream, in compact form. Every text is cleaned (export/words.hpp).
/// Throws OutputError as soon as the stream fails.
class JsonOutput {
public:
    explicit JsonOutput(std::ostream& out);
    ~JsonOutput();
    JsonOutput(const JsonOutput&) = delete;
    JsonOutput& operator=(const JsonOutput&) = delete;

    void open();
    void close();
    void open_list();
    void close_list();
    void key(std::string_view name);
    void text(std::string_view value);
    void pair(std::string_view name, std::string_view value);
    /// Leaves the name out where there is nothing to say.
    void pair_if(std::string_view name, std::string_view value);
    /// One value that is JSON already.
    void raw(std::string_view json);
    /// A line break between values, for those who read or compare by lines.
    void newline();
    /// Hands the rest to the stream.
    void flush();

private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

} // namespace jokbo

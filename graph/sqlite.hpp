#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace jokbo {

/// A prepared statement for the rows that come by the million: binds a string_view without a copy and reads columns without an
/// object each, which SQLite::Statement cannot. Throws SQLite::Exception.
class Query {
public:
    Query(sqlite3* database, std::string_view sql);
    ~Query();
    Query(Query&& other) noexcept;
    Query(const Query&) = delete;
    Query& operator=(Query&&) = delete;

    /// Resets and binds all parameters in order. Texts must live until the next bind, which no temporary does.
    template <class... Values>
    Query& with(Values&&... values) {
        static_assert(!(std::is_same_v<Values, std::string> || ...));
        return bound(values...);
    }
    template <class... Values>
    Query& bound(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /// Steps to the next row; false at the end, where it resets.
    bool next();
    /// For statements that return no rows.
    void run();
    template <class... Values>
    void run(const Values&... values) {
        bound(values...);
        run();
    }
    void reset();

    void bind(int index, std::nullptr_t);
    void bind(int index, std::int64_t value);
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, std::string&& value) = delete;
    /// For a table of our own; `kind` must be a literal.
    void bind_pointer(int index, void* pointer, const char* kind);
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bind(index, nullptr);
    }

    bool is_null(int column) const;
    bool is_integer(int column) const;
    std::int64_t integer(int column) const;
    std::uint32_t number(int column) const { return static_cast<std::uint32_t>(integer(column)); }
    double real(int column) const;
    /// Lives until the next step.
    std::string_view text(int column) const;
    std::string string(int column) const { return std::string(text(column)); }

private:
    void check(int code) const;
    sqlite3_stmt* statement_ = nullptr;
    bool is_under_way_ = false;
};

/// One number from a query that yields one row.
std::int64_t scalar(sqlite3* database, std::string_view sql);

} // namespace jokbo

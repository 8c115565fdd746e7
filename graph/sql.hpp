#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jokbo {

/// One value as SQLite gives it; the first is NULL. Blobs come as text.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The rows of one statement over a store that is opened for reading only. Statements that write, attach files or change
/// settings are refused before they run.
class SqlReader {
public:
    /// Throws NotFound where there is no store, StoreError where it is none, UsageError where the statement is wrong or not allowed.
    SqlReader(const std::filesystem::path& store, std::string_view statement);
    ~SqlReader();

    const std::vector<std::string>& columns() const { return columns_; }
    /// The next row, or nothing at the end; lives until the next call.
    const std::vector<SqlValue>* next();

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
    std::vector<std::string> columns_;
    std::vector<SqlValue> row_;
};

} // namespace jokbo

#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

namespace jokbo {

/// How long a process waits for another one that writes.
inline constexpr int patience_milliseconds = 10'000;

/// A connection that cannot write. The last one that closes takes the -wal and -shm files beside the store along. Where nothing
/// can be written, so that they cannot be made, the store is read as it stands. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> open_unwritable(const std::filesystem::path& path);

} // namespace jokbo

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jokbo {

/// The root of everything that jokbo throws on purpose. Only `main` turns these into exit codes.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The caller asked in a form that we do not understand (exit code 2).
class UsageError : public Error {
public:
    using Error::Error;
};

/// There is no such thing (exit code 1).
class NotFound : public Error {
public:
    using Error::Error;
};

/// A document cannot be read. The message starts with the file's name (exit code 3).
class InputError : public Error {
public:
    using Error::Error;
};

/// The store cannot be opened, read or written (exit code 3).
class StoreError : public Error {
public:
    using Error::Error;
};

/// A place in a data file, both counted from 1; the column counts bytes.
struct FilePlace {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// A data file (schema, lexicon, frames, cues) does not hold together (exit code 3).
/// The message is `file:line:column: what`, the line itself, and a caret below the column.
class DataError : public Error {
public:
    DataError(FilePlace place, std::string_view line, std::string_view what);

    const FilePlace& place() const { return place_; }

private:
    FilePlace place_;
};

} // namespace jokbo

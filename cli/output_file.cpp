#include "cli/output_file.hpp"

#include "export/format.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace jokbo::cli {

namespace fs = std::filesystem;

namespace {

OutputError failure(const fs::path& path, int number) {
    return OutputError(path.string() + ": cannot be written: " + (number != 0 ? std::strerror(number) : "the write failed"));
}

/// A new file beside `path`, with the permissions that a new file gets, or those of the one it will replace.
fs::path new_neighbour(const fs::path& path) {
    for (int attempt = 0;; ++attempt) {
        fs::path name = path;
        name += "." + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".part";
        if (const int handle = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); handle >= 0) {
            close(handle);
            return name;
        }
        if (errno != EEXIST) {
            throw failure(path, errno);
        }
    }
}

} // namespace

OutputFile::OutputFile(const fs::path& path) : path_(path) {
    std::error_code none;
    if (fs::is_directory(path, none)) {
        throw failure(path, EISDIR);
    }
    const bool there = fs::exists(path, none);
    if (there && !fs::is_regular_file(path, none)) {
        written_ = path_;
    } else {
        path_ = there ? fs::canonical(path) : path;
        if (there && access(path_.c_str(), W_OK) != 0) {
            throw failure(path, errno);
        }
        written_ = new_neighbour(path_);
        if (there) {
            fs::permissions(written_, fs::status(path_, none).permissions(), none);
        }
    }
    errno = 0;
    stream_.open(written_, std::ios::binary);
    if (!stream_) {
        throw failure(path, errno);
    }
}

OutputFile::~OutputFile() {
    if (written_ != path_) {
        std::error_code ignored;
        fs::remove(written_, ignored);
    }
}

void OutputFile::commit() {
    errno = 0;
    stream_.close();
    if (!stream_) {
        throw failure(path_, errno);
    }
    if (written_ != path_) {
        std::error_code failed;
        fs::rename(written_, path_, failed);
        if (failed) {
            throw failure(path_, failed.value());
        }
        written_ = path_;
    }
}

} // namespace jokbo::cli

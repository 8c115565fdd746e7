#include "cli/output_file.hpp"

#include "export/format.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>
#include <system_error>

namespace jokbo::cli {

namespace fs = std::filesystem;

namespace {

OutputError failure(const fs::path& path, int number) {
    return OutputError(path.string() + ": cannot be written: " + std::strerror(number));
}

struct NewFile {
    fs::path path;
    int handle;
};

/// A new file beside `path`, with the permissions that a new file gets.
NewFile new_neighbour(const fs::path& path, const fs::path& named) {
    for (int attempt = 0;; ++attempt) {
        fs::path name = path;
        name += "." + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".part";
        if (const int handle = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); handle >= 0) {
            return {name, handle};
        }
        if (errno != EEXIST) {
            throw failure(named, errno);
        }
    }
}

} // namespace

/// Keeps the system's reason for a failure, which std::ofstream loses.
class OutputFile::Buffer : public std::streambuf {
public:
    explicit Buffer(int handle) : handle_(handle) { setp(bytes_.data(), bytes_.data() + bytes_.size()); }
    ~Buffer() override {
        if (handle_ >= 0) {
            ::close(handle_);
        }
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    int error() const { return error_; }

    void close() {
        sync();
        // Devices and pipes cannot be synchronised, and need not.
        if (error_ == 0 && fsync(handle_) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP) {
            error_ = errno;
        }
        if (::close(handle_) != 0 && error_ == 0) {
            error_ = errno;
        }
        handle_ = -1;
    }

protected:
    int_type overflow(int_type c) override {
        if (sync() != 0) {
            return traits_type::eof();
        }
        if (!traits_type::eq_int_type(c, traits_type::eof())) {
            sputc(traits_type::to_char_type(c));
        }
        return traits_type::not_eof(c);
    }

    int sync() override {
        const char* from = pbase();
        while (error_ == 0 && from < pptr()) {
            const auto written = ::write(handle_, from, static_cast<std::size_t>(pptr() - from));
            if (written >= 0) {
                from += written;
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return error_ == 0 ? 0 : -1;
    }

private:
    int handle_;
    int error_ = 0;
    std::array<char, 1 << 16> bytes_;
};

OutputFile::OutputFile(const fs::path& path) : named_(path), path_(path), stream_(nullptr) {
    std::error_code none;
    if (fs::is_directory(path, none)) {
        throw failure(path, EISDIR);
    }
    const bool there = fs::exists(path, none);
    int handle = -1;
    if (there && !fs::is_regular_file(path, none)) {
        written_ = path_;
        handle = open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (handle < 0) {
            throw failure(path, errno);
        }
    } else {
        path_ = there ? fs::canonical(path) : path;
        if (there && access(path_.c_str(), W_OK) != 0) {
            throw failure(path, errno);
        }
        auto neighbour = new_neighbour(path_, named_);
        written_ = std::move(neighbour.path);
        handle = neighbour.handle;
        if (there) {
            fs::permissions(written_, fs::status(path_, none).permissions(), none);
        }
    }
    buffer_ = std::make_unique<Buffer>(handle);
    stream_.rdbuf(buffer_.get());
}

OutputFile::~OutputFile() {
    if (written_ != path_) {
        std::error_code ignored;
        fs::remove(written_, ignored);
    }
}

void OutputFile::commit() {
    stream_.flush();
    buffer_->close();
    if (buffer_->error() != 0) {
        throw failure(named_, buffer_->error());
    }
    if (!stream_) {
        throw OutputError(named_.string() + ": could not be written whole");
    }
    if (written_ != path_) {
        std::error_code failed;
        fs::rename(written_, path_, failed);
        if (failed) {
            throw failure(named_, failed.value());
        }
        written_ = path_;
    }
}

} // namespace jokbo::cli

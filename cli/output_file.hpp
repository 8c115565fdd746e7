#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace jokbo::cli {

/// A file that appears whole or not at all: what is written goes to a neighbour that takes its name at `commit`.
/// Devices and pipes are written to directly.
class OutputFile {
public:
    /// Throws OutputError where it cannot be created.
    explicit OutputFile(const std::filesystem::path& path);
    /// Removes what was not committed.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }

    /// Throws OutputError where the file could not be written whole, with the system's reason.
    void commit();

private:
    class Buffer;

    std::filesystem::path named_;   ///< as the caller calls it
    std::filesystem::path path_;    ///< behind symbolic links
    std::filesystem::path written_; ///< where the bytes go
    std::unique_ptr<Buffer> buffer_;
    std::ostream stream_;
};

} // namespace jokbo::cli

#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "extract/intake/intake.hpp"
#include "schema/document.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace jokbo::cli {

/// The options that commands which read documents share: --published, --threads, --strict.
std::vector<Option> reading_options();

/// The PATH… that such commands take.
Positional document_paths();

/// --threads, or as many as the machine runs at a time where it is 0.
std::size_t thread_count(const Arguments& arguments);

/// The documents behind the paths of a command line, in a settled order, each with an id of its own: the file's name
/// without its suffix, and where two files of one run share it, as much of their folders (and suffixes) as tells them
/// apart. What cannot be read is told on standard error and counted; --strict throws it as InputError.
class Documents {
public:
    explicit Documents(Session& session);

    using Sink = std::function<void(Document)>;
    void for_each(const Sink& sink);

    /// For a document that came through but then failed.
    void skip(const std::string& path, const std::string& why);

    /// Of all files, and of what was read so far; for a progress bar.
    std::uintmax_t total_bytes() const { return total_bytes_; }
    std::uintmax_t done_bytes() const { return done_bytes_; }
    std::size_t skipped() const { return skipped_; }

    /// What the shell gets to see of the reading: Exit::broken where something was skipped.
    Exit exit() const { return skipped_ == 0 ? Exit::ok : Exit::broken; }

private:
    void take(const Problem& problem);
    void take(Document document, const Source& source, const std::string& id, const Sink& sink);

    Session& session_;
    bool strict_;
    IntakeOptions options_;
    std::vector<Source> sources_;
    std::vector<std::string> ids_;                      ///< of the sources; empty where the stem will do
    std::unordered_map<std::string, std::string> seen_; ///< id → path
    std::uintmax_t total_bytes_ = 0;
    std::uintmax_t done_bytes_ = 0;
    std::size_t skipped_ = 0;
};

} // namespace jokbo::cli

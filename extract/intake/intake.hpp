#pragma once

#include "schema/document.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace jokbo {

/// A file that may hold documents, found but not yet read.
struct Source {
    std::filesystem::path path; ///< `-` is standard input
    std::uintmax_t size = 0;    ///< 0 where unknown
};

/// Something about an input that its owner should know.
struct Problem {
    enum class Severity : std::uint8_t {
        note,    ///< was read all the same
        skipped, ///< was not read
    };
    Severity severity = Severity::skipped;
    std::string path; ///< `file` or `file:line`
    std::string what;
};

/// What the reader of the files knows better than the files.
struct IntakeOptions {
    std::string published; ///< for documents that do not say it
};

using DocumentSink = std::function<void(Document)>;
using ProblemSink = std::function<void(Problem)>;

/// The files behind `paths`: folders are walked in sorted order for .txt, .md, .markdown, .html and .jsonl; a file that is
/// named itself is taken whatever its suffix. What cannot be listed goes to `problems`, the others go on.
std::vector<Source> list_sources(const std::vector<std::filesystem::path>& paths, const ProblemSink& problems);

/// Reads one file: one document, or one a line for .jsonl. Nothing is thrown for a bad file: it becomes a problem.
/// May be called from many threads at a time with sinks of their own.
void read_source(const Source& source, const IntakeOptions& options, const DocumentSink& documents,
                 const ProblemSink& problems);

/// Lists and reads, one after the other.
void read_documents(const std::vector<std::filesystem::path>& paths, const IntakeOptions& options,
                    const DocumentSink& documents, const ProblemSink& problems);

/// A document out of the bytes of one file, as `read_source` makes it; `problems` may get notes.
/// `name` is the file's path; its stem becomes the id.
void document_from_bytes(const std::string& name, std::string bytes, const IntakeOptions& options,
                         const DocumentSink& documents, const ProblemSink& problems);

} // namespace jokbo

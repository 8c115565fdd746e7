#include "extract/intake/intake.hpp"

#include "extract/intake/encoding.hpp"
#include "extract/layout/document_head.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <system_error>

namespace jokbo {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view suffixes[] = {".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"};

/// Spans count bytes in 32 bits, and a broken byte becomes three when it is repaired.
constexpr std::uintmax_t longest_text = std::uintmax_t{1} << 30U;

bool is_taken(const fs::path& path) {
    auto suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::find(suffixes, suffix) != std::end(suffixes);
}

bool holds_lines(const fs::path& path) { return path.extension() == ".jsonl" || path.extension() == ".ndjson"; }

void skip(const ProblemSink& problems, std::string path, std::string what) {
    problems({Problem::Severity::skipped, std::move(path), std::move(what)});
}

std::string last_failure() { return std::generic_category().message(errno == 0 ? EIO : errno); }

Source source_of(const fs::path& path) {
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    return {path, failure ? 0 : size};
}

void walk(const fs::path& folder, std::vector<Source>& sources, const ProblemSink& problems) {
    std::error_code failure;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(folder, failure);
    for (; !failure && at != fs::directory_iterator(); at.increment(failure)) {
        entries.push_back(*at);
    }
    if (failure) {
        skip(problems, folder.string(), "cannot list this folder: " + failure.message());
    }
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().filename().string(); });
    for (const auto& entry : entries) {
        if (entry.path().filename().string().starts_with('.')) {
            continue;
        }
        std::error_code ignored;
        // A link to a folder may lead in a circle.
        if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
            walk(entry.path(), sources, problems);
        } else if (entry.is_regular_file(ignored) && is_taken(entry.path())) {
            sources.push_back(source_of(entry.path()));
        }
    }
}

void fill(std::string& field, const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found != object.MemberEnd() && found->value.IsString()) {
        field.assign(found->value.GetString(), found->value.GetStringLength());
    }
}

void document_from_line(const std::string& file, std::size_t number, std::string_view line,
                        const IntakeOptions& options, const DocumentSink& documents, const ProblemSink& problems) {
    const auto place = fmt::format("{}:{}", file, number);
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError()) {
        return skip(problems, place,
                    fmt::format("not JSON: {} (column {})", rapidjson::GetParseError_En(json.GetParseError()),
                                json.GetErrorOffset() + 1));
    }
    if (!json.IsObject() || !json.HasMember("text") || !json["text"].IsString()) {
        return skip(problems, place, R"(expected an object with a "text", as {"id": "a1", "text": "…"})");
    }
    Document document;
    fill(document.text, json, "text");
    fill(document.id, json, "id");
    fill(document.title, json, "title");
    fill(document.published, json, "published");
    fill(document.url, json, "url");
    fill(document.publisher, json, "publisher");
    fill(document.language, json, "language");
    document.path = file;
    if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return skip(problems, place, "the text is empty");
    }
    if (document.id.empty()) {
        document.id = fmt::format("{}-{}", fs::path(file).stem().string(), number);
    }
    document.published = iso_date(document.published);
    complete_from_text(document, options.published);
    documents(std::move(document));
}

void read_lines(std::istream& in, const std::string& file, const IntakeOptions& options, const DocumentSink& documents,
                const ProblemSink& problems) {
    std::string line;
    std::size_t number = 0;
    bool any = false;
    while (std::getline(in, line)) {
        std::string_view content = line;
        if (++number == 1 && content.starts_with("\xEF\xBB\xBF")) {
            content.remove_prefix(3);
        }
        if (number == 1) {
            if (const auto kind = binary_kind(content); !kind.empty()) {
                return skip(problems, file, kind);
            }
        }
        if (content.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        any = true;
        document_from_line(file, number, content, options, documents, problems);
    }
    if (in.bad()) {
        skip(problems, file, "cannot be read to its end: " + last_failure());
    } else if (!any) {
        skip(problems, file, "is empty");
    }
}

} // namespace

std::vector<Source> list_sources(const std::vector<fs::path>& paths, const ProblemSink& problems) {
    std::vector<Source> sources;
    for (const auto& path : paths) {
        if (path == "-") {
            sources.push_back({path, 0});
            continue;
        }
        std::error_code failure;
        const auto status = fs::status(path, failure);
        if (status.type() == fs::file_type::not_found) {
            skip(problems, path.string(), "no such file or folder");
        } else if (failure) {
            skip(problems, path.string(), failure.message());
        } else if (fs::is_directory(status)) {
            const auto before = sources.size();
            auto told = false;
            walk(path, sources, [&](Problem problem) {
                told = true;
                problems(std::move(problem));
            });
            if (sources.size() == before && !told) {
                skip(problems, path.string(), fmt::format("holds no file to read ({})", fmt::join(suffixes, ", ")));
            }
        } else {
            sources.push_back(source_of(path));
        }
    }
    return sources;
}

void document_from_bytes(const std::string& name, std::string bytes, const IntakeOptions& options,
                         const DocumentSink& documents, const ProblemSink& problems) {
    const auto note = [&](std::string what) { problems({Problem::Severity::note, name, std::move(what)}); };
    if (bytes.size() >= longest_text) {
        return skip(problems, name, "is longer than 1 GiB; cut it in parts");
    }
    if (is_utf16(bytes)) {
        bytes = utf8_of_utf16(bytes);
        note("is UTF-16; spans count bytes of its UTF-8 form");
    }
    if (const auto kind = binary_kind(bytes); !kind.empty()) {
        return skip(problems, name, kind);
    }
    if (bytes.find_first_not_of(std::string_view(" \t\r\n\f\v\0", 7), bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0) ==
        std::string::npos) {
        return skip(problems, name, "is empty");
    }
    if (!is_utf8(bytes)) {
        note("is not all UTF-8; broken parts are read as U+FFFD");
    }
    if (bytes.find('\0') != std::string::npos) {
        note("holds NUL bytes; they are read as spaces");
    }
    Document document;
    document.id = name == "-" ? "stdin" : fs::path(name).stem().string();
    document.path = name;
    document.text = std::move(bytes);
    complete_from_text(document, options.published);
    documents(std::move(document));
}

void read_source(const Source& source, const IntakeOptions& options, const DocumentSink& documents,
                 const ProblemSink& problems) {
    const auto name = source.path.string();
    errno = 0;
    const bool standard_input = name == "-";
    std::ifstream file;
    if (!standard_input) {
        std::error_code failure;
        if (fs::is_directory(source.path, failure)) {
            return skip(problems, name, "is a folder");
        }
        file.open(source.path, std::ios::binary);
        if (!file) {
            return skip(problems, name, "cannot be opened: " + last_failure());
        }
    }
    std::istream& in = standard_input ? std::cin : file;
    if (holds_lines(source.path)) {
        return read_lines(in, name, options, documents, problems);
    }
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::min(source.size, longest_text)));
    char chunk[65536];
    while (in.read(chunk, sizeof chunk), in.gcount() > 0) {
        bytes.append(chunk, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() >= longest_text) {
            break;
        }
    }
    if (in.bad()) {
        return skip(problems, name, "cannot be read to its end: " + last_failure());
    }
    document_from_bytes(name, std::move(bytes), options, documents, problems);
}

void read_documents(const std::vector<fs::path>& paths, const IntakeOptions& options, const DocumentSink& documents,
                    const ProblemSink& problems) {
    for (const Source& source : list_sources(paths, problems)) {
        read_source(source, options, documents, problems);
    }
}

} // namespace jokbo

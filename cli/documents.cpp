#include "cli/documents.hpp"

#include "schema/error.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <thread>

namespace jokbo::cli {

namespace {

/// The id that a source gets by as many of its folders as `depth` says; past all folders, with its suffix.
std::string id_of(const std::filesystem::path& path, std::size_t depth) {
    std::vector<std::string> folders;
    for (const auto& part : path.lexically_normal().parent_path()) {
        if (part != "." && part != "/") {
            folders.push_back(part.string());
        }
    }
    std::string id = depth > folders.size() ? path.filename().string() : path.stem().string();
    for (std::size_t i = 0; i < std::min(depth, folders.size()); ++i) {
        id.insert(0, folders[folders.size() - 1 - i] + "/");
    }
    return id;
}

/// For every source its id: the stem, and more of the path for those that share it. The same set of paths gives the same
/// ids, whatever their order.
std::vector<std::string> ids_of(const std::vector<Source>& sources) {
    std::vector<std::string> ids;
    std::vector<std::size_t> depth(sources.size(), 0);
    for (const Source& source : sources) {
        ids.push_back(id_of(source.path, 0));
    }
    while (true) {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            groups[ids[i]].push_back(i);
        }
        bool changed = false;
        for (const auto& [id, members] : groups) {
            for (const std::size_t i : members.size() > 1 ? members : std::vector<std::size_t>{}) {
                auto longer = id_of(sources[i].path, ++depth[i]);
                changed |= longer != ids[i];
                ids[i] = std::move(longer);
            }
        }
        if (!changed) {
            return ids;
        }
    }
}

} // namespace

std::vector<Option> reading_options() {
    return {
        {.name = "published", .metavar = "DATE", .help = "when documents were published that do not say it themselves"},
        {.name = "threads",
         .metavar = "N",
         .help = "threads that read; 0: as many as the machine has",
         .fallback = "0"},
        {.name = "strict", .metavar = "", .help = "stop at the first document that cannot be read"},
    };
}

Positional document_paths() {
    return {"PATH", "files (.txt .md .html .jsonl), folders, or - for standard input", Positional::Count::many};
}

std::size_t thread_count(const Arguments& arguments) {
    const auto asked = arguments.number("threads");
    return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

Documents::Documents(Session& session) : session_(session), strict_(session.arguments().has("strict")) {
    options_.published = session.arguments().date("published");
    const auto& words = session.arguments().positionals("PATH");
    std::vector<std::filesystem::path> paths(words.begin(), words.end());
    sources_ = list_sources(paths, [&](const Problem& problem) { take(problem); });
    // A file that is named twice, itself or by its folder, is read once.
    std::map<std::string, std::size_t> first;
    std::vector<Source> distinct;
    for (Source& source : sources_) {
        if (first.emplace(source.path.lexically_normal().string(), 0).second) {
            total_bytes_ += source.size;
            distinct.push_back(std::move(source));
        }
    }
    sources_ = std::move(distinct);
    ids_ = ids_of(sources_);
}

void Documents::for_each(const Sink& sink) {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const Source& source = sources_[i];
        const auto before = done_bytes_;
        read_source(
            source, options_, [&](Document document) { take(std::move(document), source, ids_[i], sink); },
            [&](const Problem& problem) { take(problem); });
        done_bytes_ = before + source.size;
    }
}

void Documents::take(Document document, const Source& source, const std::string& id, const Sink& sink) {
    // A line of a .jsonl brings an id of its own; a file that is one document goes by its name.
    if (document.id == source.path.stem().string()) {
        document.id = id;
    }
    const auto [place, fresh] = seen_.emplace(document.id, document.path);
    if (!fresh) {
        take(Problem{
            Problem::Severity::skipped, document.path,
            fmt::format("another document of this run, {}, has the id '{}' as well", place->second, document.id)});
        return;
    }
    done_bytes_ += document.text.size();
    sink(std::move(document));
}

void Documents::skip(const std::string& path, const std::string& why) {
    take(Problem{Problem::Severity::skipped, path, why});
}

void Documents::take(const Problem& problem) {
    const std::string message = problem.path + ": " + problem.what;
    if (problem.severity == Problem::Severity::skipped) {
        if (strict_) {
            throw InputError(message);
        }
        ++skipped_;
    }
    session_.warn(message);
}

} // namespace jokbo::cli

#include "schema/pack.hpp"

#include "schema/embedded.hpp"
#include "schema/error.hpp"

#include <fstream>
#include <iterator>

namespace jokbo {

Pack Pack::embedded() {
    Pack pack;
    for (const EmbeddedFile& file : embedded_files()) {
        pack.add({std::string(file.name), std::string(file.text), std::string(file.name)});
    }
    return pack;
}

void Pack::add_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::recursive_directory_iterator entries(folder, failure);
    if (failure) {
        throw InputError(folder.string() + ": cannot read the pack: " + failure.message());
    }
    for (const auto& entry : entries) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream in(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (!in) {
            throw InputError(entry.path().string() + ": cannot read this file of the pack");
        }
        add({entry.path().lexically_relative(folder).generic_string(), std::move(text), entry.path().string()});
    }
}

const DataFile& Pack::file(std::string_view name) const {
    const auto found = files_.find(name);
    if (found == files_.end()) {
        throw NotFound("the pack has no file " + std::string(name));
    }
    return found->second;
}

std::vector<const DataFile*> Pack::files(std::string_view prefix) const {
    std::vector<const DataFile*> found;
    for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
        found.push_back(&at->second);
    }
    return found;
}

void Pack::add(DataFile file) {
    auto name = file.name;
    files_.insert_or_assign(std::move(name), std::move(file));
}

} // namespace jokbo

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// One data file: its name is its path from the project's root, as `extract/frames/based_on.frames`.
struct DataFile {
    std::string name;
    std::string text;
    /// What errors call it: the name of an embedded file, the path of one of a user's own.
    std::string origin;
};

/// All knowledge that is data: ontology, lexicon, frames, cues, styles.
class Pack {
public:
    /// What the program was built with.
    static Pack embedded();

    /// Files below `folder` take the place of those of the same name, or are added.
    /// Throws InputError where the folder or a file in it cannot be read.
    void add_folder(const std::filesystem::path& folder);

    /// Throws NotFound where there is no such file.
    const DataFile& file(std::string_view name) const;

    /// All files whose name begins with `prefix`, by name.
    std::vector<const DataFile*> files(std::string_view prefix) const;

    /// Adds or replaces one file (tests build small packs so).
    void add(DataFile file);

private:
    std::map<std::string, DataFile, std::less<>> files_;
};

} // namespace jokbo

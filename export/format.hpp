#pragma once

#include "export/settings.hpp"
#include "graph/view.hpp"
#include "schema/error.hpp"

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

namespace jokbo {

/// The stream to which a view was written failed (exit code 3).
class OutputError : public Error {
public:
    using Error::Error;
};

/// One row of the table of formats.
///
/// To add a format: write `export/<name>.cpp` with its writer, declare that in `export/writers.hpp`, and add a row to the
/// table in `export/format.cpp`. The help, the guess by suffix and the errors follow from there.
struct Format {
    /// Whether it may be shown on a terminal.
    enum class Content { text, binary };

    std::string_view name;
    /// With the dot; the first is the usual one.
    std::vector<std::string_view> suffixes;
    /// One line, lower case, no full stop.
    std::string_view summary;
    Content content = Content::text;
    void (*write)(const View&, const Settings&, std::ostream&) = nullptr;
};

/// All formats, in the order of the help.
std::span<const Format> formats();

/// Throws UsageError with the nearest known name.
const Format& format_named(std::string_view name);

/// The format whose suffix the file's name bears, the longest match; throws UsageError where there is none.
const Format& format_of_file(const std::filesystem::path& file);

/// Writes the view. Throws OutputError where the stream fails, UsageError where the view is too large for the format.
void write_view(const View& view, const Format& format, const Settings& settings, std::ostream& out);

} // namespace jokbo

#pragma once

#include <span>
#include <string_view>

namespace jokbo {

/// A data file as the build put it into the program (see cmake/embed.cmake).
struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

} // namespace jokbo

#pragma once

#include "cli/terminal.hpp"

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace jokbo::cli {

/// One line on standard error that tells how far a long job is; nothing where that is no terminal.
class Progress {
public:
    enum class Wanted { no, yes };

    Progress(std::ostream& error, const Terminal& terminal, std::string what, Wanted wanted = Wanted::yes);
    /// Wipes the line.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `done` of `total` units of whatever it is; a total of 0 means: not known. Redraws ten times a second at most.
    void show(std::uintmax_t done, std::uintmax_t total, std::string_view note);

private:
    std::ostream& error_;
    std::size_t width_;
    std::string what_;
    std::chrono::steady_clock::time_point last_{};
    bool drawn_ = false;
};

} // namespace jokbo::cli

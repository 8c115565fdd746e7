#include "cli/progress.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>

namespace jokbo::cli {

Progress::Progress(std::ostream& error, const Terminal& terminal, std::string what, Wanted wanted)
    : error_(error), width_(wanted == Wanted::yes ? terminal.error_width : 0), what_(std::move(what)) {}

Progress::~Progress() {
    if (drawn_) {
        error_ << "\r\x1b[K" << std::flush;
    }
}

void Progress::show(std::uintmax_t done, std::uintmax_t total, std::string_view note) {
    if (width_ == 0) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (drawn_ && now - last_ < std::chrono::milliseconds(100)) {
        return;
    }
    last_ = now;
    drawn_ = true;
    const auto line = total == 0 ? fmt::format("{}  {}", what_, note)
                                 : fmt::format("{}  {:3} %  {}", what_, std::min(done, total) * 100 / total, note);
    error_ << '\r' << clipped(one_line(line), width_ - 1) << "\x1b[K" << std::flush;
}

} // namespace jokbo::cli

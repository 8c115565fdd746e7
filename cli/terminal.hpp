#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jokbo::cli {

enum class Style { plain, bold, dim, red, green, yellow, blue, cyan };

/// What the process may assume about where its output goes.
struct Terminal {
    enum class Colour { off, on };

    /// Columns of standard output; 0 where it is no terminal, and lines are as long as they need to be.
    std::size_t width = 0;
    /// Only on a terminal, and not where NO_COLOR is set or TERM is dumb.
    Colour colour = Colour::off;
    /// Columns of standard error; 0 where it is no terminal, and nothing shows progress.
    std::size_t error_width = 0;

    static Terminal of_process();

    /// `text` in that style, or as it is where there are no colours.
    std::string styled(std::string_view text, Style style) const;
};

/// Columns that a text takes on a terminal: two for a Hangul syllable, none for a combining mark.
std::size_t text_width(std::string_view text);

/// `text` in at most `width` columns, ending in … where it was cut.
std::string clipped(std::string_view text, std::size_t width);

/// `text` and spaces up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// `text` with every run of spaces, line breaks and control characters as one space: fit for one line.
std::string one_line(std::string_view text);

/// A number with the word for what is counted: "1 edge", "2 edges".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

} // namespace jokbo::cli

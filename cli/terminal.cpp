#include "cli/terminal.hpp"

#include <utf8proc.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace jokbo::cli {

namespace {

std::size_t columns_of(int descriptor) {
    if (isatty(descriptor) == 0) {
        return 0;
    }
    winsize size{};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// The next character of `text`, its bytes in `length` (1 where it is broken).
utf8proc_int32_t next_character(std::string_view text, std::size_t& length) {
    utf8proc_int32_t character = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
    length = read > 0 ? static_cast<std::size_t>(read) : 1;
    return read > 0 ? character : 0xFFFD;
}

std::size_t character_width(utf8proc_int32_t character) {
    const int width = utf8proc_charwidth(character);
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

std::string_view code_of(Style style) {
    switch (style) {
    case Style::bold: return "1";
    case Style::dim: return "2";
    case Style::red: return "31";
    case Style::green: return "32";
    case Style::yellow: return "33";
    case Style::blue: return "34";
    case Style::cyan: return "36";
    case Style::plain: break;
    }
    return "";
}

} // namespace

Terminal Terminal::of_process() {
    Terminal terminal;
    terminal.width = columns_of(STDOUT_FILENO);
    terminal.error_width = columns_of(STDERR_FILENO);
    const char* no_color = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    const bool wanted =
        (no_color == nullptr || *no_color == '\0') && kind != nullptr && std::string_view(kind) != "dumb";
    terminal.colour = terminal.width > 0 && wanted ? Colour::on : Colour::off;
    return terminal;
}

std::string Terminal::styled(std::string_view text, Style style) const {
    if (colour == Colour::off || style == Style::plain || text.empty()) {
        return std::string(text);
    }
    return "\x1b[" + std::string(code_of(style)) + "m" + std::string(text) + "\x1b[0m";
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        width += character_width(next_character(text.substr(at), length));
    }
    return width;
}

std::string clipped(std::string_view text, std::size_t width) {
    if (text_width(text) <= width) {
        return std::string(text);
    }
    if (width == 0) {
        return {};
    }
    std::size_t taken = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t length = 0;
        const auto columns = character_width(next_character(text.substr(at), length));
        if (taken + columns > width - 1) {
            break;
        }
        taken += columns;
        at += length;
    }
    while (at > 0 && text[at - 1] == ' ') {
        --at;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string padded(std::string_view text, std::size_t width) {
    const auto own = text_width(text);
    return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20U && byte != 0x7FU) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return line;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

} // namespace jokbo::cli

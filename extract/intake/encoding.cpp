#include "extract/intake/encoding.hpp"

#include <algorithm>
#include <cstdint>

namespace jokbo {

namespace {

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80U) {
        return put(code);
    }
    if (code < 0x800U) {
        put(0xC0U | code >> 6U);
    } else {
        if (code < 0x10000U) {
            put(0xE0U | code >> 12U);
        } else {
            put(0xF0U | code >> 18U);
            put(0x80U | (code >> 12U & 0x3FU));
        }
        put(0x80U | (code >> 6U & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

struct Signature {
    std::string_view bytes;
    std::string_view what;
};

using namespace std::string_view_literals;

constexpr Signature signatures[] = {
    {"\x89PNG\r\n"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"RIFF"sv, "a RIFF file (picture, sound or film)"},
    {"%PDF-"sv, "a PDF; `pdftotext FILE -` makes text of it"},
    {"PK\x03\x04"sv, "a ZIP archive (or an office document)"},
    {"\x1F\x8B"sv, "gzip-compressed"},
    {"BZh"sv, "bzip2-compressed"},
    {"\xFD"
     "7zXZ"sv,
     "xz-compressed"},
    {"\x28\xB5\x2F\xFD"sv, "zstd-compressed"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document"},
    {"HWP Document File"sv, "a Hangul (HWP) document"},
};

} // namespace

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

std::string utf8_of_utf16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xFF\xFE");
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
        return little ? first | second << 8U : first << 8U | second;
    };
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    std::size_t at = 2;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        if (code >= 0xD800U && code < 0xDC00U && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00U &&
            unit(at + 2) < 0xE000U) {
            code = 0x10000U + ((code - 0xD800U) << 10U) + (unit(at + 2) - 0xDC00U);
            at += 2;
        } else if (code >= 0xD800U && code < 0xE000U) {
            code = 0xFFFDU;
        }
        append_utf8(out, code);
    }
    if (at < bytes.size()) {
        append_utf8(out, 0xFFFDU);
    }
    return out;
}

std::string binary_kind(std::string_view bytes) {
    for (const auto& [begin, what] : signatures) {
        if (bytes.starts_with(begin)) {
            return "is " + std::string(what) + ", not text";
        }
    }
    constexpr std::size_t sample_size = 65536;
    const auto sample = bytes.substr(0, sample_size);
    const auto nuls = static_cast<std::size_t>(std::ranges::count(sample, '\0'));
    const auto controls = static_cast<std::size_t>(std::ranges::count_if(sample, [](char c) {
        return (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\x1B') ||
               c == '\x7F';
    }));
    if (nuls * 4 > sample.size() && sample.size() >= 4 && controls <= nuls + sample.size() / 20) {
        return "looks like UTF-16 or UTF-32 without a byte order mark; convert it to UTF-8 (`iconv`)";
    }
    // A stray control byte happens in text; one in ten bytes does not.
    return controls * 10 > sample.size() ? "is binary, not text" : "";
}

} // namespace jokbo

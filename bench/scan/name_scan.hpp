#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The bare scan for names: the longest known name at every begin of a word that does not end inside a word.
namespace jokbo::bench {

/// 0: space and marks, 1: Latin letters and digits, 2: bytes of other letters (and of other marks).
inline std::array<std::uint8_t, 256> byte_kinds() {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const bool latin = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        kinds[byte] = byte >= 0x80U ? 2 : latin ? 1 : 0;
    }
    return kinds;
}

/// `longest(text, begin, end, accepts)` gives something with the byte behind the name, and `found` tells whether there is one.
template <class Longest>
std::size_t count_names(std::string_view text, const Longest& longest) {
    static const auto kinds = byte_kinds();
    const auto kind = [&](std::size_t at) { return kinds[static_cast<unsigned char>(text[at])]; };
    const auto end = static_cast<std::uint32_t>(text.size());
    const auto accepts = [&](std::uint32_t at) { return at == end || kind(at) != 1 || kind(at - 1) != 1; };
    std::size_t count = 0;
    for (std::uint32_t at = 0; at < end;) {
        const auto here = kind(at);
        if (here == 0) {
            ++at;
            continue;
        }
        if (const auto behind = longest(text, at, end, accepts); behind != 0) {
            ++count;
            at = behind;
        }
        while (at < end && kind(at) == here) {
            at += static_cast<unsigned char>(text[at]) >= 0xE0U ? 3 : 1; // most other letters have three bytes
        }
        at = std::min(at, end);
    }
    return count;
}

} // namespace jokbo::bench

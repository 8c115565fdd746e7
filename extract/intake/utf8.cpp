#include "extract/intake/utf8.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace jokbo {

static_assert(std::endian::native == std::endian::little);

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

} // namespace

int utf8_length(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    const int length = first < 0x80U                    ? 1
                     : first >= 0xC2U && first <= 0xDFU ? 2
                     : (first & 0xF0U) == 0xE0U         ? 3
                     : first >= 0xF0U && first <= 0xF4U ? 4
                                                        : 0;
    if (length <= 1) {
        return length == 1 ? 1 : -1;
    }
    const unsigned low = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
    if (byte_at(text, at + 1) < low || byte_at(text, at + 1) > high) {
        return -1;
    }
    for (int i = 2; i < length; ++i) {
        if ((byte_at(text, at + static_cast<std::size_t>(i)) & 0xC0U) != 0x80U) {
            return -i;
        }
    }
    return length;
}

bool all_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto first = byte_at(text, at);
        if (text.size() - at >= 8) {
            if (first < 0x80U) {
                std::uint64_t eight = 0;
                std::memcpy(&eight, text.data() + at, 8);
                const auto high = eight & 0x8080808080808080U;
                at += high == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(high)) / 8;
                continue;
            }
            // Hangul and most of CJK, without the borders that need care.
            std::uint32_t four = 0;
            std::memcpy(&four, text.data() + at, 4);
            if ((four & 0x00C0C0F0U) == 0x008080E0U && first != 0xE0U && first != 0xEDU) {
                at += 3;
                continue;
            }
        }
        const int length = utf8_length(text, at);
        if (length < 0) {
            return false;
        }
        at += static_cast<std::size_t>(length);
    }
    return true;
}

} // namespace jokbo

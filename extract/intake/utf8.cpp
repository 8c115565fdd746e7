#include "extract/intake/utf8.hpp"

namespace jokbo {

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

} // namespace jokbo

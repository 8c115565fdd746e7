#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jokbo {

/// A half-open range of bytes, [begin, end), in a UTF-8 text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

    friend auto operator<=>(const Span&, const Span&) = default;
};

} // namespace jokbo

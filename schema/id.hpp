#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace jokbo {

/// A number that names one thing of one kind; ids of different kinds do not mix.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
};

} // namespace jokbo

template <class Tag>
struct std::hash<jokbo::Id<Tag>> {
    std::size_t operator()(jokbo::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};

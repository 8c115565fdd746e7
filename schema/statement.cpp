#include "schema/statement.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {
constexpr std::array<std::string_view, 5> status_names = {"asserted", "planned", "alleged", "denied", "ended"};
}

std::string_view name_of(Status status) { return status_names.at(static_cast<std::size_t>(status)); }

std::optional<Status> status_named(std::string_view name) {
    const auto found = std::ranges::find(status_names, name);
    if (found == status_names.end()) {
        return std::nullopt;
    }
    return static_cast<Status>(found - status_names.begin());
}

} // namespace jokbo

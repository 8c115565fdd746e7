#pragma once

#include "graph/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jokbo {

/// Something that a person should look at.
struct AgendaItem {
    enum class Kind : std::uint8_t { contradiction, conflict, doubtful_edge, new_name } kind = Kind::doubtful_edge;
    double worth = 0; ///< how much hangs on it, times how unsure it is
    std::string why;
    std::optional<Edge> edge;
    std::optional<Entity> entity;
    std::optional<Conflict> conflict;
};

std::string_view name_of(AgendaItem::Kind kind);

/// The `limit` worthiest, best first.
std::vector<AgendaItem> agenda(const Store& store, const Pack& pack, std::size_t limit);

} // namespace jokbo

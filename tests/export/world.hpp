#pragma once

#include "export/settings.hpp"
#include "graph/view.hpp"

#include <string>

namespace jokbo::tests {

enum class Order { forward, backward };

/// A few entities, every type and status among them, with evidence in golden/page.txt and names that want quoting in
/// one format or another. The order in which it was built must not show.
View world(Order order = Order::forward);

/// Two models, one edge.
View pair_of_models();

/// `nodes` models, each based on the one before.
View chain(std::uint32_t nodes);

Settings embedded_settings();

/// The view in that format.
std::string written(const View& view, std::string_view format, const Settings& settings = embedded_settings());

} // namespace jokbo::tests

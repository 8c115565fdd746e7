#pragma once

#include "export/settings.hpp"
#include "graph/view.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// What a diagram says in words. Markup is GraphViz's HTML-like one, tooltips are plain text.
namespace jokbo::labels {

/// Attributes of the style that are for us and not for GraphViz.
inline constexpr std::array<std::string_view, 6> templates = {"name", "facts", "words", "frame", "legend", "legend_ko"};

/// The selectors of export/style.tsv that hold for a node or an edge, the stronger ones last.
std::vector<std::string> selectors(const View& view, const View::Node& node);
std::vector<std::string> selectors(const View& view, const View::Edge& edge);

/// The name, wrapped, and below it the attributes that the style has shown (`attribute:parameters	show	{}`).
std::string node_markup(const View& view, NodeId id, const Settings& settings);
/// All that is known of the node.
std::string node_tooltip(const View& view, NodeId id, const Settings& settings);

/// The relation's label in the style's template for the status.
std::string edge_markup(const View& view, const View::Edge& edge, const Settings& settings);
/// The whole statement with its evidence.
std::string edge_tooltip(const View& view, EdgeId id, const std::vector<Testimony>& evidence, const Settings& settings);

/// The types, statuses and kinds of relations that occur, each in its look.
std::string legend_markup(const View& view, const Settings& settings);

} // namespace jokbo::labels

#pragma once

#include "export/settings.hpp"
#include "graph/view.hpp"

#include <iosfwd>

/// The writers behind the table of formats, one for each.
namespace jokbo::writers {

void dot(const View& view, const Settings& settings, std::ostream& out);
void svg(const View& view, const Settings& settings, std::ostream& out);
void png(const View& view, const Settings& settings, std::ostream& out);
void jsonld(const View& view, const Settings& settings, std::ostream& out);
void graphml(const View& view, const Settings& settings, std::ostream& out);
void csv(const View& view, const Settings& settings, std::ostream& out);
void csv_nodes(const View& view, const Settings& settings, std::ostream& out);

} // namespace jokbo::writers

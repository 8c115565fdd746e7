#include "graph/exposure_totals.hpp"

#include <set>

namespace jokbo {

namespace {

void add_groups(const View& view, const Ancestor& ancestor, std::string_view by, std::set<std::string>& groups) {
    if (by == "country") {
        groups.insert(ancestor.countries.codes.begin(), ancestor.countries.codes.end());
        return;
    }
    const auto& nodes = by == "developer" ? ancestor.makers : ancestor.licences;
    for (const NodeId node : nodes) {
        groups.emplace(view.node(node).name);
    }
    if (nodes.empty()) {
        groups.emplace("not stated");
    }
}

} // namespace

void ExposureTotals::add(const Exposure& exposure) {
    ++origins_[exposure.origin];
    std::set<std::string> groups; // each model counts once
    for (const Ancestor& ancestor : exposure.ancestors) {
        if (!by_.empty() && ancestor.home == Ancestor::Home::foreign && ancestor.reached.standing == Status::asserted) {
            add_groups(view_, ancestor, by_, groups);
        }
    }
    for (const std::string& group : groups) {
        ++groups_[group];
    }
}

std::size_t ExposureTotals::of(Origin origin) const {
    const auto found = origins_.find(origin);
    return found == origins_.end() ? 0 : found->second;
}

} // namespace jokbo

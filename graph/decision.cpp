#include "graph/decision.hpp"

#include "graph/hash.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

constexpr std::array<std::string_view, 6> action_names = {"merge", "split", "rename", "reject", "accept", "undo"};

} // namespace

std::string_view name_of(Decision::Action action) { return action_names.at(static_cast<std::size_t>(action)); }

std::optional<Decision::Action> action_named(std::string_view name) {
    const auto found = std::ranges::find(action_names, name);
    if (found == action_names.end()) {
        return std::nullopt;
    }
    return static_cast<Decision::Action>(found - action_names.begin());
}

std::string Decision::id() const {
    FieldHash hash;
    hash(name_of(action))(subject.type)(subject.text)(predicate)(object.type)(object.text)(
        status)(target)(who)(when)(why);
    return hash.text();
}

std::vector<Decision> in_force(std::vector<Decision> decisions) {
    std::ranges::sort(decisions, [](const Decision& a, const Decision& b) {
        return a.when != b.when ? a.when < b.when : a.id() < b.id();
    });
    // An undo may be undone: from the last to the first, those that stand strike out what they target.
    std::vector<std::string> undone;
    std::vector<Decision> standing;
    for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
        if (std::ranges::find(undone, decision->id()) != undone.end()) {
            continue;
        }
        if (decision->action == Decision::Action::undo) {
            undone.push_back(decision->target);
        } else {
            standing.push_back(*decision);
        }
    }
    std::ranges::reverse(standing);
    return standing;
}

} // namespace jokbo

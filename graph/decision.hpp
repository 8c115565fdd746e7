#pragma once

#include "schema/statement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jokbo {

/// What a person settled about the graph. It speaks of names, not of ids, so that it outlives every fold.
struct Decision {
    enum class Action : std::uint8_t {
        merge,  ///< `subject` and `object` are one entity; the subject's type and name stay
        split,  ///< the name `object` does not stand for `subject`: it stands for itself
        rename, ///< `subject` is called `object`
        reject, ///< a statement, or all statements of an edge, support nothing
        accept, ///< a statement or an edge is certain
        undo,   ///< the decision with the id `target` has no effect
    };

    /// A name and the name of its type.
    struct Name {
        std::string type;
        std::string text;

        friend bool operator==(const Name&, const Name&) = default;
    };

    Action action = Action::merge;
    Name subject = {};
    std::string predicate = {}; ///< reject, accept of an edge
    Name object = {};           ///< of an attribute: no type, and the value as text
    std::string status = {};    ///< of an edge; empty: every status
    /// A statement's key or a decision's id.
    std::string target = {};
    std::string who = {};
    std::string when = {}; ///< ISO date and time, UTC
    std::string why = {};

    /// A hash of all of the above, 16 hexadecimal digits.
    std::string id() const;

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// Those that no later one undoes, in the order in which they were made.
std::vector<Decision> in_force(std::vector<Decision> decisions);

std::string_view name_of(Decision::Action action);
std::optional<Decision::Action> action_named(std::string_view name);

} // namespace jokbo

#pragma once

#include "schema/ontology.hpp"
#include "schema/span.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jokbo {

/// How far a text stands behind a claim; see the ontology's page on qualifiers.
enum class Status : std::uint8_t { asserted, planned, alleged, denied, ended };

std::string_view name_of(Status status);
std::optional<Status> status_named(std::string_view name);

/// Whether an entity bears a name, or is only described ("a reasoning LLM with 111 billion parameters").
enum class Naming : std::uint8_t { named, described };

/// An entity as one document speaks of it: names, no identity.
struct Mention {
    TypeId type;
    /// The form that stands for it in this document.
    std::string name;
    /// Every form that the document (or the lexicon entry that its name found) unites with it; holds `name`.
    std::vector<std::string> names;
    Naming naming = Naming::named;

    friend bool operator==(const Mention&, const Mention&) = default;
};

/// An amount of money, in whole units of an ISO 4217 currency.
struct Money {
    std::int64_t value = 0;
    std::string currency;

    friend auto operator<=>(const Money&, const Money&) = default;
};

/// An attribute's value: a count, a truth, an ISO date (or other text), or money.
using Value = std::variant<std::int64_t, bool, std::string, Money>;

/// What else a statement says; empty means that the text does not say.
struct Qualifiers {
    std::string when;          ///< ISO date of the event: 2025, 2025-07 or 2025-07-10
    std::string how;           ///< based_on: fine_tuned, distilled, …
    std::string component;     ///< based_on: weights, vision_encoder, …
    std::string role;          ///< works_for, as the text puts it
    std::string product;       ///< supplies
    std::string attributed_to; ///< the name of who says so
    std::optional<Money> amount;

    friend bool operator==(const Qualifiers&, const Qualifiers&) = default;
};

/// The words that a statement rests on.
struct Evidence {
    /// Bytes of Document::text.
    Span span;
    /// What stands there (broken UTF-8 as U+FFFD). A store refuses a statement whose quote is not in its document.
    std::string quote;
    /// The frame that read it, as `file.frame`: its reliability is calibrated.
    std::string frame;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One relation between two entities, or one attribute of an entity, as one document says it.
struct Statement {
    std::string document;
    Mention subject;
    PredicateId predicate;
    /// A Mention where the predicate is a relation, a Value where it is an attribute.
    std::variant<Mention, Value> object;
    Status status = Status::asserted;
    Qualifiers qualifiers;
    /// How sure the reader is of this one reading, 0 to 1.
    double confidence = 1.0;
    Evidence evidence;

    friend bool operator==(const Statement&, const Statement&) = default;
};

using StatementSink = std::function<void(Statement)>;

} // namespace jokbo

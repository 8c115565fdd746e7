#pragma once

#include "graph/records.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace jokbo {

/// A set of statuses.
class StatusSet {
public:
    StatusSet() = default;
    StatusSet(std::initializer_list<Status> statuses) {
        for (const Status status : statuses) {
            add(status);
        }
    }
    static StatusSet all() {
        return {Status::asserted, Status::planned, Status::alleged, Status::denied, Status::ended};
    }

    void add(Status status) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(status)); }
    bool has(Status status) const { return (bits_ >> static_cast<unsigned>(status) & 1U) != 0; }
    bool empty() const { return bits_ == 0; }

    friend bool operator==(const StatusSet&, const StatusSet&) = default;

private:
    std::uint8_t bits_ = 0;
};

/// Which edges of a view a question is about. (What was known as of a date is settled when the view is read.)
class EdgeFilter {
public:
    /// Everything.
    EdgeFilter() = default;
    explicit EdgeFilter(const QueryFilter& filter);

    bool admits(const View::Edge& edge) const {
        return statuses.has(edge.status) && static_cast<double>(edge.confidence) >= min_confidence &&
               admits(edge.predicate);
    }
    bool admits(PredicateId predicate) const {
        return relations_.empty() || (predicate.value < relations_.size() && relations_[predicate.value]);
    }
    /// Admits these relations only; all where there are none.
    void set_relations(const std::vector<PredicateId>& relations);

    StatusSet statuses = StatusSet::all();
    double min_confidence = 0;

private:
    std::vector<bool> relations_;
};

/// The relations that point from what depends to what it depends on.
std::vector<PredicateId> lineage_relations(const Ontology& ontology);

/// From the most to the least binding: asserted, planned, alleged, ended, denied.
int weakness(Status status);

} // namespace jokbo

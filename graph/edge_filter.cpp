#include "graph/edge_filter.hpp"

namespace jokbo {

EdgeFilter::EdgeFilter(const QueryFilter& filter) : min_confidence(filter.min_confidence) {
    if (!filter.statuses.empty()) {
        statuses = {};
        for (const Status status : filter.statuses) {
            statuses.add(status);
        }
    }
    set_relations(filter.relations);
}

void EdgeFilter::set_relations(const std::vector<PredicateId>& relations) {
    relations_.clear();
    for (const PredicateId relation : relations) {
        if (relation.value >= relations_.size()) {
            relations_.resize(relation.value + 1);
        }
        relations_[relation.value] = true;
    }
}

std::vector<PredicateId> lineage_relations(const Ontology& ontology) {
    std::vector<PredicateId> relations;
    for (const Predicate& predicate : ontology.predicates()) {
        if (predicate.lineage == Predicate::Lineage::yes) {
            relations.push_back(predicate.id);
        }
    }
    return relations;
}

int weakness(Status status) {
    switch (status) {
    case Status::asserted: return 0;
    case Status::planned: return 1;
    case Status::alleged: return 2;
    case Status::ended: return 3;
    case Status::denied: return 4;
    }
    return 4;
}

} // namespace jokbo

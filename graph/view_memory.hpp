#pragma once

#include "graph/view.hpp"

#include <map>

namespace jokbo {

/// The details of a view that was built from plain values rather than read from a store.
/// `source` is whatever number the caller chose for a node or an edge.
class MemoryDetails : public ViewDetails {
public:
    void set_names(std::uint32_t source, std::vector<NodeName> names) { names_[source] = std::move(names); }
    void set_attributes(std::uint32_t source, std::vector<Attribute> attributes) {
        attributes_[source] = std::move(attributes);
    }
    void set_evidence(std::uint32_t source, std::vector<Testimony> evidence) {
        evidence_[source] = std::move(evidence);
    }

    std::vector<NodeName> names(std::uint32_t source) const override { return find(names_, source); }
    std::vector<Attribute> attributes(std::uint32_t source) const override { return find(attributes_, source); }
    std::vector<Testimony> evidence(std::uint32_t source, Detail /*detail*/) const override {
        return find(evidence_, source);
    }

private:
    template <class T>
    static std::vector<T> find(const std::map<std::uint32_t, std::vector<T>>& map, std::uint32_t source) {
        const auto found = map.find(source);
        return found == map.end() ? std::vector<T>{} : found->second;
    }

    std::map<std::uint32_t, std::vector<NodeName>> names_;
    std::map<std::uint32_t, std::vector<Attribute>> attributes_;
    std::map<std::uint32_t, std::vector<Testimony>> evidence_;
};

} // namespace jokbo

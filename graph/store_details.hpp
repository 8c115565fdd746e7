#pragma once

#include "graph/store.hpp"
#include "graph/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// Reads from a store what a view of it does not keep in memory. Sources are EntityId and StoredEdgeId of the store.
class StoreDetails : public ViewDetails {
public:
    /// `store` must outlive it. Of `filter`, all but the relations holds for attributes as well.
    StoreDetails(const Store& store, QueryFilter filter);

    std::vector<NodeName> names(std::uint32_t source) const override;
    std::vector<Attribute> attributes(std::uint32_t source) const override;
    std::vector<Testimony> evidence(std::uint32_t source) const override;
    Qualifiers qualifiers(std::uint32_t source) const override;

private:
    const Store& store_;
    QueryFilter attributes_;
};

/// "ko" where there is Hangul in it, "en" where there is no letter but of ASCII, else empty.
std::string_view language_of_name(std::string_view name);

} // namespace jokbo

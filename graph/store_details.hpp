#pragma once

#include "graph/store.hpp"
#include "graph/view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Reads from a store what a view of it does not keep in memory. Sources are EntityId and StoredEdgeId of the store.
class StoreDetails : public ViewDetails {
public:
    /// `store` must outlive it. Of `filter`, all but the relations holds for attributes as well.
    StoreDetails(const Store& store, QueryFilter filter);

    std::vector<NodeName> names(std::uint32_t source) const override;
    std::vector<Attribute> attributes(std::uint32_t source) const override;
    std::vector<Testimony> evidence(std::uint32_t source, Detail detail) const override;
    Qualifiers qualifiers(std::uint32_t source) const override;

private:
    /// What one statement behind an edge says.
    struct Said {
        std::int64_t statement;
        Span span;
        std::uint32_t frame;
        double confidence;
        std::string qualifiers; ///< JSON, or empty
    };
    struct Page {
        std::string name, title, url, publisher, published, text;
    };

    const std::vector<Said>& said_of(std::uint32_t edge) const;
    const Page& page_of(const Said& said) const;
    /// Whether it was known as of the date asked for, and not taken back.
    bool counts(const Page& page) const;

    const Store& store_;
    QueryFilter attributes_;
    // Who asks for an edge's qualifiers asks for its evidence next, and one text often says several things.
    mutable std::optional<std::uint32_t> last_edge_;
    mutable std::vector<Said> last_said_;
    mutable std::unordered_map<std::int64_t, Page> pages_;
    mutable std::size_t page_bytes_ = 0;
};

/// "ko" where there is Hangul in it, "en" where there is no letter but of ASCII, else empty.
std::string_view language_of_name(std::string_view name);

} // namespace jokbo

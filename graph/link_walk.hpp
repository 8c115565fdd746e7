#pragma once

#include "graph/store.hpp"

#include <functional>
#include <memory>

namespace jokbo {

/// Store::for_each_link_of for many entities in a row: what depends on the filter alone is settled once, and the statement
/// stays prepared. The store must outlive it.
class LinkWalk {
public:
    LinkWalk(const Store& store, Store::Direction direction, const QueryFilter& filter);
    ~LinkWalk();
    LinkWalk(const LinkWalk&) = delete;
    LinkWalk& operator=(const LinkWalk&) = delete;

    void for_each(EntityId entity, const std::function<void(const Link&)>& visit);

private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

} // namespace jokbo

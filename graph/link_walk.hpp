#pragma once

#include "graph/id_queue.hpp"
#include "graph/store.hpp"

#include <functional>
#include <memory>

namespace jokbo {

/// Store::for_each_link_of for many entities in turn, by one statement that stays prepared. The store must outlive it.
class LinkWalk {
public:
    LinkWalk(const Store& store, Store::Direction direction, const QueryFilter& filter);
    ~LinkWalk();
    LinkWalk(const LinkWalk&) = delete;
    LinkWalk& operator=(const LinkWalk&) = delete;

    /// Calls `visit` for the links of every entity of the queue, which it may make longer; `queue.at` tells whose they are.
    void run(IdQueue& queue, const std::function<void(const Link&)>& visit);

private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

} // namespace jokbo

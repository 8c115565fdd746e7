#pragma once

#include "graph/exposure.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace jokbo {

/// How many models there are of each answer, and by what their foreign ancestors have in common.
class ExposureTotals {
public:
    /// `by`: developer, country or licence; nothing where it is empty. The view must outlive it.
    ExposureTotals(const View& view, std::string_view by) : view_(view), by_(by) {}

    void add(const Exposure& exposure);

    std::size_t of(Origin origin) const;
    /// Models by the names of what asserted foreign ancestors of theirs are of.
    const std::map<std::string, std::size_t>& groups() const { return groups_; }

private:
    const View& view_;
    std::string by_;
    std::map<Origin, std::size_t> origins_;
    std::map<std::string, std::size_t> groups_;
};

} // namespace jokbo

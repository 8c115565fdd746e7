#include "export/style.hpp"

#include "schema/ontology.hpp"
#include "schema/statement.hpp"
#include "schema/table.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace jokbo {

namespace {

constexpr std::array<std::string_view, 7> plain_selectors = {"graph", "layered", "spring", "node",
                                                             "edge",  "legend",  "focus"};
constexpr std::array<std::string_view, 6> families = {"type", "naming", "relation", "trait", "status", "attribute"};

template <class Items>
std::vector<std::string_view> names_in(const Items& items) {
    std::vector<std::string_view> names;
    for (const auto& item : items) {
        names.push_back(item.name);
    }
    return names;
}

std::vector<std::string_view> members_of(std::string_view family, const Ontology& ontology) {
    if (family == "type") {
        return names_in(ontology.types());
    }
    if (family == "relation" || family == "attribute") {
        return names_in(ontology.predicates());
    }
    if (family == "status") {
        return {"asserted", "planned", "alleged", "denied", "ended"};
    }
    return family == "naming" ? std::vector<std::string_view>{"named", "described"}
                              : std::vector<std::string_view>{"lineage", "symmetric"};
}

void check_known(const Row& row, std::string_view word, const std::vector<std::string_view>& known,
                 std::size_t offset) {
    if (std::ranges::find(known, word) != known.end()) {
        return;
    }
    std::string message = "there is no '" + std::string(word) + "' to style";
    if (const auto near = nearest(word, known); !near.empty()) {
        message += "; did you mean '" + std::string(near) + "'?";
    }
    throw row.error(0, message, offset);
}

void check_selector(const Row& row, const Ontology& ontology) {
    const auto selector = row[0];
    const auto colon = selector.find(':');
    if (colon == std::string_view::npos) {
        check_known(row, selector, {plain_selectors.begin(), plain_selectors.end()}, 0);
        return;
    }
    const auto family = selector.substr(0, colon);
    check_known(row, family, {families.begin(), families.end()}, 0);
    check_known(row, selector.substr(colon + 1), members_of(family, ontology), colon + 1);
}

} // namespace

Style Style::load(const Pack& pack, const Ontology& ontology) {
    Style style;
    const DataFile& file = pack.file("export/style.tsv");
    for (const Row& row : read_table(file, {"selector", "attribute", "value"})) {
        check_selector(row, ontology);
        style.by_selector_[std::string(row[0])].push_back({std::string(row[1]), std::string(row[2])});
    }
    return style;
}

const std::vector<Style::Setting>& Style::of(std::string_view selector) const {
    static const std::vector<Setting> none;
    const auto found = by_selector_.find(selector);
    return found == by_selector_.end() ? none : found->second;
}

std::string_view Style::value(std::string_view attribute, const std::vector<std::string>& selectors) const {
    for (const auto& selector : std::views::reverse(selectors)) {
        for (const auto& setting : std::views::reverse(of(selector))) {
            if (setting.attribute == attribute) {
                return setting.value;
            }
        }
    }
    return {};
}

} // namespace jokbo

#pragma once

#include "schema/ontology.hpp"
#include "schema/pack.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// What a label of a card means: the head of a column, the first cell of a row, the key of a line.
struct CardLabel {
    enum class Kind : std::uint8_t {
        unknown,
        blank,
        model,
        benchmark,
        benchmark_weak,
        score,
        metric,
        average,
        section,
        ignored,
        key,
        property, ///< `predicate`
        architecture,
        hub,
    } kind = Kind::unknown;
    PredicateId predicate{};
    /// Where one word is several things ("dataset" over rows, "languages" over results): the second meaning.
    Kind also = Kind::unknown;
};

/// The words of `extract/cues/cards.tsv`.
class CardWords {
public:
    /// Throws DataError where a line is malformed or names an unknown class.
    CardWords(const Pack& pack, const Ontology& ontology);

    CardLabel label(std::string_view text) const;

    /// Whether `text` as a label belongs to a class of its own: `card`, `survey`, `title`, `hub.name`, `how.merged`, `field.card` …
    bool is(std::string_view in, std::string_view text) const;
    /// Whether any word of the class stands in `text`, compared as labels are.
    bool within(std::string_view in, std::string_view text) const;
    bool within_folded(std::string_view in, std::string_view key) const;
    const std::vector<std::string>& words(std::string_view in) const;

    /// Lower case, without what stands in parentheses, marks and footnotes; single spaces.
    static std::string folded(std::string_view label);

private:
    std::unordered_map<std::string, CardLabel> labels_;
    std::unordered_map<std::string, std::vector<std::string>> classes_;
};

} // namespace jokbo

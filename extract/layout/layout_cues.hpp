#pragma once

#include "schema/pack.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Finds the listed phrases in a text; the longest where several begin at one place.
class PhraseFinder {
public:
    struct Hit {
        std::size_t at = 0;
        std::size_t end = 0;
        std::uint32_t cue = 0; ///< as given to `add`
    };

    void add(std::string phrase, std::uint32_t cue);

    /// The first hit at or after `from`.
    std::optional<Hit> find(std::string_view text, std::size_t from) const;

    /// The hit that begins exactly at `at`.
    std::optional<Hit> match(std::string_view text, std::size_t at) const;

private:
    struct Phrase {
        std::string text;
        std::uint32_t cue;
    };
    using Group = std::uint16_t; ///< index into groups_, 0: none

    Group group_at(std::string_view text, std::size_t at) const;
    /// Whether some phrase of the group may go on with the byte at `next`.
    bool may_go_on(Group group, std::string_view text, std::size_t next) const;

    std::array<Group, 256> by_byte_{}; ///< by the first byte, where that is no character of three bytes
    std::vector<Group> by_code_ = std::vector<Group>(65536); ///< by the first character, of three bytes
    std::vector<std::vector<Phrase>> groups_ = std::vector<std::vector<Phrase>>(1);
    /// By group, the bytes behind the first character: a bit for each remainder by 64. They tell most places in a text from phrases.
    std::vector<std::uint64_t> next_bytes_ = std::vector<std::uint64_t>(1);
};

/// What a tag does to the layout; see `extract/cues/tags.tsv`.
struct TagEffect {
    enum class Kind : std::uint8_t {
        plain,
        block,
        heading,
        list_item,
        caption,
        byline,
        navigation,
        code,
        skip,
        table,
        row,
        cell,
    };
    Kind kind = Kind::plain;
    std::uint8_t depth = 0;
    /// Counts the tags, for memory of what has been looked for in vain.
    std::uint16_t number = 0;
};

/// HTML's vocabulary, out of `extract/cues/entities.tsv` and `tags.tsv`.
class Html {
public:
    explicit Html(const Pack& pack);

    /// The tag of that name, in any letter case.
    const TagEffect* tag(std::string_view name) const;
    std::size_t tag_count() const { return tags_.size(); }

    /// The character reference that begins at text[at] == '&': what it stands for, and its length in `length`.
    /// Empty where there is none. The view lives until the next call with the same `buffer`.
    std::string_view entity(std::string_view text, std::size_t at, std::size_t& length, std::string& buffer) const;

private:
    std::unordered_map<std::string, TagEffect> tags_;
    std::unordered_map<std::string, std::string> entities_;
};

/// What a phrase of `extract/cues/layout.tsv` shows.
enum class LayoutCue : std::uint32_t {
    reporter,
    photo,
    credit,
    navigation,
    tail,
    legal,
    byline,
    scene,
    opener,
    aside,
    bracket,
    bar
};

PhraseFinder layout_cues(const Pack& pack);

/// The name of a row's cue as a number; throws DataError with the known names where it is none of `names`.
std::size_t cue_number(const class Row& row, const std::vector<std::string_view>& names);

} // namespace jokbo

#include "extract/layout/layout_cues.hpp"

#include "extract/characters.hpp"
#include "schema/table.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <charconv>

namespace jokbo {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80U) {
        put(code);
    } else if (code < 0x800U) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

/// The characters that HTML reads for numbers that Windows-1252 pages use.
std::uint32_t repaired_code(std::uint32_t code) {
    constexpr std::uint16_t windows[] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                         0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    if (code >= 0x80U && code < 0xA0U) {
        return windows[code - 0x80U];
    }
    return code == 0 || code > 0x10FFFFU || (code >= 0xD800U && code < 0xE000U) ? 0xFFFDU : code;
}

} // namespace

PhraseFinder::Group PhraseFinder::group_at(std::string_view text, std::size_t at) const {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0xE0U ? by_byte_[first] : by_code_[code_point3(text, at)];
}

void PhraseFinder::add(std::string phrase, std::uint32_t cue) {
    if (phrase.empty()) {
        return;
    }
    const auto first = static_cast<unsigned char>(phrase[0]);
    Group& group = first < 0xE0U ? by_byte_[first] : by_code_[code_point3(phrase, 0)];
    if (group == 0) {
        group = static_cast<Group>(groups_.size());
        groups_.emplace_back();
        next_bytes_.emplace_back();
    }
    const std::size_t first_size = first < 0xE0U ? 1 : 3;
    next_bytes_[group] |= phrase.size() > first_size
                            ? std::uint64_t{1} << (static_cast<unsigned char>(phrase[first_size]) % 64U)
                            : ~std::uint64_t{0};
    auto& phrases = groups_[group];
    phrases.push_back({std::move(phrase), cue});
    std::ranges::stable_sort(phrases, [](const Phrase& a, const Phrase& b) { return a.text.size() > b.text.size(); });
}

bool PhraseFinder::may_go_on(Group group, std::string_view text, std::size_t next) const {
    return next >= text.size() || (next_bytes_[group] >> (static_cast<unsigned char>(text[next]) % 64U) & 1U) != 0;
}

std::optional<PhraseFinder::Hit> PhraseFinder::match(std::string_view text, std::size_t at) const {
    if (at >= text.size()) {
        return std::nullopt;
    }
    for (const Phrase& phrase : groups_[group_at(text, at)]) {
        const auto size = phrase.text.size();
        // The last byte tells most phrases of a group apart.
        if (at + size <= text.size() && text[at + size - 1] == phrase.text.back() &&
            text.compare(at, size, phrase.text) == 0) {
            return Hit{at, at + size, phrase.cue};
        }
    }
    return std::nullopt;
}

std::optional<PhraseFinder::Hit> PhraseFinder::find(std::string_view text, std::size_t from) const {
    for (auto at = from; at < text.size();) {
        const std::size_t size = static_cast<unsigned char>(text[at]) < 0xE0U ? 1 : 3;
        if (const auto group = group_at(text, at); group != 0 && may_go_on(group, text, at + size)) {
            if (const auto hit = match(text, at)) {
                return hit;
            }
        }
        at += size;
    }
    return std::nullopt;
}

Html::Html(const Pack& pack) {
    using Kind = TagEffect::Kind;
    const std::vector<std::string_view> names = {"inline",     "block", "heading", "list_item", "caption", "byline",
                                                 "navigation", "code",  "skip",    "table",     "row",     "cell"};
    for (const Row& row : read_table(pack.file("extract/cues/tags.tsv"), {"tag", "effect"})) {
        TagEffect effect;
        auto name = row[1];
        if (name.starts_with("heading") && name.size() == 8) {
            effect.depth = static_cast<std::uint8_t>(name.back() - '0');
            name.remove_suffix(1);
        }
        const auto found = std::ranges::find(names, name);
        if (found == names.end() || effect.depth > 6) {
            throw row.error(1, "no effect of this name; the nearest is " + std::string(nearest(name, names)));
        }
        effect.kind = static_cast<Kind>(found - names.begin());
        effect.number = static_cast<std::uint16_t>(tags_.size());
        tags_.insert_or_assign(std::string(row[0]), effect);
    }
    for (const Row& row : read_table(pack.file("extract/cues/entities.tsv"), {"entity", "code_points"})) {
        std::string characters;
        for (const auto hex : split(row[1], ' ')) {
            std::uint32_t code = 0;
            const auto end = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16).ptr;
            if (end != hex.data() + hex.size() || code > 0x10FFFFU) {
                throw row.error(1, "not a hexadecimal code point");
            }
            append_utf8(characters, code);
        }
        entities_.insert_or_assign(std::string(row[0]), characters);
    }
}

const TagEffect* Html::tag(std::string_view name) const {
    if (name.empty() || name.size() > 14) {
        return nullptr;
    }
    std::string folded(name);
    std::ranges::transform(folded, folded.begin(), lower);
    const auto found = tags_.find(folded);
    return found == tags_.end() ? nullptr : &found->second;
}

std::string_view Html::entity(std::string_view text, std::size_t at, std::size_t& length, std::string& buffer) const {
    constexpr std::size_t longest = 34;
    const auto end = text.substr(0, std::min(text.size(), at + longest)).find(';', at + 1);
    if (end == std::string_view::npos || end == at + 1) {
        return {};
    }
    const auto name = text.substr(at + 1, end - at - 1);
    length = end + 1 - at;
    if (name[0] != '#') {
        if (name == "quot") {
            return "\"";
        }
        if (name == "amp") {
            return "&";
        }
        const auto found = entities_.find(buffer.assign(name));
        return found == entities_.end() ? std::string_view{} : std::string_view{found->second};
    }
    if (name == "#x27" || name == "#39") {
        return "'";
    }
    const bool hexadecimal = name.size() > 1 && lower(name[1]) == 'x';
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [stop, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (digits.empty() || stop != digits.data() + digits.size() ||
        (failure != std::errc{} && failure != std::errc::result_out_of_range)) {
        return {};
    }
    buffer.clear();
    append_utf8(buffer, failure != std::errc{} ? 0xFFFDU : repaired_code(code));
    return buffer;
}

std::size_t cue_number(const Row& row, const std::vector<std::string_view>& names) {
    const auto found = std::ranges::find(names, row[0]);
    if (found == names.end()) {
        std::string known;
        for (const auto name : names) {
            known += (known.empty() ? "" : ", ") + std::string(name);
        }
        throw row.error(0, "no cue of this name; known are " + known);
    }
    return static_cast<std::size_t>(found - names.begin());
}

PhraseFinder layout_cues(const Pack& pack) {
    PhraseFinder finder;
    for (const Row& row : read_table(pack.file("extract/cues/layout.tsv"), {"cue", "text"})) {
        const auto cue = cue_number(
            row, {"reporter", "photo", "credit", "navigation", "tail", "legal", "byline", "scene", "opener", "aside"});
        finder.add(std::string(row[1]), static_cast<std::uint32_t>(cue));
    }
    finder.add("[", static_cast<std::uint32_t>(LayoutCue::bracket));
    finder.add("(", static_cast<std::uint32_t>(LayoutCue::bracket));
    finder.add("━", static_cast<std::uint32_t>(LayoutCue::bar));
    return finder;
}

} // namespace jokbo

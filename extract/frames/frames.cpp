#include "extract/frames/frames.hpp"

#include "extract/frames/frame_parser.hpp"
#include "schema/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

template <class Enumerator>
std::size_t index_of(Enumerator value) {
    return static_cast<std::size_t>(value);
}

} // namespace

Frames Frames::load(const Pack& pack, const Ontology& ontology, const Cues& korean, const Cues& english) {
    Frames frames;
    for (const auto& row : read_table(pack.file("extract/cues/roles.tsv"), {"language", "roles"})) {
        for (const auto role : split(row[1], '|')) {
            if (!frames.roles_.contains(role)) {
                const auto number = static_cast<std::uint16_t>(frames.roles_.size());
                frames.roles_[role] = number;
            }
        }
    }
    for (const auto* file : pack.files("extract/frames/")) {
        if (file->name.ends_with(".frames")) {
            FrameParser(frames, *file, ontology, korean, english).parse();
        }
    }
    for (std::uint32_t i = 0; i < frames.triggers_.size(); ++i) {
        const auto& trigger = frames.triggers_[i];
        frames.by_head_[index_of(trigger.language)][index_of(trigger.kind)][trigger.head].push_back(i);
    }
    return frames;
}

const std::vector<std::uint32_t>& Frames::triggers_of(Language language, Trigger::Kind kind,
                                                      std::string_view head) const {
    static const std::vector<std::uint32_t> nothing;
    const auto* found = by_head_[index_of(language)][index_of(kind)].find(head);
    return found == nullptr ? nothing : *found;
}

std::optional<std::uint16_t> Frames::role(std::string_view name) const {
    const auto* found = roles_.find(name);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

} // namespace jokbo

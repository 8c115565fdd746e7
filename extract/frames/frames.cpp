#include "extract/frames/frames.hpp"

#include "extract/frames/frame_parser.hpp"
#include "schema/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

std::string head_key(Language language, Trigger::Kind kind, std::string_view head) {
    return fmt::format("{}{}{}", language == Language::korean ? 'k' : 'e', kind == Trigger::Kind::verb ? 'v' : 'n',
                       head);
}

} // namespace

Frames Frames::load(const Pack& pack, const Ontology& ontology, const Cues& korean, const Cues& english) {
    Frames frames;
    for (const auto& row : read_table(pack.file("extract/cues/roles.tsv"), {"language", "roles"})) {
        for (const auto role : split(row[1], '|')) {
            frames.roles_.emplace_back(role);
        }
    }
    for (const auto* file : pack.files("extract/frames/")) {
        if (file->name.ends_with(".frames")) {
            FrameParser(frames, *file, ontology, korean, english).parse();
        }
    }
    for (std::uint32_t i = 0; i < frames.triggers_.size(); ++i) {
        const auto& trigger = frames.triggers_[i];
        frames.by_head_[head_key(trigger.language, trigger.kind, trigger.head)].push_back(i);
    }
    return frames;
}

const std::vector<std::uint32_t>& Frames::triggers_of(Language language, Trigger::Kind kind,
                                                      std::string_view head) const {
    static const std::vector<std::uint32_t> nothing;
    const auto found = by_head_.find(head_key(language, kind, head));
    return found == by_head_.end() ? nothing : found->second;
}

std::optional<std::uint16_t> Frames::role(std::string_view name) const {
    const auto found = std::ranges::find(roles_, name);
    if (found == roles_.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(found - roles_.begin());
}

} // namespace jokbo

#pragma once

#include "extract/frames/frames.hpp"

#include <string_view>
#include <vector>

namespace jokbo {

/// Reads one `.frames` file into Frames; see extract/frames/README.md for the language.
class FrameParser {
public:
    FrameParser(Frames& frames, const DataFile& file, const Ontology& ontology, const Cues& korean,
                const Cues& english);

    /// Throws DataError at the first thing that does not hold.
    void parse();

private:
    void read_line();
    void begin_frame(std::string_view rest);
    void read_relation(std::string_view text);
    void read_slot(std::string_view rest);
    void read_triggers(Language language, Trigger::Kind kind, std::string_view rest);
    void add_trigger(Language language, Trigger::Kind kind, std::string_view words, const std::vector<Slot>& slots);
    void read_pattern(Language language, std::string_view rest);
    PhrasePattern::Element read_element(Language language, std::string_view word);
    void read_example(FrameExample::Sign sign, Language language, std::string_view rest);
    /// Whether every slot must be given a role: those of a shape stand in the shape.
    enum class Complete : std::uint8_t { no, yes };
    std::vector<Slot> slots_with_roles(std::string_view assignments, Complete complete);
    std::uint8_t slot_index(std::string_view name) const;
    std::uint8_t slot_of(std::string_view name, TypeSet types);
    /// A DataError that points at `part`, a piece of the line.
    DataError error(std::string_view part, std::string_view what) const;
    Frame& frame();

    Frames& frames_;
    const DataFile& file_;
    const Ontology& ontology_;
    const Cues& korean_;
    const Cues& english_;
    std::string_view line_;
    std::size_t number_ = 0;
    /// The frame that is being read, none before the first.
    std::uint32_t frame_ = none;
};

} // namespace jokbo

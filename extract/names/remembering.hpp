#pragma once

#include "extract/frames/frames.hpp"
#include "extract/names/coreference.hpp"

namespace jokbo {

/// The roles that put a name in its place, looked up once.
struct RememberedRoles {
    explicit RememberedRoles(const Frames& frames)
        : subject(frames.role("subject").value()),
          topic(frames.role("topic").value()), with{frames.role("와").value(), frames.role("with").value()} {}

    std::uint16_t subject, topic;
    std::uint16_t with[2]; ///< by Language
};

/// What later sentences may look back to: each name of the sentence in its place (topic, subject, other), and the names that
/// stand together in one phrase or as a subject with its companion (양사, both companies).
void remember(const SentenceAnalysis& sentence, std::uint32_t number, const RememberedRoles& roles, Salience& salience);

} // namespace jokbo

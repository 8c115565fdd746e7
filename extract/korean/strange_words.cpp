#include "extract/korean/strange_words.hpp"

#include "extract/korean/korean_signs.hpp"

#include <algorithm>
#include <bit>

namespace jokbo {

namespace {

constexpr std::uint32_t often = 3;      // times that a word must come that nothing tells the kind of
constexpr std::uint32_t very_often = 4; // the same for one of two syllables: many of those are rare nouns
constexpr std::uint32_t again = 2;      // times for one whose neighbours tell

/// 시켜주고, 시켜주며: what stands behind a verb's stem, too, says nothing.
bool marks_a_noun(Particle particle) {
    return particle != Particle::copula && particle != Particle::copula_of && particle != Particle::like;
}

} // namespace

void StrangeWords::see(const Place& place) {
    const auto [found, is_new] = index_.try_emplace(place.stem, static_cast<std::uint32_t>(seen_.size()));
    if (is_new) {
        seen_.push_back({place.stem, 0, 0, place.with, {}});
    }
    auto& seen = seen_[found->second];
    ++seen.times;
    if (marks_a_noun(place.particle)) {
        seen.particles |= 1U << static_cast<unsigned>(place.particle);
    }
    if (seen.with != place.with) {
        seen.with = {};
    }
    for (std::uint32_t type = 0; type < seen.votes.size(); ++type) {
        seen.votes[type] = static_cast<std::uint16_t>(seen.votes[type] + (place.hint.has({type}) ? 1 : 0));
    }
}

std::vector<StrangeWords::Name> StrangeWords::names() const {
    std::vector<Name> names;
    for (const auto& seen : seen_) {
        constexpr auto case_marks =
            1U << static_cast<unsigned>(Particle::subject) | 1U << static_cast<unsigned>(Particle::object) |
            1U << static_cast<unsigned>(Particle::genitive) | 1U << static_cast<unsigned>(Particle::with) |
            1U << static_cast<unsigned>(Particle::at) | 1U << static_cast<unsigned>(Particle::in);
        const bool told = std::ranges::max(seen.votes) != 0;
        if (std::popcount(seen.particles) < 2 || (!told && (seen.particles & case_marks) == 0)) {
            continue;
        }
        const auto form = seen.with.empty() ? seen.stem : seen.with;
        const auto* const best = std::ranges::max_element(seen.votes);
        if (*best != 0 && seen.times >= again) {
            names.push_back({form, TypeSet::of({static_cast<std::uint32_t>(best - seen.votes.begin())})});
        } else if (seen.times >= (seen.stem.size() > 2 * syllable ? often : very_often)) {
            names.push_back({form, {}});
        }
    }
    return names;
}

} // namespace jokbo

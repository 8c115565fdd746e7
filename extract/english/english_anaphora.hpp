#pragma once

#include "extract/english/english.hpp"

#include <functional>

namespace jokbo {

/// Says what of its own sentence an anaphor may look back to, and what later sentences will look back to.
class EnglishAnaphora {
public:
    EnglishAnaphora(const EnglishReader& reader, EnglishSentence& sentence) : reader_(reader), s_(sentence) {}

    void run();

private:
    void place();
    void call();
    void call(std::uint32_t noun, std::uint32_t equal);
    void look_back(std::uint32_t index);
    bool is_press(std::uint32_t mention) const;
    std::uint32_t subject_ahead(std::uint32_t index) const;
    bool follows_several(std::uint32_t index) const;
    void consider_employer(const NounPhrase& noun, const std::function<void(std::uint32_t)>& consider) const;
    bool is_possessive(std::uint32_t mention) const;
    bool governs(std::uint32_t verb, std::uint32_t token) const;

    const EnglishReader& reader_;
    EnglishSentence& s_;
};

} // namespace jokbo

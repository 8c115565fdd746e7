#pragma once

#include "extract/korean/korean.hpp"

#include <cstdint>
#include <deque>
#include <string_view>

namespace jokbo {

class NameIndex;

/// What is known of a word or mark of a Korean text by itself, wherever it stands. Whatever a stage asks of a token's own letters
/// belongs here: it is then found out once for all the places where the word stands, and a look at `token.card` answers it.
/// What depends on the words around it does not.
struct KoreanCard {
    /// The classes of the word as it stands, and without its particle.
    CueSet cues;
    CueSet stem_cues;
    Particle particle = Particle::unmarked;
    std::uint16_t particle_size = 0; ///< bytes
    /// Bytes of the name that the word may be by itself, without its particle; 0 where it is a common word, a verb, a cue.
    std::uint16_t name_size = 0;
    std::uint16_t organization_suffix = 0; ///< bytes of the name: 협회 of 한빛협회
    /// A title, or ends with one: 대표는, 인공지능정책실장.
    bool title = false;
    bool looks_like_verb = false;
    bool family_name = false; ///< begins with one and is as long as a person's name
    bool rare_noun = false;
    bool etc = false;    ///< begins with 등
    bool common = false; ///< a word of the language, or a cue
    bool listed = false; ///< a word of the language
    /// Whether a name of the lexicon may begin here, by what the word itself holds of it.
    bool may_begin_name = true;
    /// Tokens of the longest cue that begins with this word, 0 where none does, and the classes of the word in lower case.
    std::uint32_t longest_cue = 0;
    CueSet lower_cues;
    /// The step that the word is by itself; its stem is the first `stem_size` bytes.
    KoreanItem item;
    std::uint32_t stem_size = 0;
};

/// The cards of the words that one thread has met. They outlive the document, since most words of the next one are the same, and
/// are thrown away when they have become many. What is read never depends on which cards are there.
class KoreanCards {
public:
    KoreanCards(const KoreanReader& reader, const NameIndex& names) : reader_(reader), names_(names) {}

    /// Cards that were handed out before are gone where there were too many.
    void begin_document();

    std::size_t size() const { return cards_.size(); }

    /// Lives until the next document begins.
    const KoreanCard* of(std::string_view word, Token::Kind kind);

private:
    const KoreanReader& reader_;
    const NameIndex& names_;
    WordMap<const KoreanCard*> by_word_;
    std::deque<KoreanCard> cards_;
};

} // namespace jokbo

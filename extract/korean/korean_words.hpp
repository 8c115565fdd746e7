#pragma once

#include "extract/cues/word_map.hpp"
#include "extract/frames/frames.hpp"
#include "schema/pack.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// What a Korean particle marks; the names in cues/particles.tsv.
enum class Particle : std::uint8_t {
    unmarked,
    topic,
    subject,
    object,
    genitive,   // 의
    at,         // 에
    to,         // 에게
    in,         // 에서
    by,         // 로
    from,       // 로부터
    with,       // 와
    with_of,    // 와의
    than,       // 보다
    oblique_of, // 에의, 에서의, 로의
    until,      // 까지
    since,      // 부터
    like,       // 처럼
    via,        // 를 통해
    about,      // 에 대해
    agent,      // 에 의해
    copula,     // 이다: the noun is the predicate
    copula_of,  // 인: copula before a noun
};

/// How a clause goes on after its verb.
enum class Ending : std::uint8_t {
    bare,       ///< no verb: the noun of an action by itself
    final,      ///< 했다.
    connective, ///< 하고, 하며, 해
    adnominal,  ///< 한, 하는, 할
    quoted,     ///< 했다고, 한다며
    quoted_of,  ///< 했다는
    nominal,    ///< 하기, 함
};

/// What an eojeol is, as far as frames care.
struct KoreanWord {
    /// The verb (개발하 of 개발했다, and of the bare noun 개발, too), an index into KoreanWords::heads; none if there is none.
    std::uint32_t verb = none;
    /// Where `verb` is a passive of its own (선정되), the verb of which it is the passive as well (선정하); none otherwise.
    std::uint32_t passive_of = none;
    /// The noun of an action (개발), where a frame has it as a noun; none otherwise.
    std::uint32_t noun = none;
    enum class Voice : std::uint8_t { active, passive } voice = Voice::active;
    /// bare where the eojeol is the noun by itself or with a particle.
    Ending ending = Ending::bare;
    Particle particle = Particle::unmarked;
    /// Bytes of the eojeol that the stem takes; 0 where the eojeol is no known word.
    std::uint32_t stem_size = 0;
};

/// Korean morphology as far as reading needs it: particles, verb stems in their surface forms, endings.
class KoreanWords {
public:
    /// The stems are those of the frames' Korean triggers and of the verb classes in `cues`.
    KoreanWords(const Pack& pack, const Frames& frames, const Cues& cues);

    /// The particle that `tail`, what follows a name within its eojeol, is as a whole; nothing where it is none.
    std::optional<Particle> particle(std::string_view tail) const;
    /// The longest particle that `eojeol` ends with while something stays before it; its size in bytes, 0 if none.
    std::size_t particle_size(std::string_view eojeol, Particle& particle) const;

    /// The reading of an eojeol as a form of a known verb or noun of action; the longest stem wins.
    KoreanWord word(std::string_view eojeol) const;

    /// Whether an eojeol that frames do not know is a verb's form all the same: …한, …됐다, …하며, 있는.
    bool looks_like_verb(std::string_view eojeol) const;

    /// The ending of a verb form, from its last syllables.
    static Ending ending(std::string_view eojeol);

    /// Whether a verb form is in the present tense: 출시한다, 선보인다고, 내놓는다.
    static bool tells_present(std::string_view eojeol);

    const std::string& head(std::uint32_t index) const { return heads_.at(index); }
    std::optional<std::uint32_t> head_index(std::string_view head) const;

private:
    /// What a surface may be the stem of; each an index into heads_. What longer surfaces begin with is an entry, too.
    struct Stem {
        std::uint32_t active = none;  ///< X하
        std::uint32_t passive = none; ///< X되, where frames have it as a verb of its own (선정되)
        std::uint32_t noun = none;    ///< X
        std::uint32_t verb = none;    ///< a verb without 하: 만들, 선보이
    };
    std::uint32_t add_head(std::string_view head);
    void add_verb(std::string_view head);
    void add_noun(std::string_view head);
    Stem& stem(const std::string& surface);

    EndingMap<Particle> particles_;
    WordMap<Stem> stems_;
    std::vector<std::string> heads_;
    std::unordered_map<std::string, std::uint32_t> head_index_;
};

} // namespace jokbo

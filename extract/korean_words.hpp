#pragma once

#include "extract/frames.hpp"
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
    none,
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
    /// Index into KoreanWords::heads(), none where the eojeol is no word of a frame or a light verb.
    std::uint32_t head = none;
    enum class Voice : std::uint8_t { active, passive } voice = Voice::active;
    Ending ending = Ending::bare;
    /// Of the noun of an action: 개발을, 개발에.
    Particle particle = Particle::none;
    /// Bytes of the eojeol that the stem takes.
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

    /// The ending of a verb form, from its last syllables.
    static Ending ending(std::string_view eojeol);

    const std::string& head(std::uint32_t index) const { return heads_.at(index); }
    std::optional<std::uint32_t> head_index(std::string_view head) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    struct Stem {
        std::uint32_t head = none;
        enum class Kind : std::uint8_t { action_noun, verb } kind = Kind::verb;
    };
    void add_head(std::string_view head);
    void add_surface(const std::string& surface, Stem stem);

    std::unordered_map<std::string, Particle, Hash, std::equal_to<>> particles_;
    std::size_t longest_particle_ = 0;
    std::unordered_map<std::string, Stem, Hash, std::equal_to<>> stems_;
    std::size_t longest_stem_ = 0;
    std::vector<std::string> heads_;
    std::unordered_map<std::string, std::uint32_t> head_index_;
};

} // namespace jokbo

#include "extract/korean/korean_words.hpp"

#include "extract/characters.hpp"
#include "extract/korean/korean_signs.hpp"
#include "schema/table.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::size_t longest_stem = 24; // characters
constexpr unsigned first_syllable = 0xAC00;
constexpr unsigned finals = 28; // final consonants, 0 for none
constexpr unsigned vowels = 21;

// Jamo numbers within a syllable block (Unicode, chapter 3.12).
constexpr unsigned final_n = 4;
constexpr unsigned final_l = 8;
constexpr unsigned final_m = 16;
constexpr unsigned final_b = 17;
constexpr unsigned final_ss = 20;
constexpr unsigned vowel_a = 0;
constexpr unsigned vowel_ae = 1;
constexpr unsigned vowel_eo = 4;
constexpr unsigned vowel_yeo = 6;
constexpr unsigned vowel_o = 8;
constexpr unsigned vowel_wa = 9;
constexpr unsigned vowel_wae = 10;
constexpr unsigned vowel_oe = 11;
constexpr unsigned vowel_u = 13;
constexpr unsigned vowel_weo = 14;
constexpr unsigned vowel_eu = 18;
constexpr unsigned vowel_i = 20;

struct Block {
    unsigned initial;
    unsigned vowel;
    unsigned final;
};

Block block_of(unsigned code) {
    const auto index = code - first_syllable;
    return {index / finals / vowels, index / finals % vowels, index % finals};
}

std::string utf8_of(Block block) {
    const auto code = first_syllable + (block.initial * vowels + block.vowel) * finals + block.final;
    return {static_cast<char>(0xE0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
}

/// The vowel that a stem's last vowel makes with the 아/어 of the past and the infinitive: 이+어 → 여.
unsigned contracted(unsigned vowel) {
    switch (vowel) {
    case vowel_i: return vowel_yeo;
    case vowel_u: return vowel_weo;
    case vowel_o: return vowel_wa;
    case vowel_eu: return vowel_eo;
    case vowel_oe: return vowel_wae;
    default: return vowel;
    }
}

/// The forms in which a stem's last syllable may stand: 선보이 → 선보이, 선보인, 선보일, 선보임, 선보입, 선보여, 선보였.
std::vector<std::string> surfaces_of(const std::string& stem) {
    const auto before = stem.substr(0, stem.size() - syllable);
    const auto last = block_of(code_point3(stem, stem.size() - syllable));
    std::vector<std::string> forms{stem};
    const auto add = [&](Block block) { forms.push_back(before + utf8_of(block)); };
    if (last.final == 0) {
        for (const auto final : {final_n, final_l, final_m, final_b}) {
            add({last.initial, last.vowel, final});
        }
        add({last.initial, contracted(last.vowel), 0});
        add({last.initial, contracted(last.vowel), final_ss});
    } else if (last.final == final_l) {
        for (const auto final : {0U, final_n, final_b}) {
            add({last.initial, last.vowel, final});
        }
    }
    return forms;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> heads) {
    return std::ranges::any_of(heads, [&](std::string_view head) { return text.starts_with(head); });
}

/// Endings by what they show; where a word has several, the kind that stands first counts.
struct VerbEndings {
    std::uint8_t kind = 0xFF;

    using Lists = std::initializer_list<std::initializer_list<std::string_view>>;
    static EndingMap<VerbEndings> of(Lists lists) {
        EndingMap<VerbEndings> map;
        std::uint8_t kind = 0;
        for (const auto& list : lists) {
            for (const auto ending : list) {
                auto& entry = map[ending];
                entry.kind = std::min(entry.kind, kind);
            }
            ++kind;
        }
        return map;
    }
    static std::uint8_t in(const EndingMap<VerbEndings>& map, std::string_view word) {
        std::uint8_t least = 0xFF;
        map.each(word, [&](std::size_t, VerbEndings ending) { least = std::min(least, ending.kind); });
        return least;
    }
};

/// What only verbs end with; of the second list where the word is of three syllables or more.
const EndingMap<VerbEndings>& verb_endings() {
    static const auto endings = VerbEndings::of(
        {{"하는",   "했던",   "되는",   "됐던",   "하여",   "하고",   "하며",   "해서",   "하면서", "했다",   "됐다",
          "된다",   "한다",   "합니다", "됩니다", "했으며", "했고",   "됐고",   "됐으며", "되며",   "되고",   "하기",
          "하면",   "하지만", "했지만", "되면서", "하도록", "하거나", "되어",   "였다",   "이었다", "습니다", "겠다",
          "있는",   "없는",   "있다",   "없다",   "시키는", "시킨",   "시켜",   "받는",   "받은",   "받아",   "하게",
          "되도록", "했다고", "한다고", "된다고", "됐다고", "한다는", "했다는", "된다는", "됐다는", "있다고", "있다는",
          "으며",   "면서",   "으면",   "어서",   "아서",   "으나",   "지만",   "었던",   "았던",   "였던"},
         {"한", "할", "된", "될", "해", "돼", "함", "됨", "하자", "하려"}});
    return endings;
}

/// In the order of Ending's kinds below.
const EndingMap<VerbEndings>& clause_endings() {
    static const auto endings =
        VerbEndings::of({{"다고", "라고", "다며", "라며", "다면서", "냐고", "자고", "다고도", "다면"},
                         {"다는", "라는", "자는"},
                         {"다", "요", "죠", "까", "지"},
                         {"기", "음", "기로", "기에", "기도", "기를", "기는", "기가", "기까지"},
                         {"고", "며", "면서", "지만", "는데", "은데", "한데", "으나", "거나", "도록", "려고",
                          "러", "니", "서",   "면",   "자",   "다가", "듯",   "고자", "고도", "야"}});
    return endings;
}

constexpr std::array ending_kinds = {Ending::quoted, Ending::quoted_of, Ending::final, Ending::nominal,
                                     Ending::connective};

constexpr std::array<std::pair<std::string_view, Particle>, 18> particle_names = {{
    {"topic", Particle::topic},
    {"subject", Particle::subject},
    {"object", Particle::object},
    {"의", Particle::genitive},
    {"에", Particle::at},
    {"에게", Particle::to},
    {"에서", Particle::in},
    {"로", Particle::by},
    {"로부터", Particle::from},
    {"와", Particle::with},
    {"와의", Particle::with_of},
    {"보다", Particle::than},
    {"에의", Particle::oblique_of},
    {"에서의", Particle::oblique_of},
    {"로의", Particle::oblique_of},
    {"까지", Particle::until},
    {"부터", Particle::since},
    {"처럼", Particle::like},
}};

/// Whether what follows a verb's stem is an ending; nothing may follow an inflected stem (만든, 선보여) only.
bool is_verb_tail(std::string_view tail, bool inflected) {
    if (tail.empty()) {
        return inflected;
    }
    return begins_with_any(tail, {"고", "며",   "면", "던", "지", "게", "기", "는", "도록", "려", "러", "자",
                                  "니", "거나", "다", "든", "나", "었", "았", "였", "어",   "아", "여", "은",
                                  "을", "음",   "으", "습", "시", "서", "야", "온", "왔",   "있", "놓", "둔",
                                  "뒀", "낸",   "냈", "준", "줬", "버", "겠", "인", "일",   "였"}) &&
           tail.size() <= 6 * syllable;
}

} // namespace

KoreanWords::KoreanWords(const Pack& pack, const Frames& frames, const Cues& cues) {
    for (const auto& row : read_table(pack.file("extract/cues/particles.tsv"), {"role", "forms"})) {
        auto particle = row[0] == "이다" ? Particle::copula : row[0] == "인" ? Particle::copula_of : Particle::unmarked;
        for (const auto& [name, value] : particle_names) {
            if (name == row[0]) {
                particle = value;
            }
        }
        if (particle == Particle::unmarked) {
            throw row.error(0, "there is no particle of this name");
        }
        for (const auto form : split(row[1], '|')) {
            if (particles_.find(form) == nullptr) {
                particles_[form] = particle;
            }
        }
    }
    for (const auto& trigger : frames.triggers()) {
        if (trigger.language == Language::korean && trigger.kind == Trigger::Kind::verb) {
            add_verb(trigger.head);
        } else if (trigger.language == Language::korean) {
            add_noun(trigger.head);
        }
    }
    for (const auto* name : {"light", "verb", "report"}) {
        for (const auto word : cues.words(name)) {
            add_verb(word);
        }
    }
}

std::uint32_t KoreanWords::add_head(std::string_view head) {
    const auto [found, is_new] = head_index_.emplace(head, static_cast<std::uint32_t>(heads_.size()));
    if (is_new) {
        heads_.emplace_back(head);
    }
    return found->second;
}

KoreanWords::Stem& KoreanWords::stem(const std::string& surface) {
    for (std::size_t size = character_length(surface[0]); size < surface.size();
         size += character_length(surface[size])) {
        stems_[surface.substr(0, size)]; // so that a search knows that more may follow
    }
    return stems_[surface];
}

void KoreanWords::add_verb(std::string_view head) {
    const std::string verb(head);
    const auto index = add_head(head);
    if (verb.size() > syllable && verb.ends_with("하")) {
        stem(verb.substr(0, verb.size() - syllable)).active = index;
    } else if (verb.size() > syllable && verb.ends_with("되")) {
        stem(verb.substr(0, verb.size() - syllable)).passive = index;
    } else if (code_point3(verb, verb.size() - std::min(verb.size(), syllable)) >= first_syllable) {
        for (const auto& surface : surfaces_of(verb)) {
            stem(surface).verb = index;
        }
    }
}

void KoreanWords::add_noun(std::string_view head) { stem(std::string(head)).noun = add_head(head); }

std::optional<std::uint32_t> KoreanWords::head_index(std::string_view head) const {
    const auto found = head_index_.find(std::string(head));
    return found == head_index_.end() ? std::nullopt : std::optional(found->second);
}

bool KoreanWords::looks_like_verb(std::string_view eojeol) const {
    if (eojeol.size() < 2 * syllable) {
        return false;
    }
    const auto kind = VerbEndings::in(verb_endings(), eojeol);
    if (kind == 0 || (kind == 1 && eojeol.size() >= 3 * syllable)) {
        return true;
    }
    const auto before = block_of(std::max(code_point3(eojeol, eojeol.size() - 2 * syllable), first_syllable));
    if (eojeol.ends_with("다") && (before.final == final_ss || before.final == final_n)) {
        return true; // 했다, 간다
    }
    if (eojeol.ends_with("는") && before.final != 0) {
        return true; // 있는, 맺는: the particle 는 follows a vowel
    }
    return false;
}

namespace {

/// Whether the particle's form is the one that this syllable asks for: 은 을 과 이 으로 behind a consonant, 는 를 와 가 로 behind a vowel.
bool agrees(std::string_view stem, std::string_view form) {
    const auto code = stem.size() >= syllable ? code_point3(stem, stem.size() - syllable) : 0U;
    if (code < first_syllable || code > 0xD7A3U) {
        return true;
    }
    const auto final = block_of(code).final;
    if (begins_with_any(form, {"은", "을", "과"}) || form == "이") {
        return final != 0;
    }
    if (begins_with_any(form, {"는", "를", "와", "가"})) {
        return final == 0;
    }
    if (begins_with_any(form, {"라", "며", "다", "자", "지만", "였"}) || form == "고") {
        return final == 0; // 한빛이라며, 나래라며
    }
    if (form.starts_with("으로")) {
        return final != 0 && final != final_l;
    }
    if (form.starts_with("로") && !form.starts_with("로부터")) {
        return final == 0 || final == final_l;
    }
    return true;
}

} // namespace

std::optional<Particle> KoreanWords::particle(std::string_view tail) const {
    if (tail.empty()) {
        return Particle::unmarked;
    }
    const auto* found = particles_.find(tail);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::size_t KoreanWords::particle_size(std::string_view eojeol, Particle& particle) const {
    std::size_t longest = 0;
    particles_.each(eojeol, [&](std::size_t size, Particle value) {
        const auto stem_size = eojeol.size() - size;
        if (stem_size >= syllable && agrees(eojeol.substr(0, stem_size), eojeol.substr(stem_size))) {
            longest = size;
            particle = value;
        }
    });
    return longest;
}

Ending KoreanWords::ending(std::string_view eojeol) {
    if (const auto kind = VerbEndings::in(clause_endings(), eojeol); kind < ending_kinds.size()) {
        return ending_kinds[kind];
    }
    if (eojeol.size() >= syllable) {
        const auto code = code_point3(eojeol, eojeol.size() - syllable);
        if (code >= first_syllable && code <= 0xD7A3U) {
            const auto final = block_of(code).final;
            if (final == final_n || final == final_l) {
                return Ending::adnominal;
            }
            if (final == final_m) {
                return Ending::nominal;
            }
        }
    }
    return Ending::connective;
}

bool KoreanWords::tells_present(std::string_view eojeol) {
    const auto end = eojeol.rfind("다");
    if (end == std::string_view::npos || end < syllable) {
        return false;
    }
    const auto code = code_point3(eojeol, end - syllable);
    return code >= first_syllable && code <= 0xD7A3U && block_of(code).final == final_n;
}

KoreanWord KoreanWords::word(std::string_view eojeol) const {
    std::array<std::pair<const Stem*, std::size_t>, longest_stem> beginnings;
    std::size_t count = 0;
    for (std::size_t size = 0; size < eojeol.size() && count < beginnings.size(); ++count) {
        size += character_length(eojeol[size]);
        const auto* known = stems_.find(eojeol.substr(0, size));
        if (known == nullptr) {
            break;
        }
        beginnings[count] = {known, size};
    }
    while (count-- > 0) {
        const auto [found, size] = beginnings[count];
        const auto& stem = *found;
        const auto tail = eojeol.substr(size);
        KoreanWord word;
        word.stem_size = static_cast<std::uint32_t>(size);
        const bool active =
            begins_with_any(tail, {"하", "한", "할", "함", "합", "했", "해", "시키", "시킨", "시킬", "시켰", "시켜"});
        const bool passive = begins_with_any(tail, {"되", "된", "될", "됨", "됩", "됐", "돼", "받", "당"});
        if (active && stem.active != none) {
            word.verb = stem.active;
            word.ending = ending(eojeol);
            return word;
        }
        if (passive && (stem.passive != none || stem.active != none)) {
            word.verb = stem.passive != none ? stem.passive : stem.active;
            word.passive_of = stem.passive != none ? stem.active : none;
            word.voice = stem.passive != none ? KoreanWord::Voice::active : KoreanWord::Voice::passive;
            word.ending = ending(eojeol);
            return word;
        }
        if (stem.active != none || stem.passive != none || stem.noun != none) {
            if (const auto marked = particle(tail)) {
                word.verb = stem.active != none ? stem.active : stem.passive;
                word.noun = stem.noun;
                word.particle = *marked;
                return word;
            }
        }
        if (stem.verb != none && is_verb_tail(tail, eojeol.substr(0, size) != heads_[stem.verb])) {
            word.verb = stem.verb;
            word.ending = ending(eojeol);
            return word;
        }
    }
    return {};
}

} // namespace jokbo

#include "extract/frames/patterns.hpp"

#include "extract/characters.hpp"
#include "extract/frames/pattern_attempt.hpp"

#include <algorithm>
#include <iterator>

namespace jokbo {

namespace {

using Element = PhrasePattern::Element;

constexpr std::uint32_t all_particles = 0xFFFFFFFF;

/// The first two bytes as a number, Latin letters in any case.
std::size_t two_bytes(std::string_view word) {
    const auto byte = [&](std::size_t at) {
        return at < word.size() ? static_cast<std::size_t>(static_cast<unsigned char>(ascii_lower(word[at]))) : 0U;
    };
    return byte(0) << 8U | byte(1);
}

} // namespace

Patterns::Patterns(const Frames& frames, const Cues& korean, const Cues& english, const KoreanReader& reader)
    : frames_(frames), cues_{&korean, &english},
      reader_(reader), title_{korean.cue("title"), english.cue("title")}, title_part_{korean.cue("title_part"),
                                                                                      english.cue("title_part")},
      department_(korean.cue("department")), organization_(reader.organizations()), in_gaps_(reader.types_in_gaps()) {
    for (std::uint32_t i = 0; i < frames.patterns().size(); ++i) {
        const auto& pattern = frames.patterns()[i];
        const auto language = index_of(pattern.language);
        auto& particles = particles_.emplace_back();
        for (const auto& element : pattern.elements) {
            particles.push_back(element.kind == Element::Kind::particle ? particles_of(element) : 0);
        }
        nameless_[language] = nameless_[language] || std::ranges::none_of(pattern.elements, [](const Element& element) {
                                  return element.kind == Element::Kind::slot && element.repeat == Element::Repeat::once;
                              });
        // what an optional beginning leaves out is tried as well
        for (std::size_t at = 0; at < pattern.elements.size(); ++at) {
            const auto& element = pattern.elements[at];
            if (element.kind == Element::Kind::slot) {
                add_beginning(i, at);
            } else if (element.kind == Element::Kind::literal) {
                for (const auto& word : element.words) {
                    by_literal_[language][word].push_back(i);
                    literals_begin_.set(two_bytes(word));
                }
            } else {
                by_word_[language].push_back(i);
            }
            if (element.repeat == Element::Repeat::once) {
                break;
            }
        }
    }
}

std::uint32_t Patterns::particles_of(const Element& element) const {
    std::uint32_t particles = 0;
    for (const auto& form : element.words) {
        auto particle = Particle::unmarked;
        if (reader_.particle_named(form, particle)) {
            particles |= 1U << static_cast<unsigned>(particle);
        }
    }
    return element.words.empty() ? all_particles : particles;
}

/// Most names fit no pattern: by their type, by the particle behind them, or by what comes next.
void Patterns::add_beginning(std::uint32_t index, std::size_t slot_element) {
    const auto& pattern = frames_.patterns()[index];
    const auto& elements = pattern.elements;
    auto& beginnings = by_slot_[index_of(pattern.language)];
    const auto number = static_cast<std::uint32_t>(beginnings.all.size());
    auto& begin = beginnings.all.emplace_back(Beginning{index, {}, all_particles, {}});
    const bool first_stands = elements[slot_element].repeat == Element::Repeat::once;
    for (auto at = slot_element + 1; first_stands && at < elements.size() && begin.later.empty(); ++at) {
        if (elements[at].kind == Element::Kind::slot && elements[at].repeat == Element::Repeat::once) {
            begin.later = pattern.slots[elements[at].slot].types;
        }
    }
    if (slot_element != 0) { // behind what may be absent: the name may stand farther on
        begin.types = TypeSet::all();
        beginnings.before_anything.push_back(number);
        return;
    }
    begin.types = pattern.slots[elements[0].slot].types;
    if (pattern.language == Language::korean && elements.size() > 1) {
        const auto& next = elements[1];
        const bool opens = next.kind == Element::Kind::literal && next.words.front() == "(";
        const bool title = next.kind == Element::Kind::cue && next.cue == title_[0];
        begin.particles = next.kind == Element::Kind::particle ? particles_of(next)
                        : opens || title                       ? all_particles
                                                               : 1U << static_cast<unsigned>(Particle::unmarked);
    }
    const std::size_t next = elements.size() > 1 && elements[1].kind == Element::Kind::particle ? 2 : 1;
    if (next < elements.size() && elements[next].repeat == Element::Repeat::once) {
        const auto& element = elements[next];
        const bool quotes = std::ranges::any_of(element.words, [](const auto& w) { return is_quote(w) || w == "("; });
        if (element.kind == Element::Kind::slot) {
            beginnings.before_name.push_back(number);
            return;
        }
        if (element.kind == Element::Kind::literal && !quotes) {
            for (const auto& word : element.words) {
                auto& known = beginnings.before_word[word];
                if (known.empty() || known.back() != number) {
                    known.push_back(number);
                }
            }
            return;
        }
    }
    beginnings.before_anything.push_back(number);
}

void Patterns::try_at(Attempt& attempt, std::uint32_t index, std::uint32_t token, std::vector<ShapeHit>& hits) const {
    const auto& pattern = frames_.patterns()[index];
    if (pattern.place == PhrasePattern::Place::opening && token != attempt.opening &&
        (token == 0 || attempt.word(token - 1) != "…")) {
        return; // an ellipsis parts the two halves of a headline
    }
    attempt.start(index, pattern, token);
    if (match_from(attempt, 0, token)) {
        hits.push_back(attempt.hit);
    }
}

/// Patterns that begin with a name.
void Patterns::match_names(Attempt& attempt, std::vector<ShapeHit>& hits) const {
    const auto& sentence = attempt.sentence;
    const auto language = index_of(sentence.language);
    const auto& beginnings = by_slot_[language];
    auto& worth = attempt.worth_trying;
    for (const auto& mention : sentence.mentions) {
        const auto index = attempt.begins[mention.tokens.begin].mention;
        if (index == none) {
            continue;
        }
        const auto& name = sentence.mentions[index];
        auto particles = all_particles;
        auto next = name.tokens.end;
        if (language == 0) {
            const auto& marked = marked_name(attempt, mention.tokens.begin);
            particles = 1U << static_cast<unsigned>(marked.particle);
            next = marked.behind;
        }
        while (next < sentence.tokens.size() && is_quote(attempt.word(next))) {
            ++next;
        }
        const auto later = attempt.types_from[name.tokens.end];
        worth.clear();
        const auto add_fitting = [&](const std::vector<std::uint32_t>& numbers) {
            std::ranges::copy_if(numbers, std::back_inserter(worth), [&](std::uint32_t number) {
                const auto& begin = beginnings.all[number];
                return !(begin.types & name.types).empty() && (begin.particles & particles) != 0 &&
                       (begin.later.empty() || !(begin.later & later).empty());
            });
        };
        add_fitting(beginnings.before_anything);
        if (next < sentence.tokens.size()) {
            if (attempt.begins[next].mention != none) {
                add_fitting(beginnings.before_name);
            }
            if (const auto* more = beginnings.before_word.find(attempt.word_as_looked_up(next)); more != nullptr) {
                add_fitting(*more);
            }
        }
        std::ranges::sort(worth); // findings come in the order of the patterns
        for (const auto number : worth) {
            try_at(attempt, beginnings.all[number].pattern, mention.tokens.begin, hits);
        }
    }
}

/// Patterns that begin with a word or a class of words.
void Patterns::match_words(Attempt& attempt, std::vector<ShapeHit>& hits) const {
    const auto& tokens = attempt.sentence.tokens;
    const auto language = index_of(attempt.sentence.language);
    for (std::uint32_t token = 0; token < tokens.size(); ++token) {
        const auto* found = literals_begin_.test(two_bytes(attempt.word(token)))
                              ? by_literal_[language].find(attempt.word_as_looked_up(token))
                              : nullptr;
        if (found != nullptr) {
            for (const auto pattern : *found) {
                try_at(attempt, pattern, token, hits);
            }
        }
        const auto kind = tokens[token].kind;
        if (!by_word_[language].empty() && (kind == Token::Kind::hangul || kind == Token::Kind::latin)) {
            for (const auto pattern : by_word_[language]) {
                try_at(attempt, pattern, token, hits);
            }
        }
    }
}

void Patterns::match(std::string_view text, const SentenceAnalysis& sentence, std::vector<ShapeHit>& hits) const {
    const bool names = std::ranges::any_of(
        sentence.mentions, [](const EntityMention& mention) { return mention.kind != EntityMention::Kind::anaphor; });
    if (!names && !nameless_[index_of(sentence.language)]) {
        return; // most sentences
    }
    Attempt attempt(text, sentence);
    match_names(attempt, hits);
    match_words(attempt, hits);
}

namespace {

/// "Lumen and Tern also joined": who acts together. Of things (Lumen's Nova and Tern's Orca) each has a maker of its own, and so a
/// name before a genitive or another name stands alone.
IndexList english_list(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t mention) {
    const auto end = sentence.mentions[mention].tokens.end;
    const auto behind = end < sentence.tokens.size() ? sentence.tokens[end].span.of(text) : std::string_view{};
    const bool owns = behind.starts_with('\'') || behind.starts_with("’") ||
                      std::ranges::any_of(sentence.mentions, [&](const auto& m) { return m.tokens.begin == end; });
    const auto phrase = std::ranges::find_if(sentence.phrases, [&](const Phrase& p) {
        return p.mentions.size() > 1 && std::ranges::find(p.mentions, mention) != p.mentions.end();
    });
    const bool alone =
        owns || phrase == sentence.phrases.end() || std::ranges::any_of(phrase->mentions, [&](std::uint32_t other) {
            return !(sentence.mentions[other].types == sentence.mentions[mention].types);
        });
    return alone ? IndexList{mention} : phrase->mentions;
}

} // namespace

IndexList list_around(std::string_view text, const SentenceAnalysis& sentence, std::uint32_t mention,
                      TokenRange shape) {
    if (sentence.language == Language::english) {
        return english_list(text, sentence, mention);
    }
    IndexList list{mention};
    const auto joined = [&](std::uint32_t left, std::uint32_t right) {
        const auto& a = sentence.mentions[left];
        const auto& b = sentence.mentions[right];
        if (a.tokens.end + 1 != b.tokens.begin || a.types != b.types || b.kind != EntityMention::Kind::name) {
            return false;
        }
        const auto joint = sentence.tokens[a.tokens.end].span.of(text);
        return joint == "·" || joint == "ㆍ" || joint == "・" || joint == "," || joint == "▲" || joint == "△";
    };
    const auto only_commas = [&](std::uint32_t left) {
        return sentence.tokens[sentence.mentions[left].tokens.end].span.of(text) == ",";
    };
    if (sentence.mentions[mention].tokens.begin == shape.begin) {
        for (auto at = mention; at > 0 && joined(at - 1, at); --at) {
            list.push_back(at - 1);
        }
    }
    if (sentence.mentions[mention].tokens.end >= shape.end) {
        for (auto at = mention; at + 1 < sentence.mentions.size() && joined(at, at + 1); ++at) {
            list.push_back(at + 1);
        }
    }
    // two names with a comma between are no list: a headline's topic and its object
    if (list.size() == 2 && only_commas(std::min(list[0], list[1]))) {
        list.erase(list.begin() + 1, list.end());
    }
    return list;
}

} // namespace jokbo

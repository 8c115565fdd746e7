#include "extract/frames/frame_parser.hpp"

#include "schema/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jokbo {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

/// The first word of `text`, which loses it.
std::string_view take_word(std::string_view& text) {
    text = trimmed(text);
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!trimmed(text).empty()) {
        words.push_back(take_word(text));
    }
    return words;
}

/// A Korean noun of a trigger and its particle: 투자를 → 투자, 를; 기반으로 → 기반, 으로.
std::pair<std::string_view, std::string_view> noun_and_particle(std::string_view word) {
    constexpr std::size_t shortest_noun = 3;
    for (const std::string_view particle : {"으로", "에서", "을", "를", "로", "에", "와", "과"}) {
        // 손을, 칩을: one syllable will do where no noun ends so; CTO로: no Latin one does
        const bool latin = static_cast<unsigned char>(word.front()) < 0x80;
        const bool sure = latin || particle == "을" || particle == "를";
        if (word.size() + (sure ? 1 : 0) > particle.size() + shortest_noun && word.ends_with(particle)) {
            return {word.substr(0, word.size() - particle.size()), word.substr(word.size() - particle.size())};
        }
    }
    return {word, {}};
}

/// Parts between bars that stand outside brackets: `buy|(get|lease) .. (chip|cloud)` has two.
std::vector<std::string_view> alternatives(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : 0;
        depth -= text[i] == ')' && depth > 0 ? 1 : 0;
        if (text[i] == '|' && depth == 0) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// `(get|lease) .. (chip|cloud)` written out: get .. chip, get .. cloud, lease .. chip, lease .. cloud.
std::vector<std::string> written_out(std::string_view text) {
    const auto open = text.find('(');
    const auto close = text.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return {std::string(trimmed(text))};
    }
    std::vector<std::string> all;
    for (const auto one : split(text.substr(open + 1, close - open - 1), '|')) {
        for (auto& rest : written_out(text.substr(close + 1))) {
            all.push_back(std::string(trimmed(text.substr(0, open))) + (open > 0 ? " " : "") + std::string(one) +
                          (rest.empty() ? "" : " ") + rest);
        }
    }
    return all;
}

} // namespace

FrameParser::FrameParser(Frames& frames, const DataFile& file, const Ontology& ontology, const Cues& korean,
                         const Cues& english)
    : frames_(frames), file_(file), ontology_(ontology), korean_(korean), english_(english) {}

void FrameParser::parse() {
    const std::string_view text = file_.text;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        line_ = text.substr(begin, end - begin);
        begin = end + 1;
        ++number_;
        if (!trimmed(line_).empty() && !trimmed(line_).starts_with('#')) {
            read_line();
        }
    }
}

DataError FrameParser::error(std::string_view part, std::string_view what) const {
    const bool inside = part.data() >= line_.data() && part.data() <= line_.data() + line_.size();
    const auto column = inside ? static_cast<std::size_t>(part.data() - line_.data()) + 1 : 1;
    return {{file_.origin, number_, column}, line_, what};
}

Frame& FrameParser::frame() {
    if (frame_ == none) {
        throw error(line_, "a file begins with `frame NAME RELATION(SLOT, SLOT)`");
    }
    return frames_.frames_[frame_];
}

void FrameParser::read_line() {
    auto rest = trimmed(line_);
    const auto word = take_word(rest);
    if (word == "frame") {
        begin_frame(rest);
    } else if (word == "slot") {
        read_slot(rest);
    } else if (word == "give") {
        const auto at = rest.find('=');
        if (at == std::string_view::npos) {
            throw error(rest, "a qualifier is given as name=value");
        }
        if (rest.starts_with("when=") && rest != "when=none") {
            throw error(rest, "when=none is all that can be given of a date");
        }
        frame().gives.emplace_back(rest.substr(0, at), rest.substr(at + 1));
    } else if (word == "ko" || word == "en") {
        const auto language = word == "ko" ? Language::korean : Language::english;
        const auto kind = take_word(rest);
        if (kind == "v" || kind == "n") {
            read_triggers(language, kind == "v" ? Trigger::Kind::verb : Trigger::Kind::noun, rest);
        } else if (kind == "~") {
            read_pattern(language, rest);
        } else {
            throw error(kind, "after the language stands v (verbs), n (nouns) or ~ (a shape)");
        }
    } else if (word == "+ko" || word == "+en" || word == "-ko" || word == "-en") {
        read_example(word[0] == '+' ? FrameExample::Sign::positive : FrameExample::Sign::negative,
                     word.substr(1) == "ko" ? Language::korean : Language::english, rest);
    } else {
        throw error(word, "a line begins with frame, slot, give, ko, en, +ko, -ko, +en or -en");
    }
}

void FrameParser::begin_frame(std::string_view rest) {
    const auto name = take_word(rest);
    if (name.empty() || rest.empty()) {
        throw error(line_, "a frame needs a name and a relation: frame NAME RELATION(SLOT, SLOT)");
    }
    auto stem = std::string_view(file_.name);
    stem.remove_prefix(stem.rfind('/') + 1);
    stem = stem.substr(0, stem.find('.'));
    frame_ = static_cast<std::uint32_t>(frames_.frames_.size());
    Frame made;
    made.name = fmt::format("{}.{}", stem, name);
    if (std::ranges::any_of(frames_.frames_, [&](const Frame& f) { return f.name == made.name; })) {
        throw error(name, "this file has a frame of that name already");
    }
    frames_.frames_.push_back(std::move(made));
    while (!rest.empty()) {
        const auto close = rest.find(')');
        if (close == std::string_view::npos) {
            throw error(rest, "RELATION(SLOT, SLOT) is needed here");
        }
        read_relation(rest.substr(0, close));
        rest = trimmed(rest.substr(close + 1));
    }
}

void FrameParser::read_relation(std::string_view text) {
    const auto open = text.find('(');
    const auto name = trimmed(text.substr(0, std::min(open, text.size())));
    const auto predicate = ontology_.find_predicate(name);
    if (!predicate) {
        throw error(name, fmt::format("there is no relation or attribute '{}'", name));
    }
    if (open == std::string_view::npos) {
        throw error(text, "RELATION(SLOT, SLOT) is needed here");
    }
    const auto slots = split(text.substr(open + 1), ',');
    if (slots.size() != 2) {
        throw error(text, "a relation has two slots");
    }
    const auto& rule = ontology_.predicate(*predicate);
    FrameRelation relation;
    relation.predicate = *predicate;
    relation.subject = slot_of(slots[0], rule.subjects);
    relation.object = slot_of(slots[1], rule.objects);
    if (rule.kind == Predicate::Kind::attribute) {
        frame().slots[relation.object].takes = Slot::Takes::value;
    }
    frame().relations.push_back(relation);
}

std::uint8_t FrameParser::slot_of(std::string_view name, TypeSet types) {
    auto& slots = frame().slots;
    const auto found = std::ranges::find(slots, name, &Slot::name);
    if (found != slots.end()) {
        found->types = found->types & types;
        return static_cast<std::uint8_t>(found - slots.begin());
    }
    slots.push_back({std::string(name), types, {}, Slot::Takes::names});
    return static_cast<std::uint8_t>(slots.size() - 1);
}

std::uint8_t FrameParser::slot_index(std::string_view name) const {
    const auto& slots = frames_.frames_[frame_].slots;
    const auto found = std::ranges::find(slots, name, &Slot::name);
    if (found == slots.end()) {
        throw error(name, fmt::format("the frame has no slot '{}'", name));
    }
    return static_cast<std::uint8_t>(found - slots.begin());
}

void FrameParser::read_slot(std::string_view rest) {
    const auto colon = rest.find(':');
    if (colon == std::string_view::npos) {
        throw error(rest, "slot NAME: TYPE|TYPE [described] [stated] [settled] [itself]");
    }
    const auto name = trimmed(rest.substr(0, colon));
    const auto kind = trimmed(rest.substr(colon + 1));
    if (kind == "text" || kind == "value") { // a qualifier: role, amount, product
        auto& slot = frame().slots[slot_of(name, {})];
        slot.takes = kind == "text" ? Slot::Takes::text : Slot::Takes::value;
        return;
    }
    auto& slot = frame().slots[slot_index(name)];
    TypeSet types;
    for (const auto word : words_of(rest.substr(colon + 1))) {
        if (word == "described") {
            slot.takes = Slot::Takes::described_too;
            continue;
        }
        if (word == "itself") {
            slot.occasions = Slot::Occasions::refused;
            continue;
        }
        if (word == "settled") {
            slot.doubt = Slot::Doubt::refused;
            continue;
        }
        if (word == "stated") {
            slot.supply = Slot::Supply::refused;
            continue;
        }
        for (const auto type_name : split(word, '|')) {
            const auto type = ontology_.find_type(type_name);
            if (!type) {
                throw error(type_name, fmt::format("there is no type '{}'", type_name));
            }
            types.add(*type);
        }
    }
    if (!types.empty()) {
        slot.types = slot.types & types;
    }
}

std::vector<Slot> FrameParser::slots_with_roles(std::string_view assignments, Complete complete) {
    auto slots = frame().slots;
    for (const auto word : words_of(assignments)) {
        const auto equals = word.find('=');
        if (equals == std::string_view::npos) {
            throw error(word, "SLOT=ROLE|ROLE is needed here");
        }
        auto& slot = slots[slot_index(word.substr(0, equals))];
        for (const auto name : split(word.substr(equals + 1), '|')) {
            const auto role = frames_.role(name);
            if (!role) {
                throw error(name, fmt::format("there is no role '{}' (see extract/cues/roles.tsv)", name));
            }
            slot.roles.push_back(*role);
        }
    }
    for (const auto& slot : slots) {
        if (complete == Complete::yes && slot.roles.empty() && slot.takes != Slot::Takes::text &&
            slot.takes != Slot::Takes::value) {
            throw error(line_, fmt::format("slot '{}' has no role here", slot.name));
        }
    }
    return slots;
}

void FrameParser::read_triggers(Language language, Trigger::Kind kind, std::string_view rest) {
    const auto colon = rest.find(" :");
    if (colon == std::string_view::npos) {
        throw error(rest, "WORD|WORD : SLOT=ROLE … is needed here");
    }
    const auto slots = slots_with_roles(rest.substr(colon + 2), Complete::yes);
    for (const auto words : alternatives(rest.substr(0, colon))) {
        for (const auto& trigger : written_out(words)) {
            add_trigger(language, kind, trigger, slots);
        }
    }
}

void FrameParser::add_trigger(Language language, Trigger::Kind kind, std::string_view words,
                              const std::vector<Slot>& slots) {
    Trigger trigger;
    trigger.language = language;
    trigger.kind = kind;
    auto parts = words_of(words);
    if (parts.empty()) {
        throw error(line_, "an empty trigger");
    }
    if (language == Language::korean) {
        trigger.head = std::string(parts.back());
        parts.pop_back();
        if (!parts.empty()) {
            const auto [noun, particle] = noun_and_particle(parts.back());
            trigger.object = std::string(noun);
            trigger.object_mark = particle == "을" || particle == "를" ? std::string_view{} : particle;
            parts.pop_back();
        }
    } else {
        trigger.head = std::string(parts.front());
        parts.erase(parts.begin());
        if (parts.size() >= 2 && parts[parts.size() - 2] == "..") {
            trigger.object = std::string(parts.back());
            parts.resize(parts.size() - 2);
        }
    }
    trigger.company.assign(parts.begin(), parts.end());
    const auto same = std::ranges::find_if(frames_.triggers_, [&](const Trigger& other) {
        return other.language == language && other.kind == kind && other.head == trigger.head &&
               other.object == trigger.object && other.object_mark == trigger.object_mark &&
               other.company == trigger.company;
    });
    if (same != frames_.triggers_.end()) {
        same->opens.push_back({frame_, slots});
        return;
    }
    trigger.opens.push_back({frame_, slots});
    frames_.triggers_.push_back(std::move(trigger));
}

PhrasePattern::Element FrameParser::read_element(Language language, std::string_view word) {
    using Element = PhrasePattern::Element;
    Element element;
    if (word.size() > 1 && word.ends_with('?')) {
        element.repeat = Element::Repeat::optional;
        word.remove_suffix(1);
    }
    if (word.starts_with("..")) {
        element.kind = Element::Kind::gap;
        if (word.size() > 2) {
            element.most = static_cast<std::uint8_t>(std::min(std::stoi(std::string(word.substr(2))), 40));
        }
    } else if (word.starts_with('{') && word.ends_with('}')) {
        element.kind = Element::Kind::slot;
        element.slot = slot_index(word.substr(1, word.size() - 2));
    } else if (word.starts_with('<') && word.ends_with('>')) {
        const auto name = word.substr(1, word.size() - 2);
        if (name == "value") {
            element.kind = Element::Kind::slot;
            element.slot = slot_index(name);
            return element;
        }
        element.kind = Element::Kind::cue;
        try {
            element.cue = (language == Language::korean ? korean_ : english_).cue(name);
        } catch (const NotFound& unknown) {
            throw error(word, unknown.what());
        }
    } else if (word.starts_with('~')) {
        element.kind = Element::Kind::particle;
        for (const auto particle : split(word.substr(1), '|')) {
            element.words.emplace_back(particle);
        }
    } else {
        const bool group = word.starts_with('(') && word.ends_with(')') && word.size() > 2;
        for (const auto one : split(group ? word.substr(1, word.size() - 2) : word, '|')) {
            element.words.emplace_back(one);
        }
    }
    return element;
}

void FrameParser::read_pattern(Language language, std::string_view rest) {
    PhrasePattern pattern;
    pattern.language = language;
    frame();
    pattern.frame = frame_;
    const auto colon = rest.find(" : ");
    for (auto word : words_of(rest.substr(0, colon))) {
        if (word == "^") {
            pattern.place = PhrasePattern::Place::opening;
            continue;
        }
        // {maker}~의 is two elements
        const auto tilde = word.find("}~");
        if (tilde != std::string_view::npos) {
            pattern.elements.push_back(read_element(language, word.substr(0, tilde + 1)));
            word = word.substr(tilde + 1);
        }
        pattern.elements.push_back(read_element(language, word));
    }
    pattern.slots =
        colon == std::string_view::npos ? frame().slots : slots_with_roles(rest.substr(colon + 3), Complete::no);
    frames_.patterns_.push_back(std::move(pattern));
}

void FrameParser::read_example(FrameExample::Sign sign, Language language, std::string_view rest) {
    FrameExample example;
    example.sign = sign;
    example.language = language;
    example.place = {file_.origin, number_, 1};
    const auto arrow = rest.find(" > ");
    example.text = std::string(trimmed(rest.substr(0, arrow)));
    if (arrow != std::string_view::npos) {
        for (const auto statement : split(rest.substr(arrow + 3), ';')) {
            example.statements.emplace_back(statement);
        }
    }
    if (sign == FrameExample::Sign::positive && example.statements.empty()) {
        throw error(rest, "a positive example says what it states: TEXT > SUBJECT relation OBJECT");
    }
    frame().examples.push_back(std::move(example));
}

} // namespace jokbo

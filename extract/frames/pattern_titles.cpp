// Titles in shapes, with the departments and offices that they are made of: AI연구소 소장, 네이버클라우드 하이퍼스케일 AI 기술총괄.

#include "extract/frames/pattern_attempt.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_department = 5; // tokens between an organization and a title

} // namespace

std::uint32_t Patterns::known_end_of_title(Attempt& attempt, std::uint32_t token) const {
    if (attempt.title_ends.empty()) {
        attempt.title_ends.assign(attempt.sentence.tokens.size(), Attempt::unknown);
    }
    auto& end = attempt.title_ends[token];
    if (end == Attempt::unknown) {
        end = end_of_title(attempt, token);
    }
    return end;
}

/// 한빛은 김가람 나래대 교수가 …: a name that can only be an organization, and does not end as departments do, is whose the title is.
bool Patterns::begins_employer(const Attempt& attempt, std::uint32_t token) const {
    const auto index = attempt.begins[token].mention;
    if (index == none || !attempt.begins[token].name) {
        return false;
    }
    const auto& name = attempt.sentence.mentions[index];
    return name.types == organization_ && cues_[0]->suffix(name.span.of(attempt.text), department_) == 0;
}

std::uint32_t Patterns::end_of_title(const Attempt& attempt, std::uint32_t token) const {
    const auto language = index_of(attempt.sentence.language);
    const auto& tokens = attempt.sentence.tokens;
    const auto& cues = *cues_[language];
    std::uint32_t end = none;
    for (auto at = token; at < tokens.size() && at < token + 12;) {
        if (attempt.word(at) == "(" && at > token) {
            auto close = at + 1;
            // 부회장(부문장), not 의장(사진=한빛)
            while (close < tokens.size() && close < at + 6 && attempt.word(close) != ")" &&
                   attempt.word(close) != "=") {
                ++close;
            }
            if (close >= tokens.size() || attempt.word(close) != ")") {
                break;
            }
            at = close + 1;
            end = end == none ? none : at;
            continue;
        }
        auto hit = cues.longest(attempt.text, tokens, at);
        auto length = std::max(hit.tokens, 1U);
        bool title = hit.classes.has(title_[language]);
        bool part = hit.classes.has(title_part_[language]);
        bool marked = false;
        if (!title && language == 0 && tokens[at].kind == Token::Kind::latin &&
            reader_.is_title(attempt.text, attempt.sentence, at)) {
            title = true; // CIC장은
            length = 2;
        }
        if (!title && language == 0 && tokens[at].kind == Token::Kind::hangul) {
            const auto whole = attempt.word(at);
            // 대표는, 인공지능정책실장은: the title ends the eojeol or stands before its particle
            Particle particle{};
            const auto size = reader_.particle_size(whole, particle);
            const auto stem = whole.substr(0, whole.size() - size);
            title = cues.of(stem).has(title_[language]) ||
                    (stem.size() > 6 && cues.suffix(stem, title_[language]) > 3) ||
                    (whole.size() > 6 && cues.suffix(whole, title_[language]) > 3);
            marked = cues.of(stem).has(title_[language]) && stem.size() < whole.size();
            length = 1;
        }
        if (!title && !part) {
            // 숭실대 글로벌통상학과 교수, 네이버클라우드 하이퍼스케일 AI 기술총괄: the department stands between
            const auto kind = tokens[at].kind;
            const bool noun = language == 0 && end == none &&
                              (kind == Token::Kind::hangul || kind == Token::Kind::latin) &&
                              at < token + longest_department && reader_.may_be_noun(attempt.word(at)) &&
                              !begins_employer(attempt, at);
            if (!noun) {
                break;
            }
        }
        at += length;
        if (title) {
            end = at;
        }
        if (marked) {
            break; // 부사장을 최고기술책임자로: another title begins
        }
        if (at < tokens.size() && (attempt.word(at) == "·" || attempt.word(at) == "&") && end != none) {
            ++at;
        }
    }
    return end;
}

std::uint32_t Patterns::end_of_cue(Attempt& attempt, CueId cue, std::uint32_t token, std::string* title) const {
    const auto language = index_of(attempt.sentence.language);
    const auto& tokens = attempt.sentence.tokens;
    if (cue == title_[language]) {
        const auto end = known_end_of_title(attempt, token);
        if (end != none && title != nullptr) {
            auto last = tokens[end - 1].span.end;
            if (language == 0 && tokens[end - 1].kind == Token::Kind::hangul &&
                cues_[0]->of(attempt.word(end - 1)).empty()) {
                Particle particle{};
                last -= static_cast<std::uint32_t>(reader_.particle_size(attempt.word(end - 1), particle));
            }
            *title = std::string(attempt.text.substr(tokens[token].span.begin, last - tokens[token].span.begin));
        }
        return end;
    }
    const auto hit = language == 0 ? reader_.longest_cue(attempt.text, tokens, token)
                                   : cues_[language]->longest(attempt.text, tokens, token);
    if (hit.tokens != 0 && hit.classes.has(cue)) {
        if (title != nullptr && hit.classes.has(title_[language])) {
            *title = std::string(attempt.word(token));
        }
        return token + hit.tokens;
    }
    if (language == 0 && tokens[token].kind == Token::Kind::hangul) {
        const auto whole = attempt.word(token);
        Particle particle{};
        const auto size = reader_.particle_size(whole, particle);
        if (size != 0 && cues_[language]->of(whole.substr(0, whole.size() - size)).has(cue)) {
            return token + 1;
        }
    }
    return none;
}

} // namespace jokbo

#include "extract/korean/korean_names.hpp"

#include "extract/characters.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

/// 4.0, 2.5-VL, 32B Think, 프로: what makes a version of the name before it. The end, or `token` itself where nothing does.
std::uint32_t KoreanDiscovery::end_of_version(std::uint32_t token) const {
    const auto edition = reader_.classes_.edition;
    const auto counter = reader_.classes_.counter;
    auto end = token;
    for (auto at = token; at < sentence_.tokens.size() && at < token + 10;) {
        if (taken_[at] != none) {
            break;
        }
        const auto& t = sentence_.tokens[at];
        if (word(at) == "-" && t.gap == Token::Gap::glued && at + 1 < sentence_.tokens.size() &&
            sentence_.tokens[at + 1].gap == Token::Gap::glued) {
            const auto& next = sentence_.tokens[at + 1];
            if (next.kind != Token::Kind::latin && next.kind != Token::Kind::number) {
                break;
            }
            ++at;
            end = at + 1;
            ++at;
            while (
                at < sentence_.tokens.size() && sentence_.tokens[at].gap == Token::Gap::glued &&
                (sentence_.tokens[at].kind == Token::Kind::latin || sentence_.tokens[at].kind == Token::Kind::number)) {
                end = ++at;
            }
            continue;
        }
        if (t.kind == Token::Kind::number) {
            if (is_year(word(at))) {
                break;
            }
            if (t.span.size() > 3 && word(at).find('.') == std::string_view::npos) {
                break;
            }
            if (word(at).find(',') != std::string_view::npos) {
                break;
            }
            auto next = at + 1;
            if (next < sentence_.tokens.size() && sentence_.tokens[next].gap == Token::Gap::glued) {
                if (sentence_.tokens[next].kind == Token::Kind::latin) {
                    end = next + 1;
                    at = end;
                    continue;
                }
                if (sentence_.tokens[next].kind == Token::Kind::hangul) {
                    const auto tail = word(next);
                    const bool counts =
                        reader_.cues_.of(tail).has(counter) || reader_.cues_.of(tail.substr(0, syllable)).has(counter);
                    if (counts && (tail == "만" || !reader_.words_.particle(tail))) {
                        break;
                    }
                } else if (word(next) == "%") {
                    break;
                }
            } else if (next < sentence_.tokens.size() && reader_.cues_.of(word(next)).has(counter)) {
                break;
            }
            end = at + 1;
            ++at;
            continue;
        }
        if (reader_.cues_.of(word(at)).has(edition)) {
            end = at + 1;
            ++at;
            continue;
        }
        // 프로도: an edition with a particle ends the name
        if (t.kind == Token::Kind::hangul) {
            Particle particle{};
            const auto size = reader_.words_.particle_size(word(at), particle);
            if (size != 0 && reader_.cues_.of(word(at).substr(0, word(at).size() - size)).has(edition)) {
                return at + 1;
            }
        }
        break;
    }
    return end;
}

/// K1, R1, V3: a letter and a number.
bool KoreanDiscovery::is_short_version(std::uint32_t token) const {
    if (token >= sentence_.tokens.size() || taken_[token] != none ||
        sentence_.tokens[token].kind != Token::Kind::latin) {
        return false;
    }
    const auto version = word(token);
    return version.size() >= 2 && version.size() <= 3 && version[0] >= 'A' && version[0] <= 'Z' &&
           std::all_of(version.begin() + 1, version.end(), is_digit);
}

/// 미스트랄 0.3, 지푸 9B: the maker's name with a version is the model's.
bool KoreanDiscovery::is_model_of(const EntityMention& maker) const {
    const auto& tokens = sentence_.tokens;
    const auto at = maker.tokens.end;
    if (maker.types != TypeSet::of(reader_.organization_) || at >= tokens.size() ||
        tokens[at].kind != Token::Kind::number || !is_free(at) || tokens[at].gap != Token::Gap::space ||
        is_year(word(at))) {
        return false;
    }
    const bool last = at + 1 >= tokens.size() || tokens[at + 1].gap == Token::Gap::space;
    if (!last && word(at + 1) == "B") { // 한빛 500B 규모의 모델 is no model of that name
        const auto behind = behind_parenthesis(at + 2);
        return behind >= tokens.size() || !stem_cues_at(behind).has(reader_.classes_.measure);
    }
    const bool decimal = word(at).find('.') != std::string_view::npos && word(at).find(',') == std::string_view::npos;
    const bool counted = last && at + 1 < tokens.size() && stem_cues_at(at + 1).has(reader_.classes_.counter);
    const bool marked = !last && tokens[at + 1].kind == Token::Kind::hangul && reader_.words_.particle(word(at + 1));
    return decimal && !counted && (last || marked || is_one_of(word(at + 1), {",", ".", "’", "'", ")", "·"}));
}

void KoreanDiscovery::lengthen_by_versions() {
    const auto edition = reader_.classes_.edition;
    for (std::size_t m = 0; m < sentence_.mentions.size(); ++m) {
        auto& mention = sentence_.mentions[m];
        if (is_model_of(mention)) {
            mention.types = TypeSet::of(reader_.model_);
        }
        const bool versioned = mention.types.has(reader_.model_) || mention.types.has(reader_.product_);
        if (!versioned || mention.span.end < sentence_.tokens[mention.tokens.end - 1].span.end) {
            continue;
        }
        auto from = mention.tokens.end;
        std::string inner;
        if (from + 2 < sentence_.tokens.size() && word(from) == "(") {
            auto close = from + 1;
            while (close < sentence_.tokens.size() && close < from + 6 && word(close) != ")") {
                ++close;
            }
            if (close < sentence_.tokens.size() && word(close) == ")" && close > from + 1 &&
                (end_of_version(close + 1) > close + 1 || is_short_version(close + 1))) {
                inner = std::string(
                    text_.substr(sentence_.tokens[from + 1].span.begin,
                                 sentence_.tokens[close - 1].span.end - sentence_.tokens[from + 1].span.begin));
                from = close + 1;
            }
        }
        auto end = end_of_version(from);
        if (end <= from && !inner.empty()) { // 에이닷 엑스(A.X) K1
            ++end;
        }
        if (end <= from) {
            continue;
        }
        auto span_end = sentence_.tokens[end - 1].span.end;
        Particle particle{};
        const auto last = word(end - 1);
        if (sentence_.tokens[end - 1].kind == Token::Kind::hangul && !reader_.cues_.of(last).has(edition)) {
            span_end -= static_cast<std::uint32_t>(reader_.words_.particle_size(last, particle));
        }
        const auto tail =
            std::string(text_.substr(sentence_.tokens[from].span.begin, span_end - sentence_.tokens[from].span.begin));
        if (!inner.empty()) {
            mention.also = {std::string(mention.span.of(text_)) + " " + tail, inner + " " + tail};
            for (auto token = mention.tokens.end; token < end; ++token) {
                if (taken_[token] != none && taken_[token] != m) {
                    sentence_.mentions[taken_[token]].kind = EntityMention::Kind::anaphor; // swallowed
                    sentence_.mentions[taken_[token]].tokens.end = sentence_.mentions[taken_[token]].tokens.begin;
                }
            }
        }
        mention.tokens.end = end;
        mention.span.end = span_end;
        mention.entities.clear();
        for (auto token = mention.tokens.begin; token < end; ++token) {
            taken_[token] = static_cast<std::uint32_t>(m);
        }
        if (mention.types.has(reader_.model_)) {
            mention.types = TypeSet::of(reader_.model_);
        }
    }
    const auto swallowed = [](const EntityMention& m) { return m.tokens.begin == m.tokens.end; };
    if (std::ranges::any_of(sentence_.mentions, swallowed)) {
        std::erase_if(sentence_.mentions, swallowed);
        take_anew();
    }
}

} // namespace jokbo

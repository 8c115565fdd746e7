#include "extract/korean/korean_names.hpp"

#include <algorithm>
#include <utility>

namespace jokbo {

namespace {

constexpr std::uint32_t longest_quoted_name = 7; // tokens between quotes

constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"‘", "’"}, {"“", "”"}, {"'", "'"}, {"\"", "\""}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"〈", "〉"},
};

/// The mark that ends what `mark` begins; empty where it is no opening quote.
std::string_view closing(std::string_view mark) {
    const auto* const pair = std::ranges::find(quotes, mark, &std::pair<std::string_view, std::string_view>::first);
    return pair == std::end(quotes) ? std::string_view{} : pair->second;
}

} // namespace

void KoreanDiscovery::find_quoted() {
    for (std::uint32_t open = 0; open + 2 < sentence_.tokens.size(); ++open) {
        const auto close_mark = closing(word(open));
        if (close_mark.empty()) {
            continue;
        }
        auto close = open + 1;
        while (close < sentence_.tokens.size() && close <= open + longest_quoted_name && word(close) != close_mark) {
            ++close;
        }
        if (close >= sentence_.tokens.size() || word(close) != close_mark || close == open + 1) {
            continue;
        }
        const auto from = open + 1;
        bool free = true;
        bool all_in_one = mention_at(from) != none && sentence_.mentions[mention_at(from)].tokens.end == close;
        for (auto token = from; token < close; ++token) {
            free = free && is_free(token);
        }
        const auto before = class_before(open);
        const auto behind = class_behind(close + 1);
        if (!free) {
            // a longer name around a known one, unless that is of the same kind: ‘독자 AI 파운데이션 모델 프로젝트 1차 발표회’
            bool same_kind = false;
            for (auto token = from; token < close; ++token) {
                if (const auto m = mention_at(token); m != none) {
                    same_kind = same_kind || (before && sentence_.mentions[m].types.has(*before)) ||
                                (behind && sentence_.mentions[m].types.has(*behind));
                }
            }
            if (all_in_one || same_kind || (!before && !behind)) {
                open = close;
                continue;
            }
        }
        const auto last = word(close - 1);
        Particle particle{};
        const bool clause = KoreanWords::ending(last) == Ending::final &&
                            sentence_.tokens[close - 1].kind == Token::Kind::hangul && last.ends_with("다");
        const bool marked = close - from > 1 && reader_.words_.particle_size(last, particle) != 0 &&
                            particle != Particle::unmarked && !reader_.cues_.of(last).empty();
        const bool emphasis = reader_.words_.looks_like_verb(last) || clause || marked;
        // 이라는/라는 behind the quote: a slogan, unless a class noun follows
        const auto after = close + 1 < sentence_.tokens.size() ? word(close + 1) : std::string_view{};
        const bool slogan = after.starts_with("이라는") || after.starts_with("라는");
        if (emphasis || (slogan && !behind)) {
            open = close;
            continue;
        }
        TypeSet types;
        if (before) {
            types.add(*before);
        }
        if (behind && types.empty()) {
            types.add(*behind);
        }
        const Candidate quoted{{from, close},
                               {sentence_.tokens[from].span.begin, sentence_.tokens[close - 1].span.end}};
        if (types.empty()) {
            // bare quotes: a name where its words are no common ones
            bool strange = false;
            for (auto token = from; token < close; ++token) {
                strange = strange || candidate(token).has_value();
            }
            if (!strange || close - from > 4) {
                open = close;
                continue;
            }
            types.add(reader_.model_);
            types.add(reader_.product_);
        }
        if (!free) {
            std::erase_if(sentence_.mentions,
                          [&](const EntityMention& m) { return m.tokens.begin >= from && m.tokens.end <= close; });
            std::ranges::fill(taken_, none);
            for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
                for (auto token = sentence_.mentions[m].tokens.begin; token < sentence_.mentions[m].tokens.end;
                     ++token) {
                    taken_[token] = m;
                }
            }
        }
        add(quoted, types);
        open = close;
    }
}

} // namespace jokbo

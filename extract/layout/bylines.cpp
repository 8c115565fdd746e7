#include "extract/characters.hpp"
#include "extract/layout/block_reader.hpp"
#include "extract/layout/layout_text.hpp"

#include <algorithm>
#include <cstring>

namespace jokbo {

namespace {

using Kind = Block::Kind;

constexpr std::size_t npos = std::string_view::npos;

} // namespace

/// Text before a by-line that no point ends is the deck of the article.
std::size_t BlockReader::byline(std::size_t begin, std::size_t end) {
    auto last = begin;
    while (last > start_ && is_space(text_[last - 1])) {
        --last;
    }
    const bool deck = last > start_ && last - start_ < 600 && last_sentence_end(text_, start_, last) != last &&
                      block_.block.kind == Kind::paragraph && end < text_.size();
    push(deck ? Kind::heading : block_.block.kind, start_, last);
    push(Kind::byline, begin, end);
    start_ = end;
    return end;
}

std::size_t BlockReader::at_bracket(std::size_t at) {
    constexpr std::size_t longest = 150;
    const bool square = text_[at] == '[';
    const auto close = text_.substr(0, std::min(text_.size(), at + longest)).find(square ? ']' : ')', at + 1);
    if (close == npos || block_.block.kind == Kind::heading) {
        return at + 1;
    }
    const auto content = piece(at + 1, close);
    const auto behind = close + 1;
    if (begins_photo(content) || credits_photo(at, content)) {
        caption_up_to(at, behind);
        return behind;
    }
    const auto reporter = cue_within(at + 1, close, LayoutCue::reporter);
    const auto equals = content.find('=');
    const bool agency = equals != npos && equals > 0 && equals + 1 < content.size() && content.size() < 80 &&
                        holds_hangul(content) && content.find('(') == npos && content.find(' ') == npos;
    const bool named = !publisher_.empty() && content == publisher_;
    if (agency || named || (square && reporter)) {
        // `(서울=연합뉴스) 홍길동 기자 = `
        auto end = behind;
        const auto near = text_.substr(0, std::min(text_.size(), behind + 90));
        const auto sign = near.find('=', behind);
        if (sign != npos && cue_within(behind, sign, LayoutCue::reporter) && piece(behind, sign).find('.') == npos) {
            end = sign + 1;
        } else if (const auto first = near.find_first_not_of(' ', behind); first != npos && near[first] == '=') {
            end = first + 1;
        }
        return byline(at, end);
    }
    // `SEOUL, Dec. 29 (Yonhap) -- `
    const auto dash = trimmed(text_.substr(behind, 5));
    if (!square && (dash.starts_with("--") || dash.starts_with("—") || dash.starts_with("–")) &&
        !holds_hangul(content)) {
        auto begin = at;
        std::size_t capitals = 0;
        for (auto i = at; i-- > start_ && at - i < 60;) {
            if (text_[i] >= 'A' && text_[i] <= 'Z') {
                ++capitals;
            } else {
                if (capitals >= 3) {
                    begin = i + 1;
                    break;
                }
                capitals = 0;
            }
            if (i == start_ && capitals >= 3) {
                begin = start_;
            }
        }
        if (begin < at) {
            return byline(begin, text_.find(' ', behind + 1) == npos ? behind : text_.find(' ', behind + 1));
        }
    }
    return at + 1;
}

std::size_t BlockReader::at_reporter(const Hit& hit) {
    if (block_.block.kind == Kind::heading) {
        return hit.end;
    }
    auto after = hit.end;
    while (after < text_.size() && is_space(text_[after])) {
        ++after;
    }
    const auto sentence = std::max(last_sentence_end(text_, start_, hit.at), start_);
    constexpr std::size_t longest_name = 60;
    if (after < text_.size() && text_[after] == '=' && hit.at - sentence < longest_name + 40) {
        return byline(sentence, after + 1);
    }
    // At the paragraph's end, with nothing behind but addresses and further names.
    const auto rest = text_.substr(hit.end);
    const bool only_addresses =
        rest.size() < 120 && std::ranges::all_of(rest, [](char c) { return is_space(c) || is_mail(c); });
    if (!only_addresses || hit.at - sentence > longest_name) {
        return hit.end;
    }
    auto begin = sentence;
    const auto slash = text_.substr(0, hit.at).rfind('/');
    if (slash != npos && slash >= sentence) {
        begin = slash;
    }
    // What has no name's shape before it is a sentence about reporters.
    const auto name = trimmed(piece(begin, hit.at));
    if (name.size() < 6 && begin == 0) {
        return hit.end;
    }
    return byline(begin, text_.size());
}

} // namespace jokbo

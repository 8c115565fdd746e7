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

/// Whether brackets with this content credit a picture: `사진=…`, `사진`, `자료: …`.
bool BlockReader::begins_photo(std::string_view content) const {
    content = trimmed(content);
    const auto hit = cues_.match(content, 0);
    if (!hit || hit->cue != static_cast<std::uint32_t>(LayoutCue::photo)) {
        return false;
    }
    auto rest = trimmed(content.substr(hit->end));
    // `사진 출처 : …`
    if (const auto second = cues_.match(rest, 0); second && second->cue == hit->cue) {
        rest = trimmed(rest.substr(second->end));
    }
    return rest.empty() || std::strchr("=:|/", rest[0]) != nullptr || rest.starts_with("ⓒ") || rest.starts_with("©") ||
           rest.starts_with("제공");
}

/// `…하고 있다. [연합]`: a short name in brackets right behind a sentence.
bool BlockReader::credits_photo(std::size_t at, std::string_view content) const {
    constexpr std::size_t longest = 30;
    if (text_[at] != '[' || content.empty() || content.size() > longest || content.find(' ') != npos ||
        !holds_hangul(content)) {
        return false;
    }
    auto before = at;
    while (before > start_ && is_space(text_[before - 1])) {
        --before;
    }
    return before > start_ && text_[before - 1] == '.' && content != publisher_;
}

/// The sentence before `marker` (or only the marker) becomes a caption, `end` is behind the marker.
void BlockReader::caption_up_to(std::size_t marker, std::size_t end) {
    auto last = marker;
    while (last > start_ && is_space(text_[last - 1])) {
        --last;
    }
    auto begin = last_sentence_end(text_, start_, last);
    if (begin == last && last > start_) {
        // The sentence that ends right here belongs to the picture if it describes one.
        const auto before = last_sentence_end(text_, start_, last - 1);
        auto body = piece(before, last);
        while (body.ends_with('.')) {
            body.remove_suffix(1);
        }
        const bool scene = body.size() < longest_caption && [&] {
            for (std::size_t size = std::min<std::size_t>(body.size(), 20); size >= 3; --size) {
                const auto hit = cues_.match(body, body.size() - size);
                if (hit && hit->end == body.size() && hit->cue == static_cast<std::uint32_t>(LayoutCue::scene)) {
                    return true;
                }
            }
            return false;
        }();
        begin = scene ? before : last;
    }
    if (last - begin > longest_caption) {
        begin = last;
    }
    push_text(begin);
    push(Kind::caption, begin, end);
    start_ = end;
}

/// `/사진=연합뉴스` outside brackets.
std::size_t BlockReader::at_photo(const Hit& hit) {
    if (block_.block.kind == Kind::heading || hit.end >= text_.size() || text_[hit.end] != '=') {
        return hit.end;
    }
    auto begin = hit.at;
    if (begin > 0 && (text_[begin - 1] == '/' || text_[begin - 1] == '[' || text_[begin - 1] == '(')) {
        --begin;
    }
    const auto end = text_.size() - hit.at < 80 ? text_.size() : std::min(text_.find(' ', hit.end), text_.size());
    caption_up_to(begin, end);
    return end;
}

/// `…에 참석하고 있다. 2025.12.30.`: agencies end the captions of their pictures with the day.
bool BlockReader::dated_caption(std::size_t end) {
    while (end > start_ && (is_space(text_[end - 1]) || text_[end - 1] == '.')) {
        --end;
    }
    constexpr std::size_t date_size = 10;
    if (end < start_ + date_size + 10 || end - start_ > longest_caption ||
        !holds_date(text_.substr(end - date_size, date_size)) || block_.block.kind != Kind::paragraph ||
        text_[end - date_size - 1] != ' ') {
        return false;
    }
    push(Kind::caption, start_, end - date_size);
    push(Kind::byline, end - date_size, end);
    start_ = text_.size();
    return true;
}

} // namespace jokbo

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

void BlockReader::push(Kind kind, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin])) {
        ++begin;
    }
    while (end > begin && is_space(text_[end - 1])) {
        --end;
    }
    if (begin == end) {
        return;
    }
    NotedBlock made = block_;
    made.block.kind = kind;
    made.block.span = {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
    if (kind != block_.block.kind) {
        made.block.depth = kind == Kind::heading ? glued_head_depth : std::uint8_t{0};
    }
    out_.push_back(made);
}

void BlockReader::push_text(std::size_t end) {
    push(block_.block.kind, start_, end);
    start_ = std::max(start_, end);
}

std::optional<PhraseFinder::Hit> BlockReader::cue_within(std::size_t begin, std::size_t end, LayoutCue cue) const {
    const auto part = text_.substr(0, end);
    for (auto hit = cues_.find(part, begin); hit; hit = cues_.find(part, hit->end)) {
        if (hit->cue == static_cast<std::uint32_t>(cue)) {
            return hit;
        }
    }
    return std::nullopt;
}

bool BlockReader::whole_is_no_text() {
    const auto size = text_.size();
    const auto& note = block_.note;
    if (note.links >= 2 && note.link_bytes * 10U >= size * 7U) {
        push(Kind::navigation, 0, size);
        return true;
    }
    if (size > short_line) {
        return false;
    }
    if (size < 160 && text_.find('|') != npos && holds_date(text_)) {
        push(Kind::byline, 0, size);
        return true;
    }
    // Behind marks and pictographs: ▶ ☞ ■ 📝 …
    std::size_t first = 0;
    while (first < size && !is_ascii_letter(text_[first]) && !is_hangul(text_, first)) {
        first += character_length(text_[first]);
    }
    for (const auto at : {std::size_t{0}, first}) {
        const auto hit = cues_.match(text_, at);
        if (hit && hit->cue == static_cast<std::uint32_t>(LayoutCue::navigation)) {
            push(Kind::navigation, 0, size);
            return true;
        }
        if (hit && hit->cue == static_cast<std::uint32_t>(LayoutCue::byline) && size < 120 && !text_.ends_with('.')) {
            push(Kind::byline, 0, size);
            return true;
        }
    }
    if (size < 300 && begins_photo(text_) && cues_.match(text_, 0)->end < size) {
        push(Kind::caption, 0, size);
        return true;
    }
    if (size < 300 && cue_within(0, size, LayoutCue::legal)) {
        push(Kind::navigation, 0, size);
        return true;
    }
    return false;
}

void BlockReader::read() {
    if (whole_is_no_text()) {
        return;
    }
    for (auto hit = cues_.find(text_, 0); hit;) {
        hit = cues_.find(text_, std::max(at_cue(*hit), hit->at + 1));
    }
    at_end();
}

std::size_t BlockReader::at_cue(const Hit& hit) {
    switch (static_cast<LayoutCue>(hit.cue)) {
    case LayoutCue::bar: return at_bar(hit.at);
    case LayoutCue::bracket: return at_bracket(hit.at);
    case LayoutCue::reporter: return at_reporter(hit);
    case LayoutCue::photo: return at_photo(hit);
    case LayoutCue::opener: return at_opener(hit);
    case LayoutCue::tail:
        if (text_.size() - hit.at <= short_line && block_.block.kind != Kind::heading) {
            push_text(hit.at);
            push(Kind::navigation, hit.at, text_.size());
            start_ = text_.size();
            return text_.size();
        }
        return hit.end;
    case LayoutCue::aside: return at_aside(hit);
    default: return hit.end;
    }
}

/// Words to the reader within a paragraph are not read; a name and the hour that stand before them are a by-line.
std::size_t BlockReader::at_aside(const Hit& hit) {
    constexpr std::size_t longest_byline = 300;
    const auto before = piece(start_, hit.at);
    push(before.size() < longest_byline && holds_clock(before) ? Kind::byline : block_.block.kind, start_, hit.at);
    start_ = hit.end;
    return hit.end;
}

/// `…했다.━소제목━본문`
std::size_t BlockReader::at_bar(std::size_t at) {
    constexpr std::size_t longest_head = 240;
    auto begin = at;
    while (text_.compare(begin, 3, "━") == 0) {
        begin += 3;
    }
    const auto end = text_.substr(0, std::min(text_.size(), begin + longest_head)).find("━", begin);
    push_text(at);
    if (end == npos) {
        start_ = begin;
        return begin;
    }
    push(Kind::heading, begin, end);
    auto behind = end;
    while (text_.compare(behind, 3, "━") == 0) {
        behind += 3;
    }
    start_ = behind;
    return behind;
}

/// `◇ 시장 전망이번 조사에서는 …`: a head that its text is glued to.
std::size_t BlockReader::at_opener(const Hit& hit) {
    constexpr std::size_t longest_head = 150;
    constexpr std::size_t shortest_head = 15;
    if (block_.block.kind != Kind::paragraph || hit.at < start_ + shortest_head || !is_hangul(text_, hit.at - 3)) {
        return hit.end;
    }
    auto begin = last_sentence_end(text_, std::max(start_, hit.at > longest_head ? hit.at - longest_head : 0), hit.at);
    if ((begin != start_ && hit.at - begin > longest_head - 3) || hit.at - begin < shortest_head ||
        is_space(text_[begin])) {
        return hit.end;
    }
    push_text(begin);
    push(Kind::heading, begin, hit.at);
    start_ = hit.at;
    return hit.end;
}

void BlockReader::at_end() {
    const auto size = text_.size();
    if (start_ >= size) {
        return;
    }
    // `…살펴보고 있다. /SK텔레콤`
    constexpr std::size_t longest_credit = 60;
    const auto last = text_.substr(size - std::min(size, longest_credit - 1)).rfind('/');
    const auto slash = last == npos ? npos : size - std::min(size, longest_credit - 1) + last;
    if (block_.block.kind == Kind::paragraph && slash != npos && slash > start_ && slash + 1 < size) {
        auto before = slash;
        while (before > start_ && is_space(text_[before - 1])) {
            --before;
        }
        const auto credit = trimmed(text_.substr(slash + 1));
        const bool ends = before > start_ &&
                          (text_[before - 1] == '.' || (before < slash && text_.substr(0, before).ends_with("다")));
        const bool plain =
            credit.find('.') == npos && credit.find('/') == npos && !is_digit(credit.empty() ? '0' : credit[0]);
        if (ends && plain && holds_hangul(text_)) {
            push(size - start_ <= longest_caption ? Kind::caption : block_.block.kind, start_, slash);
            push(Kind::byline, slash, size);
            start_ = size;
            return;
        }
    }
    // `…라고 말했다. someone@paper.kr`
    auto address = text_.find_last_of(' ');
    address = address == npos || address < start_ ? start_ : address + 1;
    if (text_.find('@', address) != npos && std::ranges::all_of(text_.substr(address), is_mail)) {
        if (!dated_caption(address)) {
            push_text(address);
        }
        push(Kind::byline, address, size);
        start_ = size;
        return;
    }
    if (!dated_caption(size)) {
        push_text(size);
    }
}

std::vector<NotedBlock> BlockClassifier::classify(const Reading& reading, const std::vector<BlockNote>& notes,
                                                  const Document& document) const {
    std::vector<NotedBlock> out;
    out.reserve(reading.blocks.size() + 8);
    for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
        const NotedBlock block{reading.blocks[i], notes[i]};
        switch (block.block.kind) {
        case Kind::heading:
        case Kind::paragraph:
        case Kind::caption:
        case Kind::list_item: BlockReader(cues_, reading.text, block, document.publisher, out).read(); break;
        default: out.push_back(block);
        }
    }
    mark_decks(reading.text, out);
    part_title(reading.text, document.title, out);
    part_glued_deck(reading.text, document.title, out);
    return out;
}

} // namespace jokbo

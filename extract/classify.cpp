#include "extract/characters.hpp"
#include "extract/layout_repair.hpp"
#include "extract/layout_text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace jokbo {

namespace {

using Kind = Block::Kind;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t short_line = 400;
constexpr std::size_t longest_caption = 500;

/// Reads the cues of one block and cuts it where they say so.
class BlockReader {
public:
    BlockReader(const PhraseFinder& cues, std::string_view text, const NotedBlock& block, std::string_view publisher,
                std::vector<NotedBlock>& out)
        : cues_(cues), block_(block), offset_(block.block.span.begin), text_(block.block.span.of(text)), publisher_(publisher), out_(out) {}

    void read();

private:
    using Hit = PhraseFinder::Hit;

    bool whole_is_no_text();
    std::size_t at_cue(const Hit& hit);
    std::size_t at_bar(std::size_t at);
    std::size_t at_bracket(std::size_t at);
    std::size_t at_reporter(const Hit& hit);
    std::size_t at_photo(const Hit& hit);
    std::size_t at_opener(const Hit& hit);
    void at_end();
    bool dated_caption(std::size_t end);
    void caption_up_to(std::size_t marker, std::size_t end);
    std::size_t byline(std::size_t begin, std::size_t end);
    void push(Kind kind, std::size_t begin, std::size_t end);
    void push_text(std::size_t end);
    std::string_view piece(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
    std::optional<Hit> cue_within(std::size_t begin, std::size_t end, LayoutCue cue) const;
    bool begins_photo(std::string_view content) const;
    bool credits_photo(std::size_t at, std::string_view content) const;

    const PhraseFinder& cues_;
    const NotedBlock& block_;
    std::uint32_t offset_;
    std::string_view text_;
    std::string_view publisher_;
    std::vector<NotedBlock>& out_;
    std::size_t start_ = 0; ///< of what has not been pushed yet
};

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
    if (text_[at] != '[' || content.empty() || content.size() > longest || content.find(' ') != npos || !holds_hangul(content)) {
        return false;
    }
    auto before = at;
    while (before > start_ && is_space(text_[before - 1])) {
        --before;
    }
    return before > start_ && text_[before - 1] == '.' && content != publisher_;
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
    default: return hit.end;
    }
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
    const bool agency = equals != npos && equals > 0 && equals + 1 < content.size() && content.size() < 80 && holds_hangul(content) &&
                        content.find('(') == npos && content.find(' ') == npos;
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
    if (!square && (dash.starts_with("--") || dash.starts_with("—") || dash.starts_with("–")) && !holds_hangul(content)) {
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
    const bool only_addresses = rest.size() < 120 && std::ranges::all_of(rest, [](char c) { return is_space(c) || is_mail(c); });
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

/// `◇ 시장 전망이번 조사에서는 …`: a head that its text is glued to.
std::size_t BlockReader::at_opener(const Hit& hit) {
    constexpr std::size_t longest_head = 150;
    constexpr std::size_t shortest_head = 15;
    if (block_.block.kind != Kind::paragraph || hit.at < start_ + shortest_head || !is_hangul(text_, hit.at - 3)) {
        return hit.end;
    }
    auto begin = last_sentence_end(text_, std::max(start_, hit.at > longest_head ? hit.at - longest_head : 0), hit.at);
    if ((begin != start_ && hit.at - begin > longest_head - 3) || hit.at - begin < shortest_head || is_space(text_[begin])) {
        return hit.end;
    }
    push_text(begin);
    push(Kind::heading, begin, hit.at);
    start_ = hit.at;
    return hit.end;
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
    if (end < start_ + date_size + 10 || end - start_ > longest_caption || !holds_date(text_.substr(end - date_size, date_size)) ||
        block_.block.kind != Kind::paragraph || text_[end - date_size - 1] != ' ') {
        return false;
    }
    push(Kind::caption, start_, end - date_size);
    push(Kind::byline, end - date_size, end);
    start_ = text_.size();
    return true;
}

void BlockReader::at_end() {
    const auto size = text_.size();
    if (start_ >= size) {
        return;
    }
    // `…살펴보고 있다. /SK텔레콤`
    const auto slash = text_.rfind('/');
    if (block_.block.kind == Kind::paragraph && slash != npos && slash > start_ && size - slash < 60 && slash + 1 < size) {
        auto before = slash;
        while (before > start_ && is_space(text_[before - 1])) {
            --before;
        }
        const auto credit = trimmed(text_.substr(slash + 1));
        const bool ends = before > start_ && (text_[before - 1] == '.' || (before < slash && text_.substr(0, before).ends_with("다")));
        const bool plain = credit.find('.') == npos && credit.find('/') == npos && !is_digit(credit.empty() ? '0' : credit[0]);
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

} // namespace

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
    part_glued_deck(reading.text, document.title, out);
    return out;
}

} // namespace jokbo

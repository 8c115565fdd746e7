#include "extract/layout/sentences.hpp"

#include "extract/layout/layout_cues.hpp"
#include "extract/layout/sentence_signs.hpp"
#include "schema/table.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

using namespace signs;

/// Past this many bytes an open quote or bracket is taken for a mistake of the text.
constexpr std::size_t longest_quote = 600;

/// What goes on for longer is no sentence (a menu, a list without an end) and is read in pieces, so that no reader ever meets more
/// than this at a time.
constexpr std::size_t longest_sentence = 4000;

void push_pieces(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t block,
                 std::vector<Sentence>& out) {
    while (end - begin > longest_sentence) {
        auto at = begin + longest_sentence;
        while (at > begin && byte_at(text, at) > ' ') {
            --at;
        }
        if (at == begin) {
            at = begin + longest_sentence;
            while ((byte_at(text, at) & 0xC0U) == 0x80U) {
                --at;
            }
        }
        out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, block});
        begin = at;
        while (begin < end && byte_at(text, begin) <= ' ') {
            ++begin;
        }
    }
    if (end > begin) {
        out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, block});
    }
}

/// Reads one block and pushes its sentences.
class BlockSplitter {
public:
    BlockSplitter(const SentenceWords& words, std::string_view text, Span block, std::uint32_t index,
                  std::vector<Sentence>& out)
        : words_(words), text_(text.substr(0, block.end)), begin_(block.begin), index_(index), out_(out) {}

    void split();

private:
    std::size_t after_end(std::size_t at);
    std::size_t after_high(std::size_t at);
    bool ends_sentence(std::size_t mark, std::size_t behind) const;
    bool point_ends(std::size_t mark, std::size_t behind) const;
    bool begins_glued(std::size_t at) const;
    bool abbreviates(std::size_t mark, std::size_t next) const;
    bool quotes_on(std::size_t behind) const;
    std::size_t behind_closers(std::size_t at) const;
    std::size_t skip_spaces(std::size_t at) const;
    void cut(std::size_t at);
    bool inside() const { return quote_ || brackets_ > 0; }
    void open_bracket(std::size_t at);
    void close_bracket();
    void open_quote(std::size_t at);
    void at_straight_quote(std::size_t at);

    const SentenceWords& words_;
    std::string_view text_;
    std::size_t begin_;
    std::uint32_t index_;
    std::vector<Sentence>& out_;
    std::size_t brackets_ = 0;
    std::size_t bracket_at_ = 0;
    bool quote_ = false;
    std::size_t quote_at_ = 0;
    bool single_ = false; ///< a straight single quote is open; too often an apostrophe to hold a sentence together
};

void BlockSplitter::cut(std::size_t at) {
    auto begin = skip_spaces(begin_);
    auto end = at;
    while (end > begin && byte_at(text_, end - 1) <= ' ') {
        --end;
    }
    if (end > begin) {
        push_pieces(text_, begin, end, index_, out_);
    }
    begin_ = at;
    brackets_ = 0;
    quote_ = false;
    single_ = false;
}

std::size_t BlockSplitter::skip_spaces(std::size_t at) const {
    while (at < text_.size() && byte_at(text_, at) <= ' ') {
        ++at;
    }
    return at;
}

void BlockSplitter::open_bracket(std::size_t at) {
    if (brackets_++ == 0) {
        bracket_at_ = at;
    }
}

void BlockSplitter::close_bracket() { brackets_ -= brackets_ > 0 ? 1 : 0; }

void BlockSplitter::open_quote(std::size_t at) {
    quote_ = true;
    quote_at_ = at;
}

/// Behind the quotes and brackets that close right after an end mark.
std::size_t BlockSplitter::behind_closers(std::size_t at) const {
    for (;;) {
        const auto c = byte_at(text_, at);
        if (c == ')' || c == ']' || (c == '"' && quote_)) {
            ++at;
        } else if (c == '\'' && (single_ || byte_at(text_, at + 1) <= ' ')) {
            ++at;
        } else if (c == 0xE2U && byte_at(text_, at + 1) == 0x80U &&
                   (byte_at(text_, at + 2) == 0x9DU || byte_at(text_, at + 2) == 0x99U)) {
            at += 3;
        } else if (c == 0xE3U && sign_at(text_, at) == Sign::close_bracket) {
            at += 3;
        } else {
            return at;
        }
    }
}

/// Whether the sentence goes on behind a closing quote: `”라고 말했다`, `.”며`.
bool BlockSplitter::quotes_on(std::size_t behind) const {
    if (hangul_at(text_, behind) == 0) {
        return false;
    }
    auto end = behind;
    while (hangul_at(text_, end) != 0 && end < behind + 15) {
        end += 3;
    }
    // The whole eojeol or its longest beginning that quotes; `고` begins too much else to count unless all of it.
    const auto word = text_.substr(behind, end - behind);
    if (words_.quotatives.contains(word)) {
        return true;
    }
    for (auto length = word.size(); length >= 6; length -= 3) {
        if (words_.quotatives.contains(word.substr(0, length))) {
            return true;
        }
    }
    return false;
}

bool BlockSplitter::abbreviates(std::size_t mark, std::size_t next) const {
    auto begin = mark;
    while (begin > begin_ && mark - begin < 8 &&
           (is_letter(byte_at(text_, begin - 1)) || byte_at(text_, begin - 1) == '.')) {
        --begin;
    }
    if (begin == mark || (begin > 0 && (is_digit(byte_at(text_, begin - 1)) || byte_at(text_, begin - 1) >= 0x80U))) {
        return false;
    }
    std::array<char, 8> folded{};
    std::size_t length = 0;
    for (auto i = begin; i < mark; ++i) {
        folded[length++] = lower(text_[i]);
    }
    const std::string_view word(folded.data(), length);
    if (words_.titles.contains(word)) {
        return true;
    }
    // `J. Smith`, `J.D. Power`
    bool initial = length % 2 == 1;
    for (std::size_t i = 0; i < length; ++i) {
        initial = initial && (i % 2 == 0 ? is_upper(byte_at(text_, begin + i)) : word[i] == '.');
    }
    if (!initial && !words_.abbreviations.contains(word)) {
        return false;
    }
    // `… in the U.S. The company …`
    std::array<char, 12> opener{};
    std::size_t size = 0;
    for (auto i = next; i < text_.size() && is_letter(byte_at(text_, i)) && size < opener.size(); ++i) {
        opener[size++] = lower(text_[i]);
    }
    const bool opens = is_upper(byte_at(text_, next)) && words_.openers.contains(std::string_view(opener.data(), size));
    return initial ? !opens || size == 1 : !opens;
}

bool BlockSplitter::point_ends(std::size_t mark, std::size_t behind) const {
    const unsigned char before = mark > begin_ ? byte_at(text_, mark - 1) : 0;
    const auto after = byte_at(text_, behind);
    if (behind >= text_.size()) {
        return true;
    }
    if (after <= ' ') {
        const auto next = skip_spaces(behind);
        const auto first = byte_at(text_, next);
        if (is_lower(first) && hangul_before(text_, mark) == 0) {
            return false;
        }
        // `1. Item`, `2. 항목` at the beginning of a sentence.
        if (is_digit(before)) {
            auto digits = mark;
            while (digits > begin_ && is_digit(byte_at(text_, digits - 1))) {
                --digits;
            }
            if (skip_spaces(begin_) == digits) {
                return false;
            }
            // `2026. 1. 5.`: a date in parts.
            if (is_digit(first) && mark - digits <= 4 && before != 0) {
                return mark - digits == 3;
            }
            // The last part of one.
            if (digits > begin_ + 3 && byte_at(text_, digits - 1) == ' ' && byte_at(text_, digits - 2) == '.' &&
                is_digit(byte_at(text_, digits - 3))) {
                return false;
            }
        }
        return !(is_letter(before) && abbreviates(mark, next));
    }
    // No space behind: glued sentences. Hangul before the point is the sign, `3.1`, `A.X`, `e.g.`, `x.com` are not.
    if (hangul_before(text_, mark) != 0) {
        return !is_digit(after) || hangul_before(text_, mark) == 0xB2E4U;
    }
    if (before == ')' || before == '"' || before == '%' || before == 0x9DU || before == 0x99U) {
        return hangul_at(text_, behind) != 0 || after >= 0x80U || is_upper(after);
    }
    if (hangul_at(text_, behind) != 0) {
        return is_digit(before) || is_letter(before);
    }
    if (mark < begin_ + 2) {
        return false;
    }
    const auto second = byte_at(text_, mark - 2);
    // `… the age of AI.You need`; no scale.AI, no U.S.Army
    const bool capitals = is_upper(before) && is_upper(second) && is_upper(after) &&
                          is_lower(byte_at(text_, behind + 1)) && is_lower(byte_at(text_, behind + 2));
    return capitals || (is_lower(before) && is_lower(second) && begins_glued(behind));
}

/// `…to the public.Nvidia said`, `….A free year`, `….NASA's`, `…."Last year,`: a sentence that no space parts from the one before.
/// `scale.AI` is none.
bool BlockSplitter::begins_glued(std::size_t at) const {
    if (byte_at(text_, at) == '"' || sign_at(text_, at) == Sign::open_quote) {
        at += byte_at(text_, at) == '"' ? 1 : 3;
        return is_upper(byte_at(text_, at));
    }
    const auto first = byte_at(text_, at);
    const auto second = byte_at(text_, at + 1);
    const bool word = is_lower(second) || (second == ' ' && (first == 'A' || first == 'I'));
    const bool capitals = is_upper(second) && is_upper(byte_at(text_, at + 2)) && is_upper(byte_at(text_, at + 3));
    return is_upper(first) && (word || capitals);
}

bool BlockSplitter::ends_sentence(std::size_t mark, std::size_t behind) const {
    const auto c = byte_at(text_, mark);
    if (c == '.') {
        return point_ends(mark, behind);
    }
    if (c == '!' || c == '?') {
        const auto after = byte_at(text_, behind);
        return behind >= text_.size() || after <= ' ' ? !is_lower(byte_at(text_, skip_spaces(behind)))
                                                      : after >= 0x80U || is_upper(after);
    }
    return true;
}

std::size_t BlockSplitter::after_end(std::size_t at) {
    auto last = at;
    while (bytes[byte_at(text_, last + 1)] == Byte::end) {
        ++last;
    }
    const auto marks = last + 1 - at;
    const auto behind = behind_closers(last + 1);
    const bool closes = behind > last + 1;
    if (marks > 1 && text_[at] == '.' && text_[last] == '.') {
        // An ellipsis breaks no sentence unless an English one begins behind it.
        const auto next = skip_spaces(behind);
        if (!(behind < text_.size() && next > behind && is_upper(byte_at(text_, next)) &&
              is_letter(byte_at(text_, at - (at > 0))))) {
            return last + 1;
        }
    }
    // What stands open stays open, unless it closes right here.
    if (inside() && !closes) {
        return last + 1;
    }
    if (closes) {
        for (auto i = last + 1; i < behind;) {
            const auto c = byte_at(text_, i);
            if (c == ')' || c == ']' || c == 0xE3U) {
                close_bracket();
            } else if (c == '"' || (c == 0xE2U && byte_at(text_, i + 2) == 0x9DU)) {
                quote_ = false;
            }
            i += c >= 0x80U ? 3 : 1;
        }
        if (inside() || quotes_on(behind)) {
            return behind;
        }
        // `(… 했다.)고`: only a capital, Hangul or the end begins anew.
    }
    if (!ends_sentence(last, behind)) {
        return behind;
    }
    cut(behind);
    return behind;
}

/// A straight quote tells by its neighbours whether it opens or closes, where one of the pair is missing.
void BlockSplitter::at_straight_quote(std::size_t at) {
    const bool space_before = at == begin_ || byte_at(text_, at - 1) <= ' ';
    const bool space_behind = byte_at(text_, at + 1) <= ' ';
    if (quote_) {
        const bool opens_again = space_before && !space_behind && !quotes_on(at + 1);
        quote_at_ = opens_again ? at : quote_at_;
        quote_ = opens_again;
    } else if (space_before || (!space_behind && !quotes_on(at + 1))) {
        open_quote(at);
    }
}

std::size_t BlockSplitter::after_high(std::size_t at) {
    switch (sign_at(text_, at)) {
    // Some pages take the marks for each other: what quotes on behind one closes, what follows a space opens.
    case Sign::open_quote:
        if (quote_ && quotes_on(at + 3)) {
            quote_ = false;
        } else {
            open_quote(at);
        }
        break;
    case Sign::close_quote:
        if (!quote_ && at > begin_ && byte_at(text_, at - 1) == ' ' && byte_at(text_, at + 3) > ' ' &&
            !quotes_on(at + 3)) {
            open_quote(at);
        } else {
            quote_ = false;
        }
        break;
    case Sign::open_bracket: open_bracket(at); break;
    case Sign::close_bracket: close_bracket(); break;
    case Sign::full_stop:
        if (!inside()) {
            cut(at + 3);
        }
        break;
    case Sign::head:
        if (!inside() && skip_spaces(begin_) < at) {
            cut(at);
        }
        break;
    case Sign::ellipsis:
    case Sign::none: break;
    }
    return at + 3;
}

void BlockSplitter::split() {
    auto at = begin_;
    while (at < text_.size()) {
        const auto kind = bytes[static_cast<unsigned char>(text_[at])];
        if (kind == Byte::ordinary) {
            at += is_lead_of_hangul(text_[at]) ? 3 : 1; // blocks are sound UTF-8
            continue;
        }
        if (quote_ && at - quote_at_ > longest_quote) {
            quote_ = false;
        }
        if (brackets_ > 0 && at - bracket_at_ > longest_quote) {
            brackets_ = 0;
        }
        switch (kind) {
        case Byte::end: at = after_end(at); break;
        case Byte::open: open_bracket(at++); break;
        case Byte::close:
            close_bracket();
            ++at;
            break;
        case Byte::apostrophe:
            if (!(is_letter(byte_at(text_, at + 1)) && at > begin_ && is_letter(byte_at(text_, at - 1)))) {
                single_ = !single_ && byte_at(text_, at + 1) > ' ';
            }
            ++at;
            break;
        case Byte::straight_quote:
            at_straight_quote(at);
            ++at;
            break;
        default: at = after_high(at); break;
        }
    }
    cut(text_.size());
}

bool is_read(Block::Kind kind) {
    return kind == Block::Kind::heading || kind == Block::Kind::paragraph || kind == Block::Kind::caption ||
           kind == Block::Kind::list_item;
}

} // namespace

SentenceSplitter::SentenceSplitter(const Pack& pack) {
    std::set<std::string, std::less<>>* const kinds[] = {&words_.titles, &words_.abbreviations, &words_.openers,
                                                         &words_.quotatives};
    for (const Row& row : read_table(pack.file("extract/cues/sentences.tsv"), {"cue", "text"})) {
        kinds[cue_number(row, {"title", "abbreviation", "opener", "quotative"})]->emplace(row[1]);
    }
}

std::vector<Sentence> SentenceSplitter::split(const Reading& reading) const {
    std::vector<Sentence> sentences;
    sentences.reserve(reading.blocks.size() + reading.text.size() / 150);
    for (std::uint32_t i = 0; i < reading.blocks.size(); ++i) {
        const Block& block = reading.blocks[i];
        if (block.kind == Block::Kind::heading) {
            push_pieces(reading.text, block.span.begin, block.span.end, i, sentences);
        } else if (is_read(block.kind)) {
            BlockSplitter(words_, reading.text, block.span, i, sentences).split();
        }
    }
    return sentences;
}

} // namespace jokbo

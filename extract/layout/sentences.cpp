#include "extract/layout/sentences.hpp"

#include "extract/layout/layout_cues.hpp"
#include "extract/layout/sentence_ends.hpp"
#include "extract/layout/sentence_signs.hpp"
#include "schema/table.hpp"

#include <algorithm>

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
        : text_(text.substr(0, block.end)), ends_(words, text_), begin_(block.begin), index_(index), out_(out) {}

    void split();

private:
    std::size_t after_end(std::size_t at);
    std::size_t after_high(std::size_t at);
    bool quotes_on(std::size_t behind) const { return ends_.quotes_on(behind); }
    std::size_t behind_closers(std::size_t at) const;
    void cut(std::size_t at);
    bool inside() const { return quote_ || brackets_ > 0; }
    void open_bracket(std::size_t at);
    void close_bracket();
    void open_quote(std::size_t at);
    void at_straight_quote(std::size_t at);

    std::string_view text_;
    SentenceEnds ends_;
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
    auto begin = skip_spaces(text_, begin_);
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
        const auto next = skip_spaces(text_, behind);
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
    if (!ends_.is_end(begin_, last, behind)) {
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
        if (!inside() && skip_spaces(text_, begin_) < at) {
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

#include "extract/characters.hpp"
#include "extract/layout/layout_repair.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace jokbo {

namespace {

using Kind = Block::Kind;

bool is_letter_before(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const char last = text.back();
    return is_ascii_letter(last) || is_digit(last) || (text.size() >= 3 && is_hangul(text, text.size() - 3));
}

bool ends_in_hangul(std::string_view text) { return text.size() >= 3 && is_hangul(text, text.size() - 3); }

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
           text.ends_with(".”") || text.ends_with(".\"") || text.ends_with(".’") || text.ends_with(".)");
}

bool holds_sentence_end(std::string_view text) {
    return text.find("다. ") != std::string_view::npos || text.find("다.") != std::string_view::npos;
}

/// How often each eojeol, and each beginning of one, stands in the text.
class Vocabulary {
public:
    explicit Vocabulary(std::string_view text) {
        constexpr std::size_t enough = std::size_t{2} << 20U;
        text = text.substr(0, enough);
        for (std::size_t at = 0; at < text.size();) {
            if (!is_hangul(text, at)) {
                at += character_length(text[at]);
                continue;
            }
            auto end = at;
            while (end < text.size() && is_hangul(text, end) && end - at < 30) {
                end += 3;
                ++beginnings_[std::hash<std::string_view>{}(text.substr(at, end - at))];
            }
            ++words_[std::hash<std::string_view>{}(text.substr(at, end - at))];
            while (end < text.size() && is_hangul(text, end)) {
                end += 3;
            }
            at = end;
        }
    }

    int words(std::string_view word) const { return count(words_, word); }
    int beginnings(std::string_view start) const { return count(beginnings_, start); }

private:
    using Counts = std::unordered_map<std::size_t, int>;
    static int count(const Counts& counts, std::string_view word) {
        const auto found = counts.find(std::hash<std::string_view>{}(word));
        return found == counts.end() ? 0 : found->second;
    }
    Counts words_;
    Counts beginnings_;
};

/// The Hangul at the end of `text`, and at its beginning.
std::string_view last_word(std::string_view text) {
    auto begin = text.size();
    while (begin >= 3 && is_hangul(text, begin - 3)) {
        begin -= 3;
    }
    return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end + 2 < text.size() && is_hangul(text, end)) {
        end += 3;
    }
    return text.substr(0, end);
}

class Joiner {
public:
    Joiner(Reading reading, std::vector<NotedBlock> blocks)
        : reading_(std::move(reading)), blocks_(std::move(blocks)) {}

    Reading join();

private:
    /// How the halves of a paragraph hang together.
    enum class Joint : std::uint8_t { none, glued, spaced };

    std::string_view text_of(std::size_t i) const { return blocks_[i].block.span.of(reading_.text); }
    bool may_go_on(std::size_t i) const;
    std::size_t continuation(std::size_t i) const;
    Joint joint(std::string_view left, std::string_view right);
    Joint hangul_joint(std::string_view left, std::string_view right);
    void copy_block(Reading& out, std::size_t i) const;
    void measure_style();

    Reading reading_;
    std::vector<NotedBlock> blocks_;
    std::optional<Vocabulary> vocabulary_;
    bool sentences_end_with_points_ = false;
};

/// Pages whose paragraphs mostly end without a point (notes, slides) tell nothing by a missing one.
void Joiner::measure_style() {
    std::size_t ended = 0;
    std::size_t open = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].block.kind == Kind::paragraph && blocks_[i].block.span.size() >= 100) {
            ++(ends_sentence(text_of(i)) ? ended : open);
        }
    }
    constexpr std::size_t enough_to_tell = 3;
    sentences_end_with_points_ = open < enough_to_tell || ended >= open;
}

bool Joiner::may_go_on(std::size_t i) const {
    const auto& [block, note] = blocks_[i];
    if (block.kind != Kind::paragraph || block.span.size() < 20) {
        return false;
    }
    const auto text = text_of(i);
    return is_letter_before(text) || text.ends_with(',') || text.ends_with("·") || text.ends_with('-');
}

/// The paragraph that continues paragraph i, behind captions; 0 where there is none.
std::size_t Joiner::continuation(std::size_t i) const {
    constexpr std::size_t most_hops = 4;
    for (auto j = i + 1; j < blocks_.size() && j <= i + 1 + most_hops; ++j) {
        const auto& [block, note] = blocks_[j];
        const bool credit = block.kind == Kind::byline && j > i + 1 && blocks_[j - 1].block.kind == Kind::caption;
        if (block.kind == Kind::caption || credit) {
            continue;
        }
        if (block.kind == Kind::paragraph && block.span.size() <= 4 && std::ranges::all_of(text_of(j), is_digit)) {
            continue; // a page number
        }
        return block.kind == Kind::paragraph && note.before != BlockNote::Before::line_break ? j : 0;
    }
    return 0;
}

Joiner::Joint Joiner::hangul_joint(std::string_view left, std::string_view right) {
    if (!vocabulary_) {
        vocabulary_.emplace(reading_.text);
    }
    const auto tail = last_word(left);
    const auto head = first_word(right);
    std::string joined(tail);
    joined += head;
    // The halves themselves are in the vocabulary once, as they stand here.
    if (vocabulary_->beginnings(joined) > 0) {
        return Joint::glued;
    }
    for (std::size_t size = head.size(); size > 3; size -= 3) {
        if (vocabulary_->words(joined.substr(0, tail.size() + size - 3)) > 0 && size - 3 <= 6) {
            return Joint::glued;
        }
    }
    const bool tail_known = vocabulary_->words(tail) > 1 || (tail.size() > 3 && vocabulary_->beginnings(tail) > 1);
    // A syllable alone is seldom a word.
    if (tail.size() == 3 && vocabulary_->words(tail) <= 1) {
        return Joint::glued;
    }
    // `하는`, `됐다`, `로, …`: what only stands behind something else.
    for (const std::string_view suffix :
         {"하는", "하고", "하며", "하기",   "한다", "했다", "하지", "하게", "해",   "할",   "한",     "되는",
          "되고", "되며", "된다", "됐다",   "된",   "될",   "돼",   "시킨", "시키", "적인", "적으로", "로",
          "으로", "은",   "는",   "을",     "를",   "에",   "에서", "의",   "와",   "과",   "도",     "만",
          "까지", "부터", "이다", "이라고", "라고", "이며", "들은", "들이", "들을", "들의"}) {
        if (head == suffix) {
            return Joint::glued;
        }
    }
    return tail_known || head.size() >= 6 ? Joint::spaced : Joint::glued;
}

Joiner::Joint Joiner::joint(std::string_view left, std::string_view right) {
    const bool long_enough = left.size() >= 90 || holds_sentence_end(left);
    const auto first = right.empty() ? ' ' : right[0];
    if (!ends_sentence(right) && !holds_sentence_end(right)) {
        return Joint::none;
    }
    if (first >= 'a' && first <= 'z' && !ends_in_hangul(left) && left.size() >= 60) {
        return left.ends_with('-') ? Joint::glued : Joint::spaced;
    }
    if (left.ends_with('-')) {
        return Joint::none;
    }
    const bool korean = left.find("다") != std::string_view::npos || ends_in_hangul(left);
    if (!korean || !sentences_end_with_points_) {
        return Joint::none;
    }
    if (!long_enough) {
        return Joint::none;
    }
    if (left.ends_with(',')) {
        return is_hangul(right, 0) || is_ascii_letter(first) || is_digit(first) ? Joint::spaced : Joint::none;
    }
    if (ends_in_hangul(left) && is_hangul(right, 0)) {
        return hangul_joint(left, right);
    }
    if (left.ends_with("·")) {
        return Joint::glued;
    }
    return is_hangul(right, 0) || ends_in_hangul(left) ? Joint::spaced : Joint::none;
}

void Joiner::copy_block(Reading& out, std::size_t i) const {
    Block block = blocks_[i].block;
    if (!out.text.empty()) {
        const auto at = reading_.original(block.span).begin;
        out.append_made("\n", {at, at});
    }
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.append_copy(reading_, block.span);
    if (block.kind == Kind::table) {
        for (auto& row : out.tables[block.table].rows) {
            for (Span& cell : row) {
                cell = {cell.begin - block.span.begin + begin, cell.end - block.span.begin + begin};
            }
        }
    }
    block.span = {begin, static_cast<std::uint32_t>(out.text.size())};
    out.blocks.push_back(block);
}

Reading Joiner::join() {
    struct Join {
        std::size_t next = 0;
        Joint joint = Joint::none;
    };
    std::vector<Join> joins(blocks_.size());
    std::size_t first = blocks_.size();
    measure_style();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (!may_go_on(i)) {
            continue;
        }
        const auto next = continuation(i);
        const auto how = next == 0 ? Joint::none : joint(text_of(i), text_of(next));
        if (how != Joint::none) {
            joins[i] = {next, how};
            first = std::min(first, i);
        }
    }
    std::vector<Block> plain;
    plain.reserve(blocks_.size());
    for (std::size_t i = 0; i < first; ++i) {
        plain.push_back(blocks_[i].block);
    }
    reading_.blocks.clear();
    if (first == blocks_.size()) {
        reading_.blocks = std::move(plain);
        return std::move(reading_);
    }
    Reading out;
    out.text.reserve(reading_.text.size());
    // a head that its text was glued to has no line break behind it
    const auto kept = first == 0 ? 0 : std::max(blocks_[first - 1].block.span.end, blocks_[first].block.span.begin - 1);
    out.append_copy(reading_, {0, kept});
    out.blocks = std::move(plain);
    out.tables = reading_.tables;
    out.fields = reading_.fields;
    out.broken_parts = reading_.broken_parts;
    std::vector<bool> done(blocks_.size(), false);
    for (auto i = first; i < blocks_.size(); ++i) {
        if (done[i]) {
            continue;
        }
        copy_block(out, i);
        for (auto j = i; joins[j].next != 0; j = joins[j].next) {
            const auto next = joins[j].next;
            if (joins[j].joint == Joint::spaced) {
                out.append_made(
                    " ", {reading_.original(blocks_[j].block.span).end, reading_.original(blocks_[j].block.span).end});
            }
            out.append_copy(reading_, blocks_[next].block.span);
            out.blocks.back().span.end = static_cast<std::uint32_t>(out.text.size());
            done[next] = true;
        }
    }
    return out;
}

} // namespace

Reading join_cut_paragraphs(Reading reading, std::vector<NotedBlock> blocks) {
    return Joiner(std::move(reading), std::move(blocks)).join();
}

} // namespace jokbo

#include "extract/characters.hpp"
#include "extract/layout/layout_repair.hpp"
#include "extract/layout/layout_text.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

using Kind = Block::Kind;

constexpr std::size_t npos = std::string_view::npos;

bool is_head_line(std::string_view line, std::size_t longest) {
    constexpr std::array<std::string_view, 8> ends = {".", "!", "?", ":", ";", ",", "．", "。"};
    return line.size() <= longest && holds_hangul(line) &&
           std::ranges::none_of(ends, [&](std::string_view mark) { return line.ends_with(mark); });
}

} // namespace

void mark_decks(std::string_view text, std::vector<NotedBlock>& blocks) {
    constexpr std::size_t longest_line = 150;
    constexpr std::size_t longest_deck = 400;
    constexpr int deepest = 6;
    constexpr std::size_t near_top = 4;
    const auto top = static_cast<std::size_t>(
        std::ranges::find_if(blocks, [](const NotedBlock& noted) { return noted.block.kind != Kind::metadata; }) -
        blocks.begin());
    for (std::size_t i = 1; i + 1 < blocks.size(); ++i) {
        Block& block = blocks[i].block;
        const Block& before = blocks[i - 1].block;
        const Kind next = blocks[i + 1].block.kind;
        const bool below_head = before.kind == Kind::heading && next != Kind::heading;
        const bool below_byline =
            before.kind == Kind::byline && i < top + near_top && (next == Kind::byline || next == Kind::paragraph);
        const auto longest = next == Kind::byline || below_byline ? longest_deck : longest_line;
        if (block.kind != Kind::paragraph || !(below_head || below_byline) ||
            !is_head_line(block.span.of(text), longest)) {
            continue;
        }
        const int step = before.kind == Kind::byline                                ? 2
                       : blocks[i - 1].note.before == BlockNote::Before::line_break ? 0
                                                                                    : 1;
        block.kind = Kind::heading;
        block.depth = static_cast<std::uint8_t>(std::min(before.depth + step, deepest));
    }
}

void part_glued_deck(std::string_view text, std::string_view title, std::vector<NotedBlock>& blocks) {
    constexpr std::size_t farthest = 600;
    constexpr std::size_t shortest_deck = 15;
    std::size_t begin = 0;
    while (begin < title.size() && !is_hangul(title, begin) && !is_ascii_letter(title[begin])) {
        begin += character_length(title[begin]);
    }
    auto end = begin;
    while (end < title.size() && (is_hangul(title, end) || is_ascii_letter(title[end]))) {
        end += character_length(title[end]);
    }
    const auto name = title.substr(std::min(begin, title.size()), end - begin);
    const auto first =
        std::ranges::find_if(blocks, [](const NotedBlock& noted) { return noted.block.kind == Kind::paragraph; });
    if (name.size() < 6 || !is_hangul(name, 0) || first == blocks.end()) {
        return;
    }
    const auto lead = first->block.span.of(text).substr(0, farthest);
    const auto at = lead.find(name, shortest_deck);
    if (at == npos || !is_hangul(lead, at - 3) || lead.substr(0, at).find("다.") != npos) {
        return;
    }
    NotedBlock deck = *first;
    deck.block.kind = Kind::heading;
    deck.block.depth = glued_head_depth;
    deck.block.span.end = deck.block.span.begin + static_cast<std::uint32_t>(at);
    first->block.span.begin = deck.block.span.end;
    blocks.insert(first, deck);
}

void part_title(std::string_view text, std::string_view title, std::vector<NotedBlock>& blocks) {
    constexpr std::size_t shortest_title = 20;
    if (title.size() < shortest_title) {
        return;
    }
    const auto repeats_it = [&](const NotedBlock& noted) {
        const auto words = noted.block.span.of(text);
        return noted.block.kind == Kind::paragraph && words.size() > title.size() + 1 && words.starts_with(title) &&
               words[title.size()] == ' ' && (words[title.size() + 1] < 'a' || words[title.size() + 1] > 'z');
    };
    const auto found = std::ranges::find_if(blocks, repeats_it);
    if (found == blocks.end()) {
        return;
    }
    NotedBlock headline = *found;
    headline.block.kind = Kind::heading;
    headline.block.depth = 1;
    headline.block.span.end = headline.block.span.begin + static_cast<std::uint32_t>(title.size());
    found->block.span.begin = headline.block.span.end + 1;
    blocks.insert(found, headline);
}

} // namespace jokbo

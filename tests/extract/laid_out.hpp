#pragma once

#include "extract/layout/layout.hpp"
#include "extract/layout/sentences.hpp"
#include "schema/pack.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the layout reader and the sentence splitter make of a text, as lines that a test can hold against what is expected.

namespace jokbo::test {

using Lines = std::vector<std::string>;

inline const LayoutReader& layout_reader() {
    static const LayoutReader reader(Pack::embedded());
    return reader;
}

inline const SentenceSplitter& sentence_splitter() {
    static const SentenceSplitter splitter(Pack::embedded());
    return splitter;
}

inline Reading laid_out(std::string text, std::string publisher = {}) {
    Document document;
    document.text = std::move(text);
    document.publisher = std::move(publisher);
    return layout_reader().lay_out(document);
}

inline std::string_view name_of(Block::Kind kind) {
    switch (kind) {
    case Block::Kind::heading: return "heading";
    case Block::Kind::paragraph: return "paragraph";
    case Block::Kind::caption: return "caption";
    case Block::Kind::byline: return "byline";
    case Block::Kind::list_item: return "item";
    case Block::Kind::table: return "table";
    case Block::Kind::code: return "code";
    case Block::Kind::navigation: return "navigation";
    case Block::Kind::metadata: return "metadata";
    }
    return "?";
}

/// `kind: text` of every block.
inline Lines blocks_of(std::string text, std::string publisher = {}) {
    const auto reading = laid_out(std::move(text), std::move(publisher));
    Lines lines;
    for (const Block& block : reading.blocks) {
        lines.push_back(std::string(name_of(block.kind)) + ": " + std::string(block.span.of(reading.text)));
    }
    return lines;
}

inline Lines sentences_of(std::string text) {
    const auto reading = laid_out(std::move(text));
    Lines lines;
    for (const Sentence& sentence : sentence_splitter().split(reading)) {
        lines.emplace_back(sentence.span.of(reading.text));
    }
    return lines;
}

} // namespace jokbo::test

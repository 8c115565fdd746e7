#pragma once

#include "extract/characters.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

/// Which of some lists of words a text holds, anywhere and within other words too: one walk over the text for all of them.
class HeldWords {
public:
    /// `list` is below 32.
    void add(std::string_view word, unsigned list) {
        const auto key = key_at(word, 0);
        begins_.set(key);
        words_.emplace_back(std::string(word), list);
    }

    /// A bit for each list of which some word occurs.
    std::uint32_t lists_in(std::string_view text) const {
        std::uint32_t lists = 0;
        for (std::size_t at = 0; at < text.size(); at += character_length(text[at])) {
            if (!begins_.test(key_at(text, at))) {
                continue;
            }
            for (const auto& [word, list] : words_) {
                if (text[at] == word.front() && text.substr(at).starts_with(word)) {
                    lists |= 1U << list;
                }
            }
        }
        return lists;
    }

private:
    /// The character of three bytes, or the byte.
    static std::size_t key_at(std::string_view text, std::size_t at) {
        const auto code = code_point3(text, at);
        return code != 0 ? code : static_cast<unsigned char>(text[at]);
    }

    std::bitset<65536> begins_; ///< by the first character of a word
    std::vector<std::pair<std::string, unsigned>> words_;
};

} // namespace jokbo

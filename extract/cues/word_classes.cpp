#include "extract/cues/word_classes.hpp"

#include "extract/characters.hpp"
#include "schema/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

constexpr std::size_t longest_entry = 256; // bytes

std::string_view word_at(std::string_view text, const std::vector<Token>& tokens, std::size_t at) {
    return tokens[at].span.of(text);
}

std::string lower(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), ascii_lower);
    return out;
}

} // namespace

Cues Cues::load(const Pack& pack, Language language) {
    Cues cues;
    const auto name = fmt::format("extract/cues/words.{}.tsv", language == Language::korean ? "ko" : "en");
    for (const auto& row : read_table(pack.file(name), {"class", "words"})) {
        const auto next = CueId{static_cast<std::uint32_t>(cues.classes_.size())};
        const auto [found, is_new] = cues.classes_.emplace(std::string(row[0]), next);
        if (is_new && next.value == CueSet::most) {
            throw row.error(0, fmt::format("more than {} classes of words", CueSet::most));
        }
        for (const auto word : split(row[1], '|')) {
            if (word.empty() || word.size() > longest_entry) {
                throw row.error(1, word.empty() ? "an empty word" : "a word of more than 256 bytes");
            }
            std::vector<Token> tokens;
            tokenize(word, {0, static_cast<std::uint32_t>(word.size())}, tokens);
            // as it is written, and in lower case, which phrases are looked up in
            for (const auto& form : {std::string(word), lower(word)}) {
                cues.entries_[form].whole.add(found->second);
                auto& first = cues.entries_[form.substr(0, tokens[0].span.end)];
                first.longest = std::max(first.longest, static_cast<std::uint32_t>(tokens.size()));
            }
            cues.longest_word_ = std::max(cues.longest_word_, word.size());
        }
    }
    return cues;
}

CueId Cues::cue(std::string_view name) const {
    const auto found = classes_.find(std::string(name));
    if (found == classes_.end()) {
        throw NotFound(fmt::format("there is no class of words '{}'", name));
    }
    return found->second;
}

std::vector<std::string_view> Cues::words(std::string_view name) const {
    std::vector<std::string_view> found;
    const auto known = classes_.find(std::string(name));
    if (known != classes_.end()) {
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (entries_.value(i).whole.has(known->second)) {
                found.push_back(entries_.word(i));
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

CueSet Cues::of(std::string_view word) const {
    if (word.size() > longest_word_) {
        return {};
    }
    const auto* found = entries_.find(word);
    return found == nullptr ? CueSet{} : found->whole;
}

Cues::Beginning Cues::beginning(std::string_view word) const {
    if (word.size() > longest_word_) {
        return {};
    }
    std::array<char, longest_entry> lower_case; // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::ranges::transform(word, lower_case.begin(), ascii_lower);
    const auto* found = entries_.find(std::string_view(lower_case.data(), word.size()));
    return found == nullptr ? Beginning{} : Beginning{found->whole, found->longest};
}

Cues::Hit Cues::longest(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at) const {
    const auto first_word = word_at(text, tokens, at);
    if (first_word.size() > longest_word_) {
        return {};
    }
    std::array<char, longest_entry> phrase; // in lower case
    std::size_t size = 0;
    const auto append = [&](std::string_view word) {
        if (size + word.size() > longest_word_) {
            return false;
        }
        std::ranges::transform(word, phrase.begin() + static_cast<std::ptrdiff_t>(size), ascii_lower);
        size += word.size();
        return true;
    };
    const auto entry = [&] { return entries_.find(std::string_view(phrase.data(), size)); };
    append(first_word);
    const auto* first = entry();
    if (first == nullptr) {
        return {};
    }
    Hit best{first->whole, first->whole.empty() ? 0U : 1U};
    for (std::uint32_t more = 1; more < first->longest && at + more < tokens.size(); ++more) {
        if ((tokens[at + more].gap == Token::Gap::space && !append(" ")) || !append(word_at(text, tokens, at + more))) {
            break;
        }
        if (const auto* found = entry(); found != nullptr && !found->whole.empty()) {
            best = {found->whole, more + 1};
        }
    }
    return best;
}

std::size_t Cues::suffix(std::string_view eojeol, CueId cue) const {
    for (std::size_t begin = 0; begin < eojeol.size(); begin += character_length(eojeol[begin])) {
        if (of(eojeol.substr(begin)).has(cue)) {
            return eojeol.size() - begin;
        }
    }
    return 0;
}

} // namespace jokbo

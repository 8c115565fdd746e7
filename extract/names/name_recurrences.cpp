#include "extract/characters.hpp"
#include "extract/cues/word_map.hpp"
#include "extract/names/name_finder.hpp"

#include <algorithm>
#include <bitset>
#include <cstring>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>

namespace jokbo {

namespace {

constexpr std::size_t shortest_found_again = 4; // bytes; shorter names are not looked for without their cue

} // namespace

/// The forms that are looked for, by their first bytes and their lengths, so that a text full of names costs no more than others.
class NameFinder::Forms {
public:
    void add(std::string_view form, std::uint32_t group) {
        if (groups_.contains(form)) {
            return;
        }
        groups_[form] = group;
        auto& lengths = lengths_[form.substr(0, std::min(form.size(), longest_begin))];
        const auto size = static_cast<std::uint32_t>(form.size());
        const auto place = std::ranges::lower_bound(lengths, size, std::greater<>{});
        if (place == lengths.end() || *place != size) {
            lengths.insert(place, size);
        }
        begins_.set(begin_of(form));
    }
    bool empty() const { return groups_.size() == 0; }

    /// The longest form that `rest` begins with and whose length `accepts` takes: its length and group; 0 where there is none.
    template <class Accepts>
    std::pair<std::uint32_t, std::uint32_t> longest(std::string_view rest, const Accepts& accepts) const {
        if (rest.size() < shortest_found_again || !begins_.test(begin_of(rest))) {
            return {0, none};
        }
        for (auto begin = longest_begin; begin >= shortest_found_again; --begin) {
            const auto* lengths = rest.size() < begin ? nullptr : lengths_.find(rest.substr(0, begin));
            if (lengths == nullptr) {
                continue;
            }
            for (const auto size : *lengths) {
                const auto* group = rest.size() < size ? nullptr : groups_.find(rest.substr(0, size));
                if (group != nullptr && accepts(size)) {
                    return {size, *group};
                }
            }
        }
        return {0, none};
    }

private:
    static constexpr std::size_t longest_begin = 6; // bytes

    static std::size_t begin_of(std::string_view form) {
        std::uint32_t letters = 0;
        std::memcpy(&letters, form.data(), shortest_found_again);
        return letters * 0x9E3779B1U >> 16U;
    }

    WordMap<std::uint32_t> groups_;
    WordMap<std::vector<std::uint32_t>> lengths_; ///< descending; by up to six bytes
    std::bitset<65536> begins_;                   ///< by the first four bytes: nearly all words begin none
};

/// Names that the text introduced somewhere are looked for everywhere.
void NameFinder::find_again() {
    Forms forms;
    for (std::uint32_t group = 0; group < names_.size(); ++group) {
        if (!names_.is_root(group) || names_[group].naming == Naming::described) {
            continue;
        }
        for (const auto& form : names_[group].names) {
            if (form.size() >= shortest_found_again) {
                forms.add(form, group);
            }
            // Ross, behind Jonathan Ross
            const auto last = form.rfind(' ');
            if (last != std::string::npos && form.size() - last - 1 >= shortest_found_again && form[last + 1] >= 'A' &&
                form[last + 1] <= 'Z' && names_.type_in(group, TypeSet::of(tools_.classes.person))) {
                forms.add(std::string_view(form).substr(last + 1), group);
            }
        }
    }
    if (forms.empty()) {
        return;
    }
    std::vector<EntityMention> found;
    for (auto& sentence : sentences_) {
        found.clear();
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
            while (next < sentence.mentions.size() && sentence.mentions[next].tokens.end <= i) {
                ++next;
            }
            const auto& token = sentence.tokens[i];
            if (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin <= i) {
                i = sentence.mentions[next].tokens.end - 1;
                continue;
            }
            if (token.kind == Token::Kind::punctuation || token.kind == Token::Kind::symbol ||
                token.kind == Token::Kind::number) {
                continue;
            }
            if (token.kind == Token::Kind::hangul) {
                if (const auto likening = tools_.korean.likening(text_, sentence, i); likening != 0) {
                    i += likening; // 제2의 딥시크 is not DeepSeek here either
                    continue;
                }
            }
            const auto rest = text_.substr(token.span.begin, sentence.sentence.span.end - token.span.begin);
            const auto limit = next < sentence.mentions.size()
                                 ? sentence.tokens[sentence.mentions[next].tokens.begin].span.begin
                                 : sentence.sentence.span.end;
            const auto [size, group] = forms.longest(rest, [&](std::uint32_t length) {
                const auto end = token.span.begin + length;
                return end <= limit && tools_.korean.may_end_name(text_, end, sentence.sentence.span.end);
            });
            if (size == 0) {
                continue;
            }
            EntityMention mention;
            mention.span = {token.span.begin, token.span.begin + size};
            auto end = i;
            while (end < sentence.tokens.size() && sentence.tokens[end].span.begin < mention.span.end) {
                ++end;
            }
            mention.tokens = {i, end};
            mention.types = names_[group].types;
            mention.entities = {group};
            found.push_back(std::move(mention));
            i = end - 1;
        }
        if (!found.empty()) {
            sentence.mentions.insert(sentence.mentions.end(), std::make_move_iterator(found.begin()),
                                     std::make_move_iterator(found.end()));
            std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        }
        for (auto& mention : sentence.mentions) {
            if (mention.kind == EntityMention::Kind::name) {
                mention.types = sentence.language == Language::english ? names_.likely_types(mention.entities.front())
                                                                       : names_[mention.entities.front()].types;
            }
        }
    }
}

/// 정 부사장은: who bears that family name was named in full before.
void NameFinder::find_by_family_name() {
    std::unordered_map<std::string, std::uint32_t> last_bearer;
    std::unordered_map<std::string, std::uint32_t> last_version; // 2.0 모델: the model of that version
    const auto model = TypeSet::of(tools_.ontology.type_named("Model"));
    for (auto& sentence : sentences_) {
        if (sentence.language != Language::korean) {
            continue;
        }
        std::vector<EntityMention> found;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
            while (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin < i) {
                ++next;
            }
            if (next < sentence.mentions.size() && sentence.mentions[next].tokens.begin == i) {
                const auto& mention = sentence.mentions[next];
                const auto name = mention.span.of(text_);
                if (mention.types == TypeSet::of(tools_.classes.person) && is_hangul(text_, mention.span.begin)) {
                    const auto space = name.rfind(' '); // 알렉산더 왕: the family name stands last
                    last_bearer[std::string(name.substr(space == std::string_view::npos ? 0 : space + 1,
                                                        space == std::string_view::npos ? 3 : name.size()))] =
                        mention.entities.front();
                }
                if (!(mention.types & model).empty() &&
                    sentence.tokens[mention.tokens.end - 1].kind == Token::Kind::number) {
                    last_version[std::string(sentence.tokens[mention.tokens.end - 1].span.of(text_))] =
                        mention.entities.front();
                }
                i = mention.tokens.end - 1;
                continue;
            }
            const auto& token = sentence.tokens[i];
            if (token.kind == Token::Kind::number && sentence.tokens[i + 1].span.of(text_).starts_with("모델")) {
                if (const auto bearer = last_version.find(std::string(token.span.of(text_)));
                    bearer != last_version.end()) {
                    EntityMention mention;
                    mention.tokens = {i, i + 1};
                    mention.span = token.span;
                    mention.types = model;
                    mention.entities = {bearer->second};
                    found.push_back(std::move(mention));
                }
                continue;
            }
            if (last_bearer.empty() || token.kind != Token::Kind::hangul || token.span.size() > 6 ||
                sentence.tokens[i + 1].gap == Token::Gap::glued || !tools_.korean.is_title(text_, sentence, i + 1)) {
                continue;
            }
            if (const auto bearer = last_bearer.find(std::string(token.span.of(text_))); bearer != last_bearer.end()) {
                EntityMention mention;
                mention.tokens = {i, i + 1};
                mention.span = token.span;
                mention.types = TypeSet::of(tools_.classes.person);
                mention.entities = {bearer->second};
                found.push_back(std::move(mention));
            }
        }
        if (!found.empty()) {
            sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
            std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        }
    }
}

} // namespace jokbo

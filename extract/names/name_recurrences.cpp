#include "extract/characters.hpp"
#include "extract/names/name_finder.hpp"

#include <algorithm>
#include <string>

namespace jokbo {

namespace {

constexpr std::size_t shortest_found_again = 4; // bytes; shorter names are not looked for without their cue

} // namespace

/// Names that the text introduced somewhere are looked for everywhere.
void NameFinder::find_again() {
    struct Known {
        std::string form;
        std::uint32_t group;
    };
    std::unordered_map<std::string, std::vector<Known>> by_begin;
    for (std::uint32_t group = 0; group < names_.size(); ++group) {
        if (!names_.is_root(group) || names_[group].naming == Naming::described) {
            continue;
        }
        for (const auto& form : names_[group].names) {
            if (form.size() >= shortest_found_again) {
                by_begin[form.substr(0, std::min<std::size_t>(form.size(), 6))].push_back({form, group});
            }
            // Ross, behind Jonathan Ross
            const auto last = form.rfind(' ');
            if (last != std::string::npos && form.size() - last - 1 >= shortest_found_again && form[last + 1] >= 'A' &&
                form[last + 1] <= 'Z' && names_.type_in(group, TypeSet::of(tools_.classes.person))) {
                const auto name = form.substr(last + 1);
                by_begin[name.substr(0, std::min<std::size_t>(name.size(), 6))].push_back({name, group});
            }
        }
    }
    if (by_begin.empty()) {
        return;
    }
    for (auto& [begin, list] : by_begin) {
        std::ranges::sort(list, [](const Known& a, const Known& b) {
            return a.form.size() > b.form.size() || (a.form.size() == b.form.size() && a.form < b.form);
        });
    }
    for (auto& sentence : sentences_) {
        std::vector<EntityMention> found;
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
            const auto rest = text_.substr(token.span.begin, sentence.sentence.span.end - token.span.begin);
            const auto limit = next < sentence.mentions.size()
                                 ? sentence.tokens[sentence.mentions[next].tokens.begin].span.begin
                                 : sentence.sentence.span.end;
            for (const std::size_t size : {std::size_t{6}, std::size_t{5}, std::size_t{4}}) {
                const auto list = by_begin.find(std::string(rest.substr(0, size)));
                if (list == by_begin.end()) {
                    continue;
                }
                const auto hit = std::ranges::find_if(list->second, [&](const Known& known) {
                    const auto end = token.span.begin + static_cast<std::uint32_t>(known.form.size());
                    return rest.starts_with(known.form) && end <= limit &&
                           tools_.korean.may_end_name(text_, end, sentence.sentence.span.end);
                });
                if (hit == list->second.end()) {
                    continue;
                }
                EntityMention mention;
                mention.span = {token.span.begin, token.span.begin + static_cast<std::uint32_t>(hit->form.size())};
                auto end = i;
                while (end < sentence.tokens.size() && sentence.tokens[end].span.begin < mention.span.end) {
                    ++end;
                }
                mention.tokens = {i, end};
                mention.types = names_[hit->group].types;
                mention.entities = {hit->group};
                found.push_back(std::move(mention));
                i = end - 1;
                break;
            }
        }
        sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
        std::ranges::sort(sentence.mentions, {}, &EntityMention::tokens);
        for (auto& mention : sentence.mentions) {
            if (mention.kind == EntityMention::Kind::name) {
                mention.types = names_[mention.entities.front()].types;
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
            if (token.kind != Token::Kind::hangul || token.span.size() > 6 ||
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

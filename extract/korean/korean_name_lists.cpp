#include "extract/korean/korean_names.hpp"

#include "extract/korean/korean_cards.hpp"
#include "extract/korean/korean_signs.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint32_t list_reach = 60; // tokens that a list may be long

} // namespace

/// A, B, C 등 4개 기업 · ▲A ▲B: unknown members are of the kind of the known ones, or of the class noun beside the list.
void KoreanDiscovery::find_list_members() {
    const auto is_bullet = [&](std::uint32_t token) {
        return sentence_.tokens[token].kind == Token::Kind::symbol && is_one_of(word(token), {"▲", "△", "▷", "◆"});
    };
    const auto is_etc = [&](std::uint32_t token) {
        const auto* card = sentence_.tokens[token].card;
        return card != nullptr ? card->etc
                               : reader_.cues_.of(word(token).substr(0, syllable)).has(reader_.classes_.etc);
    };
    const auto is_separator = [&](std::uint32_t token) {
        return is_one_of(word(token), {",", "·", "ㆍ", "・", "및"}) || is_bullet(token);
    };
    for (std::uint32_t etc = 2; etc < sentence_.tokens.size(); ++etc) {
        if (sentence_.tokens[etc].kind != Token::Kind::hangul || !is_free(etc) || !is_etc(etc)) {
            continue;
        }
        std::vector<TokenRange> members;
        auto end = etc;
        auto at = etc;
        while (at > 0 && etc - at < list_reach) {
            --at;
            if (is_separator(at)) {
                members.push_back({at + 1, end});
                end = at;
                continue;
            }
            if (end - at > 6 || reader_.words_.looks_like_verb(word(at)) || is_one_of(word(at), {".", "‘", "“"})) {
                ++at;
                break;
            }
            Particle particle{};
            if (sentence_.tokens[at].kind == Token::Kind::hangul && at + 1 != end && is_free(at) &&
                reader_.words_.particle_size(word(at), particle) != 0 && particle != Particle::with) {
                ++at; // 한빛은 나래, 소담 등: the list begins behind the topic
                break;
            }
        }
        if (at < end) {
            members.push_back({at, end});
        }
        if (members.size() < 2) {
            continue;
        }
        std::vector<std::uint32_t> votes(32);
        for (const auto& member : members) {
            const auto m = member.begin < member.end ? mention_ending_before(member.end) : none;
            if (m != none) {
                for (std::uint32_t type = 0; type < 32; ++type) {
                    votes[type] +=
                        sentence_.mentions[m].types.has({type}) && sentence_.mentions[m].types == TypeSet::of({type})
                            ? 1U
                            : 0U;
                }
            }
        }
        for (auto behind = etc + 1; behind < sentence_.tokens.size() && behind < etc + 5; ++behind) {
            if (const auto type = class_at(behind)) {
                votes[type->value] += 2;
                break;
            }
        }
        const auto best = std::ranges::max_element(votes);
        if (*best == 0 || (*best == 1 && members.size() > 3)) {
            continue;
        }
        const TypeId type{static_cast<std::uint32_t>(best - votes.begin())};
        for (const auto& member : members) {
            if (member.end <= member.begin || member.end - member.begin > 3) {
                continue;
            }
            bool strange = true;
            for (auto token = member.begin; token < member.end; ++token) {
                const auto found = is_free(token) ? candidate(token) : std::nullopt;
                strange = strange && found && may_be_introduced(*found);
            }
            if (strange) {
                add({member, {sentence_.tokens[member.begin].span.begin, candidate(member.end - 1)->span.end}},
                    TypeSet::of(type));
            }
        }
    }
    // ▲페어리 ▲르몽: the class noun stands before the list
    for (std::uint32_t i = 0; i + 1 < sentence_.tokens.size(); ++i) {
        if (!is_bullet(i)) {
            continue;
        }
        const auto found = candidate(i + 1);
        if (!found || !may_be_introduced(*found)) {
            continue;
        }
        std::optional<TypeId> type;
        for (std::uint32_t before = i; before-- > 0 && !type;) {
            type = class_at(before);
        }
        auto next = i + 2;
        while (next < sentence_.tokens.size() && sentence_.tokens[next].gap == Token::Gap::glued && is_free(next) &&
               sentence_.tokens[next].kind == Token::Kind::latin) {
            ++next; // ▲라온AI
        }
        const bool closed =
            next >= sentence_.tokens.size() || is_bullet(next) || is_one_of(word(next), {"등", ",", "("});
        if (type && closed) {
            const auto end = next == i + 2 ? found->span.end : sentence_.tokens[next - 1].span.end;
            add({{i + 1, next}, {found->span.begin, end}}, TypeSet::of(*type));
        }
    }
}

/// 한빛·나래온·소담: what stands in a list between two organizations is one.
void KoreanDiscovery::find_between_organizations() {
    if (sentence_.mentions.size() < 2) {
        return;
    }
    const auto& tokens = sentence_.tokens;
    const auto is_joint = [&](std::uint32_t token) {
        return token < tokens.size() && is_one_of(word(token), {",", "·", "ㆍ", "・"});
    };
    const auto is_organization = [&](std::uint32_t mention) {
        return mention != none && sentence_.mentions[mention].types == TypeSet::of(reader_.organization_);
    };
    for (std::uint32_t i = 2; i + 2 < tokens.size(); ++i) {
        if (!is_joint(i - 1) || !is_joint(i + 1) || word(i - 1) != word(i + 1) ||
            !is_organization(mention_ending_before(i - 1)) || !is_organization(mention_at(i + 2))) {
            continue;
        }
        const auto found = candidate(i);
        if (found && found->span == tokens[i].span && may_be_introduced(*found) && !looks_like_person(i)) {
            add(*found, TypeSet::of(reader_.organization_));
        }
    }
}

} // namespace jokbo

#include "extract/frames/awaited.hpp"

#include <algorithm>
#include <charconv>

namespace jokbo {

namespace {

constexpr std::uint32_t memory = 6;       // sentences until the list is given
constexpr std::uint32_t number_reach = 4; // tokens between 4개 and 스타트업에
constexpr double certainty = 0.8;
constexpr double noted_certainty = 0.7;
constexpr std::size_t most = 40; // items of a list

} // namespace

void Awaited::promise(Promise promise) {
    for (auto& filler : promise.named) {
        filler.mention = none; // it stands in another sentence
        filler.certainty = std::min(filler.certainty, certainty);
    }
    promises_.push_back(std::move(promise));
}

void Awaited::note(PredicateId predicate, End end, const Filler& who, std::uint32_t sentence) {
    auto noted =
        std::ranges::find_if(noted_, [&](const Noted& one) { return one.predicate == predicate && one.end == end; });
    if (noted == noted_.end()) {
        noted = noted_.insert(noted, Noted{predicate, end, who, sentence});
    }
    noted->who = {who.group, who.type, none, std::min(who.certainty, noted_certainty)};
    noted->sentence = sentence;
}

const Filler* Awaited::latest(PredicateId predicate, End end, std::uint32_t sentence) const {
    const auto noted =
        std::ranges::find_if(noted_, [&](const Noted& one) { return one.predicate == predicate && one.end == end; });
    return noted == noted_.end() || sentence - noted->sentence > memory ? nullptr : &noted->who;
}

const Awaited::Promise* Awaited::kept_by(PredicateId predicate, End missing, std::size_t count,
                                         std::uint32_t sentence) const {
    for (std::size_t back = promises_.size(); back-- > 0;) {
        const auto& promise = promises_[back];
        if (sentence - promise.sentence > memory) {
            break;
        }
        if (promise.predicate == predicate && promise.missing == missing && promise.count == count) {
            return &promise;
        }
    }
    return nullptr;
}

std::size_t Awaited::count_in(std::string_view text, const SentenceAnalysis& sentence, const Phrase& phrase,
                              const ValueReader& values) {
    const auto first = phrase.tokens.begin - std::min(phrase.tokens.begin, number_reach);
    for (auto at = phrase.tokens.end; at-- > first;) {
        const auto& token = sentence.tokens[at];
        if (token.kind == Token::Kind::punctuation) {
            break;
        }
        const auto digits = token.span.of(text);
        if (token.kind != Token::Kind::number) {
            if (const auto spelled = values.spelled_number(digits, sentence.language); spelled > 1) {
                return static_cast<std::size_t>(spelled);
            }
            continue;
        }
        std::size_t count = 0;
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
        return failure == std::errc{} && end == digits.data() + digits.size() && count <= most ? count : 0;
    }
    return 0;
}

} // namespace jokbo

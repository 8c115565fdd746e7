#pragma once

#include "extract/frames/filling.hpp"

namespace jokbo {

/// Lists that the text promises by their number and gives later: 한빛은 4개 기업에 투자한다. … 투자를 유치한 기업은 ▲A ▲B ▲C ▲D다.
class Awaited {
public:
    /// One end of a relation is named, of the other only the number is told.
    struct Promise {
        PredicateId predicate;
        enum class Missing : std::uint8_t { subject, object } missing = Missing::object;
        std::vector<Filler> named;
        std::size_t count = 0;
        std::uint32_t sentence = 0;
    };

    void promise(Promise promise);

    /// The latest promise of so many, not long ago; null where there is none.
    const Promise* kept_by(PredicateId predicate, Promise::Missing missing, std::size_t count,
                           std::uint32_t sentence) const;

    /// How many the phrase says there are: 4 of 4개 AI 스타트업에, of 스타트업 네 곳에, of four startups; 0 where it gives no number.
    static std::size_t count_in(std::string_view text, const SentenceAnalysis& sentence, const Phrase& phrase,
                                const ValueReader& values);

private:
    std::vector<Promise> promises_;
};

} // namespace jokbo

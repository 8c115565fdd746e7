#pragma once

#include "extract/frames/filling.hpp"

namespace jokbo {

/// Lists that the text promises by their number and gives later: 한빛은 4개 기업에 투자한다. … 투자를 유치한 기업은 ▲A ▲B ▲C ▲D다.
class Awaited {
public:
    enum class End : std::uint8_t { subject, object };

    /// One end of a relation is named, of the other only the number is told.
    struct Promise {
        PredicateId predicate;
        End missing = End::object;
        std::vector<Filler> named;
        std::size_t count = 0;
        std::uint32_t sentence = 0;
    };

    void promise(Promise promise);
    /// Who stands at an end of a relation, whether the text has told the other end or not: 한빛 of 한빛은 투자를 유치했다.
    void note(PredicateId predicate, End end, const Filler& who, std::uint32_t sentence);
    /// Who stood there last, not long ago: 이번 투자에는 나래가 참여했다. Null where nobody did.
    const Filler* latest(PredicateId predicate, End end, std::uint32_t sentence) const;

    /// The latest promise of so many, not long ago; null where there is none.
    const Promise* kept_by(PredicateId predicate, End missing, std::size_t count, std::uint32_t sentence) const;

    /// How many the phrase says there are: 4 of 4개 AI 스타트업에, of 스타트업 네 곳에, of four startups; 0 where it gives no number.
    static std::size_t count_in(std::string_view text, const SentenceAnalysis& sentence, const Phrase& phrase,
                                const ValueReader& values);

private:
    struct Noted {
        PredicateId predicate;
        End end;
        Filler who;
        std::uint32_t sentence;
    };
    std::vector<Promise> promises_;
    std::vector<Noted> noted_; ///< one for each end of each relation
};

} // namespace jokbo

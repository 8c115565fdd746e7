#pragma once

#include "eval/score.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// How often each frame reads aright, counted on annotated pages, and how far that can be relied upon for others.
///
/// A claim that a frame reads in a page counts once, with the surest of its readings, and is right where the page holds it with
/// the same status. A frame that was seen seldom is pulled towards its file, a file towards all: each is worth `weight` claims
/// of the next wider kind (the mean of a Beta prior). Readings that are less sure count less on both sides, so that reliability
/// times confidence is what is to be expected.
class Calibration {
public:
    void take(std::size_t page, const Statement& statement, Verdict verdict);

    /// By frame, file (`file.*`) or `*`: what a statement's confidence is to be multiplied by.
    double reliability(std::string_view frame) const;

    /// As graph/reliability.tsv holds it: all, files, frames.
    std::string table() const;

    /// Claims by what was to be expected of them, each page judged by the others alone.
    struct Bin {
        double from = 0;
        double to = 0;
        std::size_t claims = 0;
        std::size_t right = 0;
        double expected = 0; ///< sum of the expectations
    };
    std::vector<Bin> bins() const;
    /// The same as a table, with the mean squared error below it.
    std::string comparison() const;

private:
    /// What a page says, whoever read it.
    struct Claim {
        std::map<std::string, double, std::less<>> confidence; ///< by frame
        Verdict verdict = Verdict::wrong;
    };
    struct Count {
        double right = 0;
        double sure = 0; ///< sum of confidences
        std::size_t read = 0;
    };
    using Counts = std::map<std::string, Count, std::less<>>;

    struct Judged {
        double expected;
        bool right;
    };

    static void count(const std::map<std::string, Claim>& claims, double sign, Counts& counts);
    static double reliability(const Counts& counts, std::string_view frame);
    Counts counted() const;
    std::vector<Judged> judged() const;

    std::map<std::size_t, std::map<std::string, Claim>> pages_;
};

} // namespace jokbo

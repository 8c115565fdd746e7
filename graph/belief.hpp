#pragma once

#include "schema/pack.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Sixteen nibbles that sample the quote's letters: the more of the text two quotes share, the more nibbles do.
/// Spaces, punctuation and ASCII case do not count.
std::uint64_t sketch_of(std::string_view quote);

/// Whether two quotes say the same in nearly the same words.
bool nearly_equal(std::uint64_t sketch, std::uint64_t other);

/// How often a frame reads aright, read from `graph/reliability.tsv`.
class Reliability {
public:
    explicit Reliability(const Pack& pack);
    /// By the frame's name, else by its file's (`file.*`), else the default.
    double of(std::string_view frame) const;

private:
    std::unordered_map<std::string, double> by_frame_;
};

/// One statement of an edge, as belief sees it.
struct Testimonial {
    std::uint32_t document = 0;
    std::uint32_t publisher = 0; ///< 0: not known
    std::uint64_t sketch = 0;
    double trust = 0; ///< reliability of the frame times confidence of the reading
};

/// What statements amount to.
struct Belief {
    double confidence = 0;
    std::uint32_t sources = 0;
};

/// 1 − Π over independent sources of what each leaves in doubt. Statements of one document, of one publisher, and nearly
/// equal quotes are one source; a source that says it often leaves little less doubt than its best statement does.
/// The order of the testimonials does not matter. `source_of`, where given, receives the number of each one's source.
Belief believe(std::span<const Testimonial> testimonials, std::vector<std::uint32_t>* source_of = nullptr);

/// What is left of a confidence where others say the opposite.
double contested(double confidence, double opposite);

} // namespace jokbo

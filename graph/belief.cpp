#include "graph/belief.hpp"

#include "graph/hash.hpp"
#include "schema/table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <numeric>

namespace jokbo {

namespace {

constexpr std::size_t buckets = 16;
/// Bytes of a shingle: three Hangul syllables, nine letters.
constexpr std::size_t shingle = 9;
/// Nibbles that must agree. Quotes that share nine tenths of their shingles agree in 14 or 15, unrelated ones in one.
constexpr int nearly_equal_nibbles = 12;
/// What many statements of one source can take from the doubt that its best statement leaves.
constexpr double repetition_floor = 0.8;
/// How much a fully believed denial takes from an assertion.
constexpr double opposition_weight = 0.5;
/// Nothing that was only read is certain.
constexpr double most_trust = 0.99;

bool counts(unsigned char byte) {
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

/// Dashes, quotation marks and dots (U+2000 to U+203F) and those of CJK (U+3000 to U+303F), three bytes each.
bool is_punctuation(std::string_view text) {
    return text.size() >= 3 && (text.starts_with("\xE2\x80") || text.starts_with("\xE3\x80"));
}

unsigned char lower(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
}

std::uint64_t mixed(std::uint64_t hash) {
    hash ^= hash >> 31U;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ hash >> 29U;
}

class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i) {
            i = parent_[i] = parent_[parent_[i]];
        }
        return i;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// Unites neighbours after sorting by `key`, 0 standing for nothing in common.
template <class Key>
void unite_equal(std::span<const Testimonial> testimonials, std::vector<std::uint32_t>& order, Groups& groups,
                 Key key) {
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return key(testimonials[i]); });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (key(testimonials[order[i]]) != 0 && key(testimonials[order[i]]) == key(testimonials[order[i - 1]])) {
            groups.unite(order[i], order[i - 1]);
        }
    }
}

double doubt_of_source(double best, std::size_t statements) {
    return (1 - std::min(best, most_trust)) * std::pow(repetition_floor, 1.0 - 1.0 / static_cast<double>(statements));
}

double rounded(double confidence) { return std::round(confidence * 1e6) / 1e6; }

} // namespace

std::uint64_t sketch_of(std::string_view quote) {
    // A rolling polynomial over the kept bytes; `leaving` is the multiplier's power that a byte has when it leaves.
    constexpr std::uint64_t base = 0x100000001B3ULL;
    constexpr std::uint64_t leaving = [] {
        std::uint64_t power = 1;
        for (std::size_t i = 0; i < shingle; ++i) {
            power *= base;
        }
        return power;
    }();
    std::array<unsigned char, shingle> window{};
    std::array<std::uint64_t, buckets> least;
    least.fill(~0ULL);
    std::uint64_t hash = 0;
    std::size_t kept = 0;
    std::size_t slot = 0;
    for (std::size_t i = 0; i < quote.size(); ++i) {
        const auto byte = static_cast<unsigned char>(quote[i]);
        if (!counts(byte)) {
            continue;
        }
        if (is_punctuation(quote.substr(i))) {
            i += 2;
            continue;
        }
        const auto low = lower(byte);
        hash = hash * base + low + 1;
        if (kept >= shingle) {
            hash -= leaving * (window[slot] + 1ULL);
        }
        window[slot] = low;
        slot = slot + 1 == shingle ? 0 : slot + 1;
        if (++kept >= shingle) {
            const auto sample = mixed(hash);
            auto& bucket = least[sample >> 60U];
            bucket = std::min(bucket, sample);
        }
    }
    if (kept < shingle) {
        return mixed(hash + kept) | 1U;
    }
    // An empty bucket borrows from the next full one, so that short quotes compare as well.
    std::uint64_t sketch = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        std::size_t from = i;
        while (least[from] == ~0ULL) {
            from = (from + 1) % buckets;
        }
        sketch = sketch << 4U | (least[from] & 15U);
    }
    return sketch;
}

bool nearly_equal(std::uint64_t sketch, std::uint64_t other) {
    std::uint64_t differing = sketch ^ other;
    differing |= differing >> 2U;
    differing |= differing >> 1U;
    return static_cast<int>(buckets) - std::popcount(differing & 0x1111111111111111ULL) >= nearly_equal_nibbles;
}

Reliability::Reliability(const Pack& pack) {
    for (const auto& row : read_table(pack.file("graph/reliability.tsv"), {"frame", "reliability", "right", "read"})) {
        double value = 0;
        const auto [end, error] = std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (error != std::errc() || end != row[1].data() + row[1].size() || value <= 0 || value > 1) {
            throw row.error(1, "a reliability is a number above 0 and up to 1");
        }
        if (!by_frame_.emplace(row[0], value).second) {
            throw row.error(0, "this frame stands here twice");
        }
    }
}

double Reliability::of(std::string_view frame) const {
    for (const auto& key :
         {std::string(frame), std::string(frame.substr(0, frame.find('.'))) + ".*", std::string("*")}) {
        if (const auto found = by_frame_.find(key); found != by_frame_.end()) {
            return found->second;
        }
    }
    return most_trust;
}

Belief believe(std::span<const Testimonial> testimonials, std::vector<std::uint32_t>* source_of) {
    const auto size = testimonials.size();
    if (size == 1) {
        if (source_of != nullptr) {
            source_of->assign(1, 0);
        }
        return {rounded(1 - doubt_of_source(testimonials[0].trust, 1)), 1};
    }
    Groups groups(size);
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    unite_equal(testimonials, order, groups, [](const Testimonial& one) { return std::uint64_t{one.publisher}; });
    unite_equal(testimonials, order, groups, [](const Testimonial& one) { return one.document + 1ULL; });
    unite_equal(testimonials, order, groups, [](const Testimonial& one) { return one.sketch; });
    // Equal sketches stand together now: one of each is enough to compare.
    std::vector<std::uint32_t> distinct;
    for (const auto i : order) {
        if (distinct.empty() || testimonials[distinct.back()].sketch != testimonials[i].sketch) {
            distinct.push_back(i);
        }
    }
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        for (std::size_t j = i + 1; j < distinct.size(); ++j) {
            if (nearly_equal(testimonials[distinct[i]].sketch, testimonials[distinct[j]].sketch)) {
                groups.unite(distinct[i], distinct[j]);
            }
        }
    }
    struct Source {
        double best = 0;
        std::size_t statements = 0;
    };
    std::vector<Source> sources(size);
    for (std::uint32_t i = 0; i < size; ++i) {
        auto& source = sources[groups.find(i)];
        source.best = std::max(source.best, testimonials[i].trust);
        ++source.statements;
    }
    if (source_of != nullptr) {
        std::vector<std::uint32_t> number(size, 0);
        std::uint32_t next = 0;
        source_of->resize(size);
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto root = groups.find(i);
            if (root == i) {
                number[i] = next++;
            }
            (*source_of)[i] = number[root];
        }
    }
    std::vector<double> doubts;
    for (const auto& source : sources) {
        if (source.statements != 0) {
            doubts.push_back(doubt_of_source(source.best, source.statements));
        }
    }
    // Multiplied in the order of their size, so that the last digit depends on the set alone.
    std::ranges::sort(doubts);
    const double doubt = std::accumulate(doubts.begin(), doubts.end(), 1.0, std::multiplies<>());
    return {rounded(1 - doubt), static_cast<std::uint32_t>(doubts.size())};
}

double contested(double confidence, double opposite) {
    return rounded(confidence * (1 - opposition_weight * opposite));
}

} // namespace jokbo

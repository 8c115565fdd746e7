#pragma once

#include "graph/belief.hpp"
#include "graph/records.hpp"
#include "graph/sqlite.hpp"
#include "graph/store.hpp"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jokbo {

/// A statement on its way into an edge. `subject` and `object` are mentions first, entities later.
struct Claim {
    std::int64_t statement = 0;
    std::uint64_t sketch = 0;
    std::uint32_t subject = 0;
    std::uint32_t object = 0;    ///< of an attribute: the number of its value
    std::uint32_t predicate = 0; ///< its term
    std::uint32_t edge = 0;      ///< where it has one already
    std::uint32_t said = 0;      ///< number of the qualifiers that edges show, 0: none
    float trust = 0;
    Status status = Status::asserted;
    enum class Kind : std::uint8_t { relation, attribute } kind = Kind::relation;
    enum class Review : std::uint8_t { none, accepted } review = Review::none;
};

/// An edge as its claims make it.
struct EdgeDraft {
    double confidence = 0;
    std::uint32_t documents = 0;
    std::uint32_t sources = 0;
    Edge::Review review = Edge::Review::none;
    std::string first_seen;
    std::string last_seen;
    std::string when;
    std::string how;
    std::string component;
    std::string amount;
};

/// What claims refer to: values, qualifiers, documents, frames. Each is read once.
class ClaimReader {
public:
    static constexpr const char* columns =
        "c.id, c.subject, c.predicate, c.object, c.value, c.status, c.confidence, c.frame, c.sketch, c.qualifiers";

    explicit ClaimReader(const Store::Engine& engine) : engine_(engine) {}

    /// The row that `row` stands on, its columns as above from `first` on.
    Claim read(const Query& row, int first = 0);

    std::uint32_t value_number(const Query& row, int column);
    const std::string& value(std::uint32_t number) const { return values_.at(number).text; }
    /// Binds it as the store keeps it: counts as integers.
    void bind_value(Query& query, int index, std::uint32_t number) const;
    std::uint32_t find_value(std::string_view text) const;

    /// The same for one publisher (where not known: one host), 0 for nobody.
    std::uint32_t publisher_number(std::string_view publisher, std::string_view url);

    /// Reads what is known of all documents at once, before many claims.
    void read_all_documents();

    /// Sorts the claims and gives each edge with its claims to `sink`. Statements about a thing and itself go to `loops`.
    using Sink = std::function<void(const EdgeDraft&, std::span<const Claim>)>;
    void group(std::vector<Claim>& claims, const Sink& sink, std::vector<std::int64_t>& loops);

private:
    struct DocumentFacts {
        std::uint32_t published = 0;
        std::uint32_t publisher = 0;
    };
    struct Said {
        std::string when;
        std::string how;
        std::string component;
        std::string amount;
        bool operator==(const Said&) const = default;
    };
    struct KeptValue {
        std::string text;
        bool is_integer = false;
    };

    DocumentFacts facts(std::int64_t statement);
    DocumentFacts facts_from(std::string_view published, std::string_view publisher, std::string_view url);
    std::uint32_t say(std::string_view qualifiers);
    EdgeDraft draft(std::span<const Claim> claims);

    const Store::Engine& engine_;
    std::unordered_map<std::uint32_t, double> reliability_; ///< by the frame's term
    std::unordered_map<std::string, std::uint32_t> value_numbers_;
    std::vector<KeptValue> values_;
    std::unordered_map<std::string, std::uint32_t> said_numbers_;
    std::vector<Said> said_{1};
    std::unordered_map<std::int64_t, DocumentFacts> documents_;
    std::vector<DocumentFacts> all_documents_; ///< by id, where all were read at once
    std::unordered_map<std::string, std::uint32_t> dates_;
    std::vector<std::string> date_texts_{1};
    std::unordered_map<std::string, std::uint32_t> publishers_; ///< folded
    std::unordered_map<std::string, std::uint32_t> spellings_;
    std::vector<Testimonial> testimonials_;
};

} // namespace jokbo

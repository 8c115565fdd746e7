#pragma once

#include "eval/gold.hpp"
#include "schema/statement.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// The form under which names count as the same here: folded (schema/text.hpp), without any punctuation.
std::string folded_for_score(std::string_view name);
/// A value as one line.
std::string value_for_score(const Value& value);

/// What a page says to a statement.
enum class Verdict : std::uint8_t {
    wrong,        ///< it knows no such fact
    other_status, ///< it knows the fact, but not as asserted, planned, …
    right,
};

/// Which facts of one page a system's statements hit.
///
/// Two entities match when their types agree and any of their names do. A gold entity that is only described matches any
/// entity of its type that the system marks so. Repeated statements of one fact count once.
class PageScore {
public:
    /// `page` and `ontology` must outlive it.
    PageScore(const GoldPage& page, const Ontology& ontology);

    Verdict take(const Statement& statement);

    const GoldPage& page() const { return *page_; }

    /// For each fact the first statement that hit it.
    const std::vector<std::optional<Statement>>& hits() const { return hits_; }

    /// The first of each that hit nothing.
    std::vector<Statement> wrongs() const;

    /// Of the demanded facts that were hit.
    std::size_t status_seen() const { return status_seen_; }
    std::size_t status_right() const { return status_right_; }

private:
    std::vector<std::uint32_t> entities_like(const Mention& mention) const;
    bool matches(const GoldForm& form, const std::vector<std::uint32_t>& subjects, const Statement& statement,
                 const std::vector<std::uint32_t>& objects) const;
    void note_wrong(const Statement& statement);

    const GoldPage* page_;
    const Ontology* ontology_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_; ///< type and folded name → entities
    std::vector<std::optional<Statement>> hits_;
    using Claim = std::tuple<std::string, std::string, std::string>;
    std::map<Claim, std::size_t> wrong_claims_;
    std::vector<Statement> wrongs_;
    std::size_t status_seen_ = 0;
    std::size_t status_right_ = 0;
};

/// How many demanded facts were hit and missed, and how many statements hit nothing.
struct Tally {
    std::size_t right = 0;
    std::size_t missed = 0;
    std::size_t wrong = 0;

    double precision() const;
    double recall() const;
};

/// The sum over pages.
struct Score {
    std::size_t documents = 0;
    std::map<std::string, Tally> by_predicate;
    std::size_t optional_hits = 0;
    std::size_t status_seen = 0;
    std::size_t status_right = 0;

    void add(const PageScore& page, const Ontology& ontology);

    Tally total() const;
    double precision() const; ///< optional facts that were hit count as right here, and nowhere else
    double recall() const;
    double f1() const;
    double status() const;

    /// A line a relation with its counts, and a closing line.
    std::string table() const;
};

/// Whether the evidence is what the text holds at its place.
bool quote_stands(const Evidence& evidence, std::string_view text);

} // namespace jokbo

#include "eval/score.hpp"

#include "schema/pack.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

namespace {

const Ontology& ontology() {
    static const Ontology loaded = Ontology::load(Pack::embedded());
    return loaded;
}

const GoldPage& page() {
    static const GoldPage read = gold_page(R"({
        "document": "page", "text": "texts/page.md", "language": "en",
        "entities": {"aria": {"type": "Model", "names": ["Aria 2.0", "아리아 2.0"]},
                     "acme": {"type": "Organization", "names": ["Acme"]},
                     "beta": {"type": "Organization", "names": ["Beta"]},
                     "thing": {"type": "Model", "names": ["a 7B model"], "named": false}},
        "facts": [{"s": "aria", "r": "developed_by", "o": "acme", "status": "planned"},
                  {"s": "acme", "r": "partners_with", "o": "beta"},
                  {"s": "thing", "r": "developed_by", "o": "beta"},
                  {"s": "aria", "r": "based_on", "o": "thing", "optional": true}],
        "attributes": [{"s": "aria", "a": "parameters", "v": 7200000000}]})",
                                           "gold/page.json", ontology());
    return read;
}

Mention mention(const char* type, const char* name, Naming naming = Naming::named) {
    return {ontology().type_named(type), name, {name}, naming};
}

Statement says(Mention subject, const char* predicate, std::variant<Mention, Value> object) {
    Statement statement;
    statement.document = "page";
    statement.subject = std::move(subject);
    statement.predicate = ontology().predicate_named(predicate);
    statement.object = std::move(object);
    return statement;
}

/// right, optional, wrong, missed of these statements.
std::vector<std::size_t> counts(const std::vector<Statement>& statements) {
    PageScore score(page(), ontology());
    for (const auto& statement : statements) {
        score.take(statement);
    }
    Score sum;
    sum.add(score, ontology());
    return {sum.total().right, sum.optional_hits, sum.total().wrong, sum.total().missed};
}

using Counts = std::vector<std::size_t>;

} // namespace

TEST_CASE("names match whatever their case, spaces and punctuation") {
    for (const auto* name : {"Aria 2.0", "aria-20", "ARIA2.0", "아리아2.0"}) {
        CHECK(counts({says(mention("Model", name), "developed_by", mention("Organization", "ACME"))}) ==
              Counts{1, 0, 0, 3});
    }
    CHECK(counts({says(mention("Product", "Aria 2.0"), "developed_by", mention("Organization", "Acme"))}) ==
          Counts{0, 0, 1, 4});
}

TEST_CASE("symmetric relations hold both ways, others do not") {
    CHECK(counts({says(mention("Organization", "Beta"), "partners_with", mention("Organization", "Acme"))}) ==
          Counts{1, 0, 0, 3});
    CHECK(counts({says(mention("Organization", "Acme"), "developed_by", mention("Model", "Aria 2.0"))}) ==
          Counts{0, 0, 1, 4});
}

TEST_CASE("what is only described matches what is only described") {
    const auto made = [](Naming naming) {
        return says(mention("Model", "the reasoning LLM", naming), "developed_by", mention("Organization", "Beta"));
    };
    CHECK(counts({made(Naming::described)}) == Counts{1, 0, 0, 3});
    CHECK(counts({made(Naming::named)}) == Counts{0, 0, 1, 4});
}

TEST_CASE("optional facts are neither demanded nor held against") {
    CHECK(counts({says(mention("Model", "Aria 2.0"), "based_on", mention("Model", "a 7B model"))}) ==
          Counts{0, 1, 0, 4});
}

TEST_CASE("counts agree to one per cent") {
    const auto sized = [](std::int64_t size) { return says(mention("Model", "Aria 2.0"), "parameters", Value(size)); };
    CHECK(counts({sized(7'270'000'000)}) == Counts{1, 0, 0, 3});
    CHECK(counts({sized(7'280'000'000)}) == Counts{0, 0, 1, 4});
}

TEST_CASE("the same wrong claim counts once") {
    const auto one = says(mention("Organization", "Acme"), "partners_with", mention("Organization", "Gamma"));
    const auto same = says(mention("Organization", "GAMMA"), "partners_with", mention("Organization", "acme"));
    CHECK(counts({one, same, one}) == Counts{0, 0, 1, 4});
}

TEST_CASE("the status of the first hit counts") {
    PageScore score(page(), ontology());
    auto statement = says(mention("Model", "Aria 2.0"), "developed_by", mention("Organization", "Acme"));
    score.take(statement);
    statement.status = Status::planned;
    score.take(statement);
    CHECK(score.status_seen() == 1);
    CHECK(score.status_right() == 0);
}

TEST_CASE("the table adds up") {
    PageScore score(page(), ontology());
    score.take(says(mention("Model", "Aria 2.0"), "developed_by", mention("Organization", "Acme")));
    score.take(says(mention("Model", "Aria 2.0"), "developed_by", mention("Organization", "Gamma")));
    Score sum;
    sum.add(score, ontology());
    CHECK(sum.table() == "relation            right missed  wrong      P      R\n"
                         "developed_by            1      1      1   0.50   0.50\n"
                         "parameters              0      1      0   1.00   0.00\n"
                         "partners_with           0      1      0   1.00   0.00\n"
                         "1 documents  precision 0.500  recall 0.250  F1 0.333  status 0.000  "
                         "(right 1, optional 0, wrong 1, missed 3)\n");
}

TEST_CASE("a quote stands where the text holds it, broken bytes repaired") {
    CHECK(quote_stands({{2, 5},
                        "b\xEF\xBF\xBD"
                        "c",
                        ""},
                       "a b\xFF"
                       "c"));
    CHECK_FALSE(quote_stands({{2, 5}, "bc", ""}, "a b\xFF"
                                                 "c"));
    CHECK_FALSE(quote_stands({{2, 50}, "b", ""}, "a b"));
}

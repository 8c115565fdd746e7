#include "schema/statement_json.hpp"

#include "schema/error.hpp"
#include "schema/pack.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

namespace {

const Ontology& ontology() {
    static const Ontology loaded = Ontology::load(Pack::embedded());
    return loaded;
}

Statement fine_tuning() {
    Statement statement;
    statement.document = "page";
    statement.subject = {ontology().type_named("Model"), "아리아 1.0", {"아리아 1.0", "Aria \"1.0\""}, Naming::named};
    statement.predicate = ontology().predicate_named("based_on");
    statement.object = Mention{ontology().type_named("Model"), "a 7B model", {"a 7B model"}, Naming::described};
    statement.status = Status::alleged;
    statement.qualifiers = {"2025-07", "fine_tuned", "weights", "", "", "Acme", Money{15'000'000'000, "KRW"}};
    statement.confidence = 0.9;
    statement.evidence = {{10, 42}, "줄\n바꿈", "based_on.genitive"};
    return statement;
}

std::string line_of(const Statement& statement) {
    std::string line;
    append_json_line(line, statement, ontology());
    return line;
}

std::string complaint(std::string_view line) {
    try {
        statement_from_json(line, ontology());
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST_CASE("a statement is one line") {
    CHECK(
        line_of(fine_tuning()) ==
        R"({"document":"page","subject":{"type":"Model","name":"아리아 1.0","names":["아리아 1.0","Aria \"1.0\""],"named":true},)"
        R"("relation":"based_on","object":{"type":"Model","name":"a 7B model","names":["a 7B model"],"named":false},)"
        R"("status":"alleged","when":"2025-07","how":"fine_tuned","component":"weights","attributed_to":"Acme",)"
        R"("amount":{"value":15000000000,"currency":"KRW"},"confidence":0.9,)"
        R"("evidence":{"start":10,"end":42,"quote":"줄\n바꿈","frame":"based_on.genitive"}})"
        "\n");
}

TEST_CASE("what was written is read back") {
    CHECK(statement_from_json(line_of(fine_tuning()), ontology()) == fine_tuning());
    const std::pair<const char*, Value> attributes[] = {{"parameters", std::int64_t{72'000'000'000}},
                                                        {"from_scratch", true},
                                                        {"release_date", std::string("2025-07-03")},
                                                        {"valuation", Money{6'800'000'000, "USD"}}};
    for (const auto& [name, value] : attributes) {
        auto statement = fine_tuning();
        statement.predicate = ontology().predicate_named(name);
        statement.object = value;
        CHECK(statement_from_json(line_of(statement), ontology()) == statement);
    }
}

TEST_CASE("only the bare statement is needed") {
    const auto statement = statement_from_json(
        R"({"document": "d", "subject": {"name": "Aria", "type": "Model"}, "attribute": "parameters", "value": 7.2e10,
            "evidence": {"start": 0, "end": 4, "quote": "Aria"}})",
        ontology());
    CHECK(statement.subject.names == std::vector<std::string>{"Aria"});
    CHECK(statement.status == Status::asserted);
    CHECK(std::get<Value>(statement.object) == Value(std::int64_t{72'000'000'000}));
}

TEST_CASE("bytes that are no UTF-8 are repaired, not written") {
    auto statement = fine_tuning();
    statement.evidence.quote = "broken \xFF byte";
    CHECK(statement_from_json(line_of(statement), ontology()).evidence.quote == "broken \xEF\xBF\xBD byte");
}

TEST_CASE("a line that is no statement says why") {
    const std::string subject = R"({"document":"d","subject":{"name":"A","type":"Model"},)";
    const std::string evidence = R"("evidence":{"start":0,"end":1,"quote":"A"}})";
    CHECK_THAT(complaint("{\"document\": "), ContainsSubstring("not JSON at byte"));
    CHECK(complaint("[]") == "not a JSON object");
    CHECK(complaint("{}") == "\"document\" is missing");
    CHECK(complaint(R"({"document":7})") == "\"document\" is not a string");
    CHECK_THAT(complaint(subject + R"("relation":"bsed_on",)" + evidence), ContainsSubstring("based_on"));
    CHECK(complaint(subject + R"("relation":"parameters",)" + evidence) == "parameters is no relation");
    CHECK(complaint(subject + R"("attribute":"parameters","value":"many",)" + evidence) ==
          "\"value\" is not a whole number");
    CHECK(complaint(subject + R"("attribute":"parameters","value":1.5,)" + evidence) ==
          "\"value\" is not a whole number");
    CHECK(complaint(subject + R"("attribute":"parameters","value":7,"evidence":{"start":4,"end":4,"quote":""}})") ==
          "the evidence runs from 4 to 4");
    CHECK(complaint(subject + R"("attribute":"parameters","value":7,"status":"sure",)" + evidence) ==
          "there is no status 'sure'");
}

#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::reader;

namespace {

using Lines = std::vector<std::string>;

/// `investor invests_in target` of what a text states.
Lines investments_in(const std::string& text) {
    Lines lines;
    for (const auto& s : reader().read(text)) {
        if (const auto* target = std::get_if<Mention>(&s.object);
            target != nullptr && reader().ontology.predicate(s.predicate).name == "invests_in") {
            lines.push_back(s.subject.name + " invests_in " + target->name);
        }
    }
    return lines;
}

} // namespace

TEST_CASE("the startup is the one that the text has called a startup", "[reading]") {
    CHECK(investments_in("The startup Cohere grew. OpenAI grew. OpenAI spoke. Nvidia invested in the startup.") ==
          Lines{"Nvidia invests_in Cohere"});
    CHECK(investments_in("Aidan's startup, Cohere, grew. OpenAI grew. OpenAI spoke. Nvidia backed the startup.") ==
          Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("a company looks back to who was spoken of", "[reading]") {
    CHECK(investments_in("Cohere grew. Nvidia invested in the company.") == Lines{"Nvidia invests_in Cohere"});
}

TEST_CASE("the round is of the one that raised it, not of who led it", "[reading]") {
    CHECK(investments_in("Cohere raised a Series D round. OpenAI praised it. OpenAI said Nvidia led the round.") ==
          Lines{"Nvidia invests_in Cohere"});
}

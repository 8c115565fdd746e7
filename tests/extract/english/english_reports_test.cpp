#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::reader;

namespace {

using Lines = std::vector<std::string>;

/// `subject relation object !status by speaker` of the lineage that a text states.
Lines lineage_in(const std::string& text) {
    Lines lines;
    for (const auto& s : reader().read(text)) {
        const auto& name = reader().ontology.predicate(s.predicate).name;
        if (const auto* object = std::get_if<Mention>(&s.object); object != nullptr && name == "based_on") {
            lines.push_back(s.subject.name + " based_on " + object->name + " !" + std::string(name_of(s.status)) +
                            (s.qualifiers.attributed_to.empty() ? "" : " by " + s.qualifiers.attributed_to));
        }
    }
    return lines;
}

} // namespace

TEST_CASE("a complement belongs to who says it", "[reading]") {
    CHECK(lineage_in("Upstage said A.X 4.0 is based on Qwen 2.5.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted by Upstage"});
}

TEST_CASE("a speaker may stand behind what is said", "[reading]") {
    CHECK(lineage_in("\"A.X 4.0 is based on Qwen 2.5,\" said Sam Altman, CEO of OpenAI.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted by Sam Altman"});
    CHECK(lineage_in("A.X 4.0 is based on Qwen 2.5, according to Reuters.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted by Reuters"});
}

TEST_CASE("what stands beside a report is the text's own", "[reading]") {
    CHECK(lineage_in("A.X 4.0 is based on Qwen 2.5. Upstage said nothing.") ==
          Lines{"A.X 4.0 based_on Qwen 2.5 !asserted"});
}

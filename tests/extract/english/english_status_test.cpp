#include "extract/english/english_status.hpp"

#include "tests/catch.hpp"
#include "tests/extract/english/parsed_english.hpp"

using namespace jokbo;
using namespace jokbo::english;

namespace {

Status status_of(const std::string& text) {
    const auto sentence = parsed(text);
    REQUIRE(!sentence.predications.empty());
    return english_status(text, sentence, sentence.predications.front(), reader().english);
}

} // namespace

TEST_CASE("English status is read from the verb's own clause and the verb it hangs on") {
    CHECK(status_of("Qorvex acquired Ternix.") == Status::asserted);
    CHECK(status_of("Qorvex will acquire Ternix.") == Status::planned);
    CHECK(status_of("Qorvex is considering acquiring Ternix.") == Status::planned);
    CHECK(status_of("Qorvex is close to acquiring Ternix.") == Status::planned);
    CHECK(status_of("Qorvex reportedly acquired Ternix.") == Status::alleged);
    CHECK(status_of("Qorvex acquired Ternix, alleging theft.") == Status::asserted);
    CHECK(status_of("Qorvex acquired Ternix for allegedly copying it.") == Status::asserted);
    CHECK(status_of("The plan, as reportedly changed by Qorvex CEO Jonathan Rosser, failed.") == Status::asserted);
    CHECK(status_of("Qorvex allegedly acquired Ternix.") == Status::alleged);
    CHECK(status_of("Qorvex denied that it acquired Ternix.") == Status::denied);
    CHECK(status_of("Qorvex's deal to acquire Ternix fell apart.") == Status::ended);
    CHECK(status_of("Ex-Qorvex CEO Jonathan Rosser spoke.") == Status::ended);
    CHECK(status_of("Former chief Jonathan Rosser built Qorvex.") == Status::asserted);
    CHECK(status_of("Qorvex to acquire Ternix") == Status::planned);
    CHECK(status_of("Qorvex tried to acquire Ternix.") == Status::planned);
    CHECK(status_of("Jonathan Rosser, previously the CEO of Qorvex, spoke.") == Status::ended);
}

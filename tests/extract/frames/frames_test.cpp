#include "extract/frames/frames.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

namespace {

Frames frames_with(std::string text) {
    auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    const auto korean = Cues::load(pack, Language::korean);
    const auto english = Cues::load(pack, Language::english);
    Pack small;
    small.add(pack.file("extract/cues/roles.tsv"));
    small.add({"extract/frames/test.frames", std::move(text), "test.frames"});
    return Frames::load(small, ontology, korean, english);
}

std::string fault_of(const std::string& text) {
    try {
        frames_with(text);
    } catch (const DataError& fault) {
        return fault.what();
    }
    return "none";
}

} // namespace

TEST_CASE("a frame is compiled into its triggers and shapes", "[frames]") {
    const auto frames = frames_with("frame buy acquires(buyer, target)\n"
                                    "  ko v 인수하|지분을 사들이|자회사로 편입하 : buyer=subject target=object\n"
                                    "  en v acquire|take .. stake|team up : buyer=subject target=object\n"
                                    "  ko ~ {buyer}~의 {target} 인수\n");
    REQUIRE(frames.frames().size() == 1);
    CHECK(frames.frames()[0].name == "test.buy");
    REQUIRE(frames.triggers().size() == 6);
    CHECK(frames.triggers()[1].object == "지분");
    CHECK(frames.triggers()[2].object_mark == "로");
    CHECK(frames.triggers()[4].object == "stake");
    CHECK(frames.triggers()[5].company == std::vector<std::string>{"up"});
    REQUIRE(frames.patterns().size() == 1);
    CHECK(frames.patterns()[0].elements.size() == 4);
}

TEST_CASE("brackets in a trigger are written out", "[frames]") {
    const auto frames = frames_with("frame give supplies(from, to)\n"
                                    "  en v rent|(sell|lease) .. (chip|server) : from=subject to=to\n");
    std::vector<std::string> triggers;
    for (const auto& trigger : frames.triggers()) {
        triggers.push_back(trigger.head + " " + trigger.object);
    }
    CHECK(triggers == std::vector<std::string>{"rent ", "sell chip", "sell server", "lease chip", "lease server"});
}

TEST_CASE("what does not hold together is told with its place", "[frames]") {
    CHECK_THAT(fault_of("frame x buys(a, b)\n"),
               ContainsSubstring("test.frames:1:9: there is no relation or attribute 'buys'"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  en v buy : a=subject\n"),
               ContainsSubstring("slot 'b' has no role here"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  en v buy : a=subject c=object\n"),
               ContainsSubstring("the frame has no slot 'c'"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  en v buy : a=subject b=beneath\n"),
               ContainsSubstring("there is no role 'beneath'"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  ko ~ {a} <no.such> {b}\n"),
               ContainsSubstring("there is no class of words 'no.such'"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  slot a: Company\n"),
               ContainsSubstring("there is no type 'Company'"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\nframe x acquires(a, b)\n"),
               ContainsSubstring("a frame of that name already"));
    CHECK_THAT(fault_of("en v buy : a=subject\n"), ContainsSubstring("a file begins with"));
    CHECK_THAT(fault_of("frame x acquires(a, b)\n  +en Lumen bought Tern.\n"),
               ContainsSubstring("a positive example says what it states"));
}

#include "tests/extract/frame_examples.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

TEST_CASE("every example of every frame is read as it says", "[frames]") {
    const auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    std::size_t count = 0;
    const auto faults = testing::faults_of_examples(pack, ontology, &count);
    CHECK(count > 300);
    for (const auto& fault : faults) {
        UNSCOPED_INFO(fault);
    }
    CHECK(faults.empty());
}

TEST_CASE("every frame shows two sentences that state it and one that does not, in each of its languages", "[frames]") {
    const auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    const auto korean = Cues::load(pack, Language::korean);
    const auto english = Cues::load(pack, Language::english);
    const auto frames = Frames::load(pack, ontology, korean, english);
    for (std::uint32_t i = 0; i < frames.frames().size(); ++i) {
        const auto& frame = frames.frames()[i];
        for (const auto language : {Language::korean, Language::english}) {
            const bool speaks =
                std::ranges::any_of(frames.triggers(),
                                    [&](const Trigger& trigger) {
                                        return trigger.language == language &&
                                               std::ranges::any_of(trigger.opens, [&](const Trigger::Opens& opens) {
                                                   return opens.frame == i;
                                               });
                                    }) ||
                std::ranges::any_of(frames.patterns(), [&](const PhrasePattern& pattern) {
                    return pattern.language == language && pattern.frame == i;
                });
            const auto examples = [&](FrameExample::Sign sign) {
                return std::ranges::count_if(frame.examples, [&](const FrameExample& example) {
                    return example.language == language && example.sign == sign;
                });
            };
            INFO(frame.name << (language == Language::korean ? ", Korean" : ", English"));
            CHECK((!speaks || examples(FrameExample::Sign::positive) >= 2));
            CHECK((!speaks || examples(FrameExample::Sign::negative) >= 1));
        }
    }
}

TEST_CASE("an example that fails is reported by its place", "[frames]") {
    auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    pack.add({"extract/frames/extra.frames",
              "frame wrong acquires(buyer, target)\n"
              "  ko v 칭찬하 : buyer=subject target=object\n"
              "  +ko [한빛:Organization]은 [나래:Organization]를 비판했다. > 한빛 acquires 나래\n"
              "  -ko [한빛:Organization]은 [나래:Organization]를 칭찬했다.\n",
              "extra.frames"});
    const auto faults = testing::faults_of_examples(pack, ontology);
    const auto reported = [&](std::string_view place) {
        return std::ranges::any_of(faults, [&](const std::string& fault) { return fault.starts_with(place); });
    };
    CHECK(reported("extra.frames:3: extra.wrong"));
    CHECK(reported("extra.frames:4: extra.wrong"));
}

#include "extract/korean/strange_words.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace jokbo;

namespace {

const TypeId organization{0};

std::vector<std::string> forms(const StrangeWords& words) {
    std::vector<std::string> forms;
    for (const auto& name : words.names()) {
        forms.emplace_back(name.form);
    }
    return forms;
}

} // namespace

TEST_CASE("what comes again under changing particles is a name", "[reading]") {
    StrangeWords words;
    words.see({"소담릭스", Particle::topic, {}, {}});
    words.see({"소담릭스", Particle::at, {}, {}});
    CHECK(forms(words).empty()); // twice may be a rare noun
    words.see({"소담릭스", Particle::topic, {}, {}});
    CHECK(forms(words) == std::vector<std::string>{"소담릭스"});
    CHECK(words.names().front().type.empty());
}

TEST_CASE("one neighbour that tells the kind stands for one more place", "[reading]") {
    StrangeWords words;
    words.see({"소담릭스", Particle::unmarked, TypeSet::of(organization), {}});
    words.see({"소담릭스", Particle::topic, {}, {}});
    REQUIRE(forms(words) == std::vector<std::string>{"소담릭스"});
    CHECK(words.names().front().type == TypeSet::of(organization));
}

TEST_CASE("under one particle alone a word is no name", "[reading]") {
    StrangeWords words;
    for (int i = 0; i < 6; ++i) {
        words.see({"초고밀도", Particle::unmarked, {}, {}});
    }
    CHECK(forms(words).empty());
}

TEST_CASE("a word that always stands behind the same other belongs to it", "[reading]") {
    StrangeWords words;
    words.see({"브리지아", Particle::topic, {}, "소담 브리지아"});
    words.see({"브리지아", Particle::object, {}, "소담 브리지아"});
    words.see({"브리지아", Particle::genitive, {}, "소담 브리지아"});
    CHECK(forms(words) == std::vector<std::string>{"소담 브리지아"});
    words.see({"브리지아", Particle::topic, {}, {}});
    CHECK(forms(words) == std::vector<std::string>{"브리지아"});
}

#include "extract/names/families.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"

#include <numeric>

using namespace jokbo;

namespace {

using Lines = std::vector<std::string>;

/// `member < family` among models of these names.
Lines families_of(const Lines& models) {
    static const auto pack = Pack::embedded();
    static const auto ontology = Ontology::load(pack);
    static const auto lexicon = Lexicon::load(pack, ontology);
    const auto model = ontology.type_named("Model");
    DocumentNames names(lexicon);
    std::vector<std::uint32_t> groups;
    for (const auto& name : models) {
        groups.push_back(names.of_form(name, TypeSet::of(model), 4));
    }
    Lines lines;
    for (const auto& [member, family] : families_among(groups, names, lexicon, model, Versions::of_models,
                                                       [](std::string_view word) { return word == "pro"; })) {
        lines.push_back(names[member].names.front() + " < " + names[family].names.front());
    }
    return lines;
}

} // namespace

TEST_CASE("a version has its family's name with a number or an edition behind it", "[names]") {
    CHECK(families_of({"Zorbo", "Zorbo 2", "Zorbo 2 Pro", "Zorbo2-7B"}) ==
          Lines{"Zorbo 2 < Zorbo", "Zorbo 2 Pro < Zorbo 2", "Zorbo2-7B < Zorbo 2"});
}

TEST_CASE("a longer name alone makes no version", "[names]") {
    CHECK(families_of({"Zorbo", "Zorbo Garden Set", "Zorborama 3", "GPT-4", "GPT-4o"}).empty());
}

#include "export/style.hpp"

#include "schema/pack.hpp"
#include "tests/catch.hpp"
#include "tests/export/world.hpp"
#include "tests/graph/little_graph.hpp"

using namespace jokbo;
using namespace jokbo::tests;

namespace {

Style style(const std::string& rows) {
    Pack pack;
    pack.add({"export/style.tsv", "selector\tattribute\tvalue\n" + rows, "mine.tsv"});
    return Style::load(pack, embedded_ontology());
}

} // namespace

TEST_CASE("later selectors and later rows outdo earlier ones") {
    const auto read = style("node\tcolor\tred\ntype:Model\tcolor\tblue\ntype:Model\tcolor\tgreen\n");
    CHECK(read.value("color", {"node"}) == "red");
    CHECK(read.value("color", {"node", "type:Model"}) == "green");
    CHECK(read.value("color", {"node", "type:Person"}) == "red");
    CHECK(read.value("shape", {"node"}).empty());
}

TEST_CASE("a selector of something unknown is pointed at") {
    CHECK_THROWS_WITH(style("type:Modl\tcolor\tred\n"),
                      ContainsSubstring("mine.tsv:2:6: there is no 'Modl' to style; did you mean 'Model'?"));
    CHECK_THROWS_WITH(style("noed\tcolor\tred\n"),
                      ContainsSubstring("mine.tsv:2:1: there is no 'noed' to style; did you mean 'node'?"));
    CHECK_THROWS_WITH(style("status:asserte\tcolor\tred\n"), ContainsSubstring("did you mean 'asserted'?"));
}

TEST_CASE("every type has a colour of its own") {
    const Style built_in = embedded_settings().style;
    std::vector<std::string_view> colours;
    for (const EntityType& type : embedded_ontology().types()) {
        const auto colour = built_in.value("fillcolor", {"type:" + type.name});
        INFO(type.name);
        CHECK_FALSE(colour.empty());
        CHECK(std::ranges::find(colours, colour) == colours.end());
        colours.push_back(colour);
    }
}

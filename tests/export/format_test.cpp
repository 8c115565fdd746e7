#include "export/format.hpp"

#include "tests/catch.hpp"
#include "tests/export/failing_stream.hpp"
#include "tests/export/golden.hpp"
#include "tests/export/world.hpp"

#include <ostream>

using namespace jokbo;
using namespace jokbo::tests;

namespace {

template <class Call>
std::string complaint(Call call) {
    try {
        call();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST_CASE("a file's suffix tells the format, the longest one and in any case") {
    CHECK(format_of_file("a/graph.svg").name == "svg");
    CHECK(format_of_file("graph.GV").name == "dot");
    CHECK(format_of_file("a.csv").name == "csv");
    CHECK(format_of_file("a.nodes.csv").name == "csv-nodes");
    CHECK(complaint([] { format_of_file("graph.pdf"); }).starts_with("the name of 'graph.pdf' tells no format"));
    CHECK(complaint([] { format_of_file(".svg"); }).starts_with("the name of '.svg' tells no format"));
}

TEST_CASE("a mistyped format gets the nearest one") {
    CHECK(complaint([] { format_named("jsonl"); }) ==
          "there is no format 'jsonl'; did you mean 'jsonld'?\n"
          "       the formats are dot, svg, png, jsonld, graphml, csv, csv-nodes");
}

TEST_CASE("same view, same bytes", "[same bytes]") {
    for (const Format& format : formats()) {
        INFO(format.name);
        CHECK((written(world(), format.name) == written(world(), format.name)));
    }
}

TEST_CASE("the order in which a graph was built does not show", "[same bytes]") {
    for (const Format& format : formats()) {
        INFO(format.name);
        CHECK((written(world(Order::forward), format.name) == written(world(Order::backward), format.name)));
    }
}

TEST_CASE("a stream that fails at whatever byte is reported") {
    const View view = pair_of_models();
    for (const Format& format : formats()) {
        const std::size_t size = written(view, format.name).size();
        // Pictures are handed over in one piece.
        const std::size_t step = format.name == "png" || format.name == "svg" ? size / 4 : 1;
        INFO(format.name);
        std::size_t reported = 0;
        std::size_t tried = 0;
        for (std::size_t bytes = 0; bytes < size; bytes += step, ++tried) {
            FullAfter buffer(bytes);
            std::ostream out(&buffer);
            try {
                write_view(view, format, embedded_settings(), out);
            } catch (const OutputError&) {
                ++reported;
            }
        }
        CHECK(reported == tried);
        FullAfter enough(size);
        std::ostream out(&enough);
        CHECK_NOTHROW(write_view(view, format, embedded_settings(), out));
    }
}

TEST_CASE("the world in every text format") {
    check_golden("world.dot", written(world(), "dot"));
    check_golden("world.jsonld", written(world(), "jsonld"));
    check_golden("world.graphml", written(world(), "graphml"));
    check_golden("world.csv", written(world(), "csv"));
    check_golden("world.nodes.csv", written(world(), "csv-nodes"));
}

TEST_CASE("an empty view is written in every format") {
    const View nothing = chain(0);
    for (const Format& format : formats()) {
        INFO(format.name);
        CHECK_FALSE(written(nothing, format.name).empty());
    }
}

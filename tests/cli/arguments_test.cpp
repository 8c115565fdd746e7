#include "cli/arguments.hpp"
#include "schema/error.hpp"

#include "tests/catch.hpp"

using namespace jokbo;
using namespace jokbo::cli;

namespace {

const Command paint{.name = "paint",
                    .summary = "",
                    .positionals = {{"WHAT", "the thing"}, {"WITH", "colours", Positional::Count::any}},
                    .options = {{.name = "coats", .metavar = "N", .help = "", .fallback = "2", .letter = 'c'},
                                {.name = "finish", .metavar = "KIND", .help = "", .choices = {"matt", "gloss"}},
                                {.name = "since", .metavar = "DATE", .help = ""},
                                {.name = "dry", .metavar = "", .help = ""}},
                    .example = ""};

Arguments parse(std::vector<std::string> words) { return Arguments::parse(paint, words); }

std::string complaint(std::vector<std::string> words) {
    try {
        parse(std::move(words));
    } catch (const UsageError& error) {
        return error.what();
    }
    return "none";
}

} // namespace

TEST_CASE("options stand anywhere, in every usual form") {
    CHECK(parse({"door"}).number("coats") == 2);
    CHECK(parse({"--coats", "3", "door"}).number("coats") == 3);
    CHECK(parse({"door", "--coats=4"}).number("coats") == 4);
    CHECK(parse({"door", "-c5"}).number("coats") == 5);
    CHECK(parse({"door", "-c", "6", "--dry"}).has("dry"));
    CHECK_FALSE(parse({"door"}).has("dry"));
    CHECK(parse({"--", "--dry"}).positional("WHAT") == "--dry");
    CHECK(parse({"-"}).positional("WHAT") == "-");
    CHECK(parse({"door", "red", "blue"}).positionals("WITH") == std::vector<std::string>{"red", "blue"});
}

TEST_CASE("a mistyped option gets a did-you-mean") {
    CHECK(complaint({"door", "--coast", "3"}) == "there is no option --coast; did you mean --coats?");
    CHECK(complaint({"door", "-x"}) == "there is no option -x");
    CHECK(complaint({"door", "--finish", "glos"}) ==
          "--finish cannot be 'glos' (did you mean 'gloss'?); it is one of matt, gloss");
    CHECK(complaint({"door", "--coats"}) == "--coats needs a value: --coats N");
    CHECK(complaint({"door", "--dry=yes"}) == "--dry takes no value");
    CHECK(complaint({}) == "paint needs WHAT (the thing)");
}

TEST_CASE("values are checked where they are asked for") {
    CHECK_THROWS_AS(parse({"door", "--coats", "two"}).number("coats"), UsageError);
    CHECK_THROWS_AS(parse({"door", "--coats", "0"}).number("coats", 1), UsageError);
    CHECK(parse({"door", "--since", "2025-07"}).date("since") == "2025-07");
    for (const auto* wrong : {"2025-13", "10.7.2025", "2025-7-1", "2025-07-32", "yesterday"}) {
        CHECK_THROWS_AS(parse({"door", "--since", wrong}).date("since"), UsageError);
    }
    CHECK_THROWS_AS(parse({"door"}).value("colour"), std::logic_error);
}

TEST_CASE("the command is found behind global options") {
    const auto line = split_command_line({"--db", "x.db", "show", "A.X"});
    CHECK(line.command == "show");
    CHECK(line.words == std::vector<std::string>{"--db", "x.db", "A.X"});
    CHECK_THROWS_WITH(command_named("hlep"), ContainsSubstring("did you mean 'help'?"));
}

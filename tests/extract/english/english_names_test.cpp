#include "extract/english/english_names.hpp"

#include "tests/catch.hpp"
#include "tests/extract/sentence_readers.hpp"

#include <string>
#include <vector>

using namespace jokbo;
using test::sentence_readers;
using test::taken_apart;

namespace {

using Lines = std::vector<std::string>;

/// "Qorvex: Organization": names that no lexicon holds, with the types that the sentence leaves open; more than two are "?".
Lines typed(const std::string& text) {
    auto sentence = taken_apart(text, Language::english);
    sentence_readers().english.discover(text, sentence);
    Lines lines;
    for (const auto& mention : sentence.mentions) {
        std::string types;
        std::size_t count = 0;
        for (const auto& type : sentence_readers().ontology.types()) {
            if (mention.types.has(type.id)) {
                types += (count++ == 0 ? "" : "|") + type.name;
            }
        }
        lines.push_back(std::string(mention.span.of(text)) + ": " + (count > 2 ? "?" : types));
    }
    return lines;
}

} // namespace

TEST_CASE("A noun beside an English name says what it is") {
    CHECK(typed("The startup Qorvex is new.") == Lines{"Qorvex: Organization"});
    CHECK(typed("It met Qorvex, a new lab focused on robots.") == Lines{"Qorvex: Organization"});
    CHECK(typed("Qorvex, the ‘Ternix’ data center builder backed by banks.") ==
          Lines{"Qorvex: Organization", "Ternix: ?"});
    CHECK(typed("The first version of its LLM, Qorvex, was trained.") == Lines{"Qorvex: Model"});
    CHECK(typed("According to its founder, Zorian Quellex, it works.") == Lines{"Zorian Quellex: Person"});
    CHECK(typed("They built it at the Basquian company.") == Lines{"Basquian: Place"});
}

TEST_CASE("What an English name does says what it is") {
    CHECK(typed("Yesterday Qorvex raised money.") == Lines{"Qorvex: Organization"});
    CHECK(typed("On Friday, Qorvex, which offers tools, grew.") == Lines{"Qorvex: Organization"});
    CHECK(typed("On Friday, Qorvex, which reportedly raised money, grew.") == Lines{"Qorvex: Organization"});
    CHECK(typed("It works, Zorian Quellex told reporters.") == Lines{"Zorian Quellex: Person"});
    CHECK(typed("She joined Qorvex in May.") == Lines{"Qorvex: Organization"});
}

TEST_CASE("What leads an English list says what its items are") {
    CHECK(typed("They use benchmarks such as Qorvex, Ternix and Oxalen.") ==
          Lines{"Qorvex: Dataset", "Ternix: Dataset", "Oxalen: Dataset"});
    CHECK(typed("It has two products: Qorvex and Ternix.") == Lines{"Qorvex: Product", "Ternix: Product"});
}

TEST_CASE("English names end where their last word does") {
    CHECK(typed("It was led by Qorvex VC and others.") == Lines{"Qorvex VC: Organization"});
    CHECK(typed("It falls under the “Qorvex for Ternia” initiative.") == Lines{"Qorvex for Ternia: Programme"});
    CHECK(typed("They launched Project Qorvex.") == Lines{"Project Qorvex: Programme"});
    CHECK(typed("It raised AU$330 million.").empty());
}

TEST_CASE("Developers and investors are people or companies, as their names look") {
    CHECK(typed("It was founded by the developer Zorian Quellex.") == Lines{"Zorian Quellex: Person"});
    CHECK(typed("It has the backing of investors including Qorvex and Ternix.") ==
          Lines{"Qorvex: Organization", "Ternix: Organization"});
}

TEST_CASE("A quotation may end its sentence") { CHECK_NOTHROW(typed("They all call it “The Qorvex Ternia”")); }

TEST_CASE("Titles in capitals are no names") {
    CHECK(typed("They met Chief Wibbling Officer Zorian Quellex there.") == Lines{"Zorian Quellex: Person"});
    CHECK(typed("She is the CEO of Qorvex now.") == Lines{"Qorvex: Organization"});
}

TEST_CASE("What stands beside a name is no name of its own") {
    CHECK(typed("They asked Senior Vice President Zorian Quellex.") == Lines{"Zorian Quellex: Person"});
    CHECK(typed("They tested the lightweight 30B-A3B model here.").empty());
    CHECK(typed("Zorian Quellex’s lawsuit against the state goes on.") == Lines{"Zorian Quellex: ?"});
}

TEST_CASE("English sentences that a page has glued together come apart") {
    const auto begins = [](std::string_view text) {
        std::vector<Token> tokens;
        tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
        Lines lines;
        for (const auto at : sentence_readers().english.glued_sentences(text, tokens)) {
            lines.emplace_back(text.substr(at, 6));
        }
        return lines;
    };
    CHECK(begins("the key takeawaysQorvex is new, the best of 2025Ternix released it") == Lines{"Qorvex", "Ternix"});
    CHECK(begins("there is a catchA brief look, more ImagesThe new") == Lines{"A brie", "The ne"});
    CHECK(begins("iPhone, xAI, LinkedIn, tvOS, thredUP, OpenAI and watchOS in 2025").empty());
}

TEST_CASE("An English description says what a name is, however long it is") {
    CHECK(typed("Then Qorvex, a 17-year-old Oslo-based law firm management software company, grew.").front() ==
          "Qorvex: Organization");
    CHECK(typed("Qorvex is a startup designing tools.") == Lines{"Qorvex: Organization"});
    CHECK(typed("Qorvex is the company’s coding tool.") == Lines{"Qorvex: Product"});
}

TEST_CASE("Words that sort and number stay within an English name") {
    CHECK(typed("It was led by B Quellex Capital.") == Lines{"B Quellex Capital: Organization"});
    CHECK(typed("They met Zorian Ten Systems.") == Lines{"Zorian Ten Systems: Organization"});
    CHECK(typed("It came from the AI Quellex Institute.") == Lines{"AI Quellex Institute: Organization"});
}

TEST_CASE("What an English name is called tells more than what is done to it") {
    CHECK(typed("She left to launch Qorvex, a new startup focused on robots.") == Lines{"Qorvex: Organization"});
    CHECK(typed("It runs on the Qorvex-based processor.") == Lines{"Qorvex: ?"});
    CHECK(typed("They met the Qorvex-based company.") == Lines{"Qorvex: Place"});
}

TEST_CASE("What somebody is in charge of and what heads a column are no names") {
    CHECK(typed("It hired the Vice President of Sports in May.").empty());
    CHECK(typed("In Brief").empty());
}

TEST_CASE("A full name is not that of the family's best known") {
    CHECK(typed("Then Jack Altman spoke.") == Lines{"Jack Altman: Person"});
}

TEST_CASE("A word of the language behind an English brand closes its name") {
    auto sentence_names = [](const std::string& text) {
        const auto& readers = sentence_readers();
        auto sentence = taken_apart(text, Language::english);
        EntityMention brand;
        brand.tokens = {1, 2};
        brand.span = {sentence.tokens[1].span.begin, sentence.tokens[1].span.end};
        brand.types = TypeSet::of(readers.ontology.type_named("Organization"));
        sentence.mentions.push_back(brand);
        readers.english.discover(text, sentence);
        Lines lines;
        for (const auto& mention : sentence.mentions) {
            lines.emplace_back(mention.span.of(text));
        }
        return lines;
    };
    CHECK(sentence_names("On Lumen Music they play.") == Lines{"Lumen Music"});
    CHECK(sentence_names("The Lumen Music Update") == Lines{"Lumen"});
    CHECK(sentence_names("On Lumen for Small Business they work.") == Lines{"Lumen for Small Business"});
    CHECK(sentence_names("On Lumen for Ternia Qorvex they work.").front() == "Lumen");
    CHECK(sentence_names("The Lumen President spoke.") == Lines{"Lumen"});
}

TEST_CASE("A programme's English name ends in what it is") {
    CHECK(typed("They spoke at the Qorvex Founder Summit.") == Lines{"Qorvex Founder Summit: Programme"});
    CHECK(typed("They spoke at the Qorvex Summit.") == Lines{"Qorvex Summit: Programme"});
    CHECK(typed("She joined the Qorvex Fellows Program.") == Lines{"Qorvex Fellows Program: Programme"});
    CHECK(typed("It won the Qorvex Olympiad.") == Lines{"Qorvex Olympiad: Dataset|Programme"});
}

TEST_CASE("An address is a company's or a product's name") {
    CHECK(typed("Last year Qorvex.ai met Ternix.js there.") ==
          Lines{"Qorvex.ai: Organization|Product", "Ternix.js: ?"});
}

TEST_CASE("Many of a kind and what an office is about are no English names") {
    CHECK(typed("They sell TVs, NPCs and OSes there.").empty());
    CHECK(typed("They asked the Privacy Commissioner about it.").empty());
    CHECK(typed("She was the VP of AI Safety Research before.").empty());
    CHECK(typed("They met the Senior Vice President of AI Product and Operations there.").empty());
    CHECK(typed("They think AI Model Optimization is new.").empty());
    CHECK(typed("They met a Special Government Employee there.") == Lines{"Special: ?"});
}

TEST_CASE("An English title and its charge end before a name") {
    CHECK(typed("They met Chief of Staff David Quellex there.") == Lines{"David Quellex: Person"});
    CHECK(typed("They met VC Zorian Quellex there.") == Lines{"Zorian Quellex: Person"});
}

TEST_CASE("A short given name is no abbreviation") {
    CHECK(typed("Then Ev Quellex joined them.") == Lines{"Ev Quellex: ?"});
    CHECK(typed("They sell EV Quellex there.") == Lines{"Quellex: ?"});
    CHECK(typed("The bill of Senators Zorian Quellex and Zara Ternix is new.") ==
          Lines{"Zorian Quellex: Person", "Zara Ternix: Person"});
}

TEST_CASE("What somebody owns may begin with its field's English name") {
    CHECK(typed("It was led by Quellex’s AI Fund this year.") == Lines{"Quellex: ?", "AI Fund: Organization"});
}

TEST_CASE("A number may begin an English firm's name") {
    CHECK(typed("It was led by Eight Capital with others.") == Lines{"Eight Capital: Organization"});
    CHECK(typed("It was led by Two Seas Capital with others.") == Lines{"Two Seas Capital: Organization"});
}

TEST_CASE("A row of tags names nothing") {
    CHECK(typed("Hardware, In Brief, Startups, seed capital, Venture").empty());
}

TEST_CASE("A word of the language behind an English title is nobody") {
    CHECK(typed("The Partner Program grew.") != Lines{"Program: Person"});
    CHECK(typed("Lead engineer Rosser spoke.") == Lines{"Rosser: Person"});
}

// The phenomena of Korean and English news, as `korean.md` and `english.md` beside this file show them.

#include "tests/catch.hpp"
#include "tests/extract/frame_examples.hpp"

#include <fstream>

using namespace jokbo;

namespace {

struct Case {
    int line = 0; ///< of the file, where its text begins
    std::string text;
    std::vector<std::string> read;     ///< statements that must come out
    std::vector<std::string> not_read; ///< statements, or mere relations, that must not
};

struct Phenomenon {
    std::string name;
    std::vector<Case> cases;
    std::map<std::string, std::string> names; ///< name → type
};

std::vector<Phenomenon> phenomena_in(const std::string& file) {
    std::ifstream in(JOKBO_SOURCE_DIR "/tests/extract/phenomena/" + file);
    REQUIRE(in.good());
    std::vector<Phenomenon> phenomena;
    std::string line;
    bool closed = true; // what follows begins another text
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.starts_with("## ")) {
            phenomena.push_back({line.substr(3), {}, {}});
            closed = true;
        } else if (phenomena.empty()) {
            continue;
        } else if (line.starts_with("> ")) {
            phenomena.back().cases.back().read.push_back(line.substr(2));
            closed = true;
        } else if (line.starts_with("not ")) {
            phenomena.back().cases.back().not_read.push_back(line.substr(4));
            closed = true;
        } else if (!line.empty() || !closed) {
            if (closed) {
                phenomena.back().cases.push_back({number, {}, {}, {}});
                closed = false;
            }
            phenomena.back().cases.back().text += testing::unmarked(line, phenomena.back().names) + "\n";
        }
    }
    return phenomena;
}

/// What may stand behind a statement: ` when=2025-05`, ` amount=9000000 USD`.
std::vector<std::string> qualifiers_of(const Statement& statement) {
    std::vector<std::string> written;
    const auto& qualifiers = statement.qualifiers;
    for (const auto& [name, value] : {std::pair("when", qualifiers.when), std::pair("role", qualifiers.role),
                                      std::pair("by", qualifiers.attributed_to)}) {
        if (!value.empty()) {
            written.push_back(fmt::format(" {}={}", name, value));
        }
    }
    if (qualifiers.amount) {
        written.push_back(fmt::format(" amount={}", testing::shown(*qualifiers.amount)));
    }
    return written;
}

/// Each statement in every way in which it may be written, by itself and with each qualifier, and the relations by themselves.
std::vector<std::string> said_in(const std::string& text, const Extractor& extractor, const Ontology& ontology) {
    Document document;
    document.id = "page";
    document.published = "2025-12-30";
    document.text = text;
    std::vector<std::string> said;
    extractor.extract(document, [&](const Statement& statement) {
        for (const auto& way : testing::ways_to_write(statement, ontology)) {
            said.push_back(way);
            for (const auto& qualifier : qualifiers_of(statement)) {
                said.push_back(way + qualifier);
            }
        }
        said.push_back(ontology.predicate(statement.predicate).name);
    });
    return said;
}

void check_all(const std::string& file) {
    const auto pack = Pack::embedded();
    const auto ontology = Ontology::load(pack);
    for (const auto& phenomenon : phenomena_in(file)) {
        const auto small = testing::with_names(pack, phenomenon.names);
        const auto lexicon = Lexicon::load(small, ontology);
        const Extractor extractor(small, ontology, lexicon);
        CHECK_FALSE(phenomenon.cases.empty());
        for (const auto& one : phenomenon.cases) {
            const auto said = said_in(one.text, extractor, ontology);
            const auto states = [&](const std::string& what) { return std::ranges::find(said, what) != said.end(); };
            INFO(file << ":" << one.line << ": " << phenomenon.name << "\n" << one.text);
            CHECK((one.read.size() + one.not_read.size()) > 0);
            for (const auto& statement : one.read) {
                INFO("must be read: " << statement);
                CHECK(states(statement));
            }
            for (const auto& statement : one.not_read) {
                INFO("must not be read: " << statement);
                CHECK_FALSE(states(statement));
            }
        }
    }
}

} // namespace

TEST_CASE("what Korean news does is read", "[phenomena]") { check_all("korean.md"); }

TEST_CASE("what English news does is read", "[phenomena]") { check_all("english.md"); }

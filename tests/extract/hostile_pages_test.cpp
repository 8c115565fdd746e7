// Whatever a page has become on its way here, it is read without a fall, and what is quoted stands in it.

#include "schema/text.hpp"
#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

using namespace jokbo;
using test::reader;

namespace {

constexpr int mutants_a_page = 40;
constexpr int changes = 30;

std::vector<std::string> sample_pages() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator("samples")) {
        paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<std::string> pages;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return pages;
}

/// Pieces cut out, doubled and put elsewhere, and marks where none belongs.
std::string mutant(std::string page, std::mt19937& random) {
    static const std::vector<std::string> marks = {"“",           "”",  "‘",    "’",        "\"",    "'",   "(",
                                                   ")",           "[",  "](",   "<a href=", "</td>", "&#x", "&amp;",
                                                   "|",           "▲",  "\n\n", "# ",       "- ",    "```", "---",
                                                   "다.",         "는", "의",   "CEO",      " of ",  "32B", "4.0",
                                                   "1조5000억원", "$5", "…"};
    const auto place = [&] { return page.empty() ? 0 : random() % page.size(); };
    page = page.substr(place());
    for (int i = 0; i < changes && !page.empty(); ++i) {
        switch (random() % 3) {
        case 0: page.insert(place(), marks[random() % marks.size()]); break;
        case 1: page.erase(place(), random() % 40); break;
        default: page.insert(place(), page.substr(place(), random() % 80)); break;
        }
    }
    return repaired(page);
}

} // namespace

TEST_CASE("broken pages are read, and quotes stand in them", "[reading]") {
    std::mt19937 random(20260110); // NOLINT: the same pages each time
    for (const auto& page : sample_pages()) {
        for (int i = 0; i < mutants_a_page; ++i) {
            const auto text = mutant(page, random);
            std::vector<Statement> statements;
            REQUIRE_NOTHROW(statements = reader().read(text));
            for (const auto& statement : statements) {
                const auto& [span, quote, frame] = statement.evidence;
                REQUIRE(span.end <= text.size());
                REQUIRE(span.of(text) == quote);
            }
        }
    }
}

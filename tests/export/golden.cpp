#include "tests/export/golden.hpp"

#include "tests/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace jokbo::tests {

namespace {

std::filesystem::path path_of(std::string_view name) {
    return std::filesystem::path(JOKBO_SOURCE_DIR) / "tests/export/golden" / name;
}

/// The place where they part, so that a failure can be read.
std::string difference(std::string_view expected, std::string_view actual) {
    std::size_t at = 0;
    while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) {
        ++at;
    }
    const auto from = at < 60 ? 0 : at - 60;
    return "they part at byte " + std::to_string(at) + "\nexpected …" + std::string(expected.substr(from, 160)) +
           "\nactual   …" + std::string(actual.substr(from, 160));
}

} // namespace

std::string golden_text(std::string_view name) {
    std::ifstream in(path_of(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void check_golden(std::string_view name, std::string_view actual) {
    if (std::getenv("JOKBO_UPDATE_GOLDENS") != nullptr) {
        std::ofstream(path_of(name), std::ios::binary) << actual;
    }
    const auto expected = golden_text(name);
    INFO(name << ": " << difference(expected, actual));
    CHECK((expected == actual));
}

} // namespace jokbo::tests

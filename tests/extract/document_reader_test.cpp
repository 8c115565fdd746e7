#include "bench/extraction/traps.hpp"
#include "bench/measure.hpp"
#include "schema/statement_json.hpp"
#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

#include <algorithm>
#include <thread>

using namespace jokbo;
using test::reader;

namespace {

std::string lines_of(const test::Reader& from, const std::string& text) {
    std::string lines;
    for (const auto& statement : from.read(text, "2026-01-05")) {
        append_json_line(lines, statement, from.ontology);
    }
    return lines;
}

/// Pages that share most of their words and differ in their names.
std::vector<std::string> pages() {
    std::vector<std::string> pages;
    for (std::size_t i = 0; i < 40; ++i) {
        const auto name = bench::numbered_name(i * 37);
        pages.push_back(
            "# " + name + ", LLM ‘가온 " + std::to_string(i) + "’ 공개\n\n스타트업 " + name +
            "은 네이버로부터 투자를 유치했다. " + name + "은 오픈AI와 협력해 ‘가온 " + std::to_string(i) +
            "’을 개발했다고 5일 밝혔다.\n\nAcme" + std::to_string(i) +
            " Labs, a startup, said it raised $30 million from Nvidia. The company trained Nova on Llama 3.\n");
    }
    return pages;
}

double seconds_to_read(const std::string& text) {
    const auto from = bench::processor_seconds();
    reader().read(text);
    return bench::processor_seconds() - from;
}

} // namespace

TEST_CASE("what is read of a page depends on no other page, and on no thread", "[reading]") {
    const auto all = pages();
    std::vector<std::string> forwards(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        forwards[i] = lines_of(reader(), all[i]);
    }
    CHECK(lines_of(test::Reader(), all.front()) == forwards.front());
    CHECK(lines_of(test::Reader(), all.back()) == forwards.back());
    CHECK(std::ranges::none_of(forwards, &std::string::empty));
    for (std::size_t i = all.size(); i-- > 0;) {
        CHECK(lines_of(reader(), all[i]) == forwards[i]);
    }
    std::vector<std::string> together(all.size());
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = t; i < all.size(); i += 4) {
                together[i] = lines_of(reader(), all[i]);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(together == forwards);
}

TEST_CASE("a long text of whatever kind is read at the rate of a short one", "[reading]") {
    constexpr std::size_t size = 100'000;
    const auto shorter = bench::traps(size);
    const auto longer = bench::traps(10 * size);
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        INFO(shorter[i].first);
        double best = 0; // what a busy machine slows down is tried again
        for (int attempt = 0; attempt < 3 && best < 0.3; ++attempt) {
            best = std::max(best, 10 * seconds_to_read(shorter[i].second) / seconds_to_read(longer[i].second));
        }
        CHECK(best >= 0.3);
    }
}

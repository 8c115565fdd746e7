#include "cli/ordered_workers.hpp"

#include "tests/catch.hpp"

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

using jokbo::cli::OrderedWorkers;

namespace {

std::vector<int> squares(std::size_t threads, int count, std::size_t limit) {
    std::vector<int> results;
    OrderedWorkers<int, int> workers(
        threads, limit,
        [](int number) {
            // Early jobs take longest, so that results come out of order.
            std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 300 : 1));
            return number * number;
        },
        [&](int result) { results.push_back(result); });
    for (int i = 0; i < count; ++i) {
        workers.submit(i, 1);
    }
    workers.finish();
    return results;
}

} // namespace

TEST_CASE("results come in the order of the jobs, whatever the threads") {
    const auto alone = squares(1, 200, 1);
    CHECK(alone.size() == 200);
    CHECK(alone[13] == 169);
    for (const std::size_t threads : {2U, 3U, 8U}) {
        CHECK(squares(threads, 200, 16) == alone);
    }
}

TEST_CASE("not more weight is under way than allowed, but a heavy job goes alone") {
    std::atomic<int> present = 0;
    std::atomic<int> most = 0;
    OrderedWorkers<int, int> workers(
        4, 3,
        [&](int number) {
            most = std::max(most.load(), ++present);
            std::this_thread::sleep_for(std::chrono::microseconds(100));
            --present;
            return number;
        },
        [](int) {});
    for (int i = 0; i < 50; ++i) {
        workers.submit(i, i == 10 ? 1000 : 1);
    }
    workers.finish();
    CHECK(most <= 3);
}

TEST_CASE("a failure of the work reaches the one who asked for it") {
    for (const std::size_t threads : {1U, 4U}) {
        const auto attempt = [&] {
            OrderedWorkers<int, int> workers(
                threads, 100, [](int number) -> int { return number == 5 ? throw std::runtime_error("five") : number; },
                [](int) {});
            for (int i = 0; i < 20; ++i) {
                workers.submit(i, 1);
            }
            workers.finish();
        };
        CHECK_THROWS_WITH(attempt(), "five");
    }
}

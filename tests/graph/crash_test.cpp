// Promise 4, nothing lost: killed at any instant, on a full disk, on a damaged file.
#include "graph/integrity.hpp"
#include "graph/listing.hpp"
#include "schema/error.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

using namespace jokbo;
using namespace jokbo::test;

namespace {

/// JOKBO_KILLS sets how often; the suite of every day is content with a few.
int wanted(int otherwise) {
    const char* words = std::getenv("JOKBO_KILLS");
    return words == nullptr ? otherwise : std::atoi(words);
}

Store open(const std::filesystem::path& path) {
    return Store::open(path, Store::Mode::write, pack(), ontology(), lexicon());
}

/// All that writes: ingest in batches with folds, decide, forget, merge. Done twice it leads to what it leads to once.
void work(const std::filesystem::path& path, const std::filesystem::path& other) {
    const auto corpus = random_corpus(42, 40);
    auto store = open(path);
    for (std::size_t i = 0; i < corpus.size(); i += 5) {
        store.add(std::span(corpus).subspan(i, 5));
        if (i % 10 == 5) {
            store.fold();
        }
    }
    store.decide({.action = Decision::Action::merge,
                  .subject = {"Organization", "소담"},
                  .object = {"Organization", "Sodam"},
                  .who = "kim",
                  .when = "2025"});
    store.fold();
    store.merge(other);
    store.fold();
    store.forget("d003");
    store.fold();
}

/// Runs `job` in a process of its own; its exit code, or -1 where it was killed.
template <class Job>
int in_process(Job job, std::chrono::microseconds killed_after = {}) {
    const pid_t child = fork();
    if (child == 0) {
        int code = 0;
        try {
            job();
        } catch (const StoreError&) {
            code = 3;
        } catch (...) {
            code = 9;
        }
        _exit(code);
    }
    if (killed_after.count() > 0) {
        std::this_thread::sleep_for(killed_after);
        kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct Undisturbed {
    Folder folder;
    std::vector<std::string> expected;
    std::chrono::microseconds time{};

    Undisturbed() {
        {
            auto store = open(folder / "other.db");
            auto corpus = random_corpus(43, 20);
            for (auto& read : corpus) {
                read.document.id = "o" + read.document.id;
            }
            take(store, corpus);
        }
        const auto begin = std::chrono::steady_clock::now();
        REQUIRE(in_process([&] { work(folder / "a.db", folder / "other.db"); }) == 0);
        time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
        expected = listing(open(folder / "a.db"));
    }
};

} // namespace

TEST_CASE("nothing lost: killed at any instant, the store is whole and a rerun finishes the rest",
          "[crash][nothing lost]") {
    const Undisturbed undisturbed;
    const Folder folder;
    const auto path = folder / "a.db";
    std::mt19937_64 random(1);
    const int kills = wanted(25);
    int killed = 0;
    auto span = undisturbed.time;
    for (int i = 0; i < kills; ++i) {
        for (const auto* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(path.string() + suffix);
        }
        const auto job = [&] { work(path, undisturbed.folder / "other.db"); };
        const auto after = std::chrono::microseconds(1 + random() % static_cast<std::uint64_t>(span.count()));
        if (in_process(job, after) == -1) {
            ++killed;
        } else {
            span -= span / 4; // the machine has less to do than when the span was measured
        }
        {
            auto store = open(path); // also where nothing or half a store is there
            const auto faults = faults_of(store, pack());
            INFO("killed after " << after.count() << " µs: " << (faults.empty() ? "" : faults.front()));
            REQUIRE(faults.empty());
        }
        REQUIRE(in_process(job) == 0);
        REQUIRE(listing(open(path)) == undisturbed.expected);
    }
    CHECK(killed > kills / 3);
}

TEST_CASE("nothing lost: where the disk fills, the store stays whole and goes on when there is room",
          "[crash][nothing lost]") {
    const Undisturbed undisturbed;
    const Folder folder;
    const auto path = folder / "a.db";
    const auto job = [&] { work(path, undisturbed.folder / "other.db"); };
    int failed = 0;
    for (rlim_t limit = 8 << 10U; limit < (1U << 20U); limit += (limit < (128U << 10U) ? 16U : 96U) << 10U) {
        for (const auto* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(path.string() + suffix);
        }
        const int code = in_process([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit file_size{limit, limit};
            setrlimit(RLIMIT_FSIZE, &file_size);
            job();
        });
        INFO("files of at most " << limit << " bytes");
        REQUIRE((code == 0 || code == 3));
        failed += code == 3 ? 1 : 0;
        {
            auto store = open(path);
            REQUIRE(faults_of(store, pack()).empty());
        }
        REQUIRE(in_process(job) == 0);
        REQUIRE(listing(open(path)) == undisturbed.expected);
    }
    CHECK(failed > 3);
}

TEST_CASE("nothing lost: a file cut short or overwritten is told, never taken for a store and never changed",
          "[crash][nothing lost]") {
    const Undisturbed undisturbed;
    const Folder folder;
    const auto size = std::filesystem::file_size(undisturbed.folder / "a.db");
    std::mt19937_64 random(2);
    for (int i = 0; i < wanted(25); ++i) {
        const auto path = folder / "a.db";
        std::filesystem::copy_file(undisturbed.folder / "a.db", path,
                                   std::filesystem::copy_options::overwrite_existing);
        const auto at = 1 + random() % (size - 1);
        if (i % 2 == 0) {
            std::filesystem::resize_file(path, at);
        } else {
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(static_cast<std::streamoff>(at));
            for (int k = 0; k < 600; ++k) {
                file.put(static_cast<char>(random()));
            }
        }
        // Either the door or the check finds it, or the bytes were such that nobody uses; a crash would end the process otherwise.
        const int code = in_process([&] {
            const auto store = Store::open(path, Store::Mode::read, pack(), ontology(), lexicon());
            faults_of(store, pack());
        });
        INFO((i % 2 == 0 ? "cut at " : "overwritten at ") << at);
        CHECK((code == 0 || code == 3));
    }
    std::ofstream(folder / "words.db") << "this is no store at all, just a few words that go on for a while";
    CHECK_THROWS_WITH(open(folder / "words.db"), ContainsSubstring("not an SQLite database"));
    std::ifstream words(folder / "words.db");
    std::string first;
    words >> first;
    CHECK(first == "this");
}

#include "graph/opening.hpp"

#include "graph/store.hpp"
#include "tests/catch.hpp"
#include "tests/graph/said.hpp"

#include <SQLiteCpp/Exception.h>

using namespace jokbo;
using namespace jokbo::test;

namespace {

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

Store written(const std::filesystem::path& path) {
    Store store = Store::open(path, Store::Mode::write, pack(), ontology(), lexicon());
    take(store, {Said("page", "2025-01-01").that(named("Model", "Aria"), "based_on", named("Model", "Orca"))});
    return store;
}

} // namespace

TEST_CASE("a reader leaves nothing beside the store and cannot write to it", "[store]") {
    const Folder folder;
    const auto path = folder / "a store?#%.db";
    static_cast<void>(written(path));
    {
        const auto database = open_unwritable(path);
        CHECK(database->execAndGet("SELECT count(*) FROM document").getInt() == 1);
        CHECK_THROWS_AS(database->exec("DELETE FROM document"), SQLite::Exception);
    }
    CHECK(files_in(folder.path()) == std::vector<std::string>{path.filename().string()});
}

TEST_CASE("a reader that goes leaves a writer's files alone", "[store]") {
    const Folder folder;
    const auto path = folder / "store.db";
    Store store = written(path);
    const auto with_writer = files_in(folder.path());
    for (int round = 0; round < 3; ++round) {
        const auto database = open_unwritable(path);
        CHECK(database->execAndGet("SELECT count(*) FROM document").getInt() == 1 + round);
        take(store, {Said("page " + std::to_string(round), "2025-01-01")
                         .that(named("Model", "Breve"), "based_on", named("Model", "Orca"))});
    }
    CHECK(files_in(folder.path()) == with_writer);
    CHECK(store.statistics().documents == 4);
}

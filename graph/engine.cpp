#include "graph/hash.hpp"
#include "graph/id_queue.hpp"
#include "graph/opening.hpp"
#include "graph/store_engine.hpp"
#include "schema/embedded.hpp"
#include "schema/error.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <fstream>

namespace jokbo {

namespace {

/// What graph/schema.sql makes. A change of it comes with graph/migrations/N.sql, which leads from N - 1 to here.
constexpr int format_version = 2;
/// "jokb"
constexpr int application_id = 0x6A6F6B62;

std::string embedded(std::string_view name) {
    for (const auto& file : embedded_files()) {
        if (file.name == name) {
            return std::string(file.text);
        }
    }
    throw std::logic_error(fmt::format("{} was not built in", name));
}

std::uint64_t stamp_of(const Pack& pack, std::initializer_list<std::string_view> prefixes) {
    FieldHash hash;
    for (const auto prefix : prefixes) {
        for (const auto* file : pack.files(prefix)) {
            hash(file->name)(file->text);
        }
    }
    return hash.value();
}

/// Other processes that have the file open, as far as this one may see.
std::string holders_of(const std::filesystem::path& file) {
    std::string names;
    std::error_code error;
    const auto wanted = std::filesystem::canonical(file, error);
    for (std::filesystem::directory_iterator process("/proc", error), end; !error && process != end;
         process.increment(error)) {
        const auto pid = process->path().filename().string();
        if (pid.find_first_not_of("0123456789") != pid.npos || pid == std::to_string(getpid())) {
            continue;
        }
        std::error_code hidden;
        for (std::filesystem::directory_iterator open(process->path() / "fd", hidden), none; !hidden && open != none;
             open.increment(hidden)) {
            std::error_code gone;
            if (std::filesystem::read_symlink(open->path(), gone) == wanted && !gone) {
                std::string name;
                std::getline(std::ifstream(process->path() / "comm"), name);
                names += fmt::format("{}{} (process {})", names.empty() ? "" : ", ", name, pid);
                break;
            }
        }
    }
    return names;
}

} // namespace

std::uint32_t Terms::id(std::string_view text) {
    if (const auto known = find(text)) {
        return *known;
    }
    Query insert(database_, "INSERT INTO term(text) VALUES(?) RETURNING id");
    insert.with(text).next();
    const auto made = insert.number(0);
    insert.run();
    ids_.emplace(text, made);
    texts_.emplace(made, text);
    return made;
}

void Terms::load() {
    if (!loaded_) {
        Query all(database_, "SELECT id, text FROM term");
        while (all.next()) {
            ids_.emplace(all.text(1), all.number(0));
            texts_.emplace(all.number(0), all.text(1));
        }
        loaded_ = true;
    }
}

std::optional<std::uint32_t> Terms::find(std::string_view text) {
    load();
    const auto found = ids_.find(text);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

const std::string& Terms::text(std::uint32_t id) {
    load();
    if (const auto found = texts_.find(id); found != texts_.end()) {
        return found->second;
    }
    // Written by another process since.
    clear();
    load();
    if (const auto found = texts_.find(id); found != texts_.end()) {
        return found->second;
    }
    throw StoreError(fmt::format("the store is damaged: it refers to term {}, which it does not hold", id));
}

void Terms::clear() {
    loaded_ = false;
    ids_.clear();
    texts_.clear();
}

Store::Engine::Engine(std::filesystem::path file, Mode how, const Pack& pack, const Ontology& names,
                      const Lexicon* known)
    : path(std::move(file)), mode(how), ontology(names), versions(pack, names), reliability(pack), terms(nullptr),
      pack_(pack), lexicon_(known) {
    if (mode == Mode::write) {
        reader_stamp = stamp_of(pack, {"schema/", "extract/"});
        fold_stamp = stamp_of(pack, {"schema/", "graph/"});
    }
    guarded([&] {
        open();
        return 0;
    });
}

Store::Engine::Engine(std::filesystem::path file, Mode how, const Engine& other)
    : path(std::move(file)), mode(how), ontology(other.ontology), versions(other.versions),
      reliability(other.reliability), reader_stamp(other.reader_stamp), fold_stamp(other.fold_stamp), terms(nullptr),
      pack_(other.pack_), lexicon_(&other.lexicon()) {
    guarded([&] {
        open();
        return 0;
    });
}

const Lexicon& Store::Engine::lexicon() const {
    if (lexicon_ != nullptr) {
        return *lexicon_;
    }
    if (!own_lexicon_) {
        own_lexicon_ = std::make_unique<Lexicon>(Lexicon::load(pack_, ontology));
    }
    return *own_lexicon_;
}

void Store::Engine::open() {
    // Nobody asks how much memory SQLite uses; counting it takes a lock at each allocation. In vain once SQLite is in use.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    std::error_code error;
    const bool in_memory = path == ":memory:";
    const bool exists = !in_memory && std::filesystem::exists(path, error);
    if (mode == Mode::read) {
        if (!exists) {
            throw NotFound(fmt::format("{}: there is no such store; make one with: jokbo ingest PATH… --db {}",
                                       path.string(), path.string()));
        }
        database = open_unwritable(path);
    } else {
        if (!in_memory && std::filesystem::is_directory(path, error)) {
            throw StoreError(fmt::format("{}: is a folder; a store is a file", path.string()));
        }
        database = std::make_unique<SQLite::Database>(
            path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, patience_milliseconds);
    }
    terms = Terms(handle());
    offer_queues(handle());
    database->exec("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
    if (mode == Mode::read) {
        // Questions jump from page to page: mapped, a page costs no system call and no copy.
        database->exec("PRAGMA mmap_size = 2147418112");
    }
    const auto tables = scalar(handle(), "SELECT count(*) FROM sqlite_master");
    const auto version = scalar(handle(), "PRAGMA user_version");
    if (tables != 0 || version != 0) {
        if (scalar(handle(), "PRAGMA application_id") != application_id) {
            throw StoreError(fmt::format("{}: is an SQLite database, but no store of jokbo", path.string()));
        }
        if (version > format_version) {
            throw StoreError(
                fmt::format("{}: was written by a newer jokbo (format {}, this one knows {}); please update jokbo",
                            path.string(), version, format_version));
        }
    } else if (mode == Mode::read) {
        throw NotFound(fmt::format("{}: is an empty file, no store yet; make one with: jokbo ingest PATH… --db {}",
                                   path.string(), path.string()));
    }
    if (mode == Mode::write) {
        prepare_for_writing();
    } else if (version < format_version) {
        bring_up_to_date();
    }
}

/// A reader of an older store becomes its writer once.
void Store::Engine::bring_up_to_date() {
    database.reset();
    try {
        Store(std::make_unique<Engine>(path, Mode::write, pack_, ontology, lexicon_)).fold();
    } catch (const StoreError& error) {
        throw StoreError(fmt::format(
            "{}\n  (an older jokbo wrote this store; the first that opens it brings it up to date)", error.what()));
    }
    open();
}

void Store::Engine::prepare_for_writing() {
    // FULL: what was reported done outlives a power cut.
    database->exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF; PRAGMA journal_size_limit = 67108864");
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    if (scalar(handle(), "PRAGMA user_version") == 0) {
        database->exec(embedded("graph/schema.sql"));
        database->exec(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, format_version));
        set_meta("next_document", 1);
        set_meta("folded_through", 0);
        set_meta("indexed", 0);
        set_meta("fold_stamp", 0);
        set_meta("decisions_folded", 1);
        set_meta("view_stamp", 0);
        set_meta("indexed_names", 0);
    }
    for (auto version = scalar(handle(), "PRAGMA user_version"); version < format_version; ++version) {
        database->exec(embedded(fmt::format("graph/migrations/{}.sql", version + 1)));
        database->exec(fmt::format("PRAGMA user_version = {}", version + 1));
        set_meta("fold_stamp", 0); // the next fold makes all that is derived anew
        set_meta("view_stamp", 0);
    }
    const auto views = embedded("graph/views.sql");
    const auto view_stamp = static_cast<std::int64_t>(stable_hash(views));
    if (meta("view_stamp") != view_stamp) {
        std::vector<std::string> old;
        Query names(handle(), "SELECT name FROM sqlite_master WHERE type = 'view'");
        while (names.next()) {
            old.push_back(names.string(0));
        }
        for (const auto& name : old) {
            database->exec(fmt::format("DROP VIEW \"{}\"", name));
        }
        database->exec(views);
        set_meta("view_stamp", view_stamp);
    }
    transaction.commit();
    // Only now: a store whose making is interrupted is an empty file, not a database without tables.
    database->exec("PRAGMA journal_mode = WAL");
    knows_all_mentions = !is_indexed() && scalar(handle(), "SELECT NOT EXISTS (SELECT 1 FROM mention)") != 0;
    if (!is_indexed() && !knows_all_mentions) {
        SQLite::Transaction finish(*database, SQLite::TransactionBehavior::IMMEDIATE);
        make_indexes();
        finish.commit();
    }
    seen_version = scalar(handle(), "PRAGMA data_version");
}

/// Drops what this process remembers where another one has written meanwhile.
void Store::Engine::refresh() {
    const auto version = scalar(handle(), "PRAGMA data_version");
    if (version != seen_version) {
        terms.clear();
        predicate_terms_.clear();
        mentions.clear();
        knows_all_mentions = false;
        seen_version = version;
        if (!is_indexed()) {
            make_indexes();
        }
    }
}

void Store::Engine::make_indexes() {
    if (!is_indexed()) {
        database->exec(embedded("graph/indexes.sql"));
        set_meta("indexed", 1);
    }
}

Store::Engine::Lease Store::Engine::query(const char* sql) const {
    auto& pool = queries_[sql];
    if (pool.empty()) {
        return {pool, std::make_unique<Query>(handle(), sql)};
    }
    auto query = std::move(pool.back());
    pool.pop_back();
    return {pool, std::move(query)};
}

std::int64_t Store::Engine::meta(std::string_view name) const {
    const auto get = query("SELECT value FROM meta WHERE name = ?");
    return get->with(name).next() ? get->integer(0) : 0;
}

void Store::Engine::set_meta(std::string_view name, std::int64_t value) {
    query("INSERT OR REPLACE INTO meta VALUES(?, ?)")->run(name, value);
}

TypeId Store::Engine::type_of(std::string_view name) const {
    if (const auto type = ontology.find_type(name)) {
        return *type;
    }
    throw StoreError(
        fmt::format("{}: holds entities of type '{}', which the ontology in use does not know; give its --pack",
                    path.string(), name));
}

PredicateId Store::Engine::predicate_of(std::uint32_t term) const {
    for (const auto& predicate : ontology.predicates()) {
        if (term_of(predicate.id) == term) {
            return predicate.id;
        }
    }
    throw StoreError(
        fmt::format("{}: holds statements with '{}', which the ontology in use does not know; give its --pack",
                    path.string(), terms.text(term)));
}

/// The predicate's term, or 0 where the store has none of it.
std::uint32_t Store::Engine::term_of(PredicateId predicate) const {
    predicate_terms_.resize(ontology.predicates().size());
    auto& term = predicate_terms_.at(predicate.value);
    if (!term) {
        const auto found = terms.find(ontology.predicate(predicate).name);
        if (!found) {
            return 0;
        }
        term = found;
    }
    return *term;
}

void Store::Engine::explain(const SQLite::Exception& error) const {
    const auto file = path.string();
    const auto say = [&](const std::string& words) { throw StoreError(fmt::format("{}: {}", file, words)); };
    switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
        const auto holders = holders_of(path);
        say(fmt::format("another process is writing to it, and has been for {} seconds{}{}; try again when it is done",
                        patience_milliseconds / 1000, holders.empty() ? "" : "; it is open in ", holders));
        break;
    }
    case SQLITE_NOTADB: say("is no store: its bytes are not an SQLite database"); break;
    case SQLITE_CORRUPT:
        say(fmt::format("is damaged ({}); restore a backup, or ingest the documents into a new store", error.what()));
        break;
    case SQLITE_FULL:
        say("the disk is full; nothing of the last step was written, and what was there before is whole");
        break;
    case SQLITE_READONLY: say("cannot be written: the file or its folder is read-only"); break;
    case SQLITE_CANTOPEN: say("cannot be opened; look at its folder and its permissions"); break;
    case SQLITE_PERM:
    case SQLITE_AUTH: say("permission denied"); break;
    case SQLITE_IOERR:
        say(fmt::format("reading or writing failed ({}); the disk may be full or gone. What was there before is whole",
                        error.what()));
        break;
    default: say(error.what());
    }
    throw std::logic_error("not reached");
}

} // namespace jokbo

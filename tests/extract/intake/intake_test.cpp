#include "tests/catch.hpp"

#include "extract/intake/encoding.hpp"
#include "extract/intake/intake.hpp"
#include "extract/layout/document_head.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace jokbo;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone with it.
class Folder {
public:
    Folder()
        : path_(fs::temp_directory_path() /
                ("jokbo-intake-" + std::to_string(::getpid()) + "-" + std::to_string(count_++))) {
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path put(const std::string& name, std::string_view bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }
    const fs::path& path() const { return path_; }

private:
    static inline int count_ = 0;
    fs::path path_;
};

struct Intake {
    std::vector<Document> documents;
    std::vector<std::string> problems; ///< `path: what`, the path relative to the folder
};

Intake read(const Folder& folder, const std::vector<fs::path>& paths, const IntakeOptions& options = {}) {
    Intake intake;
    read_documents(
        paths, options, [&](Document document) { intake.documents.push_back(std::move(document)); },
        [&](const Problem& problem) {
            auto path = problem.path;
            if (path.starts_with(folder.path().string())) {
                path = path.substr(folder.path().string().size() + 1);
            }
            intake.problems.push_back(path + ": " + problem.what);
        });
    return intake;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("folders are walked in order, other files are left alone") {
    const Folder folder;
    folder.put("b.txt", "Nova.");
    folder.put("a/z.md", "# Orca &amp; **Tern**\n\nText.");
    folder.put("a/picture.png", "x");
    folder.put(".git/c.txt", "x");
    const auto intake = read(folder, {folder.path()});
    REQUIRE(intake.documents.size() == 2);
    CHECK(intake.documents[0].id == "z");
    CHECK(intake.documents[0].title == "Orca & Tern");
    CHECK(intake.documents[1].id == "b");
    CHECK(intake.documents[1].text == "Nova.");
    CHECK(intake.problems.empty());
}

TEST_CASE("the front matter tells title, date, address and publisher") {
    const Folder folder;
    folder.put("k.md", "---\nid: 1\ntitle: \"가온 &#x27;공개&#x27;\"\npublisher: 한빛경제\nauthor: "
                       "\n\t\t\n\t\t\t홍길동 기자 (a@b.kr)\n\t\t\npublished_at: 2026-01-04 00:00\n"
                       "crawled_at: 2026-01-05\nurl: https://news.example/1\n---\n\n# 가온\n\n한빛이 냈다.\n");
    folder.put("e.md", "---\ntitle: >-\n  Nova, Lumen's\n  model\ndate: '2026-02-23'\nsource: >-\n  "
                       "https://lumen.example/nova\n---\nLumen shipped it.\n");
    const auto intake = read(folder, {folder.path()});
    REQUIRE(intake.documents.size() == 2);
    const auto& english = intake.documents[0];
    CHECK(english.title == "Nova, Lumen's model");
    CHECK(english.published == "2026-02-23");
    CHECK(english.url == "https://lumen.example/nova");
    CHECK(english.language == "en");
    const auto& korean = intake.documents[1];
    CHECK(korean.title == "가온 '공개'");
    CHECK(korean.published == "2026-01-04");
    CHECK(korean.publisher == "한빛경제");
    CHECK(korean.url == "https://news.example/1");
    CHECK(korean.language == "ko");
    CHECK(korean.text.starts_with("---\nid: 1"));
}

TEST_CASE("a date that the caller knows is the last resort") {
    const Folder folder;
    folder.put("a.txt", "Nova.");
    folder.put("b.md", "---\ndate: 2025-01-02\n---\nOrca.");
    const auto intake = read(folder, {folder.path()}, {"2026-03-01"});
    CHECK(intake.documents.at(0).published == "2026-03-01");
    CHECK(intake.documents.at(1).published == "2025-01-02");
}

TEST_CASE("a broken line of a .jsonl file is named, the others go on") {
    const Folder folder;
    const auto path = folder.put("d.jsonl", "{\"id\":\"a1\",\"text\":\"Nova.\",\"published\":\"2026-01-04\","
                                            "\"language\":\"en\"}\n{oops\n\n{\"id\":\"a2\"}\n"
                                            "{\"text\":\"\\uac00\\uc628\\uc774\\ub2e4.\"}");
    const auto intake = read(folder, {path});
    REQUIRE(intake.documents.size() == 2);
    CHECK(intake.documents[0].id == "a1");
    CHECK(intake.documents[0].published == "2026-01-04");
    CHECK(intake.documents[1].id == "d-5");
    CHECK(intake.documents[1].text == "가온이다.");
    REQUIRE(intake.problems.size() == 2);
    CHECK_THAT(intake.problems[0], ContainsSubstring("d.jsonl:2: not JSON"));
    CHECK_THAT(intake.problems[1], ContainsSubstring("d.jsonl:4: expected an object with a \"text\""));
}

TEST_CASE("what cannot be read is named with its reason, the others go on") {
    const Folder folder;
    folder.put("empty.txt", "");
    folder.put("blank.txt", " \n\t\n");
    folder.put("good.txt", "Nova.");
    folder.put("picture.txt", "\x89PNG\r\n\x1A\nxxxx");
    folder.put("noise.txt", std::string("\x01\x02\x03\x04\x05 ab\x06\x07", 11));
    folder.put("wide.txt", std::string("N\0o\0v\0a\0", 8));
    auto intake = read(folder, {folder.path(), folder.path() / "gone.txt"});
    REQUIRE(intake.documents.size() == 1);
    CHECK(intake.problems ==
          Lines{"gone.txt: no such file or folder", "blank.txt: is empty", "empty.txt: is empty",
                "noise.txt: is binary, not text", "picture.txt: is a PNG picture, not text",
                "wide.txt: looks like UTF-16 or UTF-32 without a byte order mark; convert it to UTF-8 (`iconv`)"});
}

TEST_CASE("a file that vanishes after it was listed is named") {
    const Folder folder;
    const auto path = folder.put("a.txt", "Nova.");
    const auto sources = list_sources({path}, [](const Problem&) { FAIL(); });
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].size == 5);
    fs::remove(path);
    std::string problem;
    read_source(
        sources[0], {}, [](const Document&) { FAIL(); }, [&](const Problem& p) { problem = p.what; });
    CHECK_THAT(problem, ContainsSubstring("cannot be opened: No such file"));
}

TEST_CASE("a folder without permission is named") {
    const Folder folder;
    folder.put("locked/a.txt", "Nova.");
    folder.put("open/b.txt", "Orca.");
    fs::permissions(folder.path() / "locked", fs::perms::none);
    const auto intake = read(folder, {folder.path()});
    fs::permissions(folder.path() / "locked", fs::perms::owner_all);
    if (::geteuid() == 0) {
        WARN("skipped: root may read everything");
        return;
    }
    CHECK(intake.documents.size() == 1);
    REQUIRE(intake.problems.size() == 1);
    CHECK_THAT(intake.problems[0], ContainsSubstring("locked: cannot list this folder: Permission denied"));
}

TEST_CASE("encodings are told and transcoded") {
    const Folder folder;
    folder.put("be.txt", std::string("\xFE\xFF\xAC\x00\x00!", 6));
    folder.put("broken.txt", "Nova\xFF.");
    folder.put("le.txt", std::string("\xFF\xFEN\0o\0\x3D\xD8\x00\xDE\x00\xD8", 12));
    folder.put("mark.txt", "\xEF\xBB\xBFNova.");
    folder.put("nul.txt", std::string("Nova and Orca and Tern\0.", 24));
    const auto intake = read(folder, {folder.path()});
    REQUIRE(intake.documents.size() == 5);
    CHECK(intake.documents[0].text == "가!");
    CHECK(intake.documents[1].text == "Nova\xFF.");
    CHECK(intake.documents[2].text == "No😀\xEF\xBF\xBD");
    CHECK(intake.documents[3].text == "\xEF\xBB\xBFNova.");
    CHECK(intake.problems == Lines{"be.txt: is UTF-16; spans count bytes of its UTF-8 form",
                                   "broken.txt: is not all UTF-8; broken parts are read as U+FFFD",
                                   "le.txt: is UTF-16; spans count bytes of its UTF-8 form",
                                   "nul.txt: holds NUL bytes; they are read as spaces"});
}

TEST_CASE("dates in the forms that pages use") {
    CHECK(iso_date("2026-01-04 00:00") == "2026-01-04");
    CHECK(iso_date("2023/12/08 12:17:00") == "2023-12-08");
    CHECK(iso_date("2026.1.4.") == "2026-01-04");
    CHECK(iso_date("2026년 1월 4일") == "2026-01-04");
    CHECK(iso_date("20260104") == "2026-01-04");
    CHECK(iso_date("Jan 4, 2026") == "2026-01-04");
    CHECK(iso_date("4 January 2026") == "2026-01-04");
    CHECK(iso_date("Sun, 04 Jan 2026 10:00:00 GMT") == "2026-01-04");
    CHECK(iso_date("2026-01") == "2026-01");
    CHECK(iso_date("2026") == "2026");
    CHECK(iso_date("yesterday").empty());
}

#include "eval/calibration.hpp"

#include "graph/belief.hpp"
#include "tests/catch.hpp"

using namespace jokbo;

namespace {

const Ontology& ontology() {
    static const Ontology loaded = Ontology::load(Pack::embedded());
    return loaded;
}

Statement read_by(const std::string& frame, const std::string& model, double confidence = 1) {
    Statement statement;
    statement.subject = {ontology().type_named("Model"), model, {model}, Naming::named};
    statement.predicate = ontology().predicate_named("developed_by");
    statement.object = Mention{ontology().type_named("Organization"), "Acme", {"Acme"}, Naming::named};
    statement.confidence = confidence;
    statement.evidence.frame = frame;
    return statement;
}

/// `right` and `wrong` claims of one frame, each on a page of its own.
void take(Calibration& calibration, const std::string& frame, std::size_t right, std::size_t wrong) {
    for (std::size_t i = 0; i < right + wrong; ++i) {
        calibration.take(i, read_by(frame, frame + std::to_string(i)), i < right ? Verdict::right : Verdict::wrong);
    }
}

} // namespace

TEST_CASE("a frame that was seen often is as reliable as it proved, one that was seen seldom as its file", "[eval]") {
    Calibration calibration;
    take(calibration, "made.often", 900, 100);
    take(calibration, "made.seldom", 0, 1);
    take(calibration, "other.bad", 10, 90);
    CHECK(calibration.reliability("made.often") == Approx(0.9).margin(0.005));
    CHECK(calibration.reliability("made.seldom") > 0.75);
    CHECK(calibration.reliability("made.seldom") < calibration.reliability("made.never seen"));
    CHECK(calibration.reliability("made.never seen") == calibration.reliability("made.*"));
    CHECK(calibration.reliability("other.bad") < 0.2);
    CHECK(calibration.reliability("third.file") == calibration.reliability("*"));
}

TEST_CASE("one claim counts once for each frame that reads it, however often", "[eval]") {
    Calibration once;
    Calibration often;
    for (auto* calibration : {&once, &often}) {
        take(*calibration, "made.by", 5, 5);
    }
    for (int i = 0; i < 20; ++i) {
        often.take(0, read_by("made.by", "made.by0"), Verdict::right);
    }
    CHECK(once.table() == often.table());
}

TEST_CASE("another status is another claim, and not what the page says", "[eval]") {
    Calibration calibration;
    calibration.take(0, read_by("made.by", "Aria"), Verdict::right);
    auto planned = read_by("made.by", "Aria");
    planned.status = Status::planned;
    calibration.take(0, planned, Verdict::other_status);
    CHECK_THAT(calibration.table(), ContainsSubstring("\t1\t2\n"));
}

TEST_CASE("reliability times confidence is what is to be expected", "[eval]") {
    Calibration calibration;
    for (std::size_t i = 0; i < 1000; ++i) {
        calibration.take(i, read_by("made.by", "Aria", 0.5), i % 5 < 2 ? Verdict::right : Verdict::wrong);
    }
    CHECK(calibration.reliability("made.by") * 0.5 == Approx(0.4).margin(0.01));
    const auto bins = calibration.bins();
    CHECK(bins.front().claims == 1000);
    CHECK(bins.front().right == 400);
    CHECK(bins.front().expected == Approx(400).margin(10));
    CHECK_THAT(calibration.comparison(), ContainsSubstring("0.00 to 0.50"));
}

TEST_CASE("the store reads the table that is written, and understands it the same way", "[eval]") {
    Calibration calibration;
    take(calibration, "made.often", 90, 10);
    take(calibration, "made.seldom", 1, 1);
    const auto table = calibration.table();
    Pack pack = Pack::embedded();
    pack.add({"graph/reliability.tsv", table, "written.tsv"});
    const Reliability reliability(pack);
    for (const auto* frame : {"made.often", "made.seldom", "made.other", "quite.other"}) {
        CHECK(reliability.of(frame) == Approx(calibration.reliability(frame)).margin(0.0006));
    }
}

#include "extract/extractor.hpp"

#include "extract/document_reader.hpp"
#include "extract/explain.hpp"
#include "extract/reading_engine.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

namespace jokbo {

struct Extractor::Engine : ReadingEngine {
    using ReadingEngine::ReadingEngine;

    /// What threads keep that are not reading now.
    std::mutex mutex;
    std::vector<std::unique_ptr<ReadingMemory>> idle;
};

/// Lends a thread its memory for one document.
class Extractor::MemoryLoan {
public:
    explicit MemoryLoan(Engine& engine) : engine_(engine) {
        const std::lock_guard lock(engine_.mutex);
        if (engine_.idle.empty()) {
            memory_ = std::make_unique<ReadingMemory>(engine_.korean, engine_.names);
        } else {
            memory_ = std::move(engine_.idle.back());
            engine_.idle.pop_back();
        }
    }
    ~MemoryLoan() {
        const std::lock_guard lock(engine_.mutex);
        engine_.idle.push_back(std::move(memory_));
    }
    MemoryLoan(const MemoryLoan&) = delete;
    MemoryLoan& operator=(const MemoryLoan&) = delete;

    ReadingMemory& memory() { return *memory_; }

private:
    Engine& engine_;
    std::unique_ptr<ReadingMemory> memory_;
};

Extractor::Extractor(const Pack& pack, const Ontology& ontology, const Lexicon& lexicon)
    : engine_(std::make_unique<Engine>(pack, ontology, lexicon)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

namespace {

/// What makes two findings of one document the same claim: the ends, the relation, the status.
using End = std::pair<std::uint32_t, std::uint32_t>; // group, type
using Claim = std::tuple<End, std::uint32_t, End, std::optional<Value>, Status>;

struct Found {
    Finding finding;
    std::uint32_t sentence;
};

} // namespace

void Extractor::extract(const Document& document, const StatementSink& sink) const {
    const auto& tools = engine_->tools;
    MemoryLoan loan(*engine_);
    DocumentReader reader(tools, document, loan.memory());
    reader.take_apart();
    reader.find_names();
    std::vector<Found> found;
    const auto collect = [&](Finding finding) { found.push_back({std::move(finding), reader.at()}); };
    reader.find_relations(collect);
    reader.read_card(collect);
    reader.relate_versions(collect);

    const auto is_symmetric = [&](PredicateId predicate) {
        return engine_->ontology.predicate(predicate).symmetry == Predicate::Symmetry::symmetric;
    };
    // What the same words say was so is not said to be so (전 대표), and what is done is planned no more (하기로 하고 계약을 맺었다).
    const auto said = [&](const Finding& finding, std::uint32_t number, Status status) {
        auto subject = reader.names().find(finding.subject.group);
        auto object = finding.object.group == none ? none : reader.names().find(finding.object.group);
        if (is_symmetric(finding.predicate) && object < subject) {
            std::swap(subject, object);
        }
        return std::tuple(number, finding.predicate.value, subject, object, status);
    };
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, Status>> settled;
    for (const auto& [finding, number] : found) {
        if (finding.status == Status::ended || finding.status == Status::asserted) {
            settled.insert(said(finding, number, finding.status));
        }
    }

    std::map<Claim, std::size_t> claims;
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto& finding = found[i].finding;
        End subject{reader.names().find(finding.subject.group), finding.subject.type.value};
        End object{finding.value ? none : reader.names().find(finding.object.group), finding.object.type.value};
        if (is_symmetric(finding.predicate) && object < subject) {
            std::swap(subject, object);
        }
        const Claim claim{subject, finding.predicate.value, object, finding.value, finding.status};
        const auto [known, is_new] = claims.emplace(claim, i);
        if (!is_new) {
            // the surer reading stands for the claim
            auto& other = found[known->second];
            if (finding.subject.certainty * finding.object.certainty >
                other.finding.subject.certainty * other.finding.object.certainty) {
                other = found[i];
            }
            found[i].sentence = none;
        }
    }
    const auto is_over = [&](const Finding& finding, std::uint32_t number) {
        return (finding.status == Status::asserted && settled.contains(said(finding, number, Status::ended))) ||
               (finding.status == Status::planned && settled.contains(said(finding, number, Status::asserted)));
    };
    for (const auto& [finding, number] : found) {
        if (number == none || (!finding.value && is_over(finding, number))) {
            continue;
        }
        Statement statement;
        statement.document = document.id;
        statement.subject = reader.names().mention(finding.subject.group, finding.subject.type);
        statement.predicate = finding.predicate;
        if (finding.value) {
            statement.object = *finding.value;
        } else {
            statement.object = reader.names().mention(finding.object.group, finding.object.type);
        }
        statement.status = finding.status;
        statement.qualifiers = finding.qualifiers;
        statement.confidence = finding.subject.certainty * finding.object.certainty;
        const auto span =
            reader.reading().original(finding.evidence ? *finding.evidence : reader.sentences()[number].sentence.span);
        statement.evidence = {span, repaired(span.of(document.text)),
                              finding.reader.empty() ? tools.frames.frames()[finding.frame].name : finding.reader};
        sink(std::move(statement));
    }
}

void Extractor::explain(const Document& document, std::ostream& out) const {
    jokbo::explain(engine_->tools, document, out);
}

} // namespace jokbo

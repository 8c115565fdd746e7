#include "extract/cards/cards.hpp"

#include "extract/layout/layout.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace jokbo;

namespace {

using Lines = std::vector<std::string>;

struct Shelf {
    Pack pack = Pack::embedded();
    Ontology ontology = Ontology::load(pack);
    Lexicon lexicon = Lexicon::load(pack, ontology);
    NameIndex names{lexicon};
    ValueReader values{pack};
    LayoutReader layout{pack};
    CardReader cards{pack, ontology, lexicon, names, values};
};

const Shelf& shelf() {
    static const Shelf one;
    return one;
}

std::string shown(const std::variant<CardEntity, Value>& object) {
    if (const auto* entity = std::get_if<CardEntity>(&object)) {
        return entity->name;
    }
    const auto& value = std::get<Value>(object);
    const auto* count = std::get_if<std::int64_t>(&value);
    return count != nullptr ? fmt::format("{}", *count) : std::get<std::string>(value);
}

std::vector<CardStatement> statements_of(const std::string& card, Reading& reading) {
    Document document;
    document.id = "card";
    document.text = card;
    reading = shelf().layout.lay_out(document);
    std::vector<CardStatement> statements;
    shelf().cards.read(document, reading, statements);
    return statements;
}

Lines stated_in(const std::string& card) {
    Reading reading;
    Lines lines;
    for (const auto& statement : statements_of(card, reading)) {
        auto line = fmt::format("{} {} {}", statement.subject.name,
                                shelf().ontology.predicate(statement.predicate).name, shown(statement.object));
        if (!statement.qualifiers.how.empty()) {
            line += fmt::format(" ({})", statement.qualifiers.how);
        }
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
            lines.push_back(line);
        }
    }
    return lines;
}

std::optional<std::string> own_model_of(const std::string& card) {
    Document document;
    document.text = card;
    const auto own = shelf().cards.own_model(document, shelf().layout.lay_out(document));
    return own ? std::optional(own->name) : std::nullopt;
}

} // namespace

TEST_CASE("A card's front matter states what its model comes from", "[cards]") {
    CHECK(stated_in("---\nbase_model: hanbit/Gaon-7B\nbase_model_relation: finetune\nlicense: apache-2.0\ndatasets:\n- "
                    "hanbit/moa\nlanguage:\n- ko\n- en\n"
                    "pipeline_tag: text-generation\n---\n# Gaon-7B-Chat\n\nA chat model.\n") ==
          Lines{"Gaon-7B-Chat based_on Gaon-7B (fine_tuned)", "Gaon-7B-Chat licensed_under apache-2.0",
                "Gaon-7B-Chat trained_on moa", "Gaon-7B-Chat languages 2"});
}

TEST_CASE("The front matter of a page that is no card states nothing", "[cards]") {
    CHECK(stated_in("---\ntitle: Hanbit ships Gaon\nlanguage: ko\nauthor: Kim\n---\nHanbit shipped Gaon.\n").empty());
}

TEST_CASE("A table of properties speaks of the card's model", "[cards]") {
    CHECK(
        stated_in(
            "# Gaon 2\n\n## Characteristics\n\n| Attribute | Details |\n|---|---|\n| **Provider** | Hanbit |\n| "
            "**Architecture** | Llama |\n"
            "| **Languages** | English, Korean |\n| **License** | [MIT](https://x.org) |\n| **Cutoff date** | - |\n") ==
        Lines{"Gaon 2 developed_by Hanbit", "Gaon 2 based_on Llama (architecture)", "Gaon 2 languages 2",
              "Gaon 2 licensed_under MIT"});
    CHECK(stated_in("# Gaon 2\n\n## Model Summary\n\n|||\n|---|---|\n| **Total Parameters** | 1T |\n| **Activated "
                    "Parameters** | 32B |\n| **Context Length** | 128K |\n") ==
          Lines{"Gaon 2 parameters 1000000000000", "Gaon 2 active_parameters 32000000000",
                "Gaon 2 context_length 128000"});
}

TEST_CASE("Variants are versions of the card's model", "[cards]") {
    CHECK(stated_in("# Gaon\n\n## Available model variants\n\n| Model variant | Parameters | Quantization | Context "
                    "window | Size |\n|---|---|---|---|---|\n"
                    "| `ai/gaon:latest`<br>`ai/gaon:7B-F16` | 7B | F16 | 131K tokens | 13.4 GB |\n") ==
          Lines{"ai/gaon:7B-F16 version_of Gaon", "ai/gaon:7B-F16 parameters 7000000000", "Gaon parameters 7000000000",
                "ai/gaon:7B-F16 context_length 131000", "Gaon context_length 131000"});
}

TEST_CASE("Results name benchmarks in rows and models in columns", "[cards]") {
    CHECK(stated_in("# 가온 2.0\n\n## 벤치마크 측정 결과\n\n| 평가지표 | 측정 영역 | 가온 2.0 (72B) | GPT-4o "
                    "|\n|---|---|---|---|\n| **KMMLU** | 지식 | 78.3 | 72.5 |\n"
                    "| **평균** | | 79.9 | 76.0 |\n") ==
          Lines{"가온 2.0 evaluated_on KMMLU", "GPT-4o evaluated_on KMMLU", "가온 2.0 parameters 72000000000",
                "가온 2.0 compared_with GPT-4o"});
    CHECK(stated_in("# Gaon 2\n\n## Model Card\n\n## Evaluation\n\n| Category | Benchmark | Shots | Gaon 2 | Orca 3 "
                    "|\n|---|---|---|---|---|\n| General | MMLU (EM) | 5 | 61.1 | 60.2 |\n"
                    "| | # Total Params | - | 7B | 13B |\n| Math | | | | |\n| Math | GSM8K | 8 | 50 | - |\n") ==
          Lines{"Gaon 2 evaluated_on MMLU", "Orca 3 evaluated_on MMLU", "Gaon 2 parameters 7000000000",
                "Orca 3 parameters 13000000000", "Gaon 2 evaluated_on GSM8K", "Gaon 2 compared_with Orca 3"});
}

TEST_CASE("Results name models in rows and benchmarks in columns", "[cards]") {
    CHECK(stated_in("# Gaon 2\n\n## Performance\n\n| Models | MMLU | KMMLU | Avg. |\n|---|---|---|---|\n| Gaon 2 32B | "
                    "81.1 | 64.2 | 70 |\n| Orca 3 | 80 | - | 70 |\n") ==
          Lines{"Gaon 2 32B version_of Gaon 2", "Gaon 2 32B evaluated_on MMLU", "Gaon 2 32B evaluated_on KMMLU",
                "Orca 3 evaluated_on MMLU", "Gaon 2 32B compared_with Orca 3"});
}

TEST_CASE("A survey's rows are models of their own", "[cards]") {
    CHECK(stated_in("# Awesome Korean LLM\n\n| 이름 | 사이즈 | 제작자 | 베이스 모델 | 가중치 |\n|---|---|---|---|---|\n"
                    "| [Gaon](https://x.org) | 7B, 13B / 5.8B | [Hanbit](https://x.org) | llama / Polyglot-Ko | [🤗 "
                    "Huggingface](https://hf.co) |\n| Moa | 6B | Narae | ❓ | ❓ |\n") ==
          Lines{"Gaon parameters 7000000000", "Gaon parameters 13000000000", "Gaon parameters 5800000000",
                "Gaon developed_by Hanbit", "Gaon based_on llama", "Gaon based_on Polyglot-Ko",
                "Gaon released_on Huggingface", "Moa parameters 6000000000", "Moa developed_by Narae"});
}

TEST_CASE("Lines with a key state as tables do", "[cards]") {
    CHECK(stated_in("# Gaon 2\n\n## Model Details\n\n- **Developed by:** Hanbit\n- Number of Parameters: 30.95B\n- "
                    "Context Length: 131,072 tokens\n- **License:** Apache 2.0\n- Usage: chat\n") ==
          Lines{"Gaon 2 developed_by Hanbit", "Gaon 2 parameters 30950000000", "Gaon 2 context_length 131072",
                "Gaon 2 licensed_under Apache 2.0"});
}

TEST_CASE("A line below the title names who made another edition", "[cards]") {
    CHECK(stated_in("# Gaon 2\n*GGUF version by Narae*\n\n## Model Details\n\nA chat model by Hanbit.\n\n## Usage\n") ==
          Lines{"GGUF version developed_by Narae", "GGUF version version_of Gaon 2"});
}

TEST_CASE("A bar too many moves no result, a maker's note is read", "[cards]") {
    CHECK(stated_in("# Gaon 2\n\n## Benchmark results\n\n| Benchmark | Dimensions | Gaon 2 |\n|---|---|---|\n| MMLU "
                    "(EM) | 8 | | 61 "
                    "|\n") == Lines{"Gaon 2 evaluated_on MMLU"});
    CHECK(stated_in("# Gaon 2\n\n## Benchmark results\n\n| Model | Dimensions | MMLU |\n|---|---|---|\n| Gaon 2 | 1024 "
                    "| 61 |\n| Orca 3 "
                    "(OpenAI) | 1024 | 60 |\n") == Lines{"Gaon 2 evaluated_on MMLU", "Orca 3 developed_by OpenAI",
                                                         "Orca 3 evaluated_on MMLU", "Gaon 2 compared_with Orca 3"});
}

TEST_CASE("Tasks below a benchmark's name are its own", "[cards]") {
    CHECK(
        stated_in("# Gaon 2\n\n## Model Details\n\n### MTEB (Multilingual)\n\n| Model | Params | Classification | STS "
                  "|\n|---|---|---|---|\n| Gaon 2 | 7B | 61 | 70 |\n") ==
        Lines{"Gaon 2 parameters 7000000000", "Gaon 2 evaluated_on MTEB"});
}

TEST_CASE("Tables of speed and of news state nothing", "[cards]") {
    CHECK(stated_in("# Gaon 2\n\n## Model Card\n\n| Model | Minimum VRAM | batch=1 |\n|---|---|---|\n| Gaon 2 7B | 15 "
                    "GB | 12 GB |\n") == Lines{"Gaon 2 7B version_of Gaon 2"});
    CHECK(stated_in("# Hanbit's year\n\n| 분기 | 매출 |\n|---|---|\n| 1분기 | 1200 |\n").empty());
}

TEST_CASE("A card's own model", "[cards]") {
    CHECK(own_model_of("# A.X 3.1: 한국어 특화 대규모 언어 모델\n\n## 벤치마크 측정 결과\n\n## 사용법\n") == "A.X 3.1");
    CHECK(own_model_of("# Gaon 2 Family Highlights\n\n## Model Details\n\n## Usage\n") == "Gaon 2");
    CHECK(own_model_of("# Hanbit's Gaon-l-v2.0\n\n## Model Details\n\n## Usage\n") == "Gaon-l-v2.0");
    CHECK(own_model_of("# 가온을 내놓은 한빛\n\n한빛은 가온을 공개했다.\n") == std::nullopt);
    CHECK(own_model_of("# Awesome LLM list\n\n## Model Details\n\n## Benchmarks\n") == std::nullopt);
}

TEST_CASE("Evidence of a result lies within its table", "[cards]") {
    Reading reading;
    const auto statements = statements_of(
        "# Gaon 2\n\n## Benchmark results\n\n| Benchmark | Gaon 2 | Orca 3 |\n|---|---|---|\n| MMLU | 61 | 60 |\n",
        reading);
    REQUIRE(!statements.empty());
    CHECK(statements.front().frame == "cards.result");
    CHECK(statements.front().evidence.of(reading.text).starts_with("MMLU"));
}

#include "tests/export/world.hpp"

#include "export/format.hpp"
#include "graph/view_memory.hpp"
#include "schema/pack.hpp"
#include "tests/export/golden.hpp"
#include "tests/graph/little_graph.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace jokbo::tests {

namespace {

struct NodeRow {
    std::string key;
    std::string type;
    std::vector<NodeName> names;
    Naming naming = Naming::named;
    std::string country = {};
};

struct EdgeRow {
    std::string subject;
    std::string relation;
    std::string object;
    Status status = Status::asserted;
    double confidence = 0.9;
    std::vector<std::string> quotes = {};
    Qualifiers qualifiers = {};
};

const std::vector<NodeRow>& nodes() {
    static const std::vector<NodeRow> rows = {
        {"model/ax4", "Model", {{"A.X 4.0", "en"}, {"에이닷엑스 4.0", "ko"}, {"에이엑스 4.0", "ko"}, {"AX-4", ""}}},
        {"model/ax5", "Model", {{"A.X 5.0", "en"}}},
        {"model/qwen25", "Model", {{"Qwen 2.5", "en"}, {"큐원 2.5", "ko"}}},
        {"model/gpt4", "Model", {{"GPT-4", "en"}}},
        {"model/midm2", "Model", {{"믿음 2.0", "ko"}}},
        {"model/reasoning", "Model", {{"1110억개의 파라미터를 갖춘 추론형 LLM", "ko"}}, Naming::described},
        {"sk-telecom", "Organization", {{"SK텔레콤", "ko"}, {"SK Telecom", "en"}}, Naming::named, "KR"},
        {"alibaba", "Organization", {{"알리바바", "ko"}}, Naming::named, "CN"},
        {"kt", "Organization", {{"KT", "en"}}, Naming::named, "KR"},
        {"hugging-face", "Organization", {{"허깅페이스", "ko"}}},
        {"bluepoint", "Organization", {{"블루포인트", "ko"}}},
        {"organization/sum",
         "Organization",
         {{"=SUM(1), \"Inc.\"", "en"}, {"<AT&T>\\N", "en"}, {"broken \xFF\x01 name", ""}}},
        {"dataset/kmmlu", "Dataset", {{"KMMLU", "en"}}},
        {"product/titan", "Product", {{"타이탄", "ko"}}},
        {"programme/k-ai", "Programme", {{"독자 AI 파운데이션 모델", "ko"}}},
        {"person/kim", "Person", {{"김지훈", "ko"}}},
        {"technology/moe", "Technology", {{"MoE", "en"}}},
        {"licence/apache", "Licence", {{"Apache 2.0", "en"}}},
        {"place/korea", "Place", {{"한국", "ko"}}},
    };
    return rows;
}

const std::vector<EdgeRow>& edges() {
    static const std::vector<EdgeRow> rows = {
        {"model/ax4",
         "based_on",
         "model/qwen25",
         Status::asserted,
         0.93,
         {"A.X 4.0은 알리바바의 Qwen 2.5를 바탕으로 한국어를 더 학습시켜 만들었다", "다음 판인 A.X 5.0은"},
         {.when = "2025-07",
          .how = "continued_pretraining",
          .component = "weights",
          .role = {},
          .product = {},
          .attributed_to = {},
          .amount = {}}},
        {"model/ax5",
         "based_on",
         "model/qwen25",
         Status::denied,
         0.7,
         {"Qwen 2.5는 쓰지 않는다"},
         {.when = {},
          .how = {},
          .component = {},
          .role = {},
          .product = {},
          .attributed_to = "SK텔레콤",
          .amount = {}}},
        {"model/ax5",
         "version_of",
         "model/ax4",
         Status::planned,
         0.6,
         {"다음 판인 A.X 5.0은 처음부터 직접 학습할 계획이며"}},
        {"model/ax4",
         "developed_by",
         "sk-telecom",
         Status::asserted,
         0.9876,
         {"SK텔레콤은 3일 독자 구축 LLM ‘A.X 4.0’을"}},
        {"model/ax4", "released_on", "hugging-face", Status::asserted, 1.0, {"‘A.X 4.0’을 허깅페이스에 공개했다"}},
        {"model/ax4", "licensed_under", "licence/apache"},
        {"model/ax4", "trained_with", "product/titan"},
        {"model/qwen25", "developed_by", "alibaba", Status::asserted, 0.9, {"알리바바의 Qwen 2.5"}},
        {"model/midm2",
         "based_on",
         "model/gpt4",
         Status::alleged,
         0.4,
         {"믿음 2.0이 GPT-4를 증류했다는 의혹을 제기했으나"}},
        {"model/midm2", "based_on", "model/gpt4", Status::denied, 0.5, {"KT는 부인했다. <b>AT&T</b> said \"no\"."}},
        {"model/reasoning",
         "evaluated_on",
         "dataset/kmmlu",
         Status::asserted,
         0.8,
         {"추론형 LLM은 KMMLU에서 평가됐다"}},
        {"model/reasoning", "uses", "technology/moe"},
        {"bluepoint",
         "invests_in",
         "organization/sum",
         Status::asserted,
         0.9,
         {"블루포인트는 =SUM(1), Inc.에 1억 달러를 투자했고"},
         {.when = "2025",
          .how = {},
          .component = {},
          .role = {},
          .product = {},
          .attributed_to = {},
          .amount = Money{100'000'000, "USD"}}},
        {"kt", "partners_with", "sk-telecom", Status::ended, 0.9, {"KT와 SK텔레콤은 한때 협력했다"}},
        {"sk-telecom", "participates_in", "programme/k-ai", Status::planned},
        {"person/kim",
         "works_for",
         "kt",
         Status::asserted,
         0.9,
         {},
         {.when = {}, .how = {}, .component = {}, .role = "상무", .product = {}, .attributed_to = {}, .amount = {}}},
        {"kt", "located_in", "place/korea"},
    };
    return rows;
}

std::uint32_t characters_in(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Testimony testimony(std::string_view quote) {
    static const std::string page = golden_text("page.txt");
    const auto at = page.find(quote);
    Testimony said;
    said.document = "page-2025-07-10";
    said.title = "예시 신문 <7월>";
    said.url = "https://news.example.org/2025/07/10/한글?a=1&b=2";
    said.publisher = "예시 신문";
    said.published = "2025-07-10";
    said.evidence = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())},
                     std::string(quote),
                     "test.frame"};
    said.characters.begin = characters_in(page.substr(0, at));
    said.characters.end = said.characters.begin + characters_in(quote);
    said.confidence = 0.875;
    return said;
}

template <class Rows>
Rows ordered(Rows rows, Order order) {
    if (order == Order::backward) {
        std::ranges::reverse(rows);
    }
    return rows;
}

} // namespace

View world(Order order) {
    const Ontology& ontology = embedded_ontology();
    auto details = std::make_shared<MemoryDetails>();
    View::Builder builder(ontology);
    std::map<std::string, NodeId> ids;
    std::uint32_t source = order == Order::forward ? 0 : 1000;
    for (const NodeRow& row : ordered(nodes(), order)) {
        details->set_names(source, row.names);
        if (row.key == "model/ax4") {
            const auto attribute = [&](std::string_view name, Value value, Status status, std::string_view quote) {
                return Attribute{ontology.predicate_named(name), std::move(value), status, {}, 0.9, {testimony(quote)}};
            };
            details->set_attributes(source, {attribute("parameters", std::int64_t{72'000'000'000}, Status::asserted,
                                                       "매개변수는 720억개다"),
                                             attribute("release_date", std::string("2025-07-03"), Status::asserted,
                                                       "3일 독자 구축 LLM ‘A.X 4.0’을 허깅페이스에 공개했다"),
                                             attribute("from_scratch", false, Status::denied, "독자 구축")});
        }
        ids[row.key] = builder.add_node(
            {row.key, ontology.type_named(row.type), row.names.front().text, row.naming, row.country, source++});
    }
    for (const EdgeRow& row : ordered(edges(), order)) {
        std::vector<Testimony> evidence;
        const auto quotes = row.quotes.empty() ? std::vector<std::string>{"독자 구축 LLM"} : row.quotes;
        std::ranges::transform(quotes, std::back_inserter(evidence), testimony);
        details->set_evidence(source, std::move(evidence));
        builder.add_edge({ids.at(row.subject), ontology.predicate_named(row.relation), ids.at(row.object), row.status,
                          static_cast<float>(row.confidence), source++},
                         row.qualifiers);
    }
    return std::move(builder).build(details);
}

View pair_of_models() {
    LittleGraph graph;
    graph.edge("Aria", "based_on", "Brio");
    return graph.view();
}

View chain(std::uint32_t nodes) {
    LittleGraph graph;
    for (std::uint32_t i = 1; i < nodes; ++i) {
        graph.edge("M" + std::to_string(i), "based_on", "M" + std::to_string(i - 1));
    }
    return graph.view();
}

Settings embedded_settings() {
    static const Settings settings = [] {
        auto read = Settings::load(Pack::embedded(), embedded_ontology());
        read.version = "0.0.0";
        return read;
    }();
    return settings;
}

std::string written(const View& view, std::string_view format, const Settings& settings) {
    std::ostringstream out;
    write_view(view, format_named(format), settings, out);
    return out.str();
}

} // namespace jokbo::tests

#include "tests/graph/said.hpp"

#include "graph/qualifiers.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <random>

namespace jokbo::test {

const Pack& pack() {
    // Frames of one reliability: what they are calibrated to changes with the texts that were annotated.
    static const Pack loaded = [] {
        auto made = Pack::embedded();
        made.add({"graph/reliability.tsv", "frame\treliability\tright\tread\n*\t0.8\t0\t0\n", "said.cpp"});
        return made;
    }();
    return loaded;
}

const Ontology& ontology() {
    static const Ontology ontology = Ontology::load(pack());
    return ontology;
}

const Lexicon& lexicon() {
    static const Lexicon lexicon = [] {
        auto small = pack();
        const std::string header = "id\tnames\tcountry\tparent\tmaker\thomepage\n";
        for (const auto* stem : {"people", "datasets", "programmes", "technologies", "licences", "places"}) {
            small.add({fmt::format("schema/lexicon/{}.tsv", stem), header, "small"});
        }
        small.add(
            {"schema/lexicon/organizations.tsv",
             header +
                 "hanbit\t한빛|Hanbit|HB?\tKR\t\t\t\nnarae\t나래|Narae\tKR\t\t\t\nlumen\tLumen|루멘|HB?\tUS\t\t\t\n",
             "small"});
        small.add({"schema/lexicon/models.tsv",
                   header + "orca\tOrca|오르카\t\t\tlumen\t\norca-2\tOrca 2|오르카 2\t\torca\tlumen\t\n", "small"});
        small.add({"schema/lexicon/products.tsv", header, "small"});
        return Lexicon::load(small, ontology());
    }();
    return lexicon;
}

Store new_store() { return Store::in_memory(pack(), ontology(), lexicon()); }

Mention named(std::string_view type, std::string_view name, std::vector<std::string> others) {
    Mention mention{ontology().type_named(type), std::string(name), {std::string(name)}, Naming::named};
    mention.names.insert(mention.names.end(), others.begin(), others.end());
    return mention;
}

Mention described(std::string_view type, std::string_view name) {
    return {ontology().type_named(type), std::string(name), {std::string(name)}, Naming::described};
}

Said::Said(std::string id, std::string published, std::string publisher) {
    read_.document.id = std::move(id);
    read_.document.published = std::move(published);
    read_.document.publisher = std::move(publisher);
    read_.document.text = "머리글\n";
}

Said& Said::in_words(std::string quote) {
    words_ = std::move(quote);
    return *this;
}

Said& Said::that(Mention subject, std::string_view relation, Mention object, Status status, Qualifiers qualifiers) {
    return add(std::move(subject), relation, std::move(object), status, std::move(qualifiers));
}

Said& Said::that(Mention subject, std::string_view attribute, Value value, Status status) {
    return add(std::move(subject), attribute, std::move(value), status, {});
}

Said& Said::add(Mention subject, std::string_view predicate, std::variant<Mention, Value> object, Status status,
                Qualifiers qualifiers) {
    auto& text = read_.document.text;
    auto quote = std::move(words_);
    words_.clear();
    if (quote.empty()) {
        // Words of the document's own, so that no two documents pass for copies.
        std::minstd_rand words(
            static_cast<unsigned>(std::hash<std::string>{}(read_.document.id) + read_.statements.size()));
        quote = fmt::format("{} {}", subject.name, predicate);
        for (int i = 0; i < 12; ++i) {
            quote += fmt::format(" {}", words());
        }
        quote += ".";
    }
    Statement statement;
    statement.document = read_.document.id;
    statement.subject = std::move(subject);
    statement.predicate = ontology().predicate_named(predicate);
    statement.object = std::move(object);
    statement.status = status;
    statement.qualifiers = std::move(qualifiers);
    statement.evidence = {
        {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + quote.size())},
        quote,
        "test.frame"};
    read_.statements.push_back(std::move(statement));
    text += quote + "\n";
    return *this;
}

void take(Store& store, const ReadDocument& document) { take(store, std::vector{document}); }

void take(Store& store, const std::vector<ReadDocument>& documents) {
    store.add(documents);
    store.fold();
}

std::vector<std::string> edges(const Store& store) {
    std::vector<std::string> lines;
    store.for_each_edge({}, [&](const Edge& edge) {
        const auto object = std::holds_alternative<EntityId>(edge.object)
                              ? store.entity(std::get<EntityId>(edge.object))->name
                              : value_text(std::get<Value>(edge.object));
        lines.push_back(fmt::format("{} -{}-> {}{}", store.entity(edge.subject)->name,
                                    store.ontology().predicate(edge.predicate).name, object,
                                    edge.status == Status::asserted ? "" : fmt::format(" [{}]", name_of(edge.status))));
    });
    std::ranges::sort(lines);
    return lines;
}

double confidence(const Store& store, std::string_view subject, std::string_view relation, std::string_view object,
                  Status status) {
    double found = -1;
    const auto predicate = store.ontology().predicate_named(relation);
    const auto from = store.entity_named(subject).id;
    const auto to = store.entity_named(object).id;
    for (const auto& edge : store.edges_of(from)) {
        const auto* other = std::get_if<EntityId>(&edge.object);
        if (other != nullptr && edge.predicate == predicate && edge.status == status &&
            ((edge.subject == from && *other == to) || (edge.subject == to && *other == from))) {
            found = edge.confidence;
        }
    }
    return found;
}

std::vector<ReadDocument> random_corpus(std::uint64_t seed, std::size_t documents) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::vector<std::string> organizations = {"한빛", "Hanbit", "HB",   "나래", "narae", "루멘",
                                                    "소담", "Sodam",  "누리", "Nuri", "연구원"};
    const std::vector<std::string> models = {"Orca",     "오르카",     "Orca 2",         "오르카2", "Aria", "아리아",
                                             "Aria 4.0", "아리아 4.0", "Aria 4.0 Light", "모델",    "Gaon"};
    const auto mention = [&](std::string_view type, const std::vector<std::string>& names) {
        std::vector<std::string> others;
        for (auto count = below(4) == 0 ? 1 + below(2) : 0; count > 0; --count) {
            others.push_back(names[below(names.size())]);
        }
        if (below(20) == 0) {
            return described(type, "큰 모델");
        }
        return named(type, names[below(names.size())], std::move(others));
    };
    const auto saying = [](std::string how, std::string when) {
        Qualifiers qualifiers;
        qualifiers.how = std::move(how);
        qualifiers.when = std::move(when);
        return qualifiers;
    };
    std::vector<ReadDocument> corpus;
    for (std::size_t i = 0; i < documents; ++i) {
        Said said(fmt::format("d{:03}", i), fmt::format("2025-{:02}-{:02}", 1 + below(12), 1 + below(28)),
                  fmt::format("신문{}", below(4)));
        for (auto count = below(5); count > 0; --count) {
            const auto status = static_cast<Status>(below(6) == 0 ? below(5) : 0);
            if (below(3) == 0) {
                said.in_words(fmt::format(
                    "보도자료 {}: 이 회사는 새 모델을 내놓으며 많은 말을 했다고 모두가 그대로 옮겨 적었다", below(3)));
            }
            switch (below(5)) {
            case 0:
                said.that(mention("Model", models), "based_on", mention("Model", models), status,
                          saying(below(2) == 0 ? "fine_tuned" : "", ""));
                break;
            case 1:
                said.that(mention("Model", models), "developed_by", mention("Organization", organizations), status);
                break;
            case 2:
                said.that(mention("Organization", organizations), "partners_with",
                          mention("Organization", organizations), status,
                          saying("", below(2) == 0 ? "2025-03" : "2025-03-04"));
                break;
            case 3:
                said.that(mention("Model", models), "parameters", Value(static_cast<std::int64_t>(below(3) * 1000)),
                          status);
                break;
            default:
                said.that(mention("Organization", organizations), "invests_in", mention("Organization", organizations),
                          status);
            }
        }
        corpus.push_back(said);
    }
    return corpus;
}

Folder::Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() / fmt::format("jokbo-test-{}-{}", getpid(), count++);
    std::filesystem::create_directories(path_);
}

Folder::~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

} // namespace jokbo::test

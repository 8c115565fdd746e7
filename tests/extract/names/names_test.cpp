#include "extract/names/names.hpp"

#include "extract/names/document_names.hpp"
#include "schema/pack.hpp"
#include "tests/catch.hpp"

using namespace jokbo;

namespace {

struct Known {
    Ontology ontology;
    Lexicon lexicon;
    NameIndex index;

    static Pack pack(const std::string& organizations, const std::string& models) {
        auto pack = Pack::embedded();
        const std::string header = "id\tnames\tcountry\tparent\tmaker\thomepage\n";
        for (const char* file : {"organizations", "people", "models", "datasets", "products", "programmes",
                                 "technologies", "licences", "places"}) {
            const auto name = std::string("schema/lexicon/") + file + ".tsv";
            const std::string rows = std::string(file) == "organizations" ? organizations
                                   : std::string(file) == "models"        ? models
                                                                          : "";
            pack.add({name, header + rows, name});
        }
        return pack;
    }

    Known(const std::string& organizations, const std::string& models)
        : ontology(Ontology::load(Pack::embedded())), lexicon(Lexicon::load(pack(organizations, models), ontology)),
          index(lexicon) {}

    /// The key of what the text begins with, or nothing.
    std::string first(std::string_view text) const {
        const auto match = index.longest(text, 0, static_cast<std::uint32_t>(text.size()),
                                         [&](std::uint32_t end) { return end == text.size() || text[end] == ' '; });
        std::vector<NameIndex::Bearer> bearers;
        index.bearers(text, 0, match, bearers);
        return bearers.empty() ? std::string() : lexicon.entry(bearers.front().entry).key;
    }
};

} // namespace

TEST_CASE("long names are found in the spacing of their own, sizes being one word", "[names]") {
    CHECK(name_parts("Qwen2.5-VL-7B-Instruct") == std::vector<std::string>{"qwen", "2.5", "vl", "7b", "instruct"});
    CHECK(name_parts("GPT-4o") == std::vector<std::string>{"gpt", "4o"});
}

TEST_CASE("spaces and hyphens in names are free, versions are not", "[names]") {
    const Known known("lumen\tLumen AI\t\t\t\t\n", "nova-2.5\tNova 2.5\t\t\t\t\nnova-2.5-vl\tNova 2.5-VL\t\t\t\t\n");
    CHECK(known.first("Nova 2.5") == "nova-2.5");
    CHECK(known.first("Nova-2.5") == "nova-2.5");
    CHECK(known.first("nova2.5") == "nova-2.5");
    CHECK(known.first("Nova2.5-VL") == "nova-2.5-vl");
    CHECK(known.first("Nova 25").empty());
    CHECK(known.first("LumenAI") == "lumen");
}

TEST_CASE("the longest name wins where it ends as a word", "[names]") {
    const Known known("lumen\tLumen\t\t\t\t\nlumen-cloud\tLumen Cloud\t\t\t\t\n", "");
    CHECK(known.first("Lumen Cloud") == "lumen-cloud");
    CHECK(known.first("Lumen Clouds") == "lumen");
    CHECK(known.first("Lumens").empty());
}

TEST_CASE("capitals tell names from words", "[names]") {
    const Known known("meta\tMeta\t\t\t\t\nsap\tSAP\t\t\t\t\n", "");
    CHECK(known.first("Meta") == "meta");
    CHECK(known.first("meta").empty());
    CHECK(known.first("SAP") == "sap");
    CHECK(known.first("Sap").empty());
}

TEST_CASE("names unite where the text says so, never two that are known apart", "[names]") {
    const Known known("lumen\tLumen\t\t\t\t\ntern\tTern\t\t\t\t\n", "");
    DocumentNames names(known.lexicon);
    const auto organization = known.ontology.type_named("Organization");
    const auto lumen = names.of_entries({{EntryId{0}, LexiconName::Use::plain, 0}}, "Lumen");
    const auto tern = names.of_entries({{EntryId{1}, LexiconName::Use::plain, 0}}, "Tern");
    const auto alias = names.of_form("루멘", TypeSet::of(organization), 4);
    names.unite(lumen, alias);
    names.unite(lumen, tern);
    CHECK(names.find(alias) == names.find(lumen));
    CHECK(names.find(tern) != names.find(lumen));
    const auto mention = names.mention(alias, organization);
    CHECK(mention.name == "Lumen");
    CHECK(mention.names == std::vector<std::string>{"Lumen", "루멘"});
}

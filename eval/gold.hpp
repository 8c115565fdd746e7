#pragma once

#include "schema/ontology.hpp"
#include "schema/statement.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace jokbo {

/// An entity that a person found in a document.
struct GoldEntity {
    std::string key; ///< what the facts of its page call it
    TypeId type;
    std::vector<std::string> names;
    Naming naming = Naming::named;
};

/// One way to say a fact; entities are indexes into GoldPage::entities.
struct GoldForm {
    std::uint32_t subject = 0;
    PredicateId predicate;
    std::variant<std::uint32_t, Value> object;
};

struct GoldFact {
    enum class Demand : std::uint8_t {
        demanded,
        optional, ///< neither demanded nor held against the system
    };
    /// The first is the fact itself, the others are accepted as well. Never empty.
    std::vector<GoldForm> forms;
    Status status = Status::asserted;
    Demand demand = Demand::demanded;
};

/// What a person read in one document:
///
///     {"document": "page", "text": "texts/page.md", "language": "ko",
///      "entities": {"aria": {"type": "Model", "names": ["Aria"]}, …},
///      "facts": [{"s": "aria", "r": "developed_by", "o": "acme", "status": "planned", "optional": true,
///                 "or": [{"s": …, "r": …, "o": …}]}],
///      "attributes": [{"s": "aria", "a": "parameters", "v": 7000000000}]}
struct GoldPage {
    std::string document;
    std::string language;
    std::filesystem::path file; ///< that it was read from
    std::filesystem::path text; ///< the document itself, relative to the folder of texts
    std::vector<GoldEntity> entities;
    std::vector<GoldFact> facts;

    /// Where the text is: below `texts`, or where that is empty below the folder that holds the folder of the gold file.
    std::filesystem::path text_path(const std::filesystem::path& texts) const;
};

/// Reads gold files, and those (*.json, by name) of folders. Of two pages about one document the last stays.
/// Throws InputError with the file's name.
std::vector<GoldPage> read_gold(const std::vector<std::filesystem::path>& paths, const Ontology& ontology);

/// One page out of the text of its file.
GoldPage gold_page(std::string_view json, const std::filesystem::path& file, const Ontology& ontology);

} // namespace jokbo

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

class Pack;
class Ontology;

/// How diagrams look, read from `export/style.tsv`: GraphViz attributes for selectors such as `node`, `type:Model`,
/// `relation:based_on`, `status:planned`.
class Style {
public:
    struct Setting {
        std::string attribute;
        std::string value;
    };

    /// Throws DataError where a line is malformed or a selector names no type, relation or status.
    static Style load(const Pack& pack, const Ontology& ontology);

    /// In file order; none where nothing is said of the selector.
    const std::vector<Setting>& of(std::string_view selector) const;

    /// The last value that one of the selectors sets, the later ones first; empty where none does.
    std::string_view value(std::string_view attribute, const std::vector<std::string>& selectors) const;

private:
    std::map<std::string, std::vector<Setting>, std::less<>> by_selector_;
};

} // namespace jokbo

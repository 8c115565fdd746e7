#include "graph/versions.hpp"

#include "schema/table.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <vector>

namespace jokbo {

namespace {

enum class Kind { other, digit, latin, beyond };

Kind kind_of(char letter) {
    if (letter >= '0' && letter <= '9') {
        return Kind::digit;
    }
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
        return Kind::latin;
    }
    return static_cast<signed char>(letter) < 0 ? Kind::beyond : Kind::other;
}

/// Runs of one kind; a point between two digits belongs to the number.
std::vector<std::string_view> parts_of(std::string_view name) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto kind = kind_of(name[begin]);
        std::size_t end = begin + 1;
        while (end < name.size() &&
               (kind_of(name[end]) == kind || (kind == Kind::digit && name[end] == '.' && end + 1 < name.size() &&
                                               kind_of(name[end + 1]) == Kind::digit))) {
            ++end;
        }
        if (kind != Kind::other) {
            parts.push_back(name.substr(begin, end - begin));
        }
        begin = end;
    }
    return parts;
}

} // namespace

Versions::Versions(const Pack& pack, const Ontology& ontology) {
    for (const auto& row : read_table(pack.file("graph/versions.tsv"), {"kind", "word", "means"})) {
        if (row[0] == "type") {
            const auto type = ontology.find_type(row[1]);
            if (!type) {
                throw row.error(1, "there is no such type");
            }
            types_.add(*type);
        } else if (row[0] == "edition") {
            editions_.emplace(fold(row[1]), row[2]);
        } else {
            throw row.error(0, "a row is of the kind type or edition");
        }
    }
}

std::string Versions::signature(std::string_view name) const {
    std::string numbers;
    std::vector<std::string_view> editions;
    for (const auto part : parts_of(name)) {
        if (kind_of(part.front()) == Kind::digit) {
            numbers += part;
            numbers += ',';
        } else if (const auto found = editions_.find(fold(part)); found != editions_.end()) {
            editions.push_back(found->second);
        }
    }
    std::ranges::sort(editions);
    for (const auto edition : editions) {
        numbers += '+';
        numbers += edition;
    }
    return numbers;
}

} // namespace jokbo

#include "extract/names/families.hpp"

#include "extract/characters.hpp"
#include "extract/names/names.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace jokbo {

namespace {

using Parts = std::vector<std::string>;

/// Every spelling of a group, in parts: the text's forms, and the lexicon's where an entry of the type is known.
std::vector<Parts> spellings(const DocumentNames& names, const Lexicon& lexicon, std::uint32_t group, TypeId type) {
    std::vector<Parts> found;
    for (const auto& form : names[group].names) {
        found.push_back(name_parts(form));
    }
    for (const auto entry : names[group].entries) {
        if (lexicon.entry(entry).type == type) {
            for (const auto& name : lexicon.entry(entry).names) {
                found.push_back(name_parts(name.text));
            }
        }
    }
    return found;
}

} // namespace

std::vector<Kinship> families_among(const std::vector<std::uint32_t>& mentioned, const DocumentNames& names,
                                    const Lexicon& lexicon, TypeId type, Versions versions,
                                    const std::function<bool(std::string_view)>& is_edition) {
    std::vector<std::uint32_t> groups;
    std::map<Parts, std::uint32_t> bearer;
    for (const auto group : mentioned) {
        if (names[group].naming == Naming::named && names.type_in(group, TypeSet::of(type)) == type) {
            groups.push_back(group);
        }
    }
    if (groups.size() < 2) {
        return {};
    }
    for (const auto group : groups) {
        for (auto& parts : spellings(names, lexicon, group, type)) {
            bearer.emplace(std::move(parts), group);
        }
    }
    const auto tells_apart = [&](const std::string& word, std::uint32_t member, std::uint32_t family) {
        const bool known = !names[member].entries.empty() || !names[family].entries.empty();
        return std::ranges::any_of(word, is_digit) || (versions == Versions::of_models && (known || is_edition(word)));
    };
    std::vector<Kinship> kinships;
    for (const auto group : groups) {
        std::uint32_t family = group;
        std::size_t longest = 0;
        for (const auto& form : names[group].names) {
            const auto parts = name_parts(form);
            for (std::size_t size = parts.size(); size-- > 1;) {
                const bool letter = parts[size].size() == 1 && is_ascii_letter(parts[size].front()); // GPT-4 | o
                const auto found = bearer.find(Parts(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(size)));
                if (!letter && found != bearer.end() && found->second != group && size > longest &&
                    tells_apart(parts[size], group, found->second)) {
                    longest = size;
                    family = found->second;
                }
            }
        }
        if (family != group) {
            kinships.push_back({group, family});
        }
    }
    return kinships;
}

} // namespace jokbo

#include "extract/names/families.hpp"

#include "extract/characters.hpp"
#include "extract/names/names.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <string>

namespace jokbo {

namespace {

using Parts = std::vector<std::string>;

/// Calls `use` with every spelling of a group: the text's forms, and the lexicon's where an entry of the type is known.
template <class Use>
void each_spelling(const DocumentNames& names, const Lexicon& lexicon, std::uint32_t group, TypeId type,
                   const Use& use) {
    for (const auto& form : names[group].names) {
        use(form);
    }
    for (const auto entry : names[group].entries) {
        if (lexicon.entry(entry).type == type) {
            for (const auto& name : lexicon.entry(entry).names) {
                use(name.text);
            }
        }
    }
}

/// The letter that the first part of a name begins with.
unsigned char first_letter(std::string_view name) {
    const auto at = name.find_first_not_of(" -_");
    return at == std::string_view::npos ? 0 : static_cast<unsigned char>(ascii_lower(name[at]));
}

/// The letters that names of two groups or more begin with; of others none is the beginning of another.
std::bitset<256> shared_letters(const DocumentNames& names, const Lexicon& lexicon,
                                const std::vector<std::uint32_t>& groups, TypeId type) {
    std::bitset<256> seen;
    std::bitset<256> shared;
    for (const auto group : groups) {
        std::bitset<256> own;
        each_spelling(names, lexicon, group, type, [&](std::string_view name) { own.set(first_letter(name)); });
        shared |= seen & own;
        seen |= own;
    }
    return shared;
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
    const auto has_digit = [&](std::uint32_t group) {
        return std::ranges::any_of(names[group].names,
                                   [](const auto& form) { return std::ranges::any_of(form, is_digit); });
    };
    if (groups.size() < 2 || (versions == Versions::of_products && std::ranges::none_of(groups, has_digit))) {
        return {}; // nearly always
    }
    const auto shared = shared_letters(names, lexicon, groups, type);
    for (const auto group : groups) {
        each_spelling(names, lexicon, group, type, [&](std::string_view name) {
            if (shared[first_letter(name)]) {
                bearer.emplace(name_parts(name), group);
            }
        });
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
            const auto parts = shared[first_letter(form)] ? name_parts(form) : Parts{};
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

#include "extract/names/document_names.hpp"

#include "schema/text.hpp"

#include <algorithm>

namespace jokbo {

namespace {

constexpr std::uint16_t plain_weight = 6;     // a name that is nobody else's
constexpr std::uint16_t ambiguous_weight = 2; // one that needs a cue
constexpr std::uint16_t settled = 2;          // times as many votes that leave another type out
constexpr std::size_t longest_form = 120;     // bytes; longer ones are described anyway
constexpr std::size_t most_forms = 64;        // of one name; nothing goes by that many

} // namespace

std::uint32_t DocumentNames::make() {
    groups_.emplace_back();
    into_.push_back(static_cast<std::uint32_t>(into_.size()));
    return into_.back();
}

void DocumentNames::add_type(NameGroup& group, TypeId type, std::uint16_t weight) {
    group.types.add(type);
    group.votes[type.value] = static_cast<std::uint16_t>(group.votes[type.value] + weight);
}

void DocumentNames::add_form(std::uint32_t id, std::string_view form) {
    auto& names = groups_[find(id)].names;
    if (form.size() <= longest_form && names.size() < most_forms && std::ranges::find(names, form) == names.end()) {
        names.emplace_back(form);
    }
}

std::string_view DocumentNames::country(std::uint32_t group) const {
    for (const auto entry : groups_[find(group)].entries) {
        if (const auto& country = lexicon_.entry(entry).country; !country.empty()) {
            return country;
        }
    }
    return {};
}

std::uint32_t DocumentNames::of_entries(const std::vector<NameIndex::Bearer>& bearers, std::string_view form) {
    // the first plain bearer is the one the name is known for
    const auto plain = std::ranges::find(bearers, LexiconName::Use::plain, &NameIndex::Bearer::use);
    const auto& leading = plain == bearers.end() ? bearers.front() : *plain;
    const auto [found, is_new] = by_entry_.try_emplace(leading.entry.value, 0);
    if (is_new) {
        found->second = make();
    }
    const auto id = find(found->second);
    auto& group = groups_[id];
    for (const auto& bearer : bearers) {
        const auto type = lexicon_.entry(bearer.entry).type;
        if (std::ranges::none_of(group.entries, [&](EntryId e) { return lexicon_.entry(e).type == type; })) {
            group.entries.push_back(bearer.entry);
            add_type(group, type, bearer.use == LexiconName::Use::plain ? plain_weight : ambiguous_weight);
        }
    }
    add_form(id, form);
    return id;
}

std::uint32_t DocumentNames::of_form(std::string_view form, TypeSet types, std::uint16_t weight) {
    const auto [found, is_new] = by_form_.try_emplace(fold(form), 0);
    if (is_new) {
        found->second = make();
    }
    const auto id = find(found->second);
    auto& group = groups_[id];
    for (std::uint32_t type = 0; !types.empty() && type < group.votes.size(); ++type) {
        if (types.has({type})) {
            add_type(group, {type}, weight);
        }
    }
    add_form(id, form);
    return id;
}

std::optional<std::uint32_t> DocumentNames::named(std::string_view form) const {
    const auto found = by_form_.find(fold(form));
    return found == by_form_.end() ? std::nullopt : std::optional(find(found->second));
}

std::uint32_t DocumentNames::described(std::string_view form, TypeId type) {
    const auto [found, is_new] = by_form_.try_emplace("~" + fold(form), 0);
    if (is_new) {
        found->second = make();
        auto& group = groups_[found->second];
        group.naming = Naming::described;
        add_type(group, type, plain_weight);
        add_form(found->second, form);
    }
    return find(found->second);
}

std::uint32_t DocumentNames::unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) {
        return a;
    }
    if (groups_[a].entries.empty() && !groups_[b].entries.empty()) {
        std::swap(a, b);
    }
    auto& into = groups_[a];
    auto& from = groups_[b];
    for (const auto entry : from.entries) {
        for (const auto other : into.entries) {
            if (lexicon_.entry(entry).type == lexicon_.entry(other).type) {
                return a; // two known things keep their names apart
            }
        }
    }
    for (const auto& name : from.names) {
        add_form(a, name);
    }
    into.entries.insert(into.entries.end(), from.entries.begin(), from.entries.end());
    for (std::uint32_t type = 0; type < into.votes.size(); ++type) {
        if (from.types.has({type})) {
            add_type(into, {type}, from.votes[type]);
        }
    }
    into_[b] = a;
    return a;
}

TypeSet DocumentNames::likely_types(std::uint32_t id) const {
    const auto& group = groups_[find(id)];
    if (!group.entries.empty()) {
        return group.types;
    }
    const auto most = *std::ranges::max_element(group.votes);
    TypeSet likely;
    for (std::uint32_t type = 0; type < group.votes.size(); ++type) {
        if (group.types.has({type}) && group.votes[type] * settled >= most) {
            likely.add({type});
        }
    }
    return likely;
}

std::optional<TypeId> DocumentNames::type_in(std::uint32_t id, TypeSet types) const {
    const auto& group = groups_[find(id)];
    const auto shared = types & group.types;
    if (shared.empty()) {
        return std::nullopt;
    }
    std::optional<TypeId> best;
    TypeSet seen; // types have low numbers: most often the first few are all
    for (std::uint32_t type = 0; seen != shared; ++type) {
        if (!shared.has({type})) {
            continue;
        }
        seen.add({type});
        if (!best || group.votes[type] > group.votes[best->value]) {
            best = TypeId{type};
        }
    }
    // where the likeliest is none of likely_types(), no other is
    if (best && group.entries.empty() && group.votes[best->value] * settled < std::ranges::max(group.votes)) {
        return std::nullopt;
    }
    return best;
}

Mention DocumentNames::mention(std::uint32_t id, TypeId type) const {
    const auto& group = groups_[find(id)];
    Mention mention;
    mention.type = type;
    mention.naming = group.naming;
    mention.names = group.names;
    for (const auto entry : group.entries) {
        const auto& known = lexicon_.entry(entry);
        if (known.type != type) {
            continue;
        }
        for (const auto& name : known.names) {
            if (std::ranges::find(mention.names, name.text) == mention.names.end()) {
                mention.names.push_back(name.text);
            }
        }
    }
    mention.name = mention.names.empty() ? std::string() : mention.names.front();
    return mention;
}

} // namespace jokbo

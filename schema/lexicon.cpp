#include "schema/lexicon.hpp"

#include "schema/table.hpp"
#include "schema/text.hpp"

#include <fmt/format.h>

#include <array>

namespace jokbo {

namespace {

struct TypeFile {
    std::string_view stem;
    std::string_view type;
};

constexpr std::array<TypeFile, 9> type_files = {{{"organizations", "Organization"},
                                                 {"people", "Person"},
                                                 {"models", "Model"},
                                                 {"datasets", "Dataset"},
                                                 {"products", "Product"},
                                                 {"programmes", "Programme"},
                                                 {"technologies", "Technology"},
                                                 {"licences", "Licence"},
                                                 {"places", "Place"}}};

std::string name_key(TypeId type, std::string_view folded) { return fmt::format("{}:{}", type.value, folded); }

/// A reference to another entry, resolved once all are read.
struct Pending {
    Row row;
    EntryId entry;
};

} // namespace

Lexicon Lexicon::load(const Pack& pack, const Ontology& ontology) {
    Lexicon lexicon;
    lexicon.state_->contents = read(pack, ontology);
    return lexicon;
}

Lexicon Lexicon::deferred(const Pack& pack, const Ontology& ontology) {
    Lexicon lexicon;
    lexicon.state_->read = [&pack, &ontology] { return read(pack, ontology); };
    return lexicon;
}

const Lexicon::Contents& Lexicon::contents() const {
    std::call_once(state_->once, [this] {
        if (state_->read) {
            state_->contents = state_->read();
        }
    });
    return state_->contents;
}

Lexicon::Contents Lexicon::read(const Pack& pack, const Ontology& ontology) {
    Contents lexicon;
    std::vector<Pending> pending;
    std::unordered_map<std::string, EntryId> owner_of_plain_name;
    for (const auto& file : type_files) {
        const auto type = ontology.type_named(file.type);
        const auto name = fmt::format("schema/lexicon/{}.tsv", file.stem);
        for (auto& row : read_table(pack.file(name), {"id", "names", "country", "parent", "maker", "homepage"})) {
            LexiconEntry entry;
            entry.id = {static_cast<std::uint32_t>(lexicon.entries.size())};
            entry.key = std::string(row[0]);
            entry.type = type;
            entry.country = std::string(row[2]);
            entry.homepage = std::string(row[5]);
            if (!lexicon.by_key.emplace(entry.key, entry.id).second) {
                throw row.error(0, "this id stands here twice");
            }
            for (auto text : split(row[1], '|')) {
                const bool needs_cue = text.ends_with('?');
                const auto bare = needs_cue ? text.substr(0, text.size() - 1) : text;
                const auto folded = fold(bare);
                if (folded.empty()) {
                    throw row.error(1, "a name needs a letter or a digit");
                }
                const auto key = name_key(type, folded);
                if (!needs_cue) {
                    const auto [owner, is_new] = owner_of_plain_name.emplace(key, entry.id);
                    if (!is_new && owner->second != entry.id) {
                        throw row.error(1,
                                        fmt::format("'{}' is a name of {} as well; mark one of them with ?", bare,
                                                    lexicon.entries[owner->second.value].key),
                                        static_cast<std::size_t>(text.data() - row[1].data()));
                    }
                }
                auto& bearers = lexicon.by_folded_name[key];
                if (bearers.empty() || bearers.back() != entry.id) {
                    bearers.push_back(entry.id);
                }
                entry.names.push_back(
                    {std::string(bare), needs_cue ? LexiconName::Use::needs_cue : LexiconName::Use::plain});
            }
            if (entry.names.empty()) {
                throw row.error(1, "an entry needs a name");
            }
            pending.push_back({std::move(row), entry.id});
            lexicon.entries.push_back(std::move(entry));
        }
    }
    for (const auto& [row, id] : pending) {
        const auto refer = [&, &row = row](std::size_t field) -> std::optional<EntryId> {
            if (row[field].empty()) {
                return std::nullopt;
            }
            const auto found = lexicon.by_key.find(std::string(row[field]));
            if (found == lexicon.by_key.end()) {
                throw row.error(field, "there is no entry of this id");
            }
            return found->second;
        };
        lexicon.entries[id.value].parent = refer(3);
        lexicon.entries[id.value].maker = refer(4);
    }
    return lexicon;
}

const LexiconEntry* Lexicon::find_key(std::string_view key) const {
    const auto& by_key = contents().by_key;
    const auto found = by_key.find(std::string(key));
    return found == by_key.end() ? nullptr : &entry(found->second);
}

std::vector<EntryId> Lexicon::find_name(TypeId type, std::string_view name) const {
    const auto& by_name = contents().by_folded_name;
    const auto found = by_name.find(name_key(type, fold(name)));
    return found == by_name.end() ? std::vector<EntryId>{} : found->second;
}

} // namespace jokbo
